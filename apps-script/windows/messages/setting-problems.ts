/** What is wrong with what was typed for a setting, ja and en. */
import { type Text, text } from '../../../functions/domain/text/text';

export const SETTING_PROBLEMS = {
  number: (min: number, max: number): Text =>
    text(`${min} から ${max} までの整数を入力してください。`, `Give a whole number from ${min} to ${max}.`),
  time: text('07:00 のように入力してください。', 'Give it as 07:00.'),
  date: text('この日付はありません。', 'There is no such day.'),
  monthDay: text(
    'この日はありません。12/29 のように入力してください。',
    'There is no such day: give it as 12/29.',
  ),
};
