import { isNumberSetting, settingWords } from '../../../../functions/domain/account/setting-words';
import { DEFAULT_SETTINGS, type Settings } from '../../../../functions/domain/account/team';
import { keysOf } from '../../../../functions/domain/status/table-keys';

test.each<[keyof Settings, Settings[keyof Settings], string, string]>([
  ['workingDays', 60, '60', '60'],
  ['leadPrice', 8000, '8000', '8000'],
  ['leadPrice', 0, '(なし)', '(none)'],
  ['singleManagerMayApprove', true, 'はい', 'Yes'],
  ['singleManagerMayApprove', false, 'いいえ', 'No'],
  ['cadence', 'fiscal', '会計四半期ごと', 'Each fiscal quarter'],
  ['managerDigestWeekday', 5, '金曜日', 'Friday'],
  ['language', 'en', '英語', 'English'],
  ['products', ['Cloud', 'Desk'], 'Cloud、Desk', 'Cloud, Desk'],
  ['products', [], '(なし)', '(none)'],
  ['companyDays', [{ from: '12-29', to: '01-03' }], '12-29–01-03', '12-29–01-03'],
  ['extraHolidays', ['2026-08-14'], '2026/08/14', '2026-08-14'],
  ['lostReasons', { PRICE: { ja: '価格', en: 'Price' } }, '価格', 'Price'],
  ['digestAudiences', ['reps', 'managers'], '担当者、マネージャー', 'Reps, Managers'],
])('%s %j', (name, value, ja, en) => {
  expect([settingWords('ja', name, value), settingWords('en', name, value)]).toEqual([ja, en]);
});

test('a product that is called as a choice is told by its name', () => {
  expect(settingWords('ja', 'products', ['ja', 'mail'])).toBe('ja、mail');
});

test('every setting that a team begins with has words', () => {
  for (const name of keysOf(DEFAULT_SETTINGS)) {
    expect(settingWords('ja', name, DEFAULT_SETTINGS[name])).not.toMatch(/object|undefined|^$/);
    expect(isNumberSetting(name)).toBe(typeof DEFAULT_SETTINGS[name] === 'number');
  }
});
