/** What the rules say of a proposal that waits for its answer (rule 10). */
import { text } from '../text/text';

export const APPROVAL_RULES = {
  waits: text(
    'まだ有効ではない。提案者以外のマネージャーの承認で有効になり、却下すれば元のまま',
    'Not in effect. Approved by a manager other than the proposer it takes effect; rejected, all stays as it is',
  ),
  inEffect: text(
    'すでに不適合。提案者以外のマネージャーの承認で確定し、却下すれば元のステータスに戻る',
    'A bad fit already. Approved by a manager other than the proposer it stays one; rejected, it becomes what it was',
  ),
};

export const NO_APPROVAL_REASON = text('(理由の記入なし)', '(no reason given)');
