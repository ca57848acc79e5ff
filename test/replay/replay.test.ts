/** The replayer on recordings made for it: what Google would have answered, and what it would not. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discoveryDifferences } from './discovery';
import { readRecordings } from './recordings';
import { replayCalls } from './replay-calls';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const DRIVE = 'https://www.googleapis.com/drive/v3/files';
const SHEETS = 'https://sheets.googleapis.com/v4/spreadsheets';

const call = (method: string, uri: string, body: unknown, answer: unknown, code = 200) => ({
  request: { method, uri, body: body === null ? null : JSON.stringify(body) },
  response: { status: { code, message: '' }, body: { string: JSON.stringify(answer) } },
});
const write = (name: string, interactions: unknown): void =>
  writeFileSync(join(folder, name), JSON.stringify({ version: 1, interactions }));

const made = (id: string) => call('POST', DRIVE, { name: id }, { kind: 'drive#file', id, name: id });
const value = (id: string, text: string) =>
  call('GET', `${SHEETS}/${id}/values/Sheet1!A1`, null, {
    range: 'Sheet1!A1',
    majorDimension: 'ROWS',
    values: [[text]],
  });
const put = (id: string) =>
  call(
    'PUT',
    `${SHEETS}/${id}/values/%27Sheet1%27%21A1?valueInputOption=RAW`,
    { values: [['x']] },
    {
      spreadsheetId: id,
      updatedRange: 'Sheet1!A1',
      updatedRows: 1,
      updatedColumns: 1,
      updatedCells: 1,
    },
  );
const addSheet = (id: string, sheetId: number) =>
  call(
    'POST',
    `${SHEETS}/${id}:batchUpdate`,
    { requests: [{ addSheet: { properties: { title: 'New' } } }] },
    {
      spreadsheetId: id,
      replies: [
        {
          addSheet: {
            properties: {
              sheetId,
              title: 'New',
              index: 1,
              sheetType: 'GRID',
              gridProperties: { rowCount: 1000, columnCount: 26 },
            },
          },
        },
      ],
    },
  );
const deleteSheet = (id: string, sheetId: number) =>
  call(
    'POST',
    `${SHEETS}/${id}:batchUpdate`,
    { requests: [{ deleteSheet: { sheetId } }] },
    { spreadsheetId: id, replies: [{}] },
  );

const verdicts = async (): Promise<string[]> => {
  const [recording] = readRecordings(folder);
  return recording ? (await replayCalls(recording)).map(({ number, verdict }) => `${number} ${verdict}`) : [];
};

test('each replayable call is equal, different, contradictory, or not emulated', async () => {
  write('a.json', [
    made('one'),
    put('one'),
    value('one', 'x'),
    value('one', 'y'),
    call('GET', `${SHEETS}/one/values/Nope!A1`, null, {}),
    call('POST', `${SHEETS}/one:batchUpdate`, { requests: [{ autoFill: {} }] }, {}),
    call(
      'GET',
      `${SHEETS}/nobody-has-it`,
      null,
      { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } },
      404,
    ),
  ]);
  expect(await verdicts()).toEqual([
    '2 equal',
    '3 equal',
    '4 differ',
    '5 contradictory',
    '6 notEmulated',
    '7 equal',
  ]);
});

test('IDs that Google has drawn stand for those of the emulator', async () => {
  write('a.json', [made('one'), addSheet('one', 12345), deleteSheet('one', 12345), addSheet('one', 67890)]);
  expect(await verdicts()).toEqual(['2 equal', '3 equal', '4 equal']);
});

test('a copy has the cells of its source; what was deleted, never made or refused for its caller is not replayable', async () => {
  write('a.json', [
    made('one'),
    put('one'),
    call('POST', `${DRIVE}/one/copy`, {}, { id: 'two', name: 'two' }),
    value('two', 'x'),
    call('DELETE', `${DRIVE}/one`, null, '', 204),
    value('one', 'x'),
    value('somebody-elses', 'x'),
    made('three'),
    call('GET', `${SHEETS}/three`, null, { error: { code: 429 } }, 429),
    call('GET', `${SHEETS}/three`, null, { error: { code: 403 } }, 403),
  ]);
  expect(await verdicts()).toEqual(['2 equal', '4 equal']);
});

test("the emulator's messages are compared with those of a discovery document", () => {
  const file = join(folder, 'discovery.json');
  const sort = { type: 'string', enum: ['SORT_ORDER_UNSPECIFIED', 'ASCENDING', 'SIDEWAYS'] };
  const sortSpec = { properties: { dimensionIndex: { type: 'number', format: 'double' }, sortOrder: sort } };
  writeFileSync(file, JSON.stringify({ schemas: { SortSpec: sortSpec, Unheard: {} } }));
  expect(discoveryDifferences(file)).toEqual(
    expect.arrayContaining([
      "SortSpec.backgroundColor is none of Google's",
      'SortSpec.dimensionIndex: double',
      'SortSpec.sortOrder lacks SIDEWAYS',
      "SortSpec.sortOrder: DESCENDING is none of Google's",
      'Unheard is missing',
      "Spreadsheet is none of Google's",
    ]),
  );
  writeFileSync(file, '[]');
  expect(() => discoveryDifferences(file)).toThrow('discovery.json is no discovery document');
});

test('recordings stand in folders, too, and beside them a document of what the API is', async () => {
  mkdirSync(join(folder, 'cassettes'));
  write('cassettes/a.json', [made('one'), put('one')]);
  writeFileSync(join(folder, 'sheets.json'), JSON.stringify({ kind: 'discovery#restDescription' }));
  expect(await verdicts()).toEqual(['2 equal']);
});

test('what is no folder of recordings is told by name', () => {
  expect(() => readRecordings(join(folder, 'nothing'))).toThrow(/nothing cannot be read/);
  expect(() => readRecordings(folder)).toThrow('no recordings');
  writeFileSync(join(folder, 'b.json'), '{"interactions": [');
  expect(() => readRecordings(folder)).toThrow('b.json is no JSON');
  write('b.json', [{ request: { method: 'GET' } }]);
  expect(() => readRecordings(folder)).toThrow('b.json is no recording');
});
