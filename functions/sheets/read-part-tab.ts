/** What people typed into a tab whose rows are parts of accounts, by the key of the row. */
import { isPartUnsent, type TypedPartRow } from '../domain/queue/kept-part-cells';
import { parsePartBasis } from '../domain/queue/part-basis';
import { parseRowAccount } from '../domain/queue/row-account';
import { rankOf } from '../domain/queue/row-basis';
import { markOf } from '../domain/register/request-marks';
import { keysOf } from '../domain/status/table-keys';
import type { Text } from '../domain/text/text';
import { MARK } from './part-page';
import { sortsOf, type TabSort } from './read-order';

export interface PartTabRead {
  /** By the key of the row; of a row that was copied, the one that waits to be sent. */
  rows: ReadonlyMap<string, TypedPartRow>;
  /** The keys of its columns, from the left; null for one of nobody's. */
  keys: readonly (string | null)[];
  /** How people have sorted it; none where it stands as it was written, or where that cannot be told. */
  sorts: readonly TabSort[];
  /** What it was made from; null where that cannot be told. */
  mark: string | null;
}

interface PartTabColumns {
  headings: Readonly<Record<string, Text>>;
  /** Those that people type into. */
  edited: readonly string[];
  locale: string;
}

/** The columns are found by their keys, wherever people have moved them, and by their labels where the row of keys is gone. */
export const readPartTab = (
  values: readonly (readonly unknown[])[],
  { headings, edited, locale }: PartTabColumns,
): PartTabRead => {
  const keyOf = (cell: unknown): string | null =>
    keysOf(headings).find(
      (key) => key === cell || Object.values(headings[key] ?? {}).some((label) => label === cell),
    ) ?? (cell === '' ? null : String(cell));
  const head = values.findIndex((row) => ['basis', 'request'].every((key) => row.map(keyOf).includes(key)));
  if (head < 0) return { rows: new Map(), keys: [], sorts: [], mark: null };
  const keys = (values[head] ?? []).map(keyOf);
  const read = values
    .slice(head + 1)
    .map((row) =>
      Object.fromEntries(keys.flatMap((key, at) => (key === null ? [] : [[key, String(row[at] ?? '')]]))),
    );
  const rows = new Map<string, TypedPartRow>();
  for (const texts of read) {
    const { basis: text = '', name } = texts;
    const basis = parsePartBasis(text);
    const key = parseRowAccount(text)?.key ?? '';
    // A row that names another company than it was written for is nobody's.
    if (basis === null || name !== basis.name) continue;
    if (!rows.has(key) || isPartUnsent({ texts })) rows.set(key, { basis, texts });
  }
  const ordered = read.flatMap((texts) => {
    const rank = rankOf(texts.basis ?? '');
    return rank === null ? [] : [{ rank, texts, isEdited: markOf(texts.request ?? '') !== null }];
  });
  const sortable = keys.flatMap((key) => (key === null || key === 'request' || key === 'basis' ? [] : [key]));
  const mark = values
    .slice(0, head)
    .flat()
    .map(String)
    .find((text) => text.startsWith(MARK));
  return {
    ...{ rows, keys, sorts: sortsOf(ordered, { keys: sortable, typedKeys: edited, locale }) ?? [] },
    mark: mark?.slice(MARK.length) ?? null,
  };
};
