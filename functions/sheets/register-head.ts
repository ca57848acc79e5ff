/** Where the columns of the register stand: by the hidden row of keys and, where a key is gone, by the label below it. */
import { isAccountId } from '../domain/account/account-id';
import { COLUMN_KEYS, type ColumnKey } from '../domain/register/column-keys';
import { columnOf } from '../domain/register/columns';
import { tableOf } from '../domain/status/table-keys';
import { RegisterRefusedError } from './register-refusal';

/** The keys are looked for in so many rows: people may have inserted some above. */
export const HEAD_SEARCH_ROWS = 10;

/** Cells as they were entered, formulas as their text; short rows, and nothing behind the last value. */
export type SheetValues = readonly (readonly unknown[])[];

export interface RegisterHead {
  keyRow: number;
  /** The account rows stand below it. */
  headerRow: number;
  at: Readonly<Record<ColumnKey, number>>;
  /** Not there before: their place is behind everything else. */
  newColumns: ReadonlySet<ColumnKey>;
  /** What the row of keys has to say, where it says something else. */
  keys: readonly { column: number; text: string }[];
}

/** A row has to be put in before anything else can be told. */
export interface MissingHeadRow {
  insertRowAt: number;
  holds: 'keys' | 'header';
}

/** So many known keys or labels make a row a head. */
const MIN_KNOWN_CELLS = 3;

export const cellAt = (values: SheetValues, row: number, column: number): unknown =>
  values[row]?.[column] ?? '';

const isKey = (cell: unknown): cell is ColumnKey => COLUMN_KEYS.some((key) => key === cell);

const KEY_OF_LABEL: ReadonlyMap<unknown, ColumnKey> = new Map(
  COLUMN_KEYS.flatMap((key): [unknown, ColumnKey][] => {
    const { label } = columnOf(key);
    return [
      [label.ja, key],
      [label.en, key],
    ];
  }),
);

export const isLabelOf = (key: ColumnKey, cell: unknown): boolean => KEY_OF_LABEL.get(cell) === key;

/** Index of the row with the most known cells; -1 where no row has enough of them. */
const rowWithMost = (values: SheetValues, isKnown: (cell: unknown) => boolean): number => {
  const counts = values.slice(0, HEAD_SEARCH_ROWS).map((row) => row.filter(isKnown).length);
  const most = Math.max(0, ...counts);
  return most < MIN_KNOWN_CELLS ? -1 : counts.indexOf(most);
};

const isBlankRow = (row: readonly unknown[] | undefined): boolean => (row ?? []).every((cell) => cell === '');

/** Throws RegisterRefusedError where a person has to say which column is which; also where a row would have to be put in first. */
export const findHead = (values: SheetValues): RegisterHead | MissingHeadRow => {
  const keyRow = rowWithMost(values, isKey);
  if (keyRow >= 0) return headBelowKeys(values, keyRow);
  const headerRow = rowWithMost(values, (cell) => KEY_OF_LABEL.has(cell));
  if (headerRow < 0) {
    if (!values.every(isBlankRow))
      throw new RegisterRefusedError({ code: 'REGISTER_KEYS_LOST', columns: [columnOf('id').label] });
    return headOf(values, 0, 1);
  }
  if (headerRow === 0 || !isBlankRow(values[headerRow - 1])) {
    headOf(values.toSpliced(headerRow, 0, []), headerRow, headerRow + 1);
    return { insertRowAt: headerRow, holds: 'keys' };
  }
  return headOf(values, headerRow - 1, headerRow);
};

const headBelowKeys = (values: SheetValues, keyRow: number): RegisterHead | MissingHeadRow => {
  const idColumn = values[keyRow]?.indexOf('id') ?? -1;
  const labelRow = values.findIndex(
    (row, index) =>
      index > keyRow &&
      index < keyRow + HEAD_SEARCH_ROWS &&
      row.filter((cell) => KEY_OF_LABEL.has(cell)).length >= MIN_KNOWN_CELLS,
  );
  const headerRow = labelRow < 0 ? keyRow + 1 : labelRow;
  // The header was deleted: an account has moved up into its place.
  if (isAccountId(String(cellAt(values, headerRow, idColumn)))) {
    headOf(values.toSpliced(headerRow, 0, []), keyRow, headerRow);
    return { insertRowAt: headerRow, holds: 'header' };
  }
  return headOf(values, keyRow, headerRow);
};

const headOf = (values: SheetValues, keyRow: number, headerRow: number): RegisterHead => {
  const keyCells = values[keyRow] ?? [];
  const columns = Math.max(0, ...values.map((row) => row.length));
  const columnsWithoutKey = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => !isKey(keyCells[column]),
  );
  const at = new Map<ColumnKey, number>();
  const newColumns = new Set<ColumnKey>();
  const unclear: ColumnKey[] = [];
  for (const key of COLUMN_KEYS) {
    // Of a column and its copy, the first; the other one becomes a column of the team's own.
    const keyColumn = keyCells.indexOf(key);
    const labelled = columnsWithoutKey.filter((column) => isLabelOf(key, cellAt(values, headerRow, column)));
    if (keyColumn >= 0) at.set(key, keyColumn);
    else if (labelled.length === 1) at.set(key, labelled[0] ?? 0);
    else if (labelled.length > 1) unclear.push(key);
    else {
      at.set(key, columns + newColumns.size);
      newColumns.add(key);
    }
  }
  const isEmpty = values.every(isBlankRow);
  if (newColumns.has('id') && !isEmpty) unclear.push('id');
  if (unclear.length > 0)
    throw new RegisterRefusedError({
      code: 'REGISTER_KEYS_LOST',
      columns: unclear.map((key) => columnOf(key).label),
    });
  const keys = [...at].flatMap(([key, column]) => (keyCells[column] === key ? [] : { column, text: key }));
  const places = new Set(at.values());
  const copies = keyCells.flatMap((cell, column) =>
    isKey(cell) && !places.has(column) ? { column, text: '' } : [],
  );
  return {
    keyRow,
    headerRow,
    // Each has one by now.
    at: tableOf(COLUMN_KEYS, (key) => at.get(key) ?? -1),
    newColumns,
    keys: [...keys, ...copies],
  };
};
