/** The register of a past day, and what moved between two days, in words: titles, headings, what they are about. */
import { counted } from '../text/counted';
import { type Text, text } from '../text/text';

export const AS_OF_TITLE = text('時点', 'As of');
export const MOVES_TITLE = text('変化', 'Moves');

/** `date` is the team's; `counts` are words such as `ワーキング 3`. */
export const asOfSummary = (date: string, accounts: number, counts: Text, more: boolean): Text => {
  const words = text(counts.ja === '' ? '' : `(${counts.ja})`, counts.en === '' ? '' : ` (${counts.en})`);
  return more
    ? text(
        `${date} の終わりの台帳の一部:ID 順に ${accounts} 社だけ${words.ja}。このシートに載るのはここまでです。ステータスか担当で絞るか、CSV(asof?format=csv)で読んでください。`,
        `Part of the register at the end of ${date}: the first ${accounts} accounts by their IDs${words.en}. The tab has no room for more: narrow it by status or owner, or read it as CSV (asof?format=csv).`,
      )
    : text(
        `${date} の終わりの台帳:${accounts} 社${words.ja}`,
        `The register at the end of ${date}: ${counted(accounts, 'account')}${words.en}`,
      );
};

export const ABSENT_BEFORE = text('(登録なし)', '(not there)');
export const ABSENT_AFTER = text('(登録の取り消し)', '(withdrawn)');

export const MOVES_HEADINGS = {
  company: text('会社名', 'Company'),
  from: text('期間の初め', 'At the beginning'),
  to: text('期間の終わり', 'At the end'),
  steps: text('たどった道', 'Steps'),
  time: text('最後の変更', 'Last change'),
  person: text('決めた人', 'Decided by'),
  reason: text('理由', 'Reason'),
  owner: text('担当', 'Owner'),
  accountId: text('アカウント ID', 'Account ID'),
};

export const movesSummary = (
  { from, to }: { from: string; to: string },
  counts: { moved: number; came: number; gone: number; back: number },
  more: boolean,
): Text => {
  const { moved, came, gone, back } = counts;
  return text(
    `${from} から ${to} まで:変わった ${moved} 社・新しい ${came} 社・取り消し ${gone} 社・元に戻った ${back} 社${more ? '(新しい順の一部です。期間を短くしてください)' : ''}`,
    `${from} to ${to}: ${moved} moved, ${came} new, ${gone} withdrawn, ${back} moved and came back${more ? ' (the newest only: choose a shorter period)' : ''}`,
  );
};
