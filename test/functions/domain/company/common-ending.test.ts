import {
  commonLength,
  damagedEndings,
  isOfEnding,
  splitEnding,
  withEndingRestored,
  withoutDamagedEnding,
} from '../../../../functions/domain/company/common-ending';

test.each([
  ['ミナトボルデイングス', 'ミナトホルデイングス'],
  ['コメ兵ルデイング', 'コメ兵ホルデイングス'],
])('%s is read as %s', (damaged, whole) => expect(withEndingRestored(damaged)).toContain(whole));

test('an ending that is whole is left alone, and none is made of nothing', () => {
  expect(withEndingRestored('ミナトホルデイングス')).toEqual([]);
  expect(damagedEndings('ミナトホルデイングス')).toEqual([]);
  expect(withEndingRestored('日産自動車')).toEqual([]);
  expect([isOfEnding('ルデイ'), isOfEnding('ナトホ')]).toEqual([true, false]);
});

test('numbers behind an ending stay with the name', () => {
  expect(splitEnding('甲乙工業2')).toEqual({ stem: '甲乙2', ending: '工業' });
  expect(splitEnding('甲乙')).toEqual({ stem: '甲乙', ending: '' });
  expect(withoutDamagedEnding('甲乙システ2', 'システム')).toBe('甲乙2');
  expect(withoutDamagedEnding('甲乙丙丁', 'システム')).toBeNull();
});

test('what two texts have in common stands in one order', () => {
  expect(commonLength([...'甲乙丙'], [...'甲丙丁'])).toBe(2);
  expect(commonLength([...'丙甲'], [...'甲乙丙'])).toBe(1);
});
