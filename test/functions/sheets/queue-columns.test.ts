import { RESULT_TEXTS } from '../../../functions/domain/queue/queue-texts';
import type { Text } from '../../../functions/domain/text/text';
import { choiceCell, countCell, dateCell } from '../../../functions/sheets/queue-columns';

test('a day is a day of the sheet, a count a number; nothing stands for none', () => {
  expect(dateCell('2026-07-01').userEnteredValue).toEqual({ numberValue: 46204 });
  expect(countCell(3).userEnteredValue).toEqual({ numberValue: 3 });
  expect([dateCell(null), countCell(0)].map(({ userEnteredValue }) => userEnteredValue)).toEqual([
    undefined,
    undefined,
  ]);
});

const offered = (value: string, choices: readonly Text[]) =>
  choiceCell(value, choices, 'en').dataValidation?.condition?.values?.map(
    ({ userEnteredValue }) => userEnteredValue,
  );

test('a list of choices, where there are any: Sheets refuses an empty one', () => {
  expect(offered('', [RESULT_TEXTS.done])).toEqual(['Done']);
  expect(choiceCell('x', [], 'en')).not.toHaveProperty('dataValidation');
});

test('what was chosen in the other language stays one of the choices; what is none stays marked', () => {
  expect(offered('対応済み', [RESULT_TEXTS.done, RESULT_TEXTS.keep])).toEqual(['Done', 'Keep', '対応済み']);
  expect(offered('済み', [RESULT_TEXTS.done])).toEqual(['Done']);
});
