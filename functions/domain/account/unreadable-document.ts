/** A document that is stored and cannot be read: a problem of the one account that it is about, which managers see and mend. */
import { type Text, text } from '../text/text';

export const DOCUMENT_KINDS = [
  'account',
  'entry',
  'request',
  'number',
  'batch',
  'rowChoices',
  'team',
  'teamEntry',
  'register',
  'duplicateSearch',
  'queueNotes',
  'erasure',
  'reindex',
  'digestMark',
  'sentBack',
  'calendarFeed',
  'checkProgress',
  'dashboard',
  'historyFacts',
  'jobRuns',
] as const;
export type DocumentKindName = (typeof DOCUMENT_KINDS)[number];

export interface UnreadableDocument {
  kind: DocumentKindName;
  /** Null where it is about none. */
  accountId: string | null;
  /** Of the entry: its version; of any other kind, its name in the store. */
  id: string;
  /** Those that are missing or wrong, names with dots between them; none: all of it. */
  fields: readonly string[];
}

/** As people are told of it. */
export interface DocumentProblem extends UnreadableDocument {
  code: 'DOCUMENT_UNREADABLE';
  message: Text;
}

export const documentProblem = (document: UnreadableDocument): DocumentProblem => ({
  ...document,
  code: 'DOCUMENT_UNREADABLE',
  message: UNREADABLE_TEXTS[document.kind],
});

/** What a job keeps between two runs. */
const STATE_OF_JOB = text(
  'ジョブの途中経過の記録を読み取れません。次の実行で最初から作り直されます。会社の情報には影響ありません。',
  'What a job keeps between two runs cannot be read: the next run begins anew. No account is affected.',
);

/** What it is, and what mends it. */
const UNREADABLE_TEXTS: Readonly<Record<DocumentKindName, Text>> = {
  account: text(
    'このアカウントの保存内容を読み取れません。マネージャーが履歴から復元できます(account に {"mend": ID} を送信)。',
    'The stored account cannot be read. A manager can have it made again from its history: account with {"mend": its ID}.',
  ),
  entry: text(
    'このアカウントの履歴の一部を読み取れません。アカウント自体はそのまま使えます。管理者に連絡してください。',
    'An entry of the history of this account cannot be read; the account itself works on. Tell an admin.',
  ),
  request: text(
    'この申請は受け付け済みですが、保存した回答を読み取れません。アカウントを読み直してください。',
    'This request was accepted, but its stored answer cannot be read: read the account again.',
  ),
  number: text(
    'この法人番号を持つアカウントの記録を読み取れません。番号を使うアカウントを保存し直すと直ります。',
    'Which account has this corporate number cannot be read: saving the account that has it mends it.',
  ),
  batch: text(
    'この取り込みの記録を読み取れません。同じファイルを別のリスト名で取り込むか、管理者に連絡してください。',
    'The record of this import cannot be read: import the file under another name of the list, or tell an admin.',
  ),
  rowChoices: text(
    'リストの行について決めた内容を読み取れません。次の取り込みでもう一度おたずねします。',
    'What was decided about the rows of a list cannot be read: the next import asks again.',
  ),
  team: text(
    'チームの記録を読み取れません。管理者が保存先の記録(team/team)を直すまで、何も変更されません。',
    'The record of the team cannot be read: nothing is changed until team/team is put right in the store.',
  ),
  teamEntry: text(
    'チームの変更履歴の一部を読み取れません。メンバーと設定はそのまま使えます。',
    'An entry of the history of the team cannot be read; members and settings work on.',
  ),
  register: STATE_OF_JOB,
  duplicateSearch: STATE_OF_JOB,
  queueNotes: text(
    '四半期チェックのメモの一部を読み取れません。シートに残っているメモは次の実行で保存し直されます。',
    'Some notes of the queue cannot be read: those that stand in the sheet are stored again by the next run.',
  ),
  erasure: text(
    '個人情報の消去の途中経過の記録を読み取れません。もう一度消去してください。',
    'How far an erasure of personal data is cannot be read: erase the contact once more.',
  ),
  reindex: STATE_OF_JOB,
  digestMark: text(
    'まとめの送信記録を読み取れません。その人にはその日のまとめを送りません。',
    'The mark of a digest cannot be read: that person is not sent another one on that day.',
  ),
  sentBack: text(
    '差し戻された申請の記録を読み取れません。その申請は「今日やること」に出ません。シートの行には残っています。',
    'The record of a request that was sent back cannot be read: it is not in My day, but stands in its row of the sheet.',
  ),
  calendarFeed: text(
    'カレンダーのリンクの記録を読み取れません。リンクを作り直してください。',
    'The record of a calendar link cannot be read: make a new link.',
  ),
  checkProgress: STATE_OF_JOB,
  dashboard: STATE_OF_JOB,
  historyFacts: STATE_OF_JOB,
  jobRuns: STATE_OF_JOB,
};
