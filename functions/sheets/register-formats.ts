/** What lies over the register's cells: choices, number formats, protection; each put right only where it is not. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { inOrderOfReading } from '../domain/account/member-order';
import { mayWrite } from '../domain/account/team';
import { memberLabel, type RegisterView } from '../domain/register/cells';
import { COLUMN_KEYS, type ColumnKey, FREE_TEXTS } from '../domain/register/column-keys';
import { columnOf } from '../domain/register/columns';
import { REGISTER_TAB } from '../domain/register/tabs';
import { STATUS, STATUSES } from '../domain/status/statuses';
import { consecutiveRuns } from './cell-blocks';
import { type SheetsRequest, TEXT_FORMAT } from './cells';
import type { RegisterHead } from './register-head';
import { belowHeader, coversRange, type Range } from './register-ranges';
import type { RegisterCellFormat, RegisterFormats, TabContent } from './register-spreadsheet';
import { CHOICE_HELP, PROTECTION_MARK, PROTECTION_NOTE } from './register-texts';

/** Sheets takes no more choices in one list. */
const MAX_CHOICES = 500;

const CHOICE_KEYS = ['status', 'owner'] as const;
type ChoiceKey = (typeof CHOICE_KEYS)[number];
const hasChoices = (key: ColumnKey): key is ChoiceKey => CHOICE_KEYS.some((one) => one === key);

const choicesOf = (key: ChoiceKey, { language, members }: RegisterView): string[] | null => {
  if (key === 'status') return STATUSES.map((status) => STATUS[status].label[language]);
  const names = inOrderOfReading(members)
    .filter(mayWrite)
    .map(({ id }) => memberLabel(id, members, language));
  return names.length > 0 && names.length <= MAX_CHOICES ? names : null;
};

const formatOf = (key: ColumnKey): sheets_v4.Schema$NumberFormat | null => {
  if (FREE_TEXTS.includes(key)) return TEXT_FORMAT;
  return columnOf(key).holds === 'date' ? { type: 'DATE', pattern: 'yyyy-mm-dd' } : null;
};

/** Columns whose cells have a look of their own: text stays as it was typed, were it a date or a formula. */
export const FORMATTED_COLUMNS = COLUMN_KEYS.filter((key) => hasChoices(key) || formatOf(key) !== null);

/**
 * A list that says what is usual and refuses nothing: other spellings of a status are requests, too. What is not in it, as the
 * name of an owner who has left, shows its help.
 */
const listRule = (choices: readonly string[], inputMessage: string): sheets_v4.Schema$DataValidationRule => ({
  inputMessage,
  condition: { type: 'ONE_OF_LIST', values: choices.map((userEnteredValue) => ({ userEnteredValue })) },
  strict: false,
  showCustomUi: true,
});

const choicesKey = (rule: sheets_v4.Schema$DataValidationRule | undefined): string =>
  JSON.stringify([
    rule?.inputMessage,
    rule?.condition?.type,
    (rule?.condition?.values ?? []).map((value) => value.userEnteredValue),
  ]);

/** From the first to the last row below the header that needs it; null where none does. */
const rowsToRepair = (
  cellFormats: readonly RegisterCellFormat[],
  rows: number,
  isRight: (format: RegisterCellFormat | undefined) => boolean,
): { from: number; to: number } | null => {
  const at = Array.from({ length: rows }, (_, row) => row).filter((row) => !isRight(cellFormats[row]));
  return at.length === 0 ? null : { from: at[0] ?? 0, to: (at.at(-1) ?? 0) + 1 };
};

/**
 * `rows` is how many there will be below the header, and `written` how many of them hold anything: a choice in an empty row would
 * look like a row. The columns `typed` are a table's, which formats them.
 */
export const columnFormatRequests = (
  { at, headerRow, newColumns }: RegisterHead,
  { cells, choices }: RegisterFormats,
  { rows, written, typed }: { rows: number; written: number; typed: ReadonlySet<number> },
  view: RegisterView,
): SheetsRequest[] =>
  FORMATTED_COLUMNS.flatMap((key): SheetsRequest[] => {
    const column = at[key];
    if (typed.has(column)) return [];
    const cellFormats = cells.get(key) ?? [];
    const range = ({ from, to }: { from: number; to: number }): Range => ({
      sheetId: REGISTER_TAB,
      startRowIndex: headerRow + 1 + from,
      endRowIndex: headerRow + 1 + to,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    });
    const numberFormat = formatOf(key);
    const unformatted =
      numberFormat === null
        ? null
        : rowsToRepair(cellFormats, rows, (cell) => cell?.format === numberFormat.type);
    const list = hasChoices(key) ? choicesOf(key, view) : null;
    const rule = list === null || !hasChoices(key) ? null : listRule(list, CHOICE_HELP[key][view.language]);
    const isOther = !newColumns.has(key) && rule !== null && choicesKey(choices[column]) !== choicesKey(rule);
    const unlisted =
      rule === null || written === 0
        ? null
        : isOther
          ? { from: 0, to: written }
          : rowsToRepair(cellFormats, written, (cell) => cell?.choice === 'ONE_OF_LIST');
    const emptyCells = hasChoices(key) ? cellFormats.slice(written) : [];
    const listed = rowsToRepair(emptyCells, emptyCells.length, (cell) => cell?.choice !== 'ONE_OF_LIST');
    return [
      ...(unformatted === null || numberFormat === null
        ? []
        : [
            {
              repeatCell: {
                range: range(unformatted),
                cell: { userEnteredFormat: { numberFormat } },
                fields: 'userEnteredFormat.numberFormat',
              },
            },
          ]),
      ...(unlisted === null || rule === null
        ? []
        : [{ setDataValidation: { range: range(unlisted), rule } }]),
      ...(listed === null
        ? []
        : [
            { setDataValidation: { range: range({ from: written + listed.from, to: written + listed.to }) } },
          ]),
    ];
  });

/** A warning before people type where only Hachi writes: a courtesy, no lock. */
export const protectionRequests = (
  head: RegisterHead,
  tab: TabContent | null,
  rowCount: number,
  { language }: RegisterView,
): SheetsRequest[] => {
  const columns = COLUMN_KEYS.filter((key) => columnOf(key).writtenBy === 'hachi')
    .map((key) => head.at[key])
    .sort((a, b) => a - b);
  const ranges: Range[] = [
    { sheetId: REGISTER_TAB, startRowIndex: head.keyRow, endRowIndex: head.keyRow + 1 },
    ...consecutiveRuns(columns).map(({ from, to }) => belowHeader(head, columns[from] ?? 0, to - from)),
  ];
  const present = (tab?.sheet.protectedRanges ?? []).filter(({ description }) =>
    description?.startsWith(PROTECTION_MARK),
  );
  const isRight =
    present.length === ranges.length &&
    ranges.every((range) =>
      present.some(
        (protection) =>
          protection.warningOnly === true &&
          protection.description === PROTECTION_NOTE[language] &&
          (range.endRowIndex == null
            ? coversRange(protection.range, range, rowCount)
            : protection.range?.startRowIndex === range.startRowIndex &&
              protection.range?.endRowIndex === range.endRowIndex),
      ),
    );
  if (isRight) return [];
  return [
    ...present.map(({ protectedRangeId = null }) => ({ deleteProtectedRange: { protectedRangeId } })),
    ...ranges.map((range) => ({
      addProtectedRange: {
        protectedRange: { range, description: PROTECTION_NOTE[language], warningOnly: true },
      },
    })),
  ];
};
