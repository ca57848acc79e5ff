import fc from 'fast-check';
import {
  monthDayOf,
  readSetting,
  SETTING_FIELDS,
  SETTING_GROUPS,
  type SettingName,
  type SettingValue,
  shownSetting,
} from '../../../../apps-script/windows/team/setting-fields';
import { DIGEST_AUDIENCES, DIGEST_CHANNELS } from '../../../../functions/domain/account/digest-choices';
import { DEFAULT_SETTINGS, type Settings } from '../../../../functions/domain/account/team';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { settingsSchema } from '../../../../functions/schema/settings';

const label = fc.stringMatching(/^[ぁ-んa-z]{1,8}$/);
const date = fc.constantFrom('2026-10-01', '2028-02-29', '2027-12-31');
const monthDay = fc.constantFrom('12-29', '01-03', '02-29', '10-01');
const reasons = fc.dictionary(
  fc.stringMatching(/^[A-Z][A-Z0-9_]{0,5}$/),
  fc.record({ ja: label, en: label }),
  {
    maxKeys: 4,
  },
);
const settingsOf: fc.Arbitrary<Settings> = fc.record({
  zone: fc.constantFrom('Asia/Tokyo', 'UTC'),
  language: fc.constantFrom('ja' as const, 'en' as const),
  cadence: fc.constantFrom('rolling' as const, 'fiscal' as const),
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
  companyDays: fc.array(fc.record({ from: monthDay, to: monthDay }), { maxLength: 3 }),
  extraHolidays: fc.array(date, { maxLength: 3 }),
  extraWorkdays: fc.array(date, { maxLength: 3 }),
  workingDays: fc.integer({ min: 1, max: 730 }),
  badFitReviewMonths: fc.integer({ min: 1, max: 60 }),
  retryBusinessDays: fc.integer({ min: 1, max: 60 }),
  retries: fc.integer({ min: 0, max: 10 }),
  managerAsksAfterDays: fc.integer({ min: 1, max: 60 }),
  reassignAfterDays: fc.integer({ min: 2, max: 120 }),
  singleManagerMayApprove: fc.boolean(),
  products: fc.array(label, { maxLength: 3 }),
  lostReasons: reasons,
  badFitReasons: reasons,
  onFileReasons: reasons,
  digestChannels: fc.subarray(keysOf(DIGEST_CHANNELS)),
  digestAudiences: fc.subarray(keysOf(DIGEST_AUDIENCES)),
  digestTime: fc.constantFrom('00:00', '07:30', '23:59'),
  managerDigestWeekday: fc.integer({ min: 1, max: 5 }),
  leadPrice: fc.integer({ min: 0, max: 9_999_999 }),
});
const NAMES = keysOf(SETTING_FIELDS);
const problemsOf = (name: SettingName, shown: SettingValue) => SETTING_FIELDS[name].check(shown);

test('each setting has its place in the form, once', () => {
  expect(SETTING_GROUPS.flatMap(({ names }) => names).sort()).toEqual(keysOf(DEFAULT_SETTINGS).sort());
});

test('what is shown of any setting reads as that setting again', () => {
  fc.assert(
    fc.property(settingsOf, (settings) => {
      for (const name of NAMES) {
        const shown = shownSetting(settings, name);
        expect(problemsOf(name, shown)).toEqual([]);
        expect(readSetting(name, shown)).toEqual({ [name]: settings[name] });
      }
    }),
  );
});

test.each<[SettingName, SettingValue]>([
  ['workingDays', '0'],
  ['workingDays', '731'],
  ['workingDays', '9.5'],
  ['workingDays', ''],
  ['workingDays', '-3'],
  ['retries', '11'],
  ['companyDays', [{ from: '2/30', to: '3/1' }]],
  ['companyDays', [{ from: '12/29', to: '年末' }]],
  ['companyDays', [{ from: '', to: '3/1' }]],
  ['digestTime', '24:00'],
  ['digestTime', ''],
  ['extraHolidays', [{ date: '2026-02-30' }]],
])('%s %j is refused before it is sent, with the line', (name, shown) => {
  expect(readSetting(name, shown)).toEqual({});
  expect(problemsOf(name, shown)).toMatchObject([
    { line: Array.isArray(shown) ? 0 : null, message: { ja: expect.any(String), en: expect.any(String) } },
  ]);
});

test.each([
  ['12/29', '12-29'],
  ['１月３日', '01-03'],
  ['2-29', '02-29'],
  ['2.30', undefined],
  ['13/1', undefined],
  ['', undefined],
])('%j is the day %j of a year', (typed, expected) => {
  expect(monthDayOf(typed)).toBe(expected);
});

test('full-width digits are a number, empty lines are none, a single day needs no end', () => {
  expect(readSetting('workingDays', '６０')).toEqual({ workingDays: 60 });
  expect(readSetting('products', [{ value: ' Hachi ' }, { value: '' }, {}])).toEqual({ products: ['Hachi'] });
  expect(readSetting('companyDays', [{ from: '8/13' }])).toEqual({
    companyDays: [{ from: '08-13', to: '08-13' }],
  });
});

test('a new reason gets a code of its own, always the same for one label; a renamed one keeps its code', () => {
  const read = (...lines: Readonly<Record<string, string>>[]) =>
    Object.entries(readSetting('lostReasons', lines).lostReasons ?? {});
  const [[code = ''] = [], [other = ''] = []] = read({ ja: '価格', en: 'Price' }, { ja: '納期' });
  expect([code, other]).toEqual([expect.stringMatching(/^[A-Z][A-Z0-9_]{0,39}$/), expect.any(String)]);
  expect(other).not.toBe(code);
  expect(read({ ja: '納期' })).toEqual([[other, { ja: '納期', en: '納期' }]]);
  expect(read({ code, ja: '値段', en: 'Price' })).toEqual([[code, { ja: '値段', en: 'Price' }]]);
  expect(read({ code, ja: '値段' }, { ja: '価格' })).toHaveLength(2);
  fc.assert(
    fc.property(fc.uniqueArray(label, { maxLength: 20 }), (labels) => {
      const lostReasons =
        readSetting(
          'lostReasons',
          labels.map((ja) => ({ ja })),
        ).lostReasons ?? {};
      expect(Object.keys(lostReasons)).toHaveLength(labels.length);
      for (const one of Object.keys(lostReasons))
        expect(settingsSchema.shape.lostReasons.safeParse({ [one]: { ja: 'x', en: 'x' } }).success).toBe(
          true,
        );
    }),
  );
});
