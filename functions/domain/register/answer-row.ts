/** What a row has to hold when its requests have been answered: by the functions, or by the sheet's script itself. */
import { shorten } from '../text/shorten';
import type { Text } from '../text/text';
import { type RegisterView, rowCells } from './cells';
import { isDraftRow } from './classify-row';
import { type ColumnKey, EDITABLE, type EditableKey, QUICK_ENTRY, ROW_VERSION } from './column-keys';
import { markOf, markText } from './request-marks';
import type { RegisterRow } from './row';
import { shownVersion, versionCell } from './row-version';
import {
  type CellValues,
  cellText,
  comparableText,
  mirrorKey,
  pendingKeys,
  type SheetRow,
} from './sheet-row';

/** What became of one request. */
export interface RequestAnswer {
  /** The cells that asked for it. */
  keys: readonly EditableKey[];
  /** The account as it stands now; null where there is none. */
  account: RegisterRow | null;
  /** Why it was refused; null where it was not. */
  refusal: string | null;
}

export interface AnsweredRow {
  cells: CellValues;
  /** Null takes a note away. */
  notes: Partial<Record<ColumnKey, string | null>>;
}

/** A row stays low: its cell says why in four lines at most, and the note of the edited cell says all. */
const refusedText = (reason: string, language: keyof Text): string =>
  markText('refused', language, shorten(reason.split('\n')[0] || '', language === 'ja' ? 36 : 72));

/**
 * `before` is the row as it was sent, `now` as it stands. An account's cells show the account, also where it refused; a draft
 * that was refused stays as it was typed. What was typed meanwhile is another request, based on what the account is now.
 */
export const answeredRow = (
  before: SheetRow,
  now: SheetRow,
  answers: readonly RequestAnswer[],
  view: RegisterView,
): AnsweredRow => {
  const account = answers.flatMap((answer) => answer.account ?? []).pop() ?? null;
  const draft = isDraftRow(before);
  const notes: AnsweredRow['notes'] = {};
  for (const { keys, refusal } of answers) for (const key of keys) notes[draft ? 'name' : key] = refusal;
  const refused = answers.filter(({ refusal }) => refusal !== null);
  const cells: CellValues =
    account !== null ? { ...rowCells(account, view) } : draft ? {} : mirroredCells(now, EDITABLE);
  const unanswered = draft ? [] : unansweredKeys(now, answers, cells);
  const typedMeanwhile = EDITABLE.filter((key) => cellText(now, key) !== cellText(before, key));
  for (const { keys, refusal } of answers)
    if (keys.indexOf(QUICK_ENTRY) >= 0) Object.assign(cells, answeredLine(before, refusal));
  for (const key of typedMeanwhile) delete cells[key];
  for (const key of unanswered) {
    delete cells[key];
    delete cells[mirrorKey(key)];
  }
  Object.assign(cells, versionAfter(now, account?.version ?? null, unanswered, typedMeanwhile));
  const waits =
    unanswered.length > 0 ||
    (draft && account !== null && cellText(now, QUICK_ENTRY) !== '') ||
    typedMeanwhile.some(
      (key) => account === null || cellText(now, key) !== comparableText(key, cells[mirrorKey(key)]),
    );
  // The script has refused a cell itself while the functions decided on others.
  const isRefusedSince =
    markOf(now.cell('requestState')) === 'refused' && markOf(before.cell('requestState')) !== 'refused';
  const why = refused[0]?.refusal || '';
  if (waits) cells.requestState = markText('unsent', view.language);
  else if (why !== '') cells.requestState = refusedText(why, view.language);
  else if (!isRefusedSince) cells.requestState = acceptedLine(before, answers, view.language);
  return { cells, notes };
};

/** A line that was refused stays to be mended, as its own mirror: it asks for nothing until it is typed over. */
const answeredLine = (before: SheetRow, refusal: string | null): CellValues => {
  const line = refusal === null ? '' : cellText(before, QUICK_ENTRY);
  return { [QUICK_ENTRY]: line, [mirrorKey(QUICK_ENTRY)]: line };
};

/** The state cell repeats an accepted line of quick entry, so that the line's own cell is free for the next one. */
const acceptedLine = (before: SheetRow, answers: readonly RequestAnswer[], language: keyof Text): string => {
  const line = cellText(before, QUICK_ENTRY);
  const isAnswered = answers.some(({ keys }) => keys.indexOf(QUICK_ENTRY) >= 0);
  return isAnswered && line !== '' ? markText('accepted', language, line) : '';
};

/** The version cell without what it kept of the answered requests; a draft has no version cell. */
const versionAfter = (
  now: SheetRow,
  version: number | null,
  waiting: readonly EditableKey[],
  retyped: readonly EditableKey[],
): CellValues => {
  const shown = version ?? shownVersion(now);
  const cell = shown === null ? null : versionCell(now, shown, waiting, retyped);
  return cell === null || (version === null && cell === now.cell(ROW_VERSION)) ? {} : { [ROW_VERSION]: cell };
};

/** Cells whose requests were not among those sent, as another person's: they keep the version that they were made on. */
const unansweredKeys = (
  now: SheetRow,
  answers: readonly RequestAnswer[],
  account: CellValues,
): EditableKey[] => {
  const answered = answers.flatMap(({ keys }) => keys);
  return pendingKeys(now).filter(
    (key) => answered.indexOf(key) < 0 && cellText(now, key) !== comparableText(key, account[key]),
  );
};

/** A cell that cannot become a request goes back to what it was, with the reason; a draft's stays as it was typed. */
export const rejectedRow = (
  row: SheetRow,
  reasons: readonly { key: EditableKey; reason: string }[],
  language: keyof Text,
): AnsweredRow => {
  const rejected = reasons.map(({ key }) => key);
  const draft = isDraftRow(row);
  const waiting = draft ? [] : pendingKeys(row).filter((key) => rejected.indexOf(key) < 0);
  return {
    cells: {
      ...(draft ? {} : { ...mirroredCells(row, rejected), ...versionAfter(row, null, waiting, []) }),
      requestState:
        waiting.length > 0 ? markText('unsent', language) : refusedText(reasons[0]?.reason || '', language),
    },
    notes: Object.fromEntries(reasons.map(({ key, reason }) => [key, reason])),
  };
};

const mirroredCells = ({ cell }: SheetRow, keys: readonly EditableKey[]): CellValues =>
  Object.fromEntries(keys.map((key) => [key, cell(mirrorKey(key)) ?? '']));
