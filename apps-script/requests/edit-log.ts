/**
 * Who typed what waits to be sent. It is kept beside the sheet, in properties that no cell can change, by account and column:
 * rows may be sorted meanwhile. An entry is about one value: a cell that says something else was typed by nobody knows whom.
 * Not verified against Google: that the temporary key of a user stays the same for as long as an edit waits.
 */

import { EDITABLE, type EditableKey } from '../../functions/domain/register/column-keys';
import { cellText, pendingKeys, type SheetRow } from '../../functions/domain/register/sheet-row';
import { shortDigest } from '../../functions/domain/text/text-digest';
import { documentProperties } from '../register/document-properties';
import { draftMarkOf } from '../register/draft-mark';
import { currentEditor } from './editor-identity';

const EDIT_PREFIX = 'edit.';
/** Google keeps 9 KB in one property, with its name. */
const MAX_LENGTH = 8_500;
/** In milliseconds: longer than the trigger may take that logs an edit first and marks its rows then. */
const MIN_AGE = 60_000;
/** Edits that were all answered are forgotten when there are so many: what stands in the sheet then takes calls to know. */
const MANY = 24;

/** Cells of one row: of an account by its ID, of a draft by its mark; a row that is neither has the empty ID. */
export interface EditedRow {
  rowId: string;
  /** Digests by the place of the column in EDITABLE; of a draft also one for all that stands in it. */
  cells: Readonly<Record<string, string>>;
}

const DRAFT_CELL = 'd';

const digestOfDraft = (row: SheetRow): string =>
  shortDigest(JSON.stringify(EDITABLE.map((key) => cellText(row, key))));

const digestOfCell = (row: SheetRow, key: EditableKey): string => shortDigest(cellText(row, key));

const cellDigests = (row: SheetRow, keys: readonly EditableKey[]): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [EDITABLE.indexOf(key), digestOfCell(row, key)]));

export const editedCells = (row: SheetRow, keys: readonly EditableKey[]): EditedRow => ({
  rowId: cellText(row, 'id'),
  cells: cellDigests(row, keys),
});

/** A sort of some columns may carry them to an account's row, and no hidden cell of this one can tell where they were typed. */
export const editedUnknownRow = (row: SheetRow, keys: readonly EditableKey[]): EditedRow => ({
  rowId: '',
  cells: cellDigests(row, keys),
});

export const editedDraft = (row: SheetRow, mark: string): EditedRow => ({
  rowId: mark,
  cells: { ...cellDigests(row, pendingKeys(row)), [DRAFT_CELL]: digestOfDraft(row) },
});

const ANSWERED = '=';

/** Logs as nobody's what was answered, so that the log does not take it for moved when the row shows it no more. */
export const logAnswered = (rows: readonly EditedRow[]): void => logEdits(rows, NOBODY);

export const answeredCells = (row: SheetRow, keys: readonly EditableKey[]): EditedRow => ({
  rowId: draftMarkOf(row) || cellText(row, 'id'),
  cells: Object.fromEntries(keys.map((key) => [EDITABLE.indexOf(key), ANSWERED + digestOfCell(row, key)])),
});

/** Sorts as the instants do. */
const timeText = (instant: number): string => instant.toString(36).padStart(9, '0');

const NOBODY = (): string => '';

/** Logs the edits in the name of the person at the sheet. */
export const logEdits = (rows: readonly EditedRow[], editor: () => string = currentEditor): void =>
  logLines(
    EDIT_PREFIX,
    rows.map(({ rowId, cells }) =>
      [rowId, ...Object.keys(cells).map((cell) => `${cell}${cells[cell]}`)].join(' '),
    ),
    MAX_LENGTH,
    editor,
  );

/**
 * Under names that sort by time, each with its editor in the first line. Where there is no room for it, it was typed by nobody
 * knows whom.
 */
export const logLines = (
  prefix: string,
  lines: readonly string[],
  maxLength: number,
  editor: () => string,
): void => {
  if (lines.length === 0) return;
  const name = editor();
  const parts: string[] = [];
  for (const line of lines) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length + line.length < maxLength)
      parts[parts.length - 1] = `${last}\n${line}`;
    else parts.push(`${name}\n${line}`);
  }
  const edit = `${prefix}${timeText(Date.now())}.${Math.random().toString(36).slice(2, 10)}`;
  try {
    documentProperties().setProperties(
      Object.fromEntries(parts.map((part, index) => [`${edit}.${index}`, part])),
    );
  } catch (error) {
    console.warn(String(error));
  }
};

/** The oldest first. */
export const loggedNames = (properties: Readonly<Record<string, string>>, prefix: string): string[] =>
  Object.keys(properties)
    .filter((name) => name.indexOf(prefix) === 0)
    .sort();

export interface EditLog {
  /** Who typed what stands in the cell; null where nobody knows. */
  editorOfCell: (row: SheetRow, key: EditableKey) => string | null;
  editorOfDraft: (row: SheetRow) => string | null;
  /** Other rows in which somebody typed what stands in the cell, into the same column, and which nobody has answered. */
  otherRowIds: (row: SheetRow, key: EditableKey) => readonly string[];
  /** IDs of accounts, and marks of drafts, with cells of editors like that which nobody has answered. */
  rowIdsOf: (isEditor: (editor: string) => boolean) => readonly string[];
  /**
   * Forgets edits, all but the latest, of which nothing waits any more, in the rows with those IDs or anywhere else: `pendingTexts`
   * are all that wait in a column, for what was typed may have been moved to another row. Asks where something may be forgotten.
   */
  forget: (
    waitingRowIds: () => ReadonlySet<string>,
    pendingTexts: (key: EditableKey) => readonly string[],
  ) => void;
}

interface LoggedCell {
  rowId: string;
  /** The place of its column, and the digest, with the sign of an answer between them. */
  cell: string;
}

const placeOf = ({ rowId, cell }: LoggedCell): string => rowId + cell.replace(ANSWERED, '');

/** As it is now; `properties` are those of the document. */
export const readEditLog = (properties: Readonly<Record<string, string>>): EditLog => {
  const names = loggedNames(properties, EDIT_PREFIX);
  /** The newest edit of each cell, by row ID and cell. */
  const newest = new Map<string, { editor: string; digest: string; waits: boolean }>();
  const cellsByName = new Map<string, LoggedCell[]>();
  /** By cell and digest. */
  const rowIds = new Map<string, string[]>();
  for (const name of names) {
    const [editor = '', ...lines] = (properties[name] || '').split('\n');
    const logged = lines.flatMap((line) => {
      const [rowId = '', ...cells] = line.split(' ');
      return cells.map((cell): LoggedCell => ({ rowId, cell }));
    });
    cellsByName.set(name, logged);
    for (const { rowId, cell } of logged) {
      const typed = cell.replace(ANSWERED, '');
      const others = (rowIds.get(typed) || []).filter((one) => one !== rowId);
      rowIds.set(typed, typed === cell ? [...others, rowId] : others);
      const place = rowId + cell.charAt(0);
      const answered = newest.get(place);
      if (typed === cell) newest.set(place, { editor, digest: cell.slice(1), waits: true });
      else if (answered?.digest === typed.slice(1)) newest.set(place, { ...answered, waits: false });
    }
  }
  const cellsIn = (name: string): readonly LoggedCell[] => cellsByName.get(name) || [];
  /** Not answered. */
  const isOpen = ({ rowId, cell }: LoggedCell): boolean => (rowIds.get(cell) || []).indexOf(rowId) >= 0;
  const editorOf = (rowId: string, cell: string | number, digest: string): string | null => {
    const entry = newest.get(`${rowId}${cell}`);
    return entry?.digest === digest ? entry.editor : null;
  };
  return {
    editorOfCell: (row, key) => editorOf(cellText(row, 'id'), EDITABLE.indexOf(key), digestOfCell(row, key)),
    editorOfDraft: (row) => editorOf(draftMarkOf(row) || '', DRAFT_CELL, digestOfDraft(row)),
    otherRowIds: (row, key) =>
      (rowIds.get(EDITABLE.indexOf(key) + digestOfCell(row, key)) || []).filter(
        (rowId) => rowId !== cellText(row, 'id'),
      ),
    rowIdsOf: (isEditor) =>
      [...newest].flatMap(([cell, { editor, waits }]) =>
        waits && isEditor(editor) ? [cell.slice(0, -1)] : [],
      ),
    forget: (waitingRowIds, pendingTexts) => {
      const newestToForget = EDIT_PREFIX + timeText(Date.now() - MIN_AGE);
      const old = names.filter((name) => name < newestToForget);
      if (old.length < MANY && !old.some((name) => cellsIn(name).some(isOpen))) return;
      const waiting = waitingRowIds();
      const stands = (cell: string): boolean => {
        const key = EDITABLE[Number(cell.charAt(0))];
        return key !== undefined && pendingTexts(key).some((text) => shortDigest(text) === cell.slice(1));
      };
      const isNeeded = (one: LoggedCell): boolean =>
        waiting.has(one.rowId) || (isOpen(one) && stands(one.cell));
      const forgotten = old.filter((name) => !cellsIn(name).some(isNeeded));
      // Without its answer, an edit that is kept would seem to wait.
      const kept = new Set(
        names.filter((name) => forgotten.indexOf(name) < 0).flatMap((name) => cellsIn(name).map(placeOf)),
      );
      for (const name of forgotten)
        if (!cellsIn(name).some((one) => kept.has(placeOf(one)))) documentProperties().deleteProperty(name);
    },
  };
};
