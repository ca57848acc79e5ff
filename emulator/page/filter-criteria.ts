/** The criteria of a filter after a person has chosen which values of a column to see. */
import type { Book, WorkbookTab } from '../workbook/model';
import { distinctValues } from './tab-view';

type Criteria = NonNullable<NonNullable<WorkbookTab['basicFilter']>['criteria']>;

/** A null `shown` removes the column's criteria. Hidden values that the column does not offer now stay hidden. */
export function criteriaOf(
  book: Book,
  tab: WorkbookTab,
  column: number,
  shown: readonly string[] | null,
): Criteria {
  const { [String(column)]: before, ...others } = tab.basicFilter?.criteria ?? {};
  if (!shown) return others;
  const shownValues = new Set(shown);
  const offered = distinctValues(book, tab, column);
  const hiddenValues = [
    ...(before?.hiddenValues ?? []).filter((value) => !offered.includes(value) && !shownValues.has(value)),
    ...offered.filter((value) => !shownValues.has(value)),
  ];
  return hiddenValues.length > 0 ? { ...others, [String(column)]: { hiddenValues } } : others;
}
