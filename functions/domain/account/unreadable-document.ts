/** A document that is stored and cannot be read: a problem of the one account that it is about, which managers see and mend. */
import { type Text, text } from '../text/text';

export const DOCUMENT_KINDS = ['account', 'entry', 'request', 'batch', 'team'] as const;
type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface UnreadableDocument {
  kind: DocumentKind;
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

/** What it is, and what mends it. */
const UNREADABLE_TEXTS: Readonly<Record<DocumentKind, Text>> = {
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
  batch: text(
    'この取り込みの記録を読み取れません。同じファイルを別のリスト名で取り込むか、管理者に連絡してください。',
    'The record of this import cannot be read: import the file under another name of the list, or tell an admin.',
  ),
  team: text(
    'チームの記録を読み取れません。管理者が保存先の記録(team/team)を直すまで、何も変更されません。',
    'The record of the team cannot be read: nothing is changed until team/team is put right in the store.',
  ),
};
