import { familyNamesOf, textEraser, wordsOf } from '../../../../functions/domain/account/erased-text';
import { aContact } from '../../../builders';

const eraserOf = (...words: string[]) => textEraser({ words, familyNames: [] });

const YAMADA = ['山田 太郎', '山田', '太郎', 'taro.yamada@example.jp', '03-1234-5678'];

test.each<[why: string, text: string, erased: string]>([
  ['the whole name', '山田太郎様に訪問', '■■様に訪問'],
  ['with another space', '山田　太郎様、山田・太郎様', '■■様、■■様'],
  ['the family name', '山田部長と商談', '■■部長と商談'],
  ['several times', '山田、山田', '■■、■■'],
  ['a mail address in any case', 'Taro.Yamada@Example.JP へ送信', '■■ へ送信'],
  ['a mail address in full width', 'ｔａｒｏ．ｙａｍａｄａ＠ｅｘａｍｐｌｅ．ｊｐ', '■■'],
  ['no longer mail address', 'ataro.yamada@example.jp', 'ataro.yamada@example.jp'],
  ['a phone number without its dashes', '0312345678 に電話', '■■ に電話'],
  ['a phone number in full width', '０３（１２３４）５６７８', '■■'],
  ['no longer number', '031234567890', '031234567890'],
  ['nobody', '鈴木様に訪問', '鈴木様に訪問'],
])('%s: %s', (_, text, erased) => expect(eraserOf(...YAMADA)(text)).toBe(erased));

test.each([
  ['林', '■'],
  ['林様より、林道の件', '■様より、林道の件'],
  ['小林製薬', '小林製薬'],
  ['小林部長と商談', '小林部長と商談'],
  ['購買部林様、商談 林部長', '購買部■様、商談 ■部長'],
  ['担当林様と社長林様', '担当■様と社長■様'],
])('a name of one character only where it can be nothing else: %s', (text, erased) =>
  expect(eraserOf('林')(text)).toBe(erased),
);

test('a short Latin name is no part of a word, and signs are no patterns', () => {
  expect(eraserOf('Li')('Li will deliver to LI')).toBe('■■ will deliver to ■■');
  expect(eraserOf('A.B', '(C)')('AxB A.B (C)')).toBe('AxB ■■ ■■');
});

test('nothing is looked for where there is no word', () =>
  expect(eraserOf('', ' ', '　')('そのまま')).toBe('そのまま'));

test('no text grows', () => {
  for (const word of ['林', '山田', 'Li', 'a@b', '090-1111-2222'])
    for (const text of [word, `${word}様`, word.repeat(3)])
      expect(eraserOf(word)(text).length).toBeLessThanOrEqual(text.length);
});

test('a person is called by name, parts of it, mail address and phone number, the longer ones first', () => {
  const versions = [
    aContact({ name: '山田 太郎', email: 'taro@example.jp', phone: '03-1234-5678' }),
    aContact({ name: '佐藤 太郎', email: null, phone: null }),
  ];
  expect(wordsOf(versions, [])).toEqual([
    'taro@example.jp',
    '03-1234-5678',
    '佐藤 太郎',
    '山田 太郎',
    '佐藤',
    '太郎',
    '山田',
  ]);
  expect(wordsOf(versions, [aContact({ id: 'c2', name: '山田花子' })])).not.toContain('山田');
  expect(wordsOf([aContact({ name: 'Will Smith', email: null, phone: null })], [])).toEqual(['Will Smith']);
});

test.each<[why: string, text: string, erased: string]>([
  ['in front of a title', '鈴木様に電話、鈴木 部長へ資料', '■■様に電話、■■ 部長へ資料'],
  ['behind a title', '担当鈴木部長、部長鈴木様', '担当■■部長、部長■■様'],
  ['as all of the text', ' 鈴木 ', '■■'],
  ['not within a longer word', '鈴木商店に納品', '鈴木商店に納品'],
  ['one character of it', '鈴様', '■様'],
  ['no end of another name', '小鈴木様と大鈴部長', '小鈴木様と大鈴部長'],
  ['behind a department', '購買部鈴木様', '購買部■■様'],
])('the family name of a name without a space, %s: %s', (_, text, erased) => {
  const names = ['鈴木太郎'];
  expect(textEraser({ words: names, familyNames: familyNamesOf(names, []) })(text)).toBe(erased);
});

test('a family name is guessed of Chinese characters without a space, where nobody else begins so', () => {
  const beginnings = (name: string, ...others: string[]) =>
    familyNamesOf(
      [name],
      others.map((other) => aContact({ name: other })),
    );
  expect(beginnings('佐々木一')).toEqual(['佐々木', '佐々', '佐']);
  expect(beginnings('鈴木太郎', '鈴木花子')).toEqual(['鈴木太']);
  for (const name of ['鈴木 太郎', 'スズキタロウ', 'Smith', '林', '']) expect(beginnings(name)).toEqual([]);
});
