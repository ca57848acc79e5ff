import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { tabAsCsv } from '../../emulator/tab-csv';
import type { ExtendedValue, NumberFormat } from '../../emulator/workbook/model';
import { openWorkbooks } from '../../emulator/workbook/workbook';
import { csvField } from '../../functions/domain/text/csv-field';

interface CellContent {
  value: ExtendedValue;
  numberFormat?: NumberFormat;
}

function csvOf(rows: CellContent[][]): string {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('x', {});
  const values = rows.map((row) => ({
    values: row.map(({ value, numberFormat }) => ({
      userEnteredValue: value,
      ...(numberFormat && { userEnteredFormat: { numberFormat } }),
    })),
  }));
  workbooks.batchUpdate('x', [{ updateCells: { start: {}, rows: values, fields: '*' } }], 'script');
  const book = workbooks.get('x');
  const [tab] = book.tabs;
  if (!tab) throw new Error('No tab.');
  return tabAsCsv(book, tab);
}
const text = (stringValue: string): CellContent => ({ value: { stringValue } });

test('a text is quoted, and none is a formula', () => {
  expect(csvOf([[text('a,b'), text('＝1+1'), text('-5')]])).toBe(`\uFEFF"a,b",'＝1+1,'-5\r\n`);
});

test('numbers, dates and booleans are as shown, negative numbers too', () => {
  const date = { value: { numberValue: 46027 }, numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } };
  const row = [
    { value: { numberValue: -5 } },
    date,
    { value: { boolValue: true } },
    { value: { formulaValue: '=X()' } },
  ];
  expect(csvOf([row])).toBe('\uFEFF-5,2026-01-05,TRUE,#NAME?\r\n');
});

test('rows are of one width, without what is empty at the ends', () => {
  expect(csvOf([[text('a')], [], [text(''), text('b'), text('')], [text('')]])).toBe(
    '\uFEFFa,\r\n,\r\n,b\r\n',
  );
  expect(csvOf([])).toBe('\uFEFF');
});

test('a reader gets the texts back', () => {
  const plain = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .filter((each) => !csvField(each).replace(/^"/, '').startsWith("'"));
  fc.assert(
    fc.property(fc.array(fc.tuple(plain, plain), { minLength: 1, maxLength: 5 }), (rows) => {
      const csv = csvOf(rows.map((row) => row.map(text)));
      expect(parse(csv, { bom: true, record_delimiter: '\r\n' })).toEqual(rows);
    }),
  );
});
