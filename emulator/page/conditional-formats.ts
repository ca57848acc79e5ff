/** Which conditional formats of a tab apply to a cell. Conditions that are not emulated never hold. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { columnIndex } from '../workbook/a1';
import { effectiveValue } from '../workbook/cell-value';
import { rectOf } from '../workbook/grid-range';
import type { CellFormat, WorkbookCell, WorkbookTab } from '../workbook/model';

type Condition = sheets_v4.Schema$BooleanCondition;

/** Whether a cell fulfils the condition, by its text and row. */
type Test = (text: string, row: number) => boolean;

/** The day at the page, YYYY-MM-DD, from which relative dates count; empty for a dropdown's values. */
type Today = string;

const numberTest =
  (compare: (value: number, operand: number) => boolean) => (text: string, operand: string) =>
    text !== '' && Number.isFinite(Number(text)) && compare(Number(text), Number(operand));

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dateTest = (compare: (day: string, operand: string) => boolean) => (text: string, operand: string) =>
  DAY.test(text) && DAY.test(operand) && compare(text, operand);

const CONDITION_TESTS: Readonly<Record<string, (text: string, operand: string) => boolean>> = {
  TEXT_EQ: (text, operand) => text.toLowerCase() === operand.toLowerCase(),
  TEXT_CONTAINS: (text, operand) => text.toLowerCase().includes(operand.toLowerCase()),
  TEXT_NOT_CONTAINS: (text, operand) => !text.toLowerCase().includes(operand.toLowerCase()),
  TEXT_STARTS_WITH: (text, operand) => text.toLowerCase().startsWith(operand.toLowerCase()),
  TEXT_ENDS_WITH: (text, operand) => text.toLowerCase().endsWith(operand.toLowerCase()),
  BLANK: (text) => text === '',
  NOT_BLANK: (text) => text !== '',
  NUMBER_GREATER: numberTest((value, operand) => value > operand),
  NUMBER_GREATER_THAN_EQ: numberTest((value, operand) => value >= operand),
  NUMBER_LESS: numberTest((value, operand) => value < operand),
  NUMBER_LESS_THAN_EQ: numberTest((value, operand) => value <= operand),
  NUMBER_EQ: numberTest((value, operand) => value === operand),
  DATE_BEFORE: dateTest((day, operand) => day < operand),
  DATE_AFTER: dateTest((day, operand) => day > operand),
};

/** Compares two cells of a row: the only emulated formula, written for the first row of its range. */
const DIFFERENCE = /^=\$([A-Z]+)(\d+)<>\$([A-Z]+)(\d+)$/i;

/** As in Google, letter case does not matter, and an empty cell equals an empty text. */
const comparable = (cell: WorkbookCell | undefined): string => {
  const { numberValue, stringValue, boolValue } = effectiveValue(cell) ?? {};
  const value = numberValue ?? boolValue ?? stringValue?.toLowerCase() ?? '';
  return JSON.stringify(value);
};

/** Never holds for a dropdown's values, which are no cells. */
function differenceTest(tab: WorkbookTab, formula: string, top: number): Test {
  const [, left = '', leftRow, right = '', rightRow] = DIFFERENCE.exec(formula) ?? [];
  if (leftRow === undefined || leftRow !== rightRow) return () => false;
  const offset = Number(leftRow) - 1 - top;
  const [one, other] = [columnIndex(left), columnIndex(right)];
  return (_, row) => {
    const cells = tab.rows[row + offset] ?? [];
    return comparable(cells[one]) !== comparable(cells[other]);
  };
}

function testOf(tab: WorkbookTab, top: number, condition: Condition | undefined, today: Today): Test {
  if (condition?.type === 'CUSTOM_FORMULA')
    return today === ''
      ? () => false
      : differenceTest(tab, condition.values?.[0]?.userEnteredValue ?? '', top);
  const test = CONDITION_TESTS[condition?.type ?? ''];
  const { userEnteredValue, relativeDate } = condition?.values?.[0] ?? {};
  const operand = relativeDate === 'TODAY' ? today : (userEnteredValue ?? '');
  return (text) => test?.(text, operand) ?? false;
}

/** What the rules add to a cell's own format; where two rules set the same property, the first wins. */
export function conditionalFormats(
  tab: WorkbookTab,
  today: Today,
): (row: number, column: number, text: string) => CellFormat | undefined {
  const byColumn = new Map<number, { top: number; bottom: number; test: Test; format: CellFormat }[]>();
  for (const { ranges, booleanRule } of tab.conditionalFormats) {
    if (!booleanRule?.format) continue;
    for (const range of ranges ?? []) {
      const { top, left, bottom, right } = rectOf(tab, range);
      const test = testOf(tab, top, booleanRule.condition, today);
      for (let column = left; column < right; column++) {
        const earlier = byColumn.get(column) ?? [];
        byColumn.set(column, [...earlier, { top, bottom, test, format: booleanRule.format }]);
      }
    }
  }
  return (row, column, text) => {
    const matching = byColumn
      .get(column)
      ?.filter(({ top, bottom, test }) => row >= top && row < bottom && test(text, row));
    if (!matching?.length) return undefined;
    const formats = matching.map(({ format }) => format).reverse();
    const textFormat = Object.assign({}, ...formats.map((format) => format.textFormat));
    return Object.assign({}, ...formats, { textFormat });
  };
}
