/** What was sent back of edited cells, kept for whoever edited them. */
import { editorOf } from '../domain/account/editor';
import { UNKNOWN_EDITOR_ID } from '../domain/account/unknown-editor';
import type { SentBack } from '../domain/digest/sent-back';
import { registerRow } from '../domain/register/row';
import type { Status } from '../domain/status/statuses';
import { readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import { saveSentBack, sentBackId } from '../store/sent-back';
import type { CommandContext } from './command-context';

export interface KeptCell extends Pick<SentBack, 'accountId' | 'key' | 'command' | 'words' | 'retry'> {
  /** E-mail address, or that nobody knows who; absent where it is the caller. */
  editor?: string | undefined;
  /** The part of the account that its row is about. */
  part?: string;
  /** As the account stands; null where nobody has read it yet. */
  row: { version: number; status: Status } | null;
}

type Team = Pick<CommandContext, 'actor' | 'members'>;

/** Null where nobody knows who it is: then there is nobody to tell. */
const toldId = (editor: string | undefined, { actor, members }: Team): string | null => {
  const id = editor === undefined ? actor.id : editorOf(editor, actor, members).id;
  return id === UNKNOWN_EDITOR_ID ? null : id;
};

/** Whether what was sent back of the editor's cells is kept for them. */
export const isKeptFor = (editor: string | undefined, team: Team): boolean => toldId(editor, team) !== null;

/** Keeps the refused cells for their editors. Cells of an unknown editor are not kept. */
export const keepSentBack = async (
  db: Database,
  cells: readonly KeptCell[],
  { now, ...team }: Team & Pick<CommandContext, 'now'>,
): Promise<void> => {
  const unread = cells.flatMap(({ row, accountId }) => (row === null ? [accountId] : []));
  const { accounts } = await readAccounts(db, [...new Set(unread)]);
  const rows = new Map(accounts.map((account) => [account.id, registerRow(account)]));
  const all = cells.flatMap(({ editor, part = '', row, ...cell }): SentBack[] => {
    const by = toldId(editor, team);
    const account = row ?? rows.get(cell.accountId);
    if (account === undefined || by === null) return [];
    const { version, status } = account;
    const id = sentBackId(by, cell.accountId, `${part} ${cell.key}`);
    return [{ ...cell, id, by, version, status, at: now }];
  });
  await saveSentBack(db, all);
};
