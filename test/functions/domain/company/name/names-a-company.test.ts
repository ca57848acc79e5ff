import {
  namesACompany,
  namesSeveralCompanies,
} from '../../../../../functions/domain/company/name/names-a-company';

test.each([
  '日産自動車',
  '株式会社 日産自動車 御中',
  '日本株式会社設計',
  '三菱UFJ銀行',
  'さん・エンタープライズ',
  'X',
  '3M',
  'モーニング娘。',
  'Yahoo!',
  '「夢」',
  'A.C.',
  'B&B',
  '🏢ビル管理',
  'C++',
  '々',
  '109',
  '(資)☆スター☆',
])('%s names a company', (name) => {
  expect(namesACompany(name)).toBe(true);
});

test.each([
  '株式会社',
  '(株)',
  '㈱ ',
  '御中',
  '株式会社 御中',
  '御中株式会社',
  'ご担当者様',
  '株式会社・',
  '・',
  '‐ー',
  '　',
  'Co., Ltd.',
  'Inc',
  '.',
  '。',
  '合同会社。',
  '【株式会社】',
  '「有限会社」 様',
  '(株)!',
  '…株式会社…',
  '🏢',
  '🏢🏬',
  '👨‍👩‍👧',
  '⭐️',
  '株式会社🏢',
  '★(株)★',
  '⭐️株式会社⭐️',
  '＆',
  '株式会社＆',
  '☆',
  '+',
  '¥',
  '〒',
  '-',
  '　→　',
  '\u200b',
  '\ufe0f',
  'カブシキガイシャ',
  'かぶしきがいしゃ',
  'K.K.',
  'LLC',
])('%j names none', (name) => {
  expect(namesACompany(name)).toBe(false);
});

test.each([
  ['ニチレイ;ニチレイフーズ', true],
  ['株式会社甲、有限会社乙', true],
  ['(株)甲 / (株)乙', true],
  ['株式会社甲・株式会社乙', true],
  ['株式会社甲・乙', false],
  ['株式会社甲;', false],
  ['AT&amp;T', false],
  ['Rakuten Group, Inc.', false],
  ['株式会社東芝 / Toshiba Corporation', false],
  ['株式会社甲\n営業部', false],
  ['セブン-イレブン、ローソン', false],
])('%j names several companies: %p', (name, several) => {
  expect(namesSeveralCompanies(name)).toBe(several);
});
