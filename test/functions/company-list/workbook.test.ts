import { zipSync } from 'fflate';
import { openWorkbook } from '../../../functions/company-list/workbook';
import { type XlsxCell, xlsx } from './xlsx';

const open = (bytes: Uint8Array) => {
  const workbook = openWorkbook(bytes);
  if ('problem' in workbook) throw new Error(workbook.problem.code);
  return workbook;
};
const tableOf = async (rows: XlsxCell[][], options = {}) => open(xlsx({ 一: rows }, options)).read('一');
const rowsOf = async (rows: XlsxCell[][], options = {}) => (await tableOf(rows, options))?.rows;

test('sheets in their order, with what a title may have, and without hidden ones', () => {
  const bytes = xlsx({ 'A & "B" <1>': [], 一覧: [], メモ: [] }, { hidden: ['メモ'] });
  expect(open(bytes).sheets).toEqual(['A & "B" <1>', '一覧']);
});

test('cells as they are shown; that of a formula with an error, too', async () => {
  expect(
    await rowsOf([
      ['会社名', { text: '日産自動車', reading: 'ニッサンジドウシャ' }, '', null],
      [5070001000715, 0.1, 1.5e21, -3],
      [{ date: 46113 }, { date: 46113.5 }, true, { error: '#REF!' }],
    ]),
  ).toEqual([
    ['会社名', '日産自動車', '', ''],
    ['5070001000715', '0.1', '1.5e+21', '-3'],
    ['2026-04-01', '2026-04-01 12:00', 'TRUE', '#REF!'],
  ]);
});

test('days that are counted from 1904', async () => {
  expect(await rowsOf([[{ date: 46113 - 1462 }]], { date1904: true })).toEqual([['2026-04-01']]);
});

test('the blocks of merged cells of its own sheet that span several rows', async () => {
  const rows = [
    ['会社名', '担当', null],
    ['甲', 'a', null],
    [null, 'b', null],
  ];
  expect((await tableOf(rows, { merged: ['A2:A3', 'B1:C1', 'AA10:AB12'] }))?.merged).toEqual([
    { firstRow: 1, lastRow: 2, column: 0 },
    { firstRow: 9, lastRow: 11, column: 26 },
  ]);
  expect((await tableOf(rows))?.merged).toEqual([]);
});

const codeOf = (bytes: Uint8Array): string | null => {
  const workbook = openWorkbook(bytes);
  return 'problem' in workbook ? workbook.problem.code : null;
};

test('a damaged one is named', async () => {
  const whole = xlsx({ 一: [['会社名']] });
  expect(codeOf(whole.subarray(0, whole.length / 2))).toBe('WORKBOOK_UNREADABLE');
  expect(codeOf(zipSync({ 'xl/other.xml': new Uint8Array() }))).toBe('WORKBOOK_UNREADABLE');
  const torn = zipSync({
    'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a" r:id="r1"/></sheets>'),
  });
  expect(await open(torn).read('a')).toBeNull();
});

/** The archive with another size of its first part in its directory. */
const withSizeSaid = (archive: Uint8Array, size: number): Uint8Array => {
  const bytes = Buffer.from(archive);
  bytes.writeUInt32LE(size, bytes.indexOf('PK\u0001\u0002') + 24);
  return bytes;
};

test('one that would take too much memory is not inflated, and none takes more than it says', async () => {
  const strings = '<sst><si><t>会社名</t></si></sst>';
  const archive = zipSync({
    'xl/sharedStrings.xml': Buffer.from(strings),
    'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a"/></sheets></workbook>'),
  });
  expect(codeOf(withSizeSaid(archive, 200 * 1024 * 1024))).toBe('WORKBOOK_TOO_LARGE');
  expect(codeOf(withSizeSaid(archive, strings.length))).toBeNull();
  expect(await open(withSizeSaid(archive, 5)).read('a')).toBeNull();
});

test('a single cell far out makes no table of a million rows', () => {
  const far = (at: string) =>
    zipSync({
      'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': Buffer.from(
        `<worksheet><sheetData><c r="${at}"><v>1</v></c></sheetData></worksheet>`,
      ),
    });
  expect(codeOf(far('XFD1'))).toBe('WORKBOOK_TOO_LARGE');
  expect(codeOf(far('CV1048576'))).toBe('WORKBOOK_TOO_LARGE');
  expect(codeOf(far('CV1000'))).toBeNull();
});
