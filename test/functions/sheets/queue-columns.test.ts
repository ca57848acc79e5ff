import { choiceCell, countCell, dateCell } from '../../../functions/sheets/queue-columns';

test('a day is a day of the sheet, a count a number; nothing stands for none', () => {
  expect(dateCell('2026-07-01').userEnteredValue).toEqual({ numberValue: 46204 });
  expect(countCell(3).userEnteredValue).toEqual({ numberValue: 3 });
  expect([dateCell(null), countCell(0)].map(({ userEnteredValue }) => userEnteredValue)).toEqual([
    undefined,
    undefined,
  ]);
});

test('a list of choices, where there are any: Sheets refuses an empty one', () => {
  expect(choiceCell('', ['Done']).dataValidation?.condition?.values).toEqual([{ userEnteredValue: 'Done' }]);
  expect(choiceCell('x', [])).not.toHaveProperty('dataValidation');
});
