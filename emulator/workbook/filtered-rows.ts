/** Which rows the basic filter of a tab hides. */

import { displayText } from './cell-value';
import { rectOf } from './grid-range';
import type { Book, WorkbookCell, WorkbookTab } from './model';
import { notEmulated, SpreadsheetRefusal } from './refusal';

const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

/** Conditions on the text that the cell displays. */
const CONDITIONS: Readonly<Record<string, (text: string, operand: string) => boolean>> = {
  BLANK: (text) => text === '',
  NOT_BLANK: (text) => text !== '',
  TEXT_EQ: (text, operand) => text.toLowerCase() === operand.toLowerCase(),
  TEXT_CONTAINS: (text, operand) => text.toLowerCase().includes(operand.toLowerCase()),
  TEXT_NOT_CONTAINS: (text, operand) => !text.toLowerCase().includes(operand.toLowerCase()),
  TEXT_STARTS_WITH: (text, operand) => text.toLowerCase().startsWith(operand.toLowerCase()),
  NUMBER_LESS_THAN_EQ: (text, operand) => isNumber(text) && Number(text) <= Number(operand),
};

type CellTest = (cell: WorkbookCell | undefined) => boolean;

/** Returns whether the row with a zero-based index is hidden. Throws for criteria that are not emulated. */
export function rowFilter(book: Book, tab: WorkbookTab): (row: number) => boolean {
  const { basicFilter } = tab;
  if (!basicFilter) return () => false;
  const rect = rectOf(tab, basicFilter.range ?? {});
  const tests = new Map<number, CellTest[]>();
  const add = (column: number, criteria: Criteria): void => {
    tests.set(column, [...(tests.get(column) ?? []), ...criteriaTests(criteria, book.properties.locale)]);
  };
  for (const [column, criteria] of Object.entries(basicFilter.criteria ?? {})) add(Number(column), criteria);
  for (const { columnIndex, filterCriteria } of basicFilter.filterSpecs ?? []) {
    if (filterCriteria) add(columnIndex ?? 0, filterCriteria);
  }
  return (row) =>
    row > rect.top &&
    row < rect.bottom &&
    [...tests].some(([column, each]) => each.some((passes) => !passes(tab.rows[row]?.[column])));
}

/** Like `rowFilter`, but hides nothing where a criterion is not emulated, since all rows are better than wrong ones. */
export function knownRowFilter(book: Book, tab: WorkbookTab): (row: number) => boolean {
  try {
    return rowFilter(book, tab);
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) return () => false;
    throw error;
  }
}

export const rowsHiddenByFilter = (book: Book, tab: WorkbookTab): number[] =>
  Array.from(tab.rows.keys()).filter(knownRowFilter(book, tab));

type Criteria = NonNullable<NonNullable<WorkbookTab['basicFilter']>['criteria']>[string];

function criteriaTests({ hiddenValues, condition, ...others }: Criteria, locale: string): CellTest[] {
  const [other] = Object.keys(others);
  if (other) throw notEmulated(`FilterCriteria.${other}`);
  const tests: CellTest[] = [];
  if (hiddenValues?.length) {
    const hidden = new Set(hiddenValues);
    tests.push((cell) => !hidden.has(displayText(cell, locale)));
  }
  if (condition?.type) {
    const holds = CONDITIONS[condition.type];
    if (!holds) throw notEmulated(`a filter by ${condition.type}`);
    const operand = condition.values?.[0]?.userEnteredValue ?? '';
    tests.push((cell) => holds(displayText(cell, locale), operand));
  }
  return tests;
}
