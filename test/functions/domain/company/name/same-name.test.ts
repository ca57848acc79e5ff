import { isSameCompanyName } from '../../../../../functions/domain/company/name/same-name';

test.each([
  ['株式会社サンプル', '株式会社サンプル'],
  ['株式会社サンプル', '㈱サンプル'],
  ['ｻﾝﾌﾟﾙ株式会社', 'サンプル株式会社'],
  ['株式会社高沢製作所', '株式会社髙澤製作所'],
  ['Sample Inc.', 'SAMPLE Inc.'],
])('%s and %s are one name', (one, other) => {
  expect(isSameCompanyName(one, other)).toBe(true);
});

test.each([
  ['株式会社サンプル', '有限会社サンプル'],
  ['株式会社サンプル', '株式会社サンプル製作所'],
])('%s and %s are two', (one, other) => {
  expect(isSameCompanyName(one, other)).toBe(false);
});
