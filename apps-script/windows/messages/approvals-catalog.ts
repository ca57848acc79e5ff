/** Sentences of the window of proposals, ja and en. */
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import { localize, type MessageParams, type Viewer } from './viewer';

const APPROVALS_MESSAGES = {
  reading: text('承認待ちの申請を読み込んでいます…', 'Reading what waits…'),
  none: text('承認待ちの申請はありません。', 'No proposal waits.'),
  count: text('承認待ち {n} 件', '{n} waiting'),
  more: text('続きを読み込む', 'Load more'),
  proposal: text('申請した人', 'Proposed by'),
  products: text('判定した製品', 'Judged against'),
  judges: text(
    '申請の後に加わった製品: {products}。承認すると、これらにも合わないと判断したことになります。',
    'Added since it was proposed: {products}. An approval says that it does not fit these either.',
  ),
  rules: text('規則', 'What the rules say'),
  approve: text('承認する({n} 件)', 'Approve {n}'),
  reject: text('却下する({n} 件)', 'Reject {n}'),
  done: text('{n} 件に回答しました。', '{n} answered.'),
} as const satisfies Record<string, Text>;

export const tApprovals = (
  viewer: Pick<Viewer, 'language'>,
  key: keyof typeof APPROVALS_MESSAGES,
  params: MessageParams = {},
): string => interpolate(localize(viewer, APPROVALS_MESSAGES[key]), params);
