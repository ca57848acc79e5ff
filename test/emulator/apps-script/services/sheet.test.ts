import { aScript, BOOK_ID, evaluateInScript, stopScripts } from '../a-script';

afterEach(stopScripts);

const cells = { 'Accounts!A1': [['id', 'name', 'since', 'score', 'open'], ['a1'], ['a2']] };
const sheet = 'SpreadsheetApp.getActiveSheet()';

test.each<[string, string, unknown]>([
  ['by row and column', `${sheet}.getRange(2, 3).getA1Notation()`, 'C2'],
  ['by rows', `${sheet}.getRange(2, 3, 4).getA1Notation()`, 'C2:C5'],
  ['by rows and columns', `${sheet}.getRange(2, 3, 4, 2).getA1Notation()`, 'C2:D5'],
  ['by A1', `${sheet}.getRange('B2:C3').getA1Notation()`, 'B2:C3'],
  ['its data', `${sheet}.getDataRange().getA1Notation()`, 'A1:E3'],
  ['no data', `SpreadsheetApp.getActive().getSheetByName('Other').getDataRange().getA1Notation()`, 'A1'],
  ['its last row', `[${sheet}.getLastRow(), ${sheet}.getLastColumn()]`, [3, 5]],
  ['no last row', `SpreadsheetApp.getActive().getSheetByName('Other').getLastRow()`, 0],
  ['its size', `[${sheet}.getMaxRows(), ${sheet}.getMaxColumns()]`, [1000, 26]],
  ['its frozen rows', `${sheet}.getFrozenRows()`, 0],
  ['its name and ID', `[${sheet}.getName(), ${sheet}.getSheetId(), ${sheet}.getIndex()]`, ['Accounts', 0, 1]],
  ['its parent', `${sheet}.getParent().getId()`, BOOK_ID],
])('a sheet gives %s', async (_, expression, expected) => {
  expect(await evaluateInScript(expression, { cells })).toEqual(expected);
});

test.each<[string, string, string]>([
  ['a row before the first', `${sheet}.getRange(0, 1)`, 'The starting row of the range is too small.'],
  ['a column before the first', `${sheet}.getRange(1, 0)`, 'The starting column of the range is too small.'],
  ['no rows', `${sheet}.getRange(1, 1, 0)`, 'The number of rows in the range must be at least 1.'],
  ['no columns', `${sheet}.getRange(1, 1, 1, 0)`, 'The number of columns in the range must be at least 1.'],
  [
    'too far',
    `${sheet}.getRange(1001, 1)`,
    'The coordinates of the range are outside the dimensions of the sheet.',
  ],
  ['no range at all', `${sheet}.getRange('nonsense')`, 'Range not found'],
])('refused: %s', async (_, expression, message) => {
  await expect(evaluateInScript(expression)).rejects.toThrow(message);
});

test('rows and columns come, go and hide', async () => {
  const { run, values } = await aScript(
    `function work() {
      const s = ${sheet};
      s.insertRowsAfter(1, 2);
      s.insertRowBefore(1);
      s.deleteRows(1, 2);
      s.appendRow(['end']);
      s.hideColumns(2, 2);
      s.showColumns(3);
      s.hideRows(2);
      return [s.isColumnHiddenByUser(2), s.isColumnHiddenByUser(3), s.isRowHiddenByUser(2), s.getMaxRows()];
    }`,
    { cells: { A1: [['header'], ['first']] } },
  );
  expect(await run('work')).toEqual([true, false, true, 1001]);
  expect(values('Accounts')).toEqual([[], [], ['first'], ['end']]);
});

test('appendRow makes room at the end of a full sheet', async () => {
  const { run } = await aScript(`function add() {
    const s = ${sheet};
    s.getRange(1000, 1).setValue('last');
    s.appendRow(['more']);
    return [s.getMaxRows(), s.getLastRow()];
  }`);
  expect(await run('add')).toEqual([1001, 1001]);
});

test('a filter hides rows from whoever asks', async () => {
  const { run, workbooks } = await aScript(
    `function hidden() { return [1, 2, 3, 4].map(row => ${sheet}.isRowHiddenByFilter(row)); }`,
    { cells: { A1: [['status'], ['Cold'], ['Working'], ['Cold']] } },
  );
  const filter = {
    range: { sheetId: 0, startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 1 },
  };
  workbooks.batchUpdate(
    BOOK_ID,
    [{ setBasicFilter: { filter: { ...filter, criteria: { 0: { hiddenValues: ['Cold'] } } } } }],
    'user',
  );
  expect(await run('hidden')).toEqual([false, true, false, true]);
  workbooks.batchUpdate(BOOK_ID, [{ clearBasicFilter: { sheetId: 0 } }], 'user');
  expect(await run('hidden')).toEqual([false, false, false, false]);
});
