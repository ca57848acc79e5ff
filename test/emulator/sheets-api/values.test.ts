import fc from 'fast-check';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { type SheetsApiScene, SPREADSHEET_ID, startSheetsApiScene } from './sheets-client';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

async function write(
  range: string,
  values: unknown[][],
  valueInputOption = 'RAW',
): Promise<sheets_v4.Schema$UpdateValuesResponse> {
  const { data } = await suite.client.spreadsheets.values.update({
    spreadsheetId: SPREADSHEET_ID,
    range,
    valueInputOption,
    requestBody: { values },
  });
  return data;
}

async function read(range: string, options: object = {}): Promise<sheets_v4.Schema$ValueRange> {
  return (await suite.client.spreadsheets.values.get({ spreadsheetId: SPREADSHEET_ID, range, ...options }))
    .data;
}

test('an update tells what it wrote', async () => {
  expect(await write("'My queue'!B2", [[1, 'two', null], [true]])).toEqual({
    spreadsheetId: SPREADSHEET_ID,
    updatedRange: "'My queue'!B2:D3",
    updatedRows: 2,
    updatedColumns: 2,
    updatedCells: 3,
  });
});

test('trailing empty cells are left out, and values altogether when there is none', async () => {
  await write('Accounts!A1', [['a', '', ''], [], ['', 'b']]);
  expect((await read('Accounts!A1:E9')).values).toEqual([['a'], [], ['', 'b']]);
  expect(await read('Accounts!C1:E9')).toEqual({ range: 'Accounts!C1:E9', majorDimension: 'ROWS' });
});

test('null keeps what is there, an empty text clears it', async () => {
  await write('Accounts!A1', [['a', 'b']]);
  await write('Accounts!A1', [[null, '']]);
  expect((await read('Accounts!A1:B1')).values).toEqual([['a']]);
});

test.each([
  ['Accounts', 'Accounts!A1:J100'],
  ["'My queue'", "'My queue'!A1:E50"],
  ["'my queue'!B:C", "'My queue'!B1:C50"],
  ['2:3', 'Accounts!A2:J3'],
  ['Accounts!A5:B', 'Accounts!A5:B100'],
  ['B3:A1', 'Accounts!A1:B3'],
  ['Accounts!$A$1:ZZ2', 'Accounts!A1:J2'],
])('the range %s is %s', async (text, range) => {
  expect((await read(text)).range).toBe(range);
});

test('by columns, both ways', async () => {
  const requestBody = { majorDimension: 'COLUMNS', values: [['a', 'b'], ['c']] };
  const query = { spreadsheetId: SPREADSHEET_ID, range: 'A1', valueInputOption: 'RAW' };
  await suite.client.spreadsheets.values.update({ ...query, requestBody });
  expect((await read('A1:C3')).values).toEqual([['a', 'c'], ['b']]);
  expect((await read('A1:C3', { majorDimension: 'COLUMNS' })).values).toEqual([['a', 'b'], ['c']]);
});

describe('what is typed', () => {
  const cases: [typed: unknown, raw: unknown, entered: unknown, shown: string][] = [
    ['abc', 'abc', 'abc', 'abc'],
    ['12', '12', 12, '12'],
    ['-1,234.5', '-1,234.5', -1234.5, '-1,234.50'],
    ['12%', '12%', 0.12, '12%'],
    ['¥1,200', '¥1,200', 1200, '¥1,200'],
    ['true', 'true', true, 'TRUE'],
    [false, false, false, 'FALSE'],
    [0.1, 0.1, 0.1, '0.1'],
    ["'007", "'007", '007', '007'],
    ['007', '007', 7, '7'],
    ['2026-01-05', '2026-01-05', 46027, '2026-01-05'],
    ['2026/1/5', '2026/1/5', 46027, '2026/1/5'],
    ['2026-02-30', '2026-02-30', '2026-02-30', '2026-02-30'],
    ['2026-01-05 06:00', '2026-01-05 06:00', 46027.25, '2026-01-05 6:00:00'],
    ['18:00', '18:00', 0.75, '18:00'],
    ['=1', '=1', 1, '1'],
    ['="a""b"', '="a""b"', 'a"b', 'a"b'],
    ['=SUM(A1:A3)', '=SUM(A1:A3)', 0, '0'],
    ['=', '=', '=', '='],
    ['+81-3-1234-5678', '+81-3-1234-5678', '+81-3-1234-5678', '+81-3-1234-5678'],
  ];
  test.each(cases)('%j', async (typed, raw, entered, shown) => {
    await write('A1', [[typed]], 'RAW');
    await write('B1', [[typed]], 'USER_ENTERED');
    expect(await suite.values('A1:B1')).toEqual([[raw, entered]]);
    expect((await read('B1')).values).toEqual([[shown]]);
  });

  test('a cell formatted as text takes everything as text', async () => {
    const format = { userEnteredFormat: { numberFormat: { type: 'TEXT' } } };
    await suite.update({
      repeatCell: { range: { endColumnIndex: 1 }, cell: format, fields: 'userEnteredFormat' },
    });
    await write('A1', [['007']], 'USER_ENTERED');
    expect(await suite.values('A1')).toEqual([['007']]);
  });
});

describe('how values are rendered', () => {
  beforeEach(() => write('A1', [['2026-01-05', '=1', 'x', '=NOW()']], 'USER_ENTERED'));
  const cases: [option: string, dates: string | undefined, values: unknown[]][] = [
    ['FORMATTED_VALUE', undefined, ['2026-01-05', '1', 'x', '#NAME?']],
    ['UNFORMATTED_VALUE', undefined, [46027, 1, 'x', '#NAME?']],
    ['UNFORMATTED_VALUE', 'FORMATTED_STRING', ['2026-01-05', 1, 'x', '#NAME?']],
    ['FORMULA', undefined, [46027, '=1', 'x', '=NOW()']],
  ];
  test.each(cases)('%s, dates %s', async (valueRenderOption, dateTimeRenderOption, values) => {
    expect((await read('A1:D1', { valueRenderOption, dateTimeRenderOption })).values).toEqual([values]);
  });
});

test('several ranges at once', async () => {
  const { data } = await suite.client.spreadsheets.values.batchUpdate({
    spreadsheetId: SPREADSHEET_ID,
    requestBody: {
      valueInputOption: 'RAW',
      includeValuesInResponse: true,
      data: [
        { range: 'Accounts!A1', values: [['a']] },
        { range: "'My queue'!A1:B1", values: [[1, 2]] },
      ],
    },
  });
  expect(data).toMatchObject({ totalUpdatedCells: 3, totalUpdatedSheets: 2, totalUpdatedRows: 2 });
  expect(data.responses?.[1]?.updatedData?.values).toEqual([['1', '2']]);
  const got = await suite.client.spreadsheets.values.batchGet({
    spreadsheetId: SPREADSHEET_ID,
    ranges: ['A1', "'My queue'"],
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  expect(got.data.valueRanges).toEqual([
    { range: 'Accounts!A1', majorDimension: 'ROWS', values: [['a']] },
    { range: "'My queue'!A1:E50", majorDimension: 'ROWS', values: [[1, 2]] },
  ]);
});

describe('append', () => {
  async function append(
    range: string,
    values: unknown[][],
    options: { insertDataOption?: string } = {},
  ): Promise<sheets_v4.Schema$AppendValuesResponse> {
    const query = { spreadsheetId: SPREADSHEET_ID, range, valueInputOption: 'RAW', ...options };
    return (await suite.client.spreadsheets.values.append({ ...query, requestBody: { values } })).data;
  }
  // The two tables of Google's guide: A1:C2 and B4:D6.
  beforeEach(async () => {
    await write('A1', [
      ['x', 'y', 'z'],
      ['x', 'y', 'z'],
    ]);
    await write('B4', [
      ['x', 'y'],
      ['y', 'z'],
      ['x', 'y', 'z'],
    ]);
  });
  test.each([
    ['Accounts', 'Accounts!B4:D6', 'Accounts!B7'],
    ['C5:D5', 'Accounts!B4:D6', 'Accounts!B7'],
    ['B2:D4', 'Accounts!B4:D6', 'Accounts!B7'],
    ['A3:G10', 'Accounts!B4:D6', 'Accounts!B7'],
    ['A1', 'Accounts!A1:C2', 'Accounts!A3'],
    ['E4', undefined, 'Accounts!E4'],
  ])('to %s', async (range, tableRange, updatedRange) => {
    const answer = await append(range, [['new']]);
    expect(answer.tableRange).toBe(tableRange);
    expect(answer.updates?.updatedRange).toBe(updatedRange);
  });

  test('makes room in the grid', async () => {
    await write("'My queue'!A50", [['last']]);
    await append("'My queue'!A50", [['one'], ['more']]);
    expect((await suite.tab(7))?.properties?.gridProperties?.rowCount).toBe(52);
  });

  test('inserting rows moves down what is below', async () => {
    await append('A1', [['new']], { insertDataOption: 'INSERT_ROWS' });
    expect(await suite.values('A3:D5')).toEqual([['new'], [], ['', 'x', 'y']]);
  });
});

test('clearing takes values and leaves formats', async () => {
  await write('A1', [['a', 'b']]);
  const bold = { userEnteredFormat: { textFormat: { bold: true } } };
  await suite.update({ repeatCell: { range: { endRowIndex: 1 }, cell: bold, fields: 'userEnteredFormat' } });
  const { data } = await suite.client.spreadsheets.values.clear({
    spreadsheetId: SPREADSHEET_ID,
    range: 'A1:A5',
  });
  expect(data.clearedRange).toBe('Accounts!A1:A5');
  const cleared = await suite.client.spreadsheets.values.batchClear({
    spreadsheetId: SPREADSHEET_ID,
    requestBody: { ranges: ['Accounts!C:C', "'My queue'"] },
  });
  expect(cleared.data.clearedRanges).toEqual(['Accounts!C1:C100', "'My queue'!A1:E50"]);
  const { data: book } = await suite.client.spreadsheets.get({
    spreadsheetId: SPREADSHEET_ID,
    ranges: ['A1:B1'],
    includeGridData: true,
  });
  const [first, second] = book.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values ?? [];
  expect(first?.userEnteredValue).toBeUndefined();
  expect(first?.userEnteredFormat).toEqual(bold.userEnteredFormat);
  expect(second?.userEnteredValue).toEqual({ stringValue: 'b' });
});

test('RAW gives back what was written', async () => {
  const plain = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('=1+1', "'quoted", '2026-01-01', '1e5', 'TRUE', '\t', '株式会社 🐕', 'a\nb'),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.integer(),
    fc.boolean(),
  );
  const table = fc.array(fc.array(plain, { maxLength: 5 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      await suite.client.spreadsheets.values.clear({ spreadsheetId: SPREADSHEET_ID, range: "'My queue'" });
      await write("'My queue'!A1", rows);
      expect((await suite.values("'My queue'")) ?? []).toEqual(trimmed(rows));
    }),
    { numRuns: 60 },
  );
});

/** Without the empty texts and empty rows at the ends. */
function trimmed(rows: unknown[][]): unknown[][] {
  const lines = rows.map((row) => row.slice(0, row.findLastIndex((value) => value !== '') + 1));
  return lines.slice(0, lines.findLastIndex((line) => line.length > 0) + 1);
}
