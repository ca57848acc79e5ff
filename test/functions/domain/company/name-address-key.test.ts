import { nameAddressKey } from '../../../../functions/domain/company/name-address-key';

const key = nameAddressKey('株式会社サンプル', '東京都港区 1-2-3');

test.each([
  ['another legal form', '有限会社サンプル', '東京都港区 1-2-3'],
  ['another width', '㈱ｻﾝﾌﾟﾙ', '東京都港区１-２-３'],
  ['other spaces', 'サン プル', '東京都　港区1-2-3'],
])('%s: the same key', (_, name, address) => {
  expect(nameAddressKey(name, address)).toBe(key);
});

test.each([
  ['another name', '株式会社サンプル工業', '東京都港区 1-2-3'],
  ['another house', '株式会社サンプル', '東京都港区 1-2-4'],
  ['no address', '株式会社サンプル', null],
])('%s: another key', (_, name, address) => {
  expect(nameAddressKey(name, address)).not.toBe(key);
});

test('an address that is absent, empty or blank is none', () => {
  const keys = [null, undefined, '', ' 　'].map((address) => nameAddressKey('サンプル', address));
  expect(new Set(keys).size).toBe(1);
});
