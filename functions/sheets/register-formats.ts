/** What lies over the register's cells: choices, number formats, colours, protection; each put right only where it is not. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { leaverName } from '../domain/account/member-texts';
import { mayWrite } from '../domain/account/team';
import { memberLabel, type RegisterView, withdrawnText } from '../domain/register/cells';
import { COLUMN_KEYS, type ColumnKey, FREE_TEXTS } from '../domain/register/column-keys';
import { columnOf } from '../domain/register/columns';
import { markText, type RequestMark } from '../domain/register/request-marks';
import { REGISTER_TAB } from '../domain/register/tabs';
import { STATUS, STATUSES } from '../domain/status/statuses';
import { keysOf } from '../domain/status/table-keys';
import type { Text } from '../domain/text/text';
import { consecutiveRuns } from './cell-blocks';
import { colorStyle, type SheetsRequest, TEXT_FORMAT } from './cells';
import type { RegisterHead } from './register-head';
import type { RegisterCellFormat, RegisterFormats, TabContent } from './register-spreadsheet';
import { CHOICE_HELP, PROTECTION_MARK, PROTECTION_NOTE } from './register-texts';
import { STATUS_COLOURS } from './status-colours';

type Rule = sheets_v4.Schema$ConditionalFormatRule;
type Range = sheets_v4.Schema$GridRange;

/** Sheets takes no more choices in one list. */
const MAX_CHOICES = 500;

const CHOICE_KEYS = ['status', 'owner'] as const;
type ChoiceKey = (typeof CHOICE_KEYS)[number];
const hasChoices = (key: ColumnKey): key is ChoiceKey => CHOICE_KEYS.some((one) => one === key);

const choicesOf = (key: ChoiceKey, { language, members }: RegisterView): string[] | null => {
  if (key === 'status') return STATUSES.map((status) => STATUS[status].label[language]);
  const names = Object.values(members)
    .filter(mayWrite)
    .map(({ id }) => memberLabel(id, members, language))
    .sort();
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

const belowHeader = ({ headerRow }: RegisterHead, column: number, columns = 1): Range => ({
  sheetId: REGISTER_TAB,
  startRowIndex: headerRow + 1,
  startColumnIndex: column,
  endColumnIndex: column + columns,
});

const LATE_TEXT = '#b3261e';
/** Of the marks that a person has to see. */
const MARK_COLOURS = {
  unsent: '#fef7e0',
  refused: '#fce8e6',
  blocked: '#fce8e6',
} as const satisfies Partial<Record<RequestMark, string>>;
/** What stands behind the name of an owner who has left. */
const leaverEnding = (language: keyof Text): string => leaverName('')[language].trimStart();

const colourRulesOf = (head: RegisterHead, language: keyof Text): Rule[] => {
  const when = (
    key: ColumnKey,
    condition: sheets_v4.Schema$BooleanCondition,
    format: sheets_v4.Schema$CellFormat,
  ): Rule => ({ ranges: [belowHeader(head, head.at[key])], booleanRule: { condition, format } });
  const whenText = (key: ColumnKey, value: string, format: sheets_v4.Schema$CellFormat, type = 'TEXT_EQ') =>
    when(key, { type, values: [{ userEnteredValue: value }] }, format);
  const late = { textFormat: { foregroundColorStyle: colorStyle(LATE_TEXT) } };
  return [
    ...STATUSES.map((status) =>
      whenText('status', STATUS[status].label[language], {
        backgroundColorStyle: colorStyle(STATUS_COLOURS[status]),
      }),
    ),
    whenText('pending', withdrawnText(language), {
      textFormat: { strikethrough: true, foregroundColorStyle: colorStyle('#5f6368') },
    }),
    when('nextCheck', { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] }, late),
    whenText('daysUntilCheck', '0', late, 'NUMBER_LESS'),
    ...keysOf(MARK_COLOURS).map((mark) =>
      whenText(
        'requestState',
        markText(mark, language),
        { backgroundColorStyle: colorStyle(MARK_COLOURS[mark]) },
        'TEXT_STARTS_WITH',
      ),
    ),
    whenText('owner', leaverEnding(language), late, 'TEXT_ENDS_WITH'),
  ];
};

const conditionKey = ({ booleanRule }: Rule): string => {
  const { type, values } = booleanRule?.condition ?? {};
  return JSON.stringify([type, values?.[0]?.userEnteredValue, values?.[0]?.relativeDate]);
};

/** In either language, and by the column that it is about, where the condition alone could be the team's. */
const isOurs = (rule: Rule, ours: readonly Rule[]): boolean => {
  const isText = rule.booleanRule?.condition?.type === 'TEXT_EQ';
  const columnIn = ({ ranges }: Rule): number | null | undefined => ranges?.[0]?.startColumnIndex;
  return (
    rule.ranges?.length === 1 &&
    ours.some(
      (one) => conditionKey(one) === conditionKey(rule) && (isText || columnIn(one) === columnIn(rule)),
    )
  );
};

/** Whether a range reaches as far as ours; Sheets says the end of the grid where an end is open. */
const coversRange = (range: Range | null | undefined, ours: Range, rowCount: number): boolean =>
  (range?.startRowIndex ?? 0) === (ours.startRowIndex ?? 0) &&
  (range?.startColumnIndex ?? 0) === (ours.startColumnIndex ?? 0) &&
  range?.endColumnIndex === ours.endColumnIndex &&
  (range?.endRowIndex ?? rowCount) >= (ours.endRowIndex ?? rowCount);

/** Colours come back with the few digits that Sheets keeps. */
const hexOf = (style: sheets_v4.Schema$ColorStyle | undefined): string => {
  const { red, green, blue } = style?.rgbColor ?? {};
  return [red, green, blue].map((part) => Math.round((part ?? 0) * 255)).join();
};

const hasSameFormat = (a: Rule, b: Rule): boolean => {
  const [formatA, formatB] = [a.booleanRule?.format, b.booleanRule?.format];
  return (
    hexOf(formatA?.backgroundColorStyle) === hexOf(formatB?.backgroundColorStyle) &&
    hexOf(formatA?.textFormat?.foregroundColorStyle) === hexOf(formatB?.textFormat?.foregroundColorStyle) &&
    (formatA?.textFormat?.strikethrough ?? false) === (formatB?.textFormat?.strikethrough ?? false)
  );
};

/** The team's own rules come first and stay. */
export const colourRuleRequests = (
  head: RegisterHead,
  tab: TabContent | null,
  rowCount: number,
  view: RegisterView,
): SheetsRequest[] => {
  const present = tab?.sheet.conditionalFormats ?? [];
  const rules = colourRulesOf(head, view.language);
  const known = [...colourRulesOf(head, 'ja'), ...colourRulesOf(head, 'en')];
  const ourIndexes = present.flatMap((rule, index) => (isOurs(rule, known) ? index : []));
  const isRight =
    ourIndexes.length === rules.length &&
    rules.every((rule) =>
      present.some(
        (presentRule) =>
          conditionKey(presentRule) === conditionKey(rule) &&
          hasSameFormat(presentRule, rule) &&
          coversRange(presentRule.ranges?.[0], rule.ranges?.[0] ?? {}, rowCount),
      ),
    );
  if (isRight) return [];
  const others = present.length - ourIndexes.length;
  return [
    ...ourIndexes
      .toReversed()
      .map((index) => ({ deleteConditionalFormatRule: { sheetId: REGISTER_TAB, index } })),
    ...rules.map((rule, index) => ({ addConditionalFormatRule: { rule, index: others + index } })),
  ];
};

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
