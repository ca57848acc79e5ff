import type { UpdateRequest } from '../../../../emulator/workbook/model';
import { refusalOf, type SheetsApiScene, startSheetsApiScene } from '../../sheets-api/sheets-client';
import { area, fill, readCells, text } from './request-parts';

let suite: SheetsApiScene;
beforeEach(async () => {
  suite = await startSheetsApiScene();
});
afterEach(() => suite.stop());

const bold = { textFormat: { bold: true } };

test('only masked fields are written, and cleared when left out', async () => {
  await suite.update(
    fill([['a']]),
    {
      repeatCell: {
        range: area(0, 1, 0, 1),
        cell: { note: 'n', userEnteredFormat: bold },
        fields: 'note,userEnteredFormat',
      },
    },
    {
      repeatCell: {
        range: area(0, 1, 0, 1),
        cell: { note: 'ignored' },
        fields: 'userEnteredFormat.horizontalAlignment',
      },
    },
  );
  expect((await readCells(suite, 'A1'))[0]?.[0]).toMatchObject({
    formattedValue: 'a',
    note: 'n',
    userEnteredFormat: bold,
  });
  await suite.update({
    repeatCell: { range: area(0, 1, 0, 1), cell: {}, fields: 'note,userEnteredFormat' },
  });
  const [cell] = (await readCells(suite, 'A1'))[0] ?? [];
  expect(cell).toMatchObject({ formattedValue: 'a' });
  expect(cell).not.toHaveProperty('note');
  expect(cell).not.toHaveProperty('userEnteredFormat');
});

test('updateCells with a range clears the rest of the range', async () => {
  await suite.update(
    fill([
      ['a', 'b'],
      ['c', 'd'],
    ]),
  );
  const rows = [{ values: [text('A')] }];
  await suite.update({ updateCells: { range: area(0, 2, 0, 2), rows, fields: 'userEnteredValue' } });
  expect(await suite.values('A1:B2')).toEqual([['A']]);
});

test('appendCells goes below the last value and makes room', async () => {
  await suite.update(fill([['last']], 99));
  await suite.update({
    appendCells: { sheetId: 0, rows: [{ values: [text('new')] }], fields: 'userEnteredValue' },
  });
  expect(await suite.values('A100:A101')).toEqual([['last'], ['new']]);
});

test('dates are serial numbers shown by their format', async () => {
  const userEnteredFormat = { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } };
  const cell = { userEnteredValue: { numberValue: 46027 }, userEnteredFormat };
  await suite.update({ updateCells: { start: {}, rows: [{ values: [cell] }], fields: '*' } });
  expect((await readCells(suite, 'A1'))[0]?.[0]).toMatchObject({
    formattedValue: '2026-01-05',
    effectiveValue: { numberValue: 46027 },
  });
});

test('a formula is kept and shows #NAME?', async () => {
  await suite.update({
    repeatCell: {
      range: area(0, 1, 0, 1),
      cell: { userEnteredValue: { formulaValue: '=QUERY(A1)' } },
      fields: '*',
    },
  });
  expect((await readCells(suite, 'A1'))[0]?.[0]).toMatchObject({
    userEnteredValue: { formulaValue: '=QUERY(A1)' },
    effectiveValue: { errorValue: { type: 'NAME' } },
    formattedValue: '#NAME?',
  });
});

test('a link of literals is computed', async () => {
  const formulaValue = '=HYPERLINK("https://example.com/1","Row 1")';
  await suite.update({
    repeatCell: { range: area(0, 1, 0, 1), cell: { userEnteredValue: { formulaValue } }, fields: '*' },
  });
  expect((await readCells(suite, 'A1'))[0]?.[0]).toMatchObject({
    formattedValue: 'Row 1',
    hyperlink: 'https://example.com/1',
  });
});

test('validation is set and taken away', async () => {
  const rule = { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '1' }] }, strict: true };
  await suite.update({ setDataValidation: { range: area(0, 2, 0, 1), rule } });
  expect((await readCells(suite, 'A1:A2')).map(([cell]) => cell?.dataValidation)).toEqual([rule, rule]);
  await suite.update({ setDataValidation: { range: area(0, 1, 0, 1) } });
  expect((await readCells(suite, 'A1:A2')).map(([cell]) => cell?.dataValidation)).toEqual([undefined, rule]);
  const cell = { dataValidation: { condition: { type: 'ONE_OF_LIST' } } };
  const empty = {
    updateCells: { range: area(0, 1, 0, 1), rows: [{ values: [cell] }], fields: 'dataValidation' },
  };
  expect((await refusalOf(suite.update(empty))).message).toMatch(/requires at least one ConditionValue/);
});

test('borders go around and inside', async () => {
  const thin = { style: 'SOLID' };
  await suite.update({ updateBorders: { range: area(0, 2, 0, 2), top: thin, innerVertical: thin } });
  const borders = (await readCells(suite, 'A1:B2')).map((row) =>
    row.map((cell) => Object.keys(cell.userEnteredFormat?.borders ?? {}).sort()),
  );
  expect(borders).toEqual([
    [
      ['right', 'top'],
      ['left', 'top'],
    ],
    [['right'], ['left']],
  ]);
});

test('merging keeps the top left value; a part of a merge cannot be unmerged', async () => {
  await suite.update(
    fill([
      ['a', 'b'],
      ['c', 'd'],
    ]),
    { mergeCells: { range: area(0, 2, 0, 2), mergeType: 'MERGE_ROWS' } },
  );
  expect(await suite.values('A1:B2')).toEqual([['a'], ['c']]);
  expect((await suite.tab())?.merges).toEqual([area(0, 1, 0, 2), area(1, 2, 0, 2)]);
  const error = await refusalOf(suite.update({ unmergeCells: { range: area(0, 1, 0, 1) } }));
  expect(error.message).toContain('You must select all cells in a merged range to merge or unmerge them.');
  await suite.update({ unmergeCells: { range: area(0, 5, 0, 5) } });
  expect((await suite.tab())?.merges).toBeUndefined();
});

test('rows are pasted as columns, and formulas among them are told not to be emulated', async () => {
  const transpose = (source: object): UpdateRequest => ({
    copyPaste: { source, destination: area(3, 4, 0, 1), pasteOrientation: 'TRANSPOSE' },
  });
  await suite.update(
    fill([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]),
    transpose(area(0, 2, 0, 3)),
  );
  expect(await suite.values('A4:B6')).toEqual([
    ['a', 'd'],
    ['b', 'e'],
    ['c', 'f'],
  ]);
  await suite.update({
    updateCells: {
      start: { sheetId: 0 },
      rows: [{ values: [{ userEnteredValue: { formulaValue: '=B1' } }] }],
      fields: 'userEnteredValue',
    },
  });
  const error = await refusalOf(suite.update(transpose(area(0, 1, 0, 2))));
  expect(error.message).toContain('TRANSPOSE of a formula');
});

test('copy fills the destination, cut empties the source', async () => {
  await suite.update(fill([['a', 'b']]), {
    copyPaste: { source: area(0, 1, 0, 2), destination: area(1, 3, 0, 4) },
  });
  expect(await suite.values('A2:D3')).toEqual([
    ['a', 'b', 'a', 'b'],
    ['a', 'b', 'a', 'b'],
  ]);
  await suite.update({ cutPaste: { source: area(0, 1, 0, 2), destination: { sheetId: 7 } } });
  expect(await suite.values('Accounts!A1:B1')).toBeUndefined();
  expect(await suite.values("'My queue'!A1:B1")).toEqual([['a', 'b']]);
});
