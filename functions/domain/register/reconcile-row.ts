/** What a row has to hold, given its account: what was written last gives way to it, what a person asks for stays. */
import type { CalendarDate } from '../calendar/calendar-date';
import { dateOfSheetSerial } from '../calendar/sheet-date';
import type { Text } from '../text/text';
import { dayCounts, type RegisterView, rowCells } from './cells';
import { type EditableKey, QUICK_ENTRY, VALUE_KEYS } from './column-keys';
import type { Contradiction } from './findings';
import { markOf, markText, type RequestMark } from './request-marks';
import type { RegisterRow } from './row';
import { baseVersion, versionCell } from './row-version';
import {
  type CellValues,
  cellText,
  comparableText,
  differingCells,
  mirrorKey,
  pendingKeys,
  type SheetRow,
} from './sheet-row';

export interface ReconciledRow {
  /** What differs from what stands there. */
  cells: CellValues;
  /** Cells whose requests wait on: they keep what they were based on. */
  pending: readonly EditableKey[];
}

export interface ReconcileOptions {
  /** False for a row that Hachi has not written: nothing in it is a request. */
  isWritten: boolean;
  /** What waits is dropped: every cell shows the account. */
  discardRequests?: boolean;
  /** The account has just been changed from here, which answers an earlier refusal. */
  isAnswered?: boolean;
}

/**
 * The row of an account as it stands now. A request whose value the account has got meanwhile is none any more; the others
 * keep their cells, their mirrors and the versions that they were made on, so that a conflict can be told.
 */
export const reconcileRow = (
  row: SheetRow,
  account: RegisterRow,
  view: RegisterView,
  { isWritten, discardRequests = false, isAnswered = false }: ReconcileOptions,
): ReconciledRow => {
  const wanted: CellValues = { ...rowCells(account, view), ...lineCells(row, isWritten, discardRequests) };
  const pending =
    isWritten && !discardRequests
      ? pendingKeys(row).filter((key) => cellText(row, key) !== comparableText(key, wanted[key]))
      : [];
  for (const key of pending) {
    delete wanted[key];
    delete wanted[mirrorKey(key)];
  }
  wanted['mirror.version'] = versionCell(row, account.version, pending);
  return reconciled(
    row,
    { ...wanted, ...markAfter(row, pending.length > 0, isAnswered, view.language) },
    pending,
  );
};

/** The cells of quick entry. A dropped line leaves an empty cell, since no account has such a value; a refused line that was cleared asks for nothing. */
const lineCells = (row: SheetRow, isWritten: boolean, discardRequests: boolean): CellValues => {
  const mirror = mirrorKey(QUICK_ENTRY);
  const isDropped = discardRequests && pendingKeys(row).indexOf(QUICK_ENTRY) >= 0;
  if (isDropped || !isWritten) return { [QUICK_ENTRY]: '', [mirror]: '' };
  return cellText(row, QUICK_ENTRY) === '' ? { [mirror]: '' } : {};
};

/** The row of an account that was not read: its name, the days counted from its own dates, and its mark. */
export const reconcileUnreadRow = (
  row: SheetRow,
  { today, language }: Pick<RegisterView, 'today' | 'language'>,
  { isWritten, discardRequests = false }: ReconcileOptions,
): ReconciledRow => {
  const pending = isWritten && !discardRequests ? pendingKeys(row) : [];
  const name = row.cell('mirror.name');
  return reconciled(
    row,
    {
      ...dayCountsOf(row, today),
      ...(typeof name === 'string' && name !== '' && !pending.includes('name') ? { name } : {}),
      ...markAfter(row, pending.length > 0, false, language),
    },
    pending,
  );
};

const reconciled = (row: SheetRow, wanted: CellValues, pending: readonly EditableKey[]): ReconciledRow => ({
  cells: differingCells(row, wanted),
  pending,
});

const dayCountsOf = ({ cell }: SheetRow, today: CalendarDate): CellValues =>
  dayCounts(
    {
      statusSince: dateOfSheetSerial(cell('statusSince')),
      lastContact: dateOfSheetSerial(cell('lastContact')),
      nextCheck: dateOfSheetSerial(cell('mirror.nextCheck')),
    },
    today,
  );

/** Marks that go when what they tell is over. The reason of a refusal stays until it is answered. */
const PASSING_MARKS: readonly (RequestMark | null)[] = ['unsent', 'draft', 'blocked'];

const markAfter = (
  { cell }: SheetRow,
  waits: boolean,
  isAnswered: boolean,
  language: keyof Text,
): CellValues => {
  const present = markOf(cell('requestState'));
  if (waits) return present === 'unsent' ? {} : { requestState: markText('unsent', language) };
  const isOver =
    PASSING_MARKS.indexOf(present) >= 0 || (isAnswered && (present === 'refused' || present === 'accepted'));
  return isOver ? { requestState: '' } : {};
};

/** Of the requests that wait, those whose account has got another value since they were typed, in any language. */
export const contradictionsIn = (
  row: SheetRow,
  account: RegisterRow,
  pending: readonly EditableKey[],
  view: RegisterView,
): Contradiction[] => {
  const stale = VALUE_KEYS.filter(
    (key) => pending.indexOf(key) >= 0 && baseVersion(row, key) !== account.version,
  );
  if (stale.length === 0) return [];
  const held = (['ja', 'en'] as const).map((language) => rowCells(account, { ...view, language }));
  const shown = rowCells(account, view);
  return stale
    .filter((key) => held.every((cells) => comparableText(key, cells[key]) !== cellText(row, mirrorKey(key))))
    .map((key) => ({ key, requested: cellText(row, key), current: comparableText(key, shown[key]) }));
};
