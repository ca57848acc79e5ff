import { openWorkbooks } from '../../../emulator/workbook/workbook';

const open = (): ReturnType<typeof openWorkbooks> => {
  let last = 0;
  return openWorkbooks({ dataDir: null, newId: () => ++last });
};

test('several spreadsheets live side by side', () => {
  const workbooks = open();
  workbooks.create('register', { title: 'Register' }, [{ title: 'Accounts' }, { title: 'Help' }]);
  workbooks.create('queue', { title: 'Queue', locale: 'en_US' });
  workbooks.batchUpdate('queue', [{ addSheet: { properties: { title: 'Revisits' } } }], 'api');
  expect(workbooks.ids()).toEqual(['register', 'queue']);
  expect(workbooks.get('register').tabs.map(({ properties }) => properties.title)).toEqual([
    'Accounts',
    'Help',
  ]);
  expect(workbooks.get('queue').tabs.map(({ properties }) => properties.title)).toEqual([
    'Sheet1',
    'Revisits',
  ]);
  expect(workbooks.get('register').properties).toEqual({
    title: 'Register',
    locale: 'ja_JP',
    timeZone: 'Asia/Tokyo',
  });
});

test.each([
  [
    'two tabs of one title',
    () => open().create('x', {}, [{ title: 'a' }, { title: 'a' }]),
    'Two sheets have the same title.',
  ],
  [
    'two tabs of one ID',
    () =>
      open().create('x', {}, [
        { title: 'a', sheetId: 3 },
        { title: 'b', sheetId: 3 },
      ]),
    'Two sheets have the same sheetId.',
  ],
  [
    'too many cells',
    () => open().create('x', {}, [{ title: 'a', gridProperties: { rowCount: 1_000_000, columnCount: 11 } }]),
    'above the limit of 10000000 cells',
  ],
  ['an unknown spreadsheet', () => open().get('nope'), 'Requested entity was not found.'],
])('%s', (_, act, message) => {
  expect(act).toThrow(message);
});

test('an ID that another spreadsheet has is refused', () => {
  const workbooks = open();
  workbooks.create('x', {});
  expect(() => workbooks.create('x', {})).toThrow('exists already');
});

test('a state that was read never changes', () => {
  const workbooks = open();
  const before = workbooks.create('x', {});
  const copy = structuredClone(before);
  const cell = { userEnteredValue: { numberValue: 1 }, userEnteredFormat: { textFormat: { bold: true } } };
  workbooks.batchUpdate('x', [{ repeatCell: { range: {}, cell, fields: '*' } }], 'user');
  const filled = workbooks.get('x');
  const filledCopy = structuredClone(filled);
  workbooks.batchUpdate(
    'x',
    [
      { repeatCell: { range: { endRowIndex: 5 }, cell: {}, fields: 'userEnteredFormat.textFormat.bold' } },
      { sortRange: { range: {}, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
      { insertDimension: { range: { dimension: 'COLUMNS', startIndex: 0, endIndex: 2 } } },
      { deleteDimension: { range: { dimension: 'ROWS', startIndex: 0, endIndex: 500 } } },
    ],
    'user',
  );
  expect(before).toEqual(copy);
  expect(filled).toEqual(filledCopy);
});
