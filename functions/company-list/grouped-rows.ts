/**
 * Columns by which a report is grouped: their value stands in the first row of a group alone, with a subtotal below the last one. In a
 * list without subtotals an empty cell may as well be empty, which is told.
 */
import type { CompanyList, ListRow } from './company-list';
import type { ListField } from './list-headers';
import { listProblem } from './list-problems';

const SUBTOTAL = /小 ?計|集計|合計|\s計(?:\s|$)|\b(?:sub)?total\b/i;

/** Of whose empty cells a person may think that they say what stands above. */
const MAY_BE_MEANT: ReadonlySet<ListField> = new Set<ListField>([
  'owner',
  'insideSales',
  'status',
  'product',
]);
/** In a shorter list nothing can be told. */
const FEWEST_ROWS = 4;

/** Fills the columns of groups, and notes what was filled, or left empty. */
export const readGroups = (list: CompanyList): void => {
  const totals = list.leftOut.filter(({ text }) => SUBTOTAL.test(text)).map(({ line }) => line);
  const last = list.rows.at(-1)?.line ?? 0;
  const isGrouped = totals.some((line) => line < last);
  const names = list.columns.findIndex(({ field }) => field === 'name');
  for (const { field, header } of list.columns.slice(0, Math.max(0, names))) {
    if (field === null) continue;
    if (isGrouped && standsInFirstRows(list.rows, field, totals)) {
      list.rows = filledDown(list.rows, field);
      list.notes.push(listProblem(list.headerLine, 'GROUP_READ', header));
    } else if (MAY_BE_MEANT.has(field) && isSparse(list.rows, field))
      list.notes.push(listProblem(list.headerLine, 'COLUMN_EMPTY_BELOW', header));
  }
};

/** Whether the field stands in the first rows of groups alone, and in the very first one; groups lie within each other, too. */
const standsInFirstRows = (
  rows: readonly ListRow[],
  field: ListField,
  totals: readonly number[],
): boolean => {
  const isFirst = ({ line }: ListRow, index: number): boolean => {
    const before = rows[index - 1]?.line ?? 0;
    return index === 0 || totals.some((total) => total > before && total < line);
  };
  return (
    rows[0]?.values[field] !== undefined &&
    rows.some(({ values }) => values[field] === undefined) &&
    rows.every((row, index) => row.values[field] === undefined || isFirst(row, index))
  );
};

const filledDown = (rows: readonly ListRow[], field: ListField): ListRow[] => {
  let above: string | undefined;
  return rows.map((row) => {
    above = row.values[field] ?? above;
    return above === undefined ? row : { ...row, values: { ...row.values, [field]: above } };
  });
};

/** The first row has it, most others do not, and no value stands there twice: whoever means the value above leaves it out. */
const isSparse = (rows: readonly ListRow[], field: ListField): boolean => {
  const found = rows.flatMap(({ values }) => values[field] ?? []);
  const isOfFirst = rows[0]?.values[field] !== undefined;
  const areMostEmpty = found.length * 2 <= rows.length && rows.length >= FEWEST_ROWS;
  return isOfFirst && areMostEmpty && new Set(found).size === found.length;
};
