/** The rows of the register: which account each one is, and which of its cells have to be written. */
import { isAccountId } from '../domain/account/account-id';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { dateOfSheetSerial } from '../domain/calendar/sheet-date';
import {
  dayCounts,
  isWithdrawnText,
  type RegisterCellValue,
  type RegisterView,
  rowCells,
} from '../domain/register/cells';
import {
  type ColumnKey,
  columnOf,
  DAY_COUNTS,
  EDITABLE,
  type EditableKey,
  type MirrorKey,
} from '../domain/register/columns';
import type { Contradiction, RegisterFinding } from '../domain/register/findings';
import { markOf, markText, type RequestMark } from '../domain/register/request-marks';
import type { RegisterRow } from '../domain/register/row';
import { cellAt, type RegisterHead, type SheetValues } from './register-head';

interface SheetRow {
  index: number;
  id: string;
  /** False for a row that Hachi has not written yet: nothing tells what is a request in it. */
  mirrored: boolean;
  /** Of the run before: which account it is could not be told then. */
  wasFrozen: boolean;
}

export interface ClassifiedRows {
  /** One an account, the topmost. */
  rows: readonly SheetRow[];
  /** Every account that stands somewhere, also in a row that is left alone. */
  ids: ReadonlySet<string>;
  /** Rows whose ID does not fit: torn by a sort, copied, or typed over. */
  leftAlone: readonly RowFinding[];
  /** Rows that somebody typed and nobody has registered yet. */
  drafts: readonly RowFinding[];
  /** Rows of no company that a mark was left in. */
  emptied: readonly number[];
  /** Below all that is written anywhere. */
  end: number;
}

interface RowFinding {
  index: number;
  toCheck: RegisterFinding;
}

const textAt = (values: SheetValues, row: number, column: number): string =>
  String(cellAt(values, row, column));

export const classifyRows = (values: SheetValues, { at, headerRow, made }: RegisterHead): ClassifiedRows => {
  const names = new Set<unknown>();
  for (let row = headerRow + 1; row < values.length; row += 1)
    names.add(cellAt(values, row, at['mirror.name']));
  const ids = new Set<string>();
  const rows: SheetRow[] = [];
  const placed = new Map<string, number>();
  const [leftAlone, drafts, emptied]: [RowFinding[], RowFinding[], number[]] = [[], [], []];
  for (let index = headerRow + 1; index < values.length; index += 1) {
    const [id, mirror] = [textAt(values, index, at.id), textAt(values, index, at['mirror.id'])];
    const [name, ownName] = [textAt(values, index, at.name), textAt(values, index, at['mirror.name'])];
    const mark = markOf(cellAt(values, index, at.requestState));
    const place = { row: index + 1, accountId: id, company: name };
    if (id === '' && mirror === '') {
      if (name.trim() !== '') drafts.push({ index, toCheck: { ...place, kind: 'draft' } });
      else if (mark !== null) emptied.push(index);
      continue;
    }
    for (const one of [id, mirror]) if (isAccountId(one)) ids.add(one);
    const isOthers = ownName !== '' && name !== ownName && name !== '' && names.has(name);
    const above = placed.get(id);
    const toCheck: RegisterFinding | null = isOthers
      ? { ...place, kind: 'torn', accountId: mirror || id, ownCompany: ownName }
      : mirror !== '' && mirror !== id
        ? { ...place, kind: 'idTypedOver', accountId: mirror, typed: id }
        : !isAccountId(id)
          ? { ...place, kind: 'unknown' }
          : above !== undefined
            ? { ...place, kind: 'copied', above: above + 1 }
            : null;
    if (toCheck !== null) {
      leftAlone.push({ index, toCheck });
      continue;
    }
    placed.set(id, index);
    const version = cellAt(values, index, at['mirror.version']);
    const isOurs = mirror === id || made.has('mirror.id');
    rows.push({ index, id, mirrored: isOurs && typeof version === 'number', wasFrozen: mark === 'frozen' });
  }
  return { rows, ids, leftAlone, drafts, emptied, end: Math.max(values.length, headerRow + 1) };
};

export interface RowWrite {
  index: number;
  /** By column. */
  cells: ReadonlyMap<number, RegisterCellValue>;
}

export interface RowPlan {
  /** From the top. */
  writes: readonly RowWrite[];
  /** Rows of accounts that stand there and change. */
  written: number;
  appended: number;
  /** Rows in which what a person typed waits to be sent. */
  pending: number;
  /** Rows of accounts that do not exist. */
  unknown: number;
  /** Accounts that could not be shown whole: to be looked at again. */
  again: readonly string[];
  /** From the top. */
  toCheck: readonly RegisterFinding[];
}

export interface PlanView extends RegisterView {
  /** Every account was read. */
  areAll: boolean;
  /** Accounts that were asked for, whether there are such or not. */
  asked: ReadonlySet<string>;
  /** What waits to be sent is dropped: every cell shows the truth. */
  discardRequests: boolean;
}

const COLUMNS_KEPT_WITH_REQUEST: readonly ColumnKey[] = ['mirror.version'];
const mirrorOf = (key: EditableKey): MirrorKey => `mirror.${key}`;

/** Marks of what waits, or cannot be told: they go when that is over. A reason for a refusal stays until it is answered. */
const TRANSIENT_MARKS: readonly (RequestMark | null)[] = ['unsent', 'draft', 'frozen'];

/**
 * `accounts` are those that changed, or all: in the order in which new ones are to stand. A request that waits keeps its cell
 * and what it was based on; of an account that was not read, only what its own row tells is put right.
 */
export const reconcileRows = (
  values: SheetValues,
  head: RegisterHead,
  survey: ClassifiedRows,
  accounts: ReadonlyMap<string, RegisterRow>,
  { areAll, asked, discardRequests, ...view }: PlanView,
): RowPlan => {
  const { at, made } = head;
  const { language } = view;
  const cellIn =
    (index: number) =>
    (key: ColumnKey): unknown =>
      cellAt(values, index, at[key]);
  const writes: RowWrite[] = [];
  const marks: RowWrite[] = [];
  const again: string[] = [];
  const toCheck: RegisterFinding[] = [...survey.leftAlone, ...survey.drafts].map(
    (finding) => finding.toCheck,
  );
  const mark = (index: number, wanted: RequestMark | null, unless: readonly (RequestMark | null)[]): void => {
    const requestState = wanted === null ? '' : markText(wanted, language);
    if (!unless.includes(markOf(cellIn(index)('requestState'))))
      addDifferingCells(marks, index, at, cellIn(index), { requestState });
  };
  let [pending, unknown] = [0, 0];
  for (const { index, id, mirrored } of survey.rows) {
    const cell = cellIn(index);
    const account = accounts.get(id);
    const place = {
      row: index + 1,
      accountId: id,
      company: account?.name ?? String(cell('mirror.name') || cell('name')),
    };
    if (account === undefined && (!mirrored || areAll || asked.has(id))) {
      unknown += 1;
      toCheck.push({ ...place, kind: 'unknown' });
      mark(index, 'frozen', ['frozen']);
      continue;
    }
    const waiting = EDITABLE.filter(
      (key) => mirrored && !made.has(key) && !made.has(mirrorOf(key)) && cell(key) !== cell(mirrorOf(key)),
    );
    const wanted: WantedCells =
      account === undefined ? cellsFromOwnRow(cell, view.today) : { ...rowCells(account, view) };
    const kept = discardRequests
      ? []
      : waiting.filter((key) => account === undefined || cell(key) !== wanted[key]);
    if (account !== undefined) {
      const contradictions = findContradictions(kept, cell, account, view);
      if (contradictions.length > 0) toCheck.push({ ...place, kind: 'conflict', contradictions });
      for (const key of kept.flatMap((one) => [one, mirrorOf(one), ...COLUMNS_KEPT_WITH_REQUEST]))
        delete wanted[key];
      if (kept.length > 0 && cell('mirror.version') !== account.version) again.push(id);
    }
    if (account?.withdrawn ?? isWithdrawnText(cell('pending'))) toCheck.push({ ...place, kind: 'withdrawn' });
    if (kept.length > 0) pending += 1;
    const marked = markOf(cell('requestState'));
    if (kept.length > 0 && marked !== 'unsent') wanted.requestState = markText('unsent', language);
    if (kept.length === 0 && TRANSIENT_MARKS.includes(marked)) wanted.requestState = '';
    addDifferingCells(writes, index, at, cell, wanted);
  }
  const written = writes.length;
  for (const { index } of survey.leftAlone) mark(index, 'frozen', ['frozen']);
  for (const { index } of survey.drafts) mark(index, 'draft', ['draft', 'unsent', 'refused']);
  for (const index of survey.emptied) mark(index, null, [null]);
  const placed = new Set(survey.rows.map(({ id }) => id));
  const appended: RowWrite[] = [];
  for (const account of accounts.values()) {
    if (placed.has(account.id)) continue;
    if (survey.ids.has(account.id)) again.push(account.id);
    else if (!account.withdrawn) {
      const cells = Object.entries(rowCells(account, view)) as [ColumnKey, RegisterCellValue][];
      appended.push({
        index: survey.end + appended.length,
        cells: new Map(cells.map(([key, value]) => [at[key], value])),
      });
    }
  }
  return {
    writes: [...[...writes, ...marks].sort((a, b) => a.index - b.index), ...appended],
    written,
    appended: appended.length,
    pending,
    unknown,
    again,
    toCheck: toCheck.sort((a, b) => a.row - b.row),
  };
};

/** Of the cells that ask for something, those whose value has become another one since they were typed, in any language. */
const findContradictions = (
  kept: readonly EditableKey[],
  cell: (key: ColumnKey) => unknown,
  account: RegisterRow,
  view: RegisterView,
): Contradiction[] => {
  if (kept.length === 0 || cell('mirror.version') === account.version) return [];
  const truths = (['ja', 'en'] as const).map((language) => rowCells(account, { ...view, language }));
  const stands = rowCells(account, view);
  return kept
    .filter((key) => truths.every((truth) => truth[key] !== cell(mirrorOf(key))))
    .map((key) => ({ key, asked: readableValue(key, cell(key)), stands: readableValue(key, stands[key]) }));
};

const readableValue = (key: EditableKey, value: unknown): string =>
  (columnOf(key).holds === 'date' ? dateOfSheetSerial(value) : null) ?? String(value);

type WantedCells = Partial<Record<ColumnKey, RegisterCellValue>>;

const addDifferingCells = (
  writes: RowWrite[],
  index: number,
  at: RegisterHead['at'],
  cell: (key: ColumnKey) => unknown,
  wanted: WantedCells,
): void => {
  const keys = Object.keys(wanted) as ColumnKey[];
  const different = new Set(keys.filter((key) => cell(key) !== wanted[key]));
  // They change together every day: in one block of cells for many rows.
  if (DAY_COUNTS.some((key) => different.has(key))) for (const key of DAY_COUNTS) different.add(key);
  if (different.size > 0)
    writes.push({ index, cells: new Map([...different].map((key) => [at[key], wanted[key] ?? ''])) });
};

/** What a row says of its account without the account: its name, and the days counted from its dates. */
const cellsFromOwnRow = (cell: (key: ColumnKey) => unknown, today: CalendarDate): WantedCells => {
  const dates = {
    statusSince: dateOfSheetSerial(cell('statusSince')),
    lastContact: dateOfSheetSerial(cell('lastContact')),
    nextCheck: dateOfSheetSerial(cell('mirror.nextCheck')),
  };
  const name = cell('mirror.name');
  return {
    ...dayCounts(dates, today),
    ...(typeof name === 'string' && name !== '' ? { name } : {}),
  };
};
