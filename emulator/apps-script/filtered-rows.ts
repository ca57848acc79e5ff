/** Which rows the basic filter of a tab hides. */

import { displayText } from '../workbook/cell-value';
import { rectOf } from '../workbook/grid-range';
import type { Book, WorkbookCell, WorkbookTab } from '../workbook/model';
import { notEmulated } from '../workbook/refusal';

/** Compared with what the cell shows, as the filter's own list does. */
const CONDITIONS: Readonly<Record<string, (text: string, given: string) => boolean>> = {
  BLANK: (text) => text === '',
  NOT_BLANK: (text) => text !== '',
  TEXT_EQ: (text, given) => text.toLowerCase() === given.toLowerCase(),
  TEXT_CONTAINS: (text, given) => text.toLowerCase().includes(given.toLowerCase()),
  TEXT_NOT_CONTAINS: (text, given) => !text.toLowerCase().includes(given.toLowerCase()),
  TEXT_STARTS_WITH: (text, given) => text.toLowerCase().startsWith(given.toLowerCase()),
};

type CellTest = (cell: WorkbookCell | undefined) => boolean;

/** Zero-based row index → hidden. */
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
    const given = condition.values?.[0]?.userEnteredValue ?? '';
    tests.push((cell) => holds(displayText(cell, locale), given));
  }
  return tests;
}
