import fc from 'fast-check';
import { type OrderedRow, sortsOf, type TabSort } from '../../../functions/sheets/read-order';

const KEYS = ['owners', 'daysOver', 'name'];
const tab = { keys: KEYS, typedKeys: ['owners'], locale: 'ja_JP' };

/** As Sheets does: stable, numbers before texts, blank cells last. */
const sorted = (rows: readonly OrderedRow[], { key, down }: TabSort): OrderedRow[] => {
  const collator = new Intl.Collator('ja-JP', { numeric: false });
  const isNumber = (text: string): boolean => text !== '' && !Number.isNaN(Number(text));
  return [...rows].sort((a, b) => {
    const [x = '', y = ''] = [a.texts[key], b.texts[key]];
    if (x === '' || y === '') return x === y ? 0 : x === '' ? 1 : -1;
    const order =
      Number(isNumber(y)) - Number(isNumber(x)) ||
      (isNumber(x) ? Number(x) - Number(y) : collator.compare(x, y));
    return down ? -order : order;
  });
};

const aRow = fc.record({
  owners: fc.constantFrom('佐藤', '鈴木', '高橋', 'Sato', ''),
  daysOver: fc.constantFrom('', '2', '9', '10'),
  name: fc.constantFrom('株式会社甲', '株式会社乙', '株式会社丙', '1'),
});
const rowsOf = (all: readonly Record<string, string>[]): OrderedRow[] =>
  all.map((texts, rank) => ({ rank, texts, isEdited: false }));
const aSort = fc.record({ key: fc.constantFrom(...KEYS), down: fc.boolean() });

test('the sorts that are found make the same order of the rows as they were written', () => {
  fc.assert(
    fc.property(fc.array(aRow, { maxLength: 12 }), fc.array(aSort, { maxLength: 3 }), (all, sorts) => {
      const written = rowsOf(all);
      const shown = sorts.reduce(sorted, written);
      const found = sortsOf(shown, tab) ?? [];
      expect([...found].reverse().reduce(sorted, written)).toEqual(shown);
    }),
  );
});

test('rows that no sort explains have none; edited ones may stand out of place in the columns that are typed into', () => {
  const rows = rowsOf(['い', 'あ', 'う', 'え'].map((owners) => ({ owners, daysOver: owners, name: owners })));
  const inOrder = (...order: number[]) => order.flatMap((at) => rows[at] ?? []);
  expect(sortsOf(inOrder(2, 0, 3, 1), tab)).toBeNull();
  const edited = inOrder(2, 0, 3, 1).map((row) => ({ ...row, isEdited: row.rank === 0 || row.rank === 3 }));
  expect(sortsOf(edited, tab)).toEqual([{ key: 'owners', down: true }]);
});
