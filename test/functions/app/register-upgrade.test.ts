/** Registers that earlier versions laid out: a run brings each up to this one, and nothing that stands in it is lost. */
import {
  COLUMNS,
  NOW,
  REGISTER_TAB_ID,
  registerRange,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();

/** The first order: what became of an edit stood at the end, and the owner before the next check. */
const FIRST_ORDER = (
  'id name status owner nextCheck awaitedCondition contact lastContact lastContactWith statusSince daysInStatus ' +
  'daysSinceContact daysUntilCheck openOpportunities products pending debts requestState mirror.id mirror.version mirror.name ' +
  'mirror.status mirror.owner mirror.nextCheck mirror.awaitedCondition mirror.contact'
).split(' ');

const without = (...keys: string[]): string[] => FIRST_ORDER.filter((key) => !keys.includes(key));

/** Columns in their order; a column of the team's own stands behind them. */
const OLDER: readonly [string, readonly string[]][] = [
  ['as now', COLUMNS],
  ['of the first order', FIRST_ORDER],
  [
    'before products, proposals and debts had columns',
    without('products', 'pending', 'debts', 'openOpportunities'),
  ],
  ['before a contact could be typed', without('contact', 'mirror.contact', 'lastContactWith')],
  ['before a name could be typed over', without('mirror.name')],
];

test.each(OLDER)('a register %s', async (_, keys) => {
  const { run, save, person, column, rowOf, cell, type, typeAt, tab } = scene();
  await save(...TEN_ACCOUNTS);
  await run();
  const ids = TEN_ACCOUNTS.map(({ id }) => id);
  const contents = () => ids.map((id) => Object.fromEntries(COLUMNS.map((key) => [key, cell(id, key)])));
  const before = contents();

  for (const key of COLUMNS.filter((one) => !keys.includes(one)))
    person({ deleteDimension: { range: registerRange(column(key), column(key) + 1, 'COLUMNS') } });
  for (const [place, key] of keys.entries())
    if (column(key) !== place)
      person({
        moveDimension: {
          source: registerRange(column(key), column(key) + 1, 'COLUMNS'),
          destinationIndex: place,
        },
      });
  person(
    { clearBasicFilter: { sheetId: REGISTER_TAB_ID } },
    { appendDimension: { sheetId: REGISTER_TAB_ID, dimension: 'COLUMNS', length: 1 } },
  );
  const own = keys.length;
  for (const id of ids) typeAt(rowOf(id), own, `メモ ${id}`);
  type('a_3', 'status', '不適合');

  await run();
  const upgraded = contents();
  expect(upgraded[3]).toMatchObject({ status: '不適合', requestState: expect.stringContaining('未送信') });
  const ofRequest = ['status', 'requestState', 'mirror.version'];
  const others = (rows: typeof before) =>
    rows.map((row, index) => Object.entries(row).filter(([key]) => index !== 3 || !ofRequest.includes(key)));
  expect(others(upgraded)).toEqual(others(before));
  // People find their columns where they were, and their notes beside the companies.
  expect([...keys].sort((a, b) => column(a) - column(b))).toEqual(keys);
  const noteOf = (id: string) =>
    tab().rows[rowOf(id)]?.find((one) => one?.userEnteredValue?.stringValue?.startsWith('メモ'))
      ?.userEnteredValue;
  expect(ids.map(noteOf)).toEqual(ids.map((id) => ({ stringValue: `メモ ${id}` })));
  expect(tab().basicFilter).toBeDefined();
  expect(await run(NOW)).toMatchObject({ calls: 0 });
});
