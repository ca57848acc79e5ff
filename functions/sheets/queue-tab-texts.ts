/** The queue's tabs in words: their titles and headings, and what the rules say of a proposal (rule 10). */
import { RESULT_LABEL } from '../domain/queue/queue-texts';
import { REQUEST_STATE_LABEL } from '../domain/register/request-marks';
import { counted } from '../domain/text/counted';
import { type Text, text } from '../domain/text/text';

export const TODAY_TITLE = text('今日', 'Today');
export const APPROVALS_TITLE = text('承認', 'Approvals');

/** What the tab was called before it listed more than checks. */
export const FORMER_TITLES: readonly string[] = ['四半期チェック', 'Quarterly checks'];

export const QUEUE_HEADINGS = {
  band: text('区分', 'Band'),
  name: text('会社名', 'Company'),
  status: text('ステータス', 'Status'),
  owners: text('担当', 'Owner(s)'),
  next: text('次にすること', 'What to do next'),
  why: text('条件・理由', 'Condition or reason'),
  due: text('期日', 'Due'),
  daysOver: text('超過日数', 'Days over'),
  missed: text('見送り', 'Missed'),
  lastContact: text('最終連絡(いつ・手段・相手・自社)', 'Last contact (when, how, with, by)'),
  note: text('マネージャーのメモ(次回も残ります)', "Manager's note (is kept)"),
  result: RESULT_LABEL,
  request: REQUEST_STATE_LABEL,
  id: text('アカウント ID', 'Account ID'),
  basis: text('行の基準', 'What the row was made from'),
};

export const APPROVAL_HEADINGS = {
  name: text('会社名', 'Company'),
  move: text('提案', 'Proposal'),
  proposedBy: text('提案者', 'Proposed by'),
  proposedOn: text('提案日', 'Proposed on'),
  daysWaiting: text('待ち日数', 'Days waiting'),
  reason: text('理由', 'Reason'),
  products: text('確認した製品', 'Products checked'),
  contacts: text('連絡の履歴', 'Contacts'),
  rule: text('ルール', 'What the rules say'),
};

export const APPROVAL_RULES = {
  waits: text(
    'まだ有効ではない。提案者以外のマネージャーの承認で有効になり、却下すれば元のまま',
    'Not in effect. Approved by a manager other than the proposer it takes effect; rejected, all stays as it is',
  ),
  inEffect: text(
    'すでに不適合。提案者以外のマネージャーの承認で確定し、却下すれば元のステータスに戻る',
    'A bad fit already. Approved by a manager other than the proposer it stays one; rejected, it becomes what it was',
  ),
  /** With the products marked beside it. */
  judgesProducts: text(
    '申請の後に製品が加わった。メニュー「アカウントを開く」か「承認待ちの申請…」で承認すると、✗ の製品にも合わないと判断したことになる',
    'A product was added since. Approve it by "Open account" or "Proposals to answer…" in the menu, which says that it does not fit what is marked ✗ either',
  ),
  /** With the conditions that do not hold marked below it. */
  wouldBeRefused: text(
    '今承認しても、ルールが拒否する。先に ✗ を解消する',
    'The rules would refuse an approval today. First settle what is marked ✗',
  ),
};

export const NO_APPROVAL_REASON = text('(理由の記入なし)', '(no reason given)');

/** Instead of contacts. */
export const NEVER_MET = text('連絡の記録なし', 'No contact recorded');

export const approvalsHead = (count: number): Text =>
  count === 0
    ? text('承認を待っている提案はありません。', 'No proposal waits for an answer.')
    : text(
        `承認を待っている提案 ${count} 件。メモを書き、結果で承認または却下を選びます。`,
        `${counted(count, 'proposal waits', 'proposals wait')} for an answer. Write a note, and choose the result: approve or reject.`,
      );

/** Above a member's own tab. */
export const repHead = (
  { name, sentBack }: { name: string; sentBack: readonly string[] },
  count: number,
): Text => {
  const waiting =
    count === 0
      ? text(`${name} さん:今日、対応が必要なものはありません。`, `${name}: nothing needs you today.`)
      : text(
          `${name} さん:${count} 件。結果・担当・期日のセルを変えると申請になります。`,
          `${name}: ${count}. A change of result, owner or due is a request.`,
        );
  if (sentBack.length === 0) return waiting;
  const more = sentBack.length - MAX_NAMED;
  const named = sentBack.slice(0, MAX_NAMED);
  return text(
    `${waiting.ja} 差し戻された申請:${named.join('、')}${more > 0 ? `、ほか ${more} 社` : ''}(理由はセルのメモと「今日やること」)。`,
    `${waiting.en} Sent back: ${named.join(', ')}${more > 0 ? ` and ${counted(more, 'other company', 'other companies')}` : ''} (the reason is a note on the cell, and in My day).`,
  );
};

/** Companies that the one line has room for. */
const MAX_NAMED = 3;

/** What stands as the next step of a row whose account needs nobody any more, until what was typed there is sent. */
export const LEFT_QUEUE = text(
  'もう対応は不要ですが、入力が未送信です。送ると、次の更新で消えます。',
  'Needs nobody any more, but what was typed here is not sent: once it is, the next run takes the row away.',
);
