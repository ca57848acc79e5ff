/** Sentences of the window in which bad fits are reviewed, ja and en. */
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import { localize, type MessageParams, type Viewer } from './viewer';

const REVIEWS_MESSAGES = {
  reading: text('見直す不適合を読み込んでいます…', 'Reading what is to be reviewed…'),
  none: text(
    '見直し日の来た不適合はありません。判定したばかりで確認を待つものは「承認待ちの申請…」で答えます。',
    'No bad fit has come to the day of its review. Those that were just judged and wait for a manager are answered in “Proposals to answer…”.',
  ),
  count: text('見直し {n} 件', '{n} to review'),
  countOfMore: text(
    '見直し {all} 件。期限の早い {n} 件を表示しています。続きは、これらに回答すると表示されます。',
    '{all} to review. Here are the {n} that were due first; the others follow when these are answered.',
  ),
  judged: text('判定した人', 'Judged by'),
  products: text('いまの製品', 'What we sell'),
  explained: text(
    '「不適合のまま」は、いまの製品({products})のどれにも合わないという判断です。「コールドに戻す」は、別のマネージャーの承認で有効になります。ほかのステータスへは、行を選んでメニューの「ステータスを変更…」で変えます。判定したばかりで確認を待つ不適合は「承認待ちの申請…」で答えます。',
    '“It stays a bad fit” says that it fits none of what we sell ({products}). “Return to Cold” takes effect once another manager approves it. For other statuses select the rows and choose “Change status…” in the menu. Bad fits that were just judged and wait for a manager are answered in “Proposals to answer…”.',
  ),
  keep: text('不適合のまま({n} 件)', 'It stays a bad fit ({n})'),
  change: text('コールドに戻す({n} 件)', 'Return to Cold ({n})'),
  done: text('{n} 件を見直しました。', '{n} reviewed.'),
} as const satisfies Record<string, Text>;

export const tReviews = (
  viewer: Pick<Viewer, 'language'>,
  key: keyof typeof REVIEWS_MESSAGES,
  params: MessageParams = {},
): string => interpolate(localize(viewer, REVIEWS_MESSAGES[key]), params);
