/** Writes into the register what the functions answered: whole rows of our columns, nothing else, in as few calls as they fit in. */
import {
  COLUMN_KEYS,
  type ColumnKey,
  columnHolds,
  EDITABLE,
  FREE_TEXTS,
} from '../../functions/domain/register/column-keys';
import type { CellValues } from '../../functions/domain/register/sheet-row';
import { forgetRead, type Register, type RowValues, type Sheet } from './register-sheet';

export interface RowUpdate {
  /** As it was read just now: what is not in `cells` stays as it is there. */
  row: RowValues;
  cells: Readonly<CellValues>;
  /** Null takes ours away; what the team wrote there stays. */
  notes: Readonly<Partial<Record<ColumnKey, string | null>>>;
}

export const writeRows = (register: Register, updates: readonly RowUpdate[]): void => {
  const sorted = [...updates].sort((a, b) => a.row.row - b.row.row);
  for (const rows of runsOfNeighbours(sorted, ({ row }) => row.row)) {
    const written = columnsToWrite(register, rows).flatMap(
      (columns) => writeCells(register, rows, columns) || [],
    );
    writeNotes(register, rows, written);
  }
};

/** What was written at once. */
interface WrittenRange {
  range: GoogleAppsScript.Spreadsheet.Range;
  /** Columns, from 1. */
  left: number;
  right: number;
}

/** A day counts as changed, for what it says takes a call. */
const changes = ({ at }: Register, { row, cells }: RowUpdate, key: ColumnKey): boolean =>
  cells[key] !== undefined && cells[key] !== (row.values[at[key] - 1] ?? '');

/** From the first column in which anything changes to the last one, in one call; null where nothing changes. */
const writeCells = (
  register: Register,
  rows: readonly RowUpdate[],
  neighbours: readonly ColumnKey[],
): WrittenRange | null => {
  const { sheet, at } = register;
  const changing = neighbours.map((key) => rows.some((update) => changes(register, update, key)));
  const keys = neighbours.slice(Math.max(changing.indexOf(true), 0), changing.lastIndexOf(true) + 1);
  const [first, top] = [keys[0], rows[0]?.row.row];
  if (first === undefined || top === undefined) return null;
  forgetRead(register);
  const values = rows.map(({ row, cells }) => keys.map((key) => cells[key] ?? row.values[at[key] - 1] ?? ''));
  const isText = formatTexts(
    sheet,
    { top, left: at[first] },
    values,
    keys.map((key, column) => keepsTexts(key, columnOfValues(values, column))),
  );
  const entered = values.map((line) =>
    line.map((value, column) => (isText[column] ? value : literalText(value))),
  );
  const left = at[first];
  const range = sheet.getRange(top, left, rows.length, keys.length).setValues(entered);
  return { range, left, right: left + keys.length - 1 };
};

const columnOfValues = (values: readonly (readonly unknown[])[], column: number): unknown[] =>
  values.map((line) => line[column]);

/** What `setValues` would take for a number, a date, a formula, or the escape of one: it reads texts as if they were typed. */
const isReadAsOther = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\s*(?:[-=+@'$¥€£.\d]|true$|false$|(?:jan|feb|ma[ry]|apr|ju[nl]|aug|sep|oct|nov|dec).*\d)/i.test(
    value.normalize('NFKC'),
  );

/** Whether the column's texts are kept by their number format. A column of dates or numbers keeps its own format. */
const keepsTexts = (key: ColumnKey, values: readonly unknown[]): boolean =>
  columnHolds(key) === 'words' &&
  (FREE_TEXTS.indexOf(key) >= 0 ? values.some((value) => value !== '') : values.some(isReadAsOther));

/** Set with the texts, always: a person may have set any format. Answers which columns have it: a table may keep its own. */
const formatTexts = (
  sheet: Sheet,
  { top, left }: { top: number; left: number },
  values: readonly (readonly unknown[])[],
  isText: readonly boolean[],
): boolean[] => {
  const a1 = (column: number): string => {
    const letters = columnLetters(left + column);
    return `${letters}${top}:${letters}${top + values.length - 1}`;
  };
  const whole = isText.flatMap((one, column) =>
    one && values.every((line) => typeof line[column] === 'string') ? column : [],
  );
  const areSet =
    whole.length === 0 || isAllowed(() => sheet.getRangeList(whole.map(a1)).setNumberFormat(TEXT_FORMAT));
  return isText.map(
    (one, column) =>
      one &&
      ((areSet && whole.indexOf(column) >= 0) ||
        isAllowed(() => formatCells(sheet.getRange(a1(column)), columnOfValues(values, column)))),
  );
};

const isAllowed = (format: () => void): boolean => {
  try {
    format();
    return true;
  } catch (error) {
    console.warn(String(error));
    return false;
  }
};

/** A date or a number that somebody typed keeps its own format. */
const formatCells = (range: GoogleAppsScript.Spreadsheet.Range, cells: readonly unknown[]): void => {
  const formats = range.getNumberFormats();
  range.setNumberFormats(formats.map((line, row) => (typeof cells[row] === 'string' ? [TEXT_FORMAT] : line)));
};

/** As in A1 notation. */
const columnLetters = (column: number): string =>
  (column > 26 ? columnLetters(Math.floor((column - 1) / 26)) : '') +
  String.fromCharCode(65 + ((column - 1) % 26));

const TEXT_FORMAT = '@';

/** In any other format an apostrophe keeps the text. */
const literalText = (value: unknown): unknown => (isReadAsOther(value) ? `'${value}` : value);

/** Only editable cells carry notes of ours. */
const writeNotes = (
  { sheet, at }: Register,
  rows: readonly RowUpdate[],
  written: readonly WrittenRange[],
): void => {
  const top = rows[0]?.row.row;
  const columns = EDITABLE.filter((key) => rows.some(({ notes }) => notes[key] !== undefined)).map(
    (key) => at[key],
  );
  if (top === undefined || columns.length === 0) return;
  const [first, last] = [Math.min(...columns), Math.max(...columns)];
  const { range, left } = written.find((one) => one.left <= first && one.right >= last) ?? {
    range: sheet.getRange(top, first, rows.length, last - first + 1),
    left: first,
  };
  const present = range.getNotes();
  const next = present.map((line, index) => {
    const noted = [...line];
    for (const key of EDITABLE) {
      const note = rows[index]?.notes[key];
      if (note !== undefined) noted[at[key] - left] = replaceNote(line[at[key] - left] || '', note);
    }
    return noted;
  });
  if (JSON.stringify(next) !== JSON.stringify(present)) range.setNotes(next);
};

const NOTE_HEADING = '― Hachi ―\n';

/** The note with our part replaced, which stands below the team's own. */
const replaceNote = (present: string, ours: string | null): string => {
  const at = present.indexOf(NOTE_HEADING);
  const theirs = (at < 0 ? present : present.slice(0, at)).trim();
  if (ours === null) return theirs;
  return `${theirs === '' ? '' : `${theirs}\n\n`}${NOTE_HEADING}${ours}`;
};

/** The items in groups of neighbours, in their order. */
export const runsOfNeighbours = <T>(items: readonly T[], placeOf: (item: T) => number): T[][] => {
  const found: T[][] = [];
  let last: number | undefined;
  for (const item of items) {
    const place = placeOf(item);
    if (last !== undefined && place === last + 1) found[found.length - 1]?.push(item);
    else found.push([item]);
    last = place;
  }
  return found;
};

/**
 * Neighbours together. Columns that people edit and in which nothing changes are left alone: somebody may have typed there since the
 * rows were read, and what was read would take its place.
 */
const columnsToWrite = (register: Register, rows: readonly RowUpdate[]): ColumnKey[][] => {
  const { at } = register;
  const untouched: readonly ColumnKey[] = EDITABLE.filter(
    (key) => !rows.some((update) => changes(register, update, key)),
  );
  return runsOfNeighbours(
    COLUMN_KEYS.filter((key) => untouched.indexOf(key) < 0).sort((a, b) => at[a] - at[b]),
    (key) => at[key],
  );
};
