import { namesACompany } from '../../../../../functions/domain/company/name/names-a-company';

test.each([
  '日産自動車',
  '株式会社 日産自動車 御中',
  '日本株式会社設計',
  '三菱UFJ銀行',
  'さん・エンタープライズ',
  'X',
  '3M',
  '＆',
  'モーニング娘。',
  'Yahoo!',
  '「夢」',
  'A.C.',
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
])('%j names none', (name) => {
  expect(namesACompany(name)).toBe(false);
});
