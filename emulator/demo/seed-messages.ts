/** What the seeding tells while it runs. */
import { text } from '../../functions/domain/text/text';

export const SEED_MESSAGES = {
  notice: text(
    '会社は実在します(出典: EDINET)。ステータス・商談・担当者など、会社について書かれていることはすべて架空です。',
    'The companies are real (source: EDINET). Everything said about them is made up: status, meetings, people.',
  ),
  team: text('チームと製品を登録します。', 'Registering the team and its products.'),
  lists: text('会社のリストを取り込みます。', 'Importing the company lists.'),
  stories: (day: number, days: number) =>
    text(`架空の経緯を記録します(${day}/${days} 日)。`, `Telling made-up lives: ${day} of ${days} days.`),
  sheets: text(
    '台帳と四半期チェックの一覧を書き込みます。',
    'Writing the register and the quarterly-check queue.',
  ),
};
