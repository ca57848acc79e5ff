import { displayText, effectiveValue } from '../../../emulator/workbook/cell-value';
import type { WorkbookCell } from '../../../emulator/workbook/model';

test.each<[WorkbookCell | undefined, string]>([
  [undefined, ''],
  [{}, ''],
  [{ userEnteredValue: { stringValue: '=1+1' } }, '=1+1'],
  [{ userEnteredValue: { stringValue: '' } }, ''],
  [{ userEnteredValue: { numberValue: 0 } }, '0'],
  [
    {
      userEnteredValue: { numberValue: 46_204 },
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy-mm-dd' } },
    },
    '2026-07-01',
  ],
  [{ userEnteredValue: { boolValue: true } }, 'TRUE'],
  [{ userEnteredValue: { boolValue: false } }, 'FALSE'],
])('%j displays %j', (cell, shown) => {
  expect(displayText(cell, 'ja_JP')).toBe(shown);
});

test('a cell without a formula has the value that was entered', () => {
  const entered = { numberValue: 7 };
  expect(effectiveValue({ userEnteredValue: entered })).toBe(entered);
  expect(effectiveValue({ userEnteredValue: { formulaValue: '=HYPERLINK("https://x","松")' } })).toEqual({
    stringValue: '松',
  });
});
