/** Sentences of the window of proposals, ja and en. */
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import { localize, type MessageParams, type Viewer } from './viewer';

const APPROVALS_MESSAGES = {
  reading: text('承認待ちの申請を読み込んでいます…', 'Reading what waits…'),
  sending: text('送信しています…', 'Sending…'),
  none: text('承認待ちの申請はありません。', 'No proposal waits.'),
  count: text('承認待ち {n} 件', '{n} waiting'),
  all: text('すべて選ぶ', 'All of them'),
  more: text('続きを読み込む', 'Load more'),
  proposed: text('{who} さんの申請({date})', 'Proposed by {who} ({date})'),
  products: text('判定した製品: {products}', 'Judged against: {products}'),
  notJudged: text('{product}(未判定)', '{product} (not judged)'),
  contact: text('最近の連絡: {date} {who}', 'Latest contact: {date} {who}'),
  noContact: text('連絡の記録なし', 'No contact logged'),
  unmet: text('満たしていない条件があります。', 'A condition is not met.'),
  note: text('コメント(選んだすべてに同じもの)', 'Note (the same for all that are chosen)'),
  approve: text('承認する({n} 件)', 'Approve {n}'),
  reject: text('却下する({n} 件)', 'Reject {n}'),
  done: text('{n} 件に回答しました。', '{n} answered.'),
  refused: text('回答できなかったもの', 'Refused'),
} as const satisfies Record<string, Text>;

export const tApprovals = (
  viewer: Pick<Viewer, 'language'>,
  key: keyof typeof APPROVALS_MESSAGES,
  params: MessageParams = {},
): string => interpolate(localize(viewer, APPROVALS_MESSAGES[key]), params);
