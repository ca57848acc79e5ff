import { aScript, BOOK_ID, evaluateInScript, stopScripts } from '../a-script';

afterEach(stopScripts);

const cells = {
  'Accounts!A1': [
    ['id', 'name', 'since', 'score', 'open'],
    ['a1', '株式会社アシスト', '2026/04/01', '1,234', 'TRUE'],
    ['a2', '', '2026/04/01 9:30:00', '="x"', ''],
  ],
};

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

test.each<[string, string, string]>([
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

test('notes, colours, formats and rules are written and read', async () => {
  const { run, workbooks } = await aScript(`function work() {
    const s = SpreadsheetApp.getActiveSheet();
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
