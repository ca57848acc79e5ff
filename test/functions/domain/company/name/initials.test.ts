import { foldCompanyName, weakKeyOf } from '../../../../../functions/domain/company/name/company-name';
import {
  acronymKeys,
  acronymQueryKeys,
  initialsPrefixKeys,
  initialsPrefixQueryKeys,
  isAcronymOf,
  isPrefixedByInitials,
} from '../../../../../functions/domain/company/name/initials';

test.each([
  ['MUFG', 'Mitsubishi UFJ Financial Group, Inc.'],
  ['JT', 'JAPAN TOBACCO INC.'],
  ['ＪＴ', 'JAPAN TOBACCO INC.'],
  ['TEL', 'Tokyo Electron Limited'],
  ['JASRAC', 'Japanese Society for Rights of Authors, Composers and Publishers'],
  ['MHI', 'Mitsubishi Heavy Industries, Ltd.'],
  ['NEC', 'Nippon Electric Company'],
  ['JETRO', 'Japan External Trade Organization'],
])('%s is %s by its initials', (typed, name) => {
  const key = foldCompanyName(typed).weakKey;
  const isFound = acronymQueryKeys(key).some((one) => acronymKeys(name).includes(one));
  expect([isAcronymOf(key, name), isFound]).toEqual([true, true]);
});

test.each([
  ['MFS', 'Mitsubishi UFJ Financial Group, Inc.'],
  ['JTB', 'JAPAN TOBACCO INC.'],
  ['MHI', 'Mobcast Holdings Inc.'],
  ['Sony', 'Sony Corporation'],
  ['hachi', 'Hachi Seiki Inc.'],
  ['日本', '日本たばこ産業株式会社'],
])('%s is not %s', (typed, name) => {
  expect(isAcronymOf(weakKeyOf(typed), name)).toBe(false);
});

test.each([
  ['JR東日本', '東日本旅客鉄道', 'East Japan Railway Company'],
  ['JR貨物', '日本貨物鉄道', 'Japan Freight Railway Company'],
  ['NTT東日本', '東日本電信電話', 'NIPPON TELEGRAPH AND TELEPHONE EAST CORPORATION'],
])('%s is %s by the initials of %s', (typed, name, english) => {
  const [key, written] = [typed, name].map(weakKeyOf) as [string, string];
  expect(isPrefixedByInitials(key, written, english)).toBe(true);
  expect(initialsPrefixQueryKeys(key).some((one) => initialsPrefixKeys(written, english).includes(one))).toBe(
    true,
  );
});

test.each([
  ['JR東海', '東日本旅客鉄道', 'East Japan Railway Company'],
  ['KR東日本', '東日本旅客鉄道', 'East Japan Railway Company'],
  ['東日本', '東日本旅客鉄道', 'East Japan Railway Company'],
])('%s is not %s', (typed, name, english) => {
  expect(isPrefixedByInitials(weakKeyOf(typed), weakKeyOf(name), english)).toBe(false);
});

test('a name of one word, a long one and one in kana have no more keys than they need', () => {
  expect(acronymKeys('Sony')).toEqual([]);
  expect(acronymKeys('トヨタ自動車')).toEqual([]);
  expect(acronymKeys('A B C D E F G H I J').every(({ length }) => length <= 8)).toBe(true);
  expect(acronymQueryKeys('トヨタ')).toEqual([]);
  expect(initialsPrefixKeys('jfe商事', 'JFE Shoji Trade')).toEqual([]);
});
