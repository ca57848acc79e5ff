/** The colours of the register: statuses, what is late, and what waits or came back; put right only where they are not. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { leaverName } from '../domain/account/member-texts';
import { type RegisterView, withdrawnText } from '../domain/register/cells';
import { type ColumnKey, EDITABLE, type EditableKey } from '../domain/register/column-keys';
import { REQUEST_MARKS, type RequestMark } from '../domain/register/request-marks';
import { mirrorKey } from '../domain/register/sheet-row';
import { REGISTER_TAB } from '../domain/register/tabs';
import { STATUS, STATUSES } from '../domain/status/statuses';
import { keysOf } from '../domain/status/table-keys';
import type { Text } from '../domain/text/text';
import { colorStyle, columnLetters, type SheetsRequest } from './cells';
import type { RegisterHead } from './register-head';
import { belowHeader, coversRange } from './register-ranges';
import type { TabContent } from './register-spreadsheet';
import { STATUS_COLOURS } from './status-colours';

type Rule = sheets_v4.Schema$ConditionalFormatRule;

const LATE_TEXT = '#b3261e';
/** Of the marks that a person has to see. */
const MARK_COLOURS = {
  unsent: '#fef7e0',
  refused: '#fce8e6',
  blocked: '#fce8e6',
} as const satisfies Partial<Record<RequestMark, string>>;
/** What stands behind the name of an owner who has left. */
const leaverEnding = (language: keyof Text): string => leaverName('')[language].trimStart();

/** A cell that waits says something else than what was written last. People move columns: Google moves the letters along. */
const PENDING_FORMULA = /^=\$[A-Z]+\d+<>\$[A-Z]+\d+$/;
const pendingFormula = ({ at, headerRow }: RegisterHead, key: EditableKey): string =>
  `=$${columnLetters(at[key])}${headerRow + 2}<>$${columnLetters(at[mirrorKey(key)])}${headerRow + 2}`;

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
    // Before all others: what was edited is seen in the cell itself.
    ...EDITABLE.map((key) =>
      whenText(
        key,
        pendingFormula(head, key),
        { backgroundColorStyle: colorStyle(MARK_COLOURS.unsent) },
        'CUSTOM_FORMULA',
      ),
    ),
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
    // In both languages: what came back before the team's language changed stays in the other one.
    ...keysOf(MARK_COLOURS).flatMap((mark) =>
      Object.values(REQUEST_MARKS[mark]).map((label) =>
        whenText(
          'requestState',
          label,
          { backgroundColorStyle: colorStyle(MARK_COLOURS[mark]) },
          'TEXT_STARTS_WITH',
        ),
      ),
    ),
    whenText('owner', leaverEnding(language), late, 'TEXT_ENDS_WITH'),
  ];
};

const conditionKey = ({ booleanRule }: Rule): string => {
  const { type, values } = booleanRule?.condition ?? {};
  return JSON.stringify([type, values?.[0]?.userEnteredValue, values?.[0]?.relativeDate]);
};

const isPending = ({ booleanRule }: Rule): boolean =>
  booleanRule?.condition?.type === 'CUSTOM_FORMULA' &&
  PENDING_FORMULA.test(booleanRule.condition.values?.[0]?.userEnteredValue ?? '');

/** In either language, and by the column that it is about, where the condition alone could be the team's. */
const isOurs = (rule: Rule, ours: readonly Rule[]): boolean => {
  const isText = rule.booleanRule?.condition?.type === 'TEXT_EQ';
  const columnIn = ({ ranges }: Rule): number | null | undefined => ranges?.[0]?.startColumnIndex;
  return (
    rule.ranges?.length === 1 &&
    ours.some(
      (one) =>
        (conditionKey(one) === conditionKey(rule) || (isPending(one) && isPending(rule))) &&
        (isText || columnIn(one) === columnIn(rule)),
    )
  );
};

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
