import { aScript, BOOK_ID, evaluateInScript, stopScripts } from './a-script';

afterEach(stopScripts);

const cells = {
  'Accounts!A1': [
    ['id', 'name', 'since', 'score', 'open'],
    ['a1', '株式会社アシスト', '2026/04/01', '1,234', 'TRUE'],
    ['a2', '', '2026/04/01 9:30:00', '="x"', ''],
  ],
};
const sheet = 'SpreadsheetApp.getActiveSheet()';
const range = (a1: string): string => `SpreadsheetApp.getActive().getRange('${a1}')`;

test.each<[string, string, unknown]>([
  ['an empty cell', `${range('B3')}.getValue()`, ''],
  ['a number', `${range('D2')}.getValue()`, 1234],
  ['a boolean', `${range('E2')}.getValue()`, true],
  ['a date', `${range('C2')}.getValue().toISOString()`, '2026-03-31T15:00:00.000Z'],
  ['a date with a time', `${range('C3')}.getValue().toISOString()`, '2026-04-01T00:30:00.000Z'],
  ['a formula’s value', `${range('D3')}.getValue()`, 'x'],
  ['beyond what was written', `${range('Z9')}.getValue()`, ''],
  [
    'rows of values',
    `${range('A2:B3')}.getValues()`,
    [
      ['a1', '株式会社アシスト'],
      ['a2', ''],
    ],
  ],
  ['shown texts', `${range('C2:D2')}.getDisplayValues()`, [['2026/04/01', '1,234']]],
  ['one shown text', `${range('D2')}.getDisplayValue()`, '1,234'],
  ['formulas', `${range('C3:D3')}.getFormulas()`, [['', '="x"']]],
  ['one formula', `${range('D3')}.getFormula()`, '="x"'],
  ['blank', `${range('B3:B5')}.isBlank()`, true],
  ['not blank', `${range('A3:B5')}.isBlank()`, false],
  ['a whole column', `[${range('B:B')}.getNumRows(), ${range('B:B')}.getColumn()]`, [1000, 2]],
  ['rows to the right edge', `${range('2:3')}.getA1Notation()`, 'A2:Z3'],
  ['another tab', `${range('Other!B2')}.getSheet().getName()`, 'Other'],
  [
    'corners',
    `(r => [r.getRow(), r.getLastRow(), r.getColumn(), r.getLastColumn(), r.getNumRows(), r.getNumColumns()])(${range('B2:D4')})`,
    [2, 4, 2, 4, 3, 3],
  ],
  ['an offset', `${range('B2:D4')}.offset(1, -1).getA1Notation()`, 'A3:C5'],
  ['an offset of another size', `${range('B2:D4')}.offset(0, 0, 1, 2).getA1Notation()`, 'B2:C2'],
  ['a cell of a range', `${range('B2:D4')}.getCell(2, 3).getA1Notation()`, 'D3'],
])('a range reads %s', async (_, expression, expected) => {
  expect(await evaluateInScript(expression, { cells })).toEqual(expected);
});

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

test.each<[string, string, unknown]>([
  ['its ID', 'SpreadsheetApp.getActive().getId()', BOOK_ID],
  ['its name', 'SpreadsheetApp.getActiveSpreadsheet().getName()', 'Register'],
  [
    'its address',
    'SpreadsheetApp.getActive().getUrl()',
    `https://docs.google.com/spreadsheets/d/${BOOK_ID}/edit`,
  ],
  ['its zone', 'SpreadsheetApp.getActive().getSpreadsheetTimeZone()', 'Asia/Tokyo'],
  ['its locale', 'SpreadsheetApp.getActive().getSpreadsheetLocale()', 'ja_JP'],
  ['its tabs', 'SpreadsheetApp.getActive().getSheets().map(s => s.getName())', ['Accounts', 'Other']],
  ['no such tab', `SpreadsheetApp.getActive().getSheetByName('accounts')`, null],
  ['a tab by ID', 'SpreadsheetApp.getActive().getSheetById(1).getName()', 'Other'],
  ['no tab by ID', 'SpreadsheetApp.getActive().getSheetById(7)', null],
])('a spreadsheet gives %s', async (_, expression, expected) => {
  expect(await evaluateInScript(expression)).toEqual(expected);
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
  [
    'too few rows',
    `${range('A1:A2')}.setValues([[1]])`,
    'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ],
  [
    'too many columns',
    `${range('A1:A2')}.setValues([[1], [1, 2]])`,
    'The number of columns in the data does not match the number of columns in the range. The data has 2 but the range has 1.',
  ],
  ['notes of another size', `${range('A1:A2')}.setNotes([['x']])`, 'The number of rows in the data'],
  ['an unknown spreadsheet', `SpreadsheetApp.openById('nowhere')`, 'Document nowhere is missing'],
  ['a colour that is none', `${range('A1')}.setBackground('nice')`, 'Invalid argument: nice'],
])('refused: %s', async (_, expression, message) => {
  await expect(evaluateInScript(expression)).rejects.toThrow(message);
});

test.each<[string, string, unknown]>([
  ['a number', '5', { numberValue: 5 }],
  ['a text', '"hello"', { stringValue: 'hello' }],
  ['a formula', '"=1+1"', { formulaValue: '=1+1' }],
  ['a text behind an apostrophe', `"'=1+1"`, { stringValue: '=1+1' }],
  ['a text like a number', '"1,234"', { numberValue: 1234 }],
  ['a text like a date', '"2026/04/01"', { numberValue: 46113 }],
  ['a text like a boolean', '"TRUE"', { boolValue: true }],
  ['a text like no date', '"2026-02-30"', { stringValue: '2026-02-30' }],
  ['a boolean', 'false', { boolValue: false }],
  ['a date', 'new Date("2026-04-01T00:00:00+09:00")', { numberValue: 46113 }],
  ['a date with a time', 'new Date("2026-04-01T12:00:00+09:00")', { numberValue: 46113.5 }],
  ['nothing', 'null', undefined],
  ['undefined', 'undefined', undefined],
  ['an empty text', '""', undefined],
])('setValue of %s', async (_, value, expected) => {
  const { run, workbooks } = await aScript(`function put() { ${range('B2')}.setValue(${value}); }`, {
    cells: { B2: [['before']] },
  });
  await run('put');
  expect(workbooks.get(BOOK_ID).tabs[0]?.rows[1]?.[1]?.userEnteredValue).toEqual(expected);
});

test('a date that is written looks like one, unless the cell has a format', async () => {
  const { run, workbooks } = await aScript(`function put() {
    ${range('B2')}.setValue(new Date(2026, 3, 1));
    ${range('B3')}.setValue(new Date(2026, 3, 1, 9));
    ${range('B4')}.setNumberFormat('yyyy"年"m"月"').setValue(new Date(2026, 3, 1));
    return ${range('B2:B4')}.getDisplayValues();
  }`);
  expect(await run('put')).toEqual([['2026/04/01'], ['2026/04/01 9:00:00'], ['2026年4月']]);
  const formats = [1, 2, 3].map(
    (row) => workbooks.get(BOOK_ID).tabs[0]?.rows[row]?.[1]?.userEnteredFormat?.numberFormat?.type,
  );
  expect(formats).toEqual(['DATE', 'DATE_TIME', 'DATE']);
});

test('every change by a script is a change by a script', async () => {
  const { run, workbooks } = await aScript(`function put() {
    const s = ${sheet};
    s.getRange('A1:B2').setValues([[1, 2], [3, 4]]);
    s.appendRow([5, new Date(0)]);
    s.insertRowsAfter(1, 2);
    s.deleteRow(2);
    s.hideColumns(3);
  }`);
  const authors: string[] = [];
  workbooks.onChange(({ author }) => authors.push(author));
  await run('put');
  expect(authors).toEqual(Array(5).fill('script'));
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

test('notes, colours, formats and rules are written and read', async () => {
  const { run, workbooks } = await aScript(`function work() {
    const s = ${sheet};
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(['Cold', 'Working']).setAllowInvalid(false).setHelpText('pick').build();
    s.getRange('A1').setNote('why').setBackground('#ff0000').setFontColor('blue').setFontWeight('bold').setNumberFormat('0.00').setDataValidation(rule);
    s.getRange('B1:C1').setNotes([['one', '']]).setBackgrounds([['#00ff00', null]]);
    const read = s.getRange('A1').getDataValidation();
    return [
      s.getRange('A1:C1').getNotes(),
      s.getRange('A1:C1').getBackgrounds(),
      s.getRange('A1').getNumberFormat(),
      read.getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST,
      read.getCriteriaValues(),
      read.getAllowInvalid(),
      read.getHelpText(),
      s.getRange('B1').getDataValidation(),
      s.getRange('A1').setDataValidation(null).clearNote().getNote(),
      s.getRange('A1').getDataValidation(),
    ];
  }`);
  expect(await run('work')).toEqual([
    [['why', 'one', '']],
    [['#ff0000', '#00ff00', '#ffffff']],
    '0.00',
    true,
    [['Cold', 'Working'], true],
    false,
    'pick',
    null,
    '',
    null,
  ]);
  expect(workbooks.get(BOOK_ID).tabs[0]?.rows[0]?.[0]?.userEnteredFormat?.textFormat).toEqual({
    foregroundColor: { red: 0, green: 0, blue: 1 },
    foregroundColorStyle: { rgbColor: { red: 0, green: 0, blue: 1 } },
    bold: true,
  });
});

test.each([
  [
    'clearContent',
    { note: 'n', userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy/mm/dd' } } },
  ],
  [
    'clearNote',
    {
      userEnteredValue: { numberValue: 46113 },
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy/mm/dd' } },
    },
  ],
  ['clearFormat', { userEnteredValue: { numberValue: 46113 }, note: 'n' }],
  ['clear', undefined],
])('%s takes away its own only', async (method, left) => {
  const { run, workbooks } = await aScript(`function work() { ${range('A1')}.setNote('n').${method}(); }`, {
    cells: { A1: [['2026/04/01']] },
  });
  await run('work');
  expect(workbooks.get(BOOK_ID).tabs[0]?.rows[0]?.[0]).toEqual(left);
});

test('a list of ranges is written as one', async () => {
  const { run, values } = await aScript(`function work() {
    const list = ${sheet}.getRangeList(['A1', 'C1:C2']).setValue('x');
    list.setNote('seen');
    return list.getRanges().map(r => r.getA1Notation());
  }`);
  expect(await run('work')).toEqual(['A1', 'C1:C2']);
  expect(values('Accounts')).toEqual([
    ['x', '', 'x'],
    ['', '', 'x'],
  ]);
});

test('tabs are made, named and removed', async () => {
  const { run } = await aScript(`function work() {
    const book = SpreadsheetApp.getActive();
    const made = book.insertSheet('New', 0);
    const active = book.getActiveSheet().getName();
    made.setName('Renamed');
    const names = book.getSheets().map(s => s.getName());
    book.deleteSheet(made);
    return [active, names, book.getNumSheets()];
  }`);
  expect(await run('work')).toEqual(['New', ['Renamed', 'Accounts', 'Other'], 2]);
});

test('what the person selected is what the script sees, and the other way round', async () => {
  const seen: unknown[] = [];
  const scene = await aScript(
    `function look() {
      const list = SpreadsheetApp.getActiveRangeList();
      return [SpreadsheetApp.getActiveSheet().getName(), SpreadsheetApp.getActiveRange().getA1Notation(),
        list.getRanges().map(r => r.getA1Notation()), SpreadsheetApp.getCurrentCell().getA1Notation()];
    }
    function go() { SpreadsheetApp.getActive().getSheetByName('Other').getRange('C3:D4').activate(); }
    function back() { SpreadsheetApp.setActiveSheet(SpreadsheetApp.getActive().getSheetByName('Accounts')); }`,
    { view: { selected: (selection) => seen.push([selection.sheetId, selection.ranges.length]) } },
  );
  expect(await scene.run('look')).toEqual(['Accounts', 'A1', ['A1'], 'A1']);
  scene.rep.select('B2:B4', 'B8');
  expect(await scene.run('look')).toEqual(['Accounts', 'B8', ['B2:B4', 'B8'], 'B8']);
  await scene.run('go');
  expect(scene.rep.selection.sheetId).toBe(1);
  expect(await scene.run('look')).toEqual(['Other', 'C3:D4', ['C3:D4'], 'C3']);
  await scene.run('back');
  expect(await scene.run('look')).toEqual(['Accounts', 'B8', ['B2:B4', 'B8'], 'B8']);
  expect(seen).toEqual([
    [1, 1],
    [0, 2],
  ]);
});

test('two people have each their own selection', async () => {
  const scene = await aScript(`function look() { return SpreadsheetApp.getActiveRange().getA1Notation(); }`);
  const other = scene.host.openAs({ email: 'fs@example.com', locale: 'en' });
  scene.rep.select('C3');
  other.select('D4');
  expect(await Promise.all([scene.rep.run('look'), other.run('look')])).toEqual(['C3', 'D4']);
});
