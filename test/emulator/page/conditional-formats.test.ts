import { conditionalFormats } from '../../../emulator/page/conditional-formats';
import type { UpdateRequest, WorkbookTab } from '../../../emulator/workbook/model';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

const RED = { backgroundColor: { red: 1 } };
const BOLD = { textFormat: { bold: true } };

const rule = (type: string, value: string | null, format: object, range: object = {}): UpdateRequest => ({
  addConditionalFormatRule: {
    index: 0,
    rule: {
      ranges: [{ sheetId: 0, ...range }],
      booleanRule: {
        condition: { type, ...(value === null ? {} : { values: [{ userEnteredValue: value }] }) },
        format,
      },
    },
  },
});

/** The rules are added from the last to the first. */
function formatsOf(...rules: UpdateRequest[]) {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('x', {}, [{ title: 'Tab', sheetId: 0 }]);
  workbooks.batchUpdate('x', rules.reverse(), 'api');
  return conditionalFormats(workbooks.get('x').tabs[0] as WorkbookTab, '2026-07-01');
}

test.each([
  ['TEXT_EQ', 'cold', 'COLD', 'COLD CALL'],
  ['TEXT_CONTAINS', 'old', 'Cold', 'warm'],
  ['TEXT_NOT_CONTAINS', 'old', 'warm', 'Cold'],
  ['TEXT_STARTS_WITH', 'co', 'Cold', 'old'],
  ['TEXT_ENDS_WITH', 'LD', 'cold', 'colds'],
  ['BLANK', null, '', ' '],
  ['NOT_BLANK', null, ' ', ''],
  ['NUMBER_GREATER', '3', '3.5', '3'],
  ['NUMBER_GREATER_THAN_EQ', '3', '3', '2'],
  ['NUMBER_LESS', '3', '-1', ''],
  ['NUMBER_LESS_THAN_EQ', '3', '3', 'x'],
  ['NUMBER_EQ', '3', '3.0', '30'],
  ['DATE_BEFORE', '2026-07-01', '2026-06-30', '2026-07-01'],
  ['DATE_AFTER', '2026-07-01', '2026-07-02', ''],
])('%s %s holds for "%s", not for "%s"', (type, value, holds, fails) => {
  const formats = formatsOf(rule(type, value, RED));
  expect(formats(0, 0, holds)).toMatchObject(RED);
  expect(formats(0, 0, fails)).toBeUndefined();
});

test('a formula that compares two cells of the row, as Google compares them; a dropdown’s values are no cells', () => {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('x', {}, [{ title: 'Tab', sheetId: 0 }]);
  const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
  const rows = [[text('head')], [text('a'), text('A')], [text('a'), text('b')], [{}, text('')]];
  workbooks.batchUpdate(
    'x',
    [
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
          rows: rows.map((values) => ({ values })),
          fields: 'userEnteredValue',
        },
      },
      rule('CUSTOM_FORMULA', '=$A2<>$B2', RED, { startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 }),
    ],
    'api',
  );
  const tab = workbooks.get('x').tabs[0] as WorkbookTab;
  const marked = (today: string) =>
    [0, 1, 2, 3].filter((row) => conditionalFormats(tab, today)(row, 0, 'a') !== undefined);
  expect([marked('2026-07-01'), marked('')]).toEqual([[2], []]);
});

test('a relative date is counted from the day at the page', () => {
  const formats = formatsOf({
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [{ sheetId: 0 }],
        booleanRule: {
          condition: { type: 'DATE_BEFORE', values: [{ relativeDate: 'TODAY' }] },
          format: RED,
        },
      },
    },
  });
  expect(formats(0, 0, '2026-06-30')).toMatchObject(RED);
  for (const text of ['2026-07-01', '', 'soon']) expect(formats(0, 0, text)).toBeUndefined();
});

test('a rule holds only within its range, and a condition that is not emulated never', () => {
  const formats = formatsOf(
    rule('NOT_BLANK', null, RED, {
      startRowIndex: 1,
      endRowIndex: 2,
      startColumnIndex: 1,
      endColumnIndex: 2,
    }),
    rule('CUSTOM_FORMULA', '=TRUE', BOLD),
  );
  expect(formats(1, 1, 'x')).toMatchObject(RED);
  for (const [row, column] of [
    [0, 1],
    [2, 1],
    [1, 0],
    [1, 2],
  ] as const)
    expect(formats(row, column, 'x')).toBeUndefined();
});

test('the first of two rules wins where both set the same property', () => {
  const formats = formatsOf(
    rule('NOT_BLANK', null, RED),
    rule('NOT_BLANK', null, { backgroundColor: { blue: 1 }, ...BOLD }),
  );
  expect(formats(0, 0, 'x')).toMatchObject({ ...RED, ...BOLD });
});
