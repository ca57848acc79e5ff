import { aScript, BOOK_ID, evaluateInScript, stopScripts } from '../a-script';

afterEach(stopScripts);

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

test('every change by a script is a change by a script', async () => {
  const { run, workbooks } = await aScript(`function put() {
    const s = SpreadsheetApp.getActiveSheet();
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
