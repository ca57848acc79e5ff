/** In which order people have put the rows of a tab that we write: the sorts that explain it. */

/** By one column. */
export interface TabSort {
  /** Of the column. */
  key: string;
  down: boolean;
}

export interface OrderedRow {
  /** Its place in the order in which the tab was written. */
  rank: number;
  /** By the keys of the columns, as they are shown. */
  texts: Readonly<Partial<Record<string, string>>>;
  /** Something was typed into it since it was written: it may stand out of place. */
  isEdited: boolean;
}

/** Sorted by three columns one after another at most. */
const MAX_SORTS = 3;

/**
 * The columns that the rows are sorted by, the first one foremost: none where they stand as they were written, null where no sort
 * explains how they stand. `typedKeys` are columns that people type into, `locale` is that of the spreadsheet.
 */
export const sortsOf = (
  rows: readonly OrderedRow[],
  { keys, typedKeys, locale }: { keys: readonly string[]; typedKeys: readonly string[]; locale: string },
): TabSort[] | null => {
  const compare = comparison(locale);
  const candidates = keys.flatMap((key) => [false, true].map((down) => ({ key, down })));
  const explain = (groups: readonly (readonly OrderedRow[])[], left: number): TabSort[] | null => {
    if (groups.every(isAsWritten)) return [];
    if (left === 0) return null;
    for (const sort of candidates) {
      const isSkipped = ({ isEdited }: OrderedRow): boolean => isEdited && typedKeys.includes(sort.key);
      const parts = groups.map((group) =>
        splitBy(
          group.filter((row) => !isSkipped(row)),
          sort,
          compare,
        ),
      );
      if (!parts.every((one) => one !== null)) continue;
      const all = parts.flat();
      const rest = all.length > groups.length ? explain(all, left - 1) : null;
      if (rest !== null) return [sort, ...rest];
    }
    return null;
  };
  return explain([rows], MAX_SORTS);
};

const isAsWritten = (rows: readonly OrderedRow[]): boolean =>
  rows.every((row, at) => at === 0 || (rows[at - 1]?.rank ?? 0) <= row.rank);

/** Into rows of the same text; null where they are not in that order. */
const splitBy = (
  rows: readonly OrderedRow[],
  { key, down }: TabSort,
  compare: (a: string, b: string, down: boolean) => number,
): OrderedRow[][] | null => {
  const parts: OrderedRow[][] = [];
  let before: string | null = null;
  for (const row of rows) {
    const text = row.texts[key] ?? '';
    const order = before === null ? -1 : compare(before, text, down);
    if (order > 0) return null;
    if (order === 0) parts.at(-1)?.push(row);
    else parts.push([row]);
    before = text;
  }
  return parts;
};

/** As Sheets sorts: numbers before texts, blank cells last in both directions. */
const comparison = (locale: string) => {
  const collator = new Intl.Collator(locale.replaceAll('_', '-'));
  return (a: string, b: string, down: boolean): number => {
    if (a === b) return 0;
    if (a === '' || b === '') return a === '' ? 1 : -1;
    const [x, y] = [Number(a), Number(b)];
    const rank = (value: number): number => (Number.isNaN(value) ? 1 : 0);
    const order = rank(x) - rank(y) || (rank(x) === 0 ? x - y : collator.compare(a, b));
    return down ? -order : order;
  };
};
