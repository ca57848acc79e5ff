/** Sentences about the erasure of a contact. */
import { text } from '../../../functions/domain/text/text';

export const ERASE_TEXTS = {
  erase: text('個人情報を消去', 'Erase'),
  erased: text('消去済み', 'erased'),
  title: text('「{name}」の個人情報を消去', 'Erase {name}'),
  confirm: text('確認', 'Confirm'),
  confirmed: text(
    '履歴を含めて消去します。元に戻せません。',
    'It is erased from the history, too, and cannot be brought back.',
  ),
  spellings: text('ほかの書き方', 'Other spellings'),
  spellingsHint: text(
    'メモなどに書かれたふりがな・あだ名など。読点かカンマで区切ります。',
    'As notes may have them: kana, nicknames. Separated by commas.',
  ),
  reasonHint: text('個人情報は書かないでください。', 'Without personal data.'),
  done: text('消去しました。', 'Erased.'),
};
