/** Which conditional formats of a tab apply to a cell. Conditions that are not emulated never hold. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { rectOf } from '../workbook/grid-range';
import type { CellFormat, WorkbookTab } from '../workbook/model';

type Condition = sheets_v4.Schema$BooleanCondition;

type Test = (text: string) => boolean;

const numberTest = (compare: (value: number, given: number) => boolean) => (text: string, given: string) =>
  text !== '' && Number.isFinite(Number(text)) && compare(Number(text), Number(given));

const CONDITION_TESTS: Readonly<Record<string, (text: string, given: string) => boolean>> = {
  TEXT_EQ: (text, given) => text.toLowerCase() === given.toLowerCase(),
  TEXT_CONTAINS: (text, given) => text.toLowerCase().includes(given.toLowerCase()),
  TEXT_NOT_CONTAINS: (text, given) => !text.toLowerCase().includes(given.toLowerCase()),
  TEXT_STARTS_WITH: (text, given) => text.toLowerCase().startsWith(given.toLowerCase()),
  TEXT_ENDS_WITH: (text, given) => text.toLowerCase().endsWith(given.toLowerCase()),
  BLANK: (text) => text === '',
  NOT_BLANK: (text) => text !== '',
  NUMBER_GREATER: numberTest((value, given) => value > given),
  NUMBER_GREATER_THAN_EQ: numberTest((value, given) => value >= given),
  NUMBER_LESS: numberTest((value, given) => value < given),
  NUMBER_LESS_THAN_EQ: numberTest((value, given) => value <= given),
  NUMBER_EQ: numberTest((value, given) => value === given),
};

function testOf(condition: Condition | undefined): Test {
  const test = CONDITION_TESTS[condition?.type ?? ''];
  const given = condition?.values?.[0]?.userEnteredValue ?? '';
  return (text) => test?.(text, given) ?? false;
}

/** What the rules add to a cell's own format; the first rule wins where two say something. */
export function conditionalFormats(
  tab: WorkbookTab,
): (row: number, column: number, text: string) => CellFormat | undefined {
  const byColumn = new Map<number, { top: number; bottom: number; test: Test; format: CellFormat }[]>();
  for (const { ranges, booleanRule } of tab.conditionalFormats) {
    if (!booleanRule?.format) continue;
    const test = testOf(booleanRule.condition);
    for (const range of ranges ?? []) {
      const { top, left, bottom, right } = rectOf(tab, range);
      for (let column = left; column < right; column++) {
        const known = byColumn.get(column) ?? [];
        byColumn.set(column, [...known, { top, bottom, test, format: booleanRule.format }]);
      }
    }
  }
  return (row, column, text) => {
    const found = byColumn
      .get(column)
      ?.filter(({ top, bottom, test }) => row >= top && row < bottom && test(text));
    if (!found?.length) return undefined;
    const all = found.map(({ format }) => format).reverse();
    const textFormat = Object.assign({}, ...all.map((format) => format.textFormat));
    return Object.assign({}, ...all, { textFormat });
  };
}
