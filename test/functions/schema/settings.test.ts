import { DEFAULT_SETTINGS } from '../../../functions/domain/account/team';
import { settingsSchema } from '../../../functions/schema/settings';

const pathsOf = (settings: object) => [
  ...new Set(
    settingsSchema
      .exactPartial()
      .safeParse(settings)
      .error?.issues.map(({ path }) => path.join('.')),
  ),
];

test('the defaults are settings', () => {
  expect(settingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
});

test.each<[object, string[]]>([
  [{ companyDays: [{ from: '02-29', to: '02-29' }] }, []],
  [{ companyDays: [{ from: '02-30', to: '03-01' }] }, ['companyDays.0.from']],
  [{ companyDays: [{ from: '04-01', to: '04-31' }] }, ['companyDays.0.to']],
  [{ companyDays: [{ from: '00-10', to: '13-01' }] }, ['companyDays.0.from', 'companyDays.0.to']],
  [
    {
      companyDays: [
        { from: '08-11', to: '08-16' },
        { from: '08-11', to: '08-16' },
      ],
    },
    ['companyDays.1'],
  ],
  [{ extraHolidays: ['2026-05-07', '2026-05-08', '2026-05-07'] }, ['extraHolidays.2']],
  [{ extraWorkdays: ['2026-02-30'] }, ['extraWorkdays.0']],
  [{ extraHolidays: ['0001-01-01', '9998-01-01'] }, ['extraHolidays.0', 'extraHolidays.1']],
  [{ products: ['Hachi', 'HACHI', 'ｈａｃｈｉ', 'Ha chi'] }, ['products.1', 'products.2', 'products.3']],
  [{ products: ['ハチ', 'ﾊﾁ'] }, ['products.1']],
  [{ products: ['', '　'] }, ['products.0', 'products.1']],
  [{ products: Array.from({ length: 101 }, (_, n) => `p${n}`) }, ['products']],
  [{ lostReasons: { PRICE: { ja: ' ', en: 'Price' } } }, ['lostReasons.PRICE.ja']],
  [
    {
      lostReasons: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`R${n}`, { ja: 'x', en: 'x' }])),
    },
    ['lostReasons'],
  ],
  [{ workingDays: 731 }, ['workingDays']],
  [{ workingDays: 0.5 }, ['workingDays']],
  [
    { retries: -1, retryBusinessDays: 61, badFitReviewMonths: 0 },
    ['badFitReviewMonths', 'retryBusinessDays', 'retries'],
  ],
])('%j', (settings, paths) => {
  expect(pathsOf(settings)).toEqual(paths);
});
