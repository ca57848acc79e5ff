import fc from 'fast-check';
import { settingsIssues } from '../../../../functions/domain/account/settings-issues';
import {
  cadenceOf,
  calendarOf,
  DEFAULT_SETTINGS,
  type Settings,
} from '../../../../functions/domain/account/team';
import { addBusinessDays, isBusinessDay } from '../../../../functions/domain/calendar/business-days';
import {
  checkDateAfter,
  fiscalQuarter,
  missedCycles,
  nextCheckDate,
} from '../../../../functions/domain/calendar/cadence';
import { addDays, addMonths, dayOfMonth } from '../../../../functions/domain/calendar/calendar-date';
import { japanesePublicHolidays } from '../../../../functions/public-holidays';
import { settingsSchema } from '../../../../functions/schema/settings';

const HOLIDAYS = japanesePublicHolidays();
const issuesOf = (over: Partial<Settings>) =>
  settingsIssues({ ...DEFAULT_SETTINGS, products: ['Cloud'], ...over }, HOLIDAYS).map(({ setting, code }) => [
    setting,
    code,
  ]);
const label = (ja: string, en: string) => ({ ja, en });

test.each<[string, Partial<Settings>, string[][]]>([
  ['the defaults', {}, []],
  [
    'closed for a year',
    { companyDays: [{ from: '01-01', to: '12-31' }] },
    [['companyDays', 'month_without_business_day']],
  ],
  [
    'a month of holidays',
    { extraHolidays: Array.from({ length: 31 }, (_, day) => addDays('2026-10-01', day)) },
    [['extraHolidays', 'month_without_business_day']],
  ],
  [
    'a day that is free and worked',
    { extraHolidays: ['2026-10-01'], extraWorkdays: ['2026-10-01'] },
    [['extraWorkdays', 'holiday_and_workday']],
  ],
  [
    'a reason with the label of a built-in one, in another width',
    { lostReasons: { PRICE: label('予 算', 'Price') } },
    [['lostReasons', 'label_doubled']],
  ],
  [
    'two own reasons of one label',
    { badFitReasons: { A: label('甲', 'ABC'), B: label('乙', 'ａｂｃ') } },
    [['badFitReasons', 'label_doubled']],
  ],
  ['a proposal right after the question', { managerAsksAfterDays: 14, reassignAfterDays: 15 }, []],
  [
    'a proposal on the day of the question',
    { managerAsksAfterDays: 15 },
    [['reassignAfterDays', 'reassign_before_manager']],
  ],
  ['another label of a built-in reason', { onFileReasons: { OTHER: label('ほか', 'Else') } }, []],
])('%s', (_name, over, issues) => {
  expect(issuesOf(over)).toEqual(issues);
});

const monthDay = fc.integer({ min: 0, max: 365 }).map((day) => addDays('2024-01-01', day).slice(5));
const ownDay = fc.integer({ min: 0, max: 800 }).map((day) => addDays('2026-01-01', day));
/** Closures of a few days up to nearly all: most of what is near the border is refused, and what passes must work. */
const drawnSettings: fc.Arbitrary<Settings> = fc
  .record({
    cadence: fc.constantFrom('rolling' as const, 'fiscal' as const),
    fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
    companyDays: fc.oneof(
      fc.array(fc.record({ from: monthDay, to: monthDay }), { maxLength: 3 }),
      // Each month closed but for some days.
      fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 })).map(([a, b]) =>
        Array.from({ length: 12 }, (_, index) => {
          const month = String(index + 1).padStart(2, '0');
          const [from, to] = [Math.min(a, b), Math.max(a, b)].map((day) => String(day).padStart(2, '0'));
          return { from: `${month}-${from}`, to: `${month}-${to}` };
        }),
      ),
    ),
    extraHolidays: fc.array(ownDay, { maxLength: 60 }),
    extraWorkdays: fc.array(ownDay, { maxLength: 5 }),
    retryBusinessDays: fc.integer({ min: 1, max: 60 }),
  })
  .map((over) => ({ ...DEFAULT_SETTINGS, products: ['Cloud'], ...over }));

test('whatever settings are accepted, the date engine answers, on business days and in time', () => {
  let accepted = 0;
  fc.assert(
    fc.property(drawnSettings, ownDay, (settings, today) => {
      const isAccepted =
        settingsSchema.safeParse(settings).success && settingsIssues(settings, HOLIDAYS).length === 0;
      fc.pre(isAccepted);
      accepted += 1;
      const calendar = calendarOf(settings, HOLIDAYS);
      const cadence = cadenceOf(settings);
      const next = nextCheckDate(today, dayOfMonth(today), cadence, calendar);
      const after = checkDateAfter(addMonths(today, -40), dayOfMonth(today), today, cadence, calendar);
      const retry = addBusinessDays(today, settings.retryBusinessDays, calendar);
      for (const day of [next, after, retry]) {
        expect(isBusinessDay(day, calendar)).toBe(true);
        expect(day <= addMonths(today, 12)).toBe(true);
      }
      if (cadence.kind === 'fiscal') {
        const quarter = fiscalQuarter(addMonths(today, 3), cadence.fiscalYearStartMonth);
        expect([quarter.from <= next, next <= quarter.to]).toEqual([true, true]);
      }
      const missed = missedCycles({ base: today, from: next }, addMonths(next, 12), cadence, calendar);
      expect([3, 4, 5]).toContain(missed);
    }),
    { numRuns: 30, maxSkipsPerRun: 1000 },
  );
  expect(accepted).toBe(30);
});

test('what was stored before it was checked lets the engine answer, too', () => {
  fc.assert(
    fc.property(drawnSettings, ownDay, (settings, today) => {
      const calendar = calendarOf(settings, HOLIDAYS);
      const next = nextCheckDate(today, dayOfMonth(today), cadenceOf(settings), calendar);
      expect(isBusinessDay(next, calendar)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
