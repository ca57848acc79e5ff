import fc from 'fast-check';
import {
  missedChecksOf,
  missedInSeries,
  overdueFrom,
  plannedOn,
} from '../../../../functions/domain/account/missed-checks';
import {
  type NextCheck,
  type QuarterlyCheck,
  quarterlyCheckStanding,
  runningCheck,
} from '../../../../functions/domain/account/standing';
import { nextBusinessDay } from '../../../../functions/domain/calendar/business-days';
import { addDays, type CalendarDate } from '../../../../functions/domain/calendar/calendar-date';
import { aContext, aSettings } from '../../../builders';
import { accepted, attempt, checkOf, type Life, quarterly } from '../account-lives';

const on = (today: CalendarDate) => aContext({ today });
const checkOn = (nextCheck: NextCheck | null, missedChecks = 0): QuarterlyCheck =>
  quarterlyCheckStanding({ since: '2026-03-02', nextCheck, awaitedCondition: '予算', missedChecks });
const CADENCE: NextCheck = { date: '2026-06-02', origin: 'cadence', base: '2026-03-02' };
const retry = (late: boolean): NextCheck => ({
  date: '2026-06-16',
  origin: 'retry',
  base: '2026-03-02',
  retryOf: { dueOn: '2026-06-02', late },
});
/** Nobody answered on 18 May, two weeks before the check's own day. */
const EARLY: NextCheck = {
  ...retry(false),
  date: '2026-06-01',
  retryOf: { dueOn: '2026-06-15', late: false },
};

test.each<[string, NextCheck | null, CalendarDate, number]>([
  ['on its day', CADENCE, '2026-06-02', 0],
  ['a day later', CADENCE, '2026-06-03', 1],
  ['a cycle later', CADENCE, '2026-09-03', 2],
  ['tried in time, and again', retry(false), '2026-06-16', 0],
  ['tried in time, and not again', retry(false), '2026-06-17', 1],
  ['tried late', retry(true), '2026-06-03', 1],
  ['tried before its day, and not again', EARLY, '2026-06-15', 0],
  ['tried before its day, which is over', EARLY, '2026-06-16', 1],
  [
    'of the earlier form, where nothing is said of the day before',
    { date: '2026-06-16', origin: 'retry', base: '2026-03-02' },
    '2026-06-17',
    1,
  ],
  ['without a day', null, '2027-06-03', 0],
])('missed %s', (_, nextCheck, today, missed) => {
  expect(missedChecksOf(checkOn(nextCheck), on(today))).toBe(missed);
  expect(missedChecksOf(checkOn(nextCheck, 2), on(today))).toBe(missed + 2);
  if (nextCheck !== null) expect(missedInSeries(nextCheck, on(today))).toBe(missed);
});

test('overdue since the day that it was due on, unless it was tried in time', () => {
  expect([CADENCE, retry(false), retry(true), EARLY].map(overdueFrom)).toEqual([
    '2026-06-02',
    '2026-06-16',
    '2026-06-02',
    '2026-06-15',
  ]);
});

test('planned for the day of another try, also for one before its own day until that is over', () => {
  const on = (check: NextCheck) => ['2026-06-01', '2026-06-02'].map((today) => plannedOn(check, today));
  expect([CADENCE, retry(false), retry(true), EARLY].map(on)).toEqual([
    ['2026-06-02', '2026-06-02'],
    ['2026-06-16', '2026-06-16'],
    ['2026-06-02', '2026-06-02'],
    ['2026-06-01', '2026-06-15'],
  ]);
});

const missedOf = ({ account }: Life, context: ReturnType<typeof on>): number => {
  const running = runningCheck(account.standing);
  return running === null ? 0 : missedChecksOf(running, context);
};

test('whatever is tried and moved without speaking to them: the count never falls, by a day or by a command', () => {
  const step = fc.record({
    days: fc.integer({ min: 0, max: 70 }),
    what: fc.constantFrom('noAnswer', 'noAnswer', 'moved', 'nothing'),
  });
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 25 }),
      fc.constantFrom('rolling' as const, 'fiscal' as const),
      (steps, cadence) => {
        const settings = aSettings({ cadence });
        let life = quarterly();
        let today = '2026-03-03';
        let missed = 0;
        for (const { days, what } of steps) {
          today = addDays(today, days);
          const context = aContext({ today, settings });
          const where = { today, settings };
          expect(missedOf(life, context)).toBeGreaterThanOrEqual(missed);
          const before = missedOf(life, context);
          if (what === 'noAnswer') {
            const tried = attempt(life, checkOf('noAnswer', today), where);
            if ('reasons' in tried) expect(tried.reasons.map(({ code }) => code)).toEqual(['CHECK_RECORDED']);
            else life = tried;
          }
          if (what === 'moved') {
            const date = nextBusinessDay(addDays(today, 20), context.calendar);
            life = accepted(life, { type: 'setNextCheck', date, reason: '先方の希望' }, where);
          }
          missed = missedOf(life, context);
          expect([before, before + 1]).toContain(missed);
        }
      },
    ),
    { numRuns: 40 },
  );
});
