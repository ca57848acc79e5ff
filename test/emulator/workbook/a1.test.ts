import fc from 'fast-check';
import { columnName, formatRange, parseA1, quoteTitle } from '../../../emulator/workbook/a1';
import { type Book, blankTab } from '../../../emulator/workbook/model';

const titles = ['Accounts', 'My queue', "Bob's", 'シート', 'Q1', 'A!B', 'sheet'];
const book: Book = {
  spreadsheetId: 'x',
  properties: { title: 'T', locale: 'ja_JP', timeZone: 'Asia/Tokyo' },
  tabs: titles.map((title, sheetId) => blankTab({ title, sheetId })),
  namedRanges: [{ name: 'status', range: { sheetId: 1, startRowIndex: 3, endRowIndex: 4 } }],
  developerMetadata: [],
};

const cells = (top?: number, bottom?: number, left?: number, right?: number): object => ({
  ...(top !== undefined && { startRowIndex: top }),
  ...(bottom !== undefined && { endRowIndex: bottom }),
  ...(left !== undefined && { startColumnIndex: left }),
  ...(right !== undefined && { endColumnIndex: right }),
});

test.each([
  ['A1', 0, cells(0, 1, 0, 1)],
  ['b2:A1', 0, cells(0, 2, 0, 2)],
  ['Accounts!AA10:AB', 0, cells(9, undefined, 26, 28)],
  ["'My queue'!A:C", 1, cells(undefined, undefined, 0, 3)],
  ['My queue!2:5', 1, cells(1, 5)],
  ["'My queue'", 1, {}],
  ['My queue', 1, {}],
  ["'Bob''s'!C3", 2, cells(2, 3, 2, 3)],
  ['シート!A1', 3, cells(0, 1, 0, 1)],
  ["'Q1'", 4, {}],
  ['Q1', 0, cells(0, 1, 16, 17)],
  ["'A!B'!A1", 5, cells(0, 1, 0, 1)],
  ['SHEET', 6, {}],
  ['status', 1, cells(3, 4)],
  ['Accounts!status', 1, cells(3, 4)],
  ['Accounts!R2C3', 0, cells(1, 2, 2, 3)],
  ['R1C1:R3C2', 0, cells(0, 3, 0, 2)],
])('%s', (text, sheetId, range) => {
  expect(parseA1(book, text).range).toEqual({ sheetId, ...range });
});

test.each([
  '',
  '!',
  'Nope!A1',
  'Accounts!',
  'Accounts!A1:B2:C3',
  'A0',
  'ABCD1',
  'A1B',
  "'My queue'A1",
  'A-1',
  'Accounts!nothing',
])('%j is no range', (text) => {
  expect(() => parseA1(book, text)).toThrow(`Unable to parse range: ${text}`);
});

test.each([
  ['Accounts', 'Accounts'],
  ['My queue', "'My queue'"],
  ["Bob's", "'Bob''s'"],
  ['シート', "'シート'"],
  ['Q1', "'Q1'"],
  ['2026', "'2026'"],
  ['R1C1', "'R1C1'"],
])('the title %s is written %s', (title, written) => {
  expect(quoteTitle(title)).toBe(written);
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name);
});

test('a range is found again under the name that it is given', () => {
  const index = fc.integer({ min: 0, max: 17_000 });
  fc.assert(
    fc.property(fc.nat(titles.length - 1), index, index, index, index, (tab, a, b, c, d) => {
      const range = cells(Math.min(a, b), Math.max(a, b) + 1, Math.min(c, d), Math.max(c, d) + 1);
      const home = book.tabs[tab];
      if (!home) throw new Error('No such tab.');
      expect(parseA1(book, formatRange(home, range)).range).toEqual({ sheetId: tab, ...range });
    }),
  );
});
