/** The rows of the register: which account each one is, and which of its cells have to be written. */
import type { CalendarDate } from '../domain/calendar';
import { type CellValue, dayCounts, type RegisterView, rowCells } from '../domain/register-cells';
import {
  type ColumnKey,
  DAY_COUNTS,
  GOVERNED,
  type GovernedKey,
  type MirrorKey,
} from '../domain/register-columns';
import type { RegisterRow } from '../domain/register-row';
import { dayOfSerial } from '../domain/serial-day';
import { ACCOUNT_ID } from './cells';
import { cellAt, type Head, type Values } from './register-head';

interface SheetRow {
  index: number;
  id: string;
  /** False for a row that Hachi has not written yet: nothing tells what is a request in it. */
  mirrored: boolean;
}

export interface Survey {
  /** One an account, the topmost. */
  rows: readonly SheetRow[];
  /** Every account that stands somewhere, also in a row that is left alone. */
  ids: ReadonlySet<string>;
  /** Rows whose ID does not fit: torn by a sort, copied, or typed over. */
  leftAlone: number;
  /** Rows that somebody typed and nobody has registered yet. */
  drafts: number;
  /** Below all that is written anywhere. */
  end: number;
}

const textAt = (values: Values, row: number, column: number): string => String(cellAt(values, row, column));

export const surveyRows = (values: Values, { at, headerRow, made }: Head): Survey => {
  const names = new Set<unknown>();
  for (let row = headerRow + 1; row < values.length; row += 1)
    names.add(cellAt(values, row, at['mirror.name']));
  const ids = new Set<string>();
  const rows: SheetRow[] = [];
  const placed = new Set<string>();
  let [leftAlone, drafts] = [0, 0];
  for (let index = headerRow + 1; index < values.length; index += 1) {
    const [id, mirror] = [textAt(values, index, at.id), textAt(values, index, at['mirror.id'])];
    const [name, ownName] = [cellAt(values, index, at.name), cellAt(values, index, at['mirror.name'])];
    if (id === '' && mirror === '') {
      if (values[index]?.some((cell) => cell !== '')) drafts += 1;
      continue;
    }
    const known = [id, mirror].filter((one) => ACCOUNT_ID.test(one));
    for (const one of known) ids.add(one);
    const isTorn =
      (mirror !== '' && mirror !== id) ||
      (ownName !== '' && name !== ownName && name !== '' && names.has(name));
    if (isTorn || placed.has(id) || !ACCOUNT_ID.test(id)) {
      leftAlone += 1;
      continue;
    }
    placed.add(id);
    const version = cellAt(values, index, at['mirror.version']);
    const isOurs = mirror === id || made.has('mirror.id');
    rows.push({ index, id, mirrored: isOurs && typeof version === 'number' });
  }
  return { rows, ids, leftAlone, drafts, end: Math.max(values.length, headerRow + 1) };
};

export interface Written {
  index: number;
  /** By column. */
  cells: ReadonlyMap<number, CellValue>;
}

export interface RowPlan {
  /** From the top. */
  writes: readonly Written[];
  /** Rows that stand there and change. */
  written: number;
  appended: number;
  /** Rows in which what a person typed waits to be sent. */
  pending: number;
  /** Rows of accounts that do not exist. */
  unknown: number;
  /** Accounts that could not be shown whole: to be looked at again. */
  again: readonly string[];
}

const KEPT_WITH_REQUEST: readonly ColumnKey[] = ['mirror.version'];
const mirrorOf = (key: GovernedKey): MirrorKey => `mirror.${key}`;

/**
 * `accounts` are those that changed, or all: in the order in which new ones are to stand. A request that waits keeps its cell
 * and what it was based on; of an account that was not read, only what its own row tells is put right.
 */
export const planRows = (
  values: Values,
  head: Head,
  survey: Survey,
  accounts: ReadonlyMap<string, RegisterRow>,
  { areAll, ...view }: RegisterView & { areAll: boolean },
): RowPlan => {
  const { at, made } = head;
  const writes: Written[] = [];
  const again: string[] = [];
  let [pending, unknown] = [0, 0];
  for (const row of survey.rows) {
    const cell = (key: ColumnKey): unknown => cellAt(values, row.index, at[key]);
    const account = accounts.get(row.id);
    const waiting = GOVERNED.filter(
      (key) =>
        row.mirrored && !made.has(key) && !made.has(mirrorOf(key)) && cell(key) !== cell(mirrorOf(key)),
    );
    if (account === undefined) {
      if (waiting.length > 0) pending += 1;
      if (!row.mirrored || areAll) unknown += 1;
      else addDifferent(writes, row.index, at, cell, ownTelling(cell, view.today));
      continue;
    }
    const wanted: Partial<Record<ColumnKey, CellValue>> = { ...rowCells(account, view) };
    const kept = waiting.filter((key) => cell(key) !== wanted[key]);
    for (const key of kept.flatMap((one) => [one, mirrorOf(one), ...KEPT_WITH_REQUEST])) delete wanted[key];
    if (kept.length > 0) {
      pending += 1;
      if (cell('mirror.version') !== account.version) again.push(row.id);
    }
    addDifferent(writes, row.index, at, cell, wanted);
  }
  const written = writes.length;
  const placed = new Set(survey.rows.map(({ id }) => id));
  let index = survey.end;
  for (const account of accounts.values()) {
    if (placed.has(account.id)) continue;
    if (survey.ids.has(account.id)) again.push(account.id);
    else if (!account.withdrawn) {
      const cells = Object.entries(rowCells(account, view)) as [ColumnKey, CellValue][];
      writes.push({ index, cells: new Map(cells.map(([key, value]) => [at[key], value])) });
      index += 1;
    }
  }
  return { writes, written, appended: writes.length - written, pending, unknown, again };
};

type Wanted = Partial<Record<ColumnKey, CellValue>>;

const addDifferent = (
  writes: Written[],
  index: number,
  at: Head['at'],
  cell: (key: ColumnKey) => unknown,
  wanted: Wanted,
): void => {
  const keys = Object.keys(wanted) as ColumnKey[];
  const different = new Set(keys.filter((key) => cell(key) !== wanted[key]));
  // They change together every day: in one block of cells for many rows.
  if (DAY_COUNTS.some((key) => different.has(key))) for (const key of DAY_COUNTS) different.add(key);
  if (different.size > 0)
    writes.push({ index, cells: new Map([...different].map((key) => [at[key], wanted[key] ?? ''])) });
};

/** What a row says of its account without the account: its name, and the days counted from its dates. */
const ownTelling = (cell: (key: ColumnKey) => unknown, today: CalendarDate): Wanted => {
  const dates = {
    statusSince: dayOfSerial(cell('statusSince')),
    lastContact: dayOfSerial(cell('lastContact')),
    nextCheck: dayOfSerial(cell('mirror.nextCheck')),
  };
  const name = cell('mirror.name');
  return {
    ...dayCounts(dates, today),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
  };
};
