import { OPPORTUNITY_HEADINGS } from '../../../functions/sheets/opportunities-tab-texts';
import { readPartTab } from '../../../functions/sheets/read-part-tab';

const columns = { headings: OPPORTUNITY_HEADINGS, edited: ['amount'], locale: 'ja' };
const row = (part: string, rank: number, amount: string, request = '', name = '八') => [
  ...['fs', name, amount, request, `v7 COLD a_1 @opportunities.${part} r=${rank} n=八`],
];
const KEYS = ['owners', 'name', 'amount', 'request', 'basis'];
const read = (...rows: string[][]) => readPartTab([['stamp'], KEYS, ...rows], columns);

test('several rows of one account are told apart; a copy that waits goes before the row that does not', () => {
  const { rows, keys } = read(row('o1', 0, '1'), row('o2', 1, '2'), row('o2', 1, '3', '未送信'));
  expect([...rows].map(([key, { texts }]) => [key, texts.amount])).toEqual([
    ['a_1@opportunities.o1', '1'],
    ['a_1@opportunities.o2', '3'],
  ]);
  expect(keys).toEqual(KEYS);
});

test('a row that names another company is nobody’s', () => {
  expect(read(row('o1', 0, '1', '未送信', '九')).rows.size).toBe(0);
});

test('the columns are found by their labels where the row of keys is gone, and nothing where both are', () => {
  const labels = Object.entries(OPPORTUNITY_HEADINGS).flatMap(([key, { ja }]) =>
    KEYS.includes(key) ? [ja] : [],
  );
  const order = Object.keys(OPPORTUNITY_HEADINGS).filter((key) => KEYS.includes(key));
  const cells = row('o1', 0, '1');
  const sorted = order.map((key) => cells[KEYS.indexOf(key)] ?? '');
  expect([...readPartTab([labels, sorted], columns).rows.keys()]).toEqual(['a_1@opportunities.o1']);
  expect(readPartTab([cells], columns)).toEqual({ rows: new Map(), keys: [], sorts: [], mark: null });
});

test('how people sorted it is told', () => {
  expect(read(row('o1', 0, '2'), row('o2', 1, '3')).sorts).toEqual([]);
  expect(read(row('o2', 1, '2'), row('o1', 0, '3')).sorts).toEqual([{ key: 'amount', down: false }]);
});

test('what it was made from stands above its keys, in whatever column people have moved it to', () => {
  expect(readPartTab([['stamp', '', 'made from m1'], KEYS], columns).mark).toBe('m1');
  expect(readPartTab([['made from m1', 'stamp'], KEYS], columns).mark).toBe('m1');
  expect(readPartTab([['stamp'], KEYS, ['made from m1']], columns).mark).toBeNull();
});
