import { contactKeys, contactKeysOfQuestion } from '../../../../functions/domain/account/contact-keys';
import { aContact } from '../../../builders';

const contact = aContact({ name: '山田 太郎', email: 'Taro.Yamada@Example.jp', phone: '03-1234-5678' });

const isFound = (question: string, over: Parameters<typeof aContact>[0] = {}): boolean => {
  const keys = contactKeys({ ...contact, ...over });
  return contactKeysOfQuestion(question).some((key) => keys.includes(key));
};

test.each([
  '山田太郎',
  '山田　太郎 様',
  '山田・太郎さん',
  'taro.yamada@example.jp',
  'ＴＡＲＯ．ＹＡＭＡＤＡ＠ＥＸＡＭＰＬＥ．ＪＰ',
  ' 0312345678',
  '+81 3-1234-5678',
  '０３（１２３４）５６７８',
])('%s is this contact', (question) => expect(isFound(question)).toBe(true));

test.each(['山田', '太郎', '山田太郎丸', 'yamada@example.jp', 'example.jp', '12345678', '様', ' '])(
  '%s is not',
  (question) => expect(isFound(question)).toBe(false),
);

test('somebody whose name ends as a form of address does is found with and without one', () => {
  for (const question of ['源氏', '源氏様']) expect(isFound(question, { name: '源氏' })).toBe(true);
});

test('who has left is found, who has been erased is not', () => {
  expect(isFound('山田太郎', { state: 'left' })).toBe(true);
  expect(contactKeys({ ...contact, state: 'erased' })).toEqual([]);
});
