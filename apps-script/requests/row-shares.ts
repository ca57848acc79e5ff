/**
 * Who decided what waits in a row. The person at the menu or the sidebar sends their own cells only; a clock trigger sends
 * what is left, each cell in the name of who typed it or, where nobody knows, of an unknown editor.
 */
import { UNKNOWN_EDITOR } from '../../functions/domain/account/unknown-editor';
import { sendableKeys } from '../../functions/domain/register/cell-origin';
import { isDraftRow } from '../../functions/domain/register/classify-row';
import type { EditableKey } from '../../functions/domain/register/column-keys';
import { pendingKeys, type SheetRow } from '../../functions/domain/register/sheet-row';
import type { EditLog } from './edit-log';
import { addressOf, ownAddress, ownEditorTest } from './editor-identity';

/** Cells of one row that one person has decided. */
export interface RowShare {
  /** E-mail address, or UNKNOWN_EDITOR. */
  decider: string;
  /** Nobody has signed in as the decider. */
  isSentForAnother: boolean;
  /** Of a draft none: it is one request. */
  keys: readonly EditableKey[];
}

/** Whose request a cell is; null where it is not sent now. */
type DeciderOf = (editor: string | null) => string | null;

/** Those who sign in send what they have typed themselves. */
export const ownShares = (log: EditLog): ((row: SheetRow) => RowShare[]) => {
  const isOwn = ownEditorTest();
  return (row) =>
    sharesOf(log, row, false, (editor) => (editor !== null && isOwn(editor) ? ownAddress() : null));
};

/** By a clock trigger; `properties` are those of the document. */
export const everybodysShares = (
  log: EditLog,
  properties: Readonly<Record<string, string>>,
): ((row: SheetRow) => RowShare[]) => {
  const addresses = new Map<string, string>();
  const deciderOf: DeciderOf = (editor) => {
    if (editor === null) return UNKNOWN_EDITOR;
    const address = addresses.get(editor) ?? addressOf(editor, properties) ?? UNKNOWN_EDITOR;
    addresses.set(editor, address);
    return address;
  };
  return (row) => sharesOf(log, row, true, deciderOf);
};

/** A person has asked for this very row, whoever typed it. */
export const wholeRowShare = (row: SheetRow): RowShare[] => [
  { decider: ownAddress(), isSentForAnother: false, keys: pendingKeys(row) },
];

const sharesOf = (
  log: EditLog,
  row: SheetRow,
  isSentForAnother: boolean,
  deciderOf: DeciderOf,
): RowShare[] => {
  if (isDraftRow(row)) {
    const decider = deciderOf(log.editorOfDraft(row));
    return decider === null ? [] : [{ decider, isSentForAnother, keys: [] }];
  }
  // By the editor: two whom nobody can name are two.
  const keysOf = new Map<string | null, EditableKey[]>();
  for (const key of sendableKeys(row)) {
    const editor = log.editorOfCell(row, key);
    keysOf.set(editor, [...(keysOf.get(editor) || []), key]);
  }
  return [...keysOf].flatMap(([editor, keys]): RowShare | never[] => {
    const decider = deciderOf(editor);
    return decider === null ? [] : { decider, isSentForAnother, keys };
  });
};
