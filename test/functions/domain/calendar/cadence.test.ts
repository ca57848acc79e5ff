import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { type BusinessCalendar, isBusinessDay } from '../../../../functions/domain/calendar/business-days';
import {
  type Cadence,
  checkDateAfter,
  fiscalQuarter,
  lastMissedDay,
  missedCycles,
  nextCheckDate,
} from '../../../../functions/domain/calendar/cadence';
import {
  addDays,
  addMonths,
  type CalendarDate,
  dayOfMonth,
} from '../../../../functions/domain/calendar/calendar-date';
import { japanesePublicHolidays } from '../../../../functions/public-holidays';
import { digestOfTenYears } from './ten-years-of-checks';

const rolling: Cadence = { kind: 'rolling' };
const fiscal: Cadence = { kind: 'fiscal', fiscalYearStartMonth: 4 };
const japan: BusinessCalendar = {
  holidays: japanesePublicHolidays(),
  companyDays: [{ from: '12-29', to: '01-03' }],
  extraHolidays: [],
  extraWorkdays: [],
};
const aDay = fc.integer({ min: 0, max: 3_652 }).map((days) => addDays('2026-01-01', days));
const aCadence = fc.oneof(
  fc.constant(rolling),
  fc.integer({ min: 1, max: 12 }).map((month): Cadence => ({ kind: 'fiscal', fiscalYearStartMonth: month })),
);
const next = (base: CalendarDate, cadence: Cadence) => nextCheckDate(base, dayOfMonth(base), cadence, japan);

describe('the vectors of the specification', () => {
  test.each([
    ['2026-11-30', '2027-03-01', '02-28 is a Sunday'],
    ['2027-11-30', '2028-02-29', 'a leap year'],
    ['2026-06-19', '2026-09-24', '09-19 Saturday, 09-21 holiday, 09-22 国民の休日, 09-23 holiday'],
  ])('%s → %s (%s)', (base, expected) => {
    expect(next(base, rolling)).toBe(expected);
  });

  test('anchor day 31 → 28 → 31', () => {
    const february = addMonths('2026-11-30', 3, 31);
    expect(february).toBe('2027-02-28');
    expect(addMonths(february, 3, 31)).toBe('2027-05-31');
    expect(nextCheckDate(february, 31, rolling, japan)).toBe('2027-05-31');
  });
});

test.each([
  // 2026-12-31 is closed and the next business day, 2027-01-04, lies in the next quarter.
  ['2026-09-30', '2026-12-30', 'rolling', '2027-01-04'],
  ['2026-09-30', '2026-12-30', 'fiscal', '2026-12-28'],
  // 2027-01-31 is a Sunday in the middle of the quarter: the next day stays inside.
  ['2026-10-31', '2027-01-31', 'fiscal', '2027-02-01'],
  // 2029-03-31 is a Saturday at the end of the fiscal year.
  ['2028-12-31', '2029-03-31', 'rolling', '2029-04-02'],
  ['2028-12-31', '2029-03-31', 'fiscal', '2029-03-30'],
] as const)('from %s, three months on is %s and the %s check %s', (base, target, kind, expected) => {
  expect(addMonths(base, 3)).toBe(target);
  expect(next(base, kind === 'rolling' ? rolling : fiscal)).toBe(expected);
});

test.each([
  ['2026-04-01', 4, '2026-04-01', '2026-06-30'],
  ['2026-03-31', 4, '2026-01-01', '2026-03-31'],
  ['2026-02-10', 3, '2025-12-01', '2026-02-28'],
  ['2027-12-31', 12, '2027-12-01', '2028-02-29'],
  ['2026-08-15', 1, '2026-07-01', '2026-09-30'],
])('the fiscal quarter of %s, years from month %i, runs from %s to %s', (date, month, from, to) => {
  expect(fiscalQuarter(date, month)).toEqual({ from, to });
});

test('fiscal quarters follow one another without gap or overlap', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 1, max: 12 }), (date, month) => {
      const { from, to } = fiscalQuarter(date, month);
      expect(from <= date && date <= to).toBe(true);
      expect(fiscalQuarter(addDays(to, 1), month).from).toBe(addDays(to, 1));
      expect(fiscalQuarter(from, month)).toEqual({ from, to });
    }),
  );
});

test('a check is the business day nearest to three months on, in fiscal mode inside the next quarter', () => {
  fc.assert(
    fc.property(aDay, aCadence, (base, cadence) => {
      const date = next(base, cadence);
      const target = addMonths(base, 3);
      const passedOver: CalendarDate[] = [];
      const step = date < target ? -1 : 1;
      for (let day = target; day !== date; day = addDays(day, step)) passedOver.push(day);
      expect(isBusinessDay(date, japan)).toBe(true);
      expect(passedOver.filter((day) => isBusinessDay(day, japan))).toEqual([]);
      if (cadence.kind === 'rolling') {
        expect(date >= target).toBe(true);
      } else {
        const month = cadence.fiscalYearStartMonth;
        const quarter = fiscalQuarter(target, month);
        expect(fiscalQuarter(date, month)).toEqual(quarter);
        expect(quarter.from).toBe(addDays(fiscalQuarter(base, month).to, 1));
        if (date < target) expect(next(base, rolling) > quarter.to).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['2026-06-19', '2026-06-19', '2026-09-24'],
  ['2026-06-19', '2026-01-01', '2026-09-24'],
  ['2026-06-19', '2026-09-23', '2026-09-24'],
  // Not 2026-12-24: the holidays of September shift no later check.
  ['2026-06-19', '2026-09-24', '2026-12-21'],
  ['2026-06-19', '2028-06-20', '2028-09-19'],
])('the check of the series from %s after %s is %s', (base, after, expected) => {
  expect(checkDateAfter(base, dayOfMonth(base), after, rolling, japan)).toBe(expected);
});

test('the check after a day is the first of its series that is later', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: -100, max: 1_500 }), aCadence, (base, distance, cadence) => {
      const after = addDays(base, distance);
      const anchor = dayOfMonth(base);
      const date = checkDateAfter(base, anchor, after, cadence, japan);
      const series = Array.from({ length: 20 }, (_, cycle) =>
        nextCheckDate(addMonths(base, 3 * cycle, anchor), anchor, cadence, japan),
      );
      expect(date).toBe(series.find((check) => check > after));
    }),
  );
});

describe('checks missed, by the day that each is due on', () => {
  const missedBy = (
    base: CalendarDate,
    today: CalendarDate,
    cadence: Cadence = rolling,
    from = next(base, cadence),
  ) => missedCycles({ base, from }, today, cadence, japan);

  test.each<[base: CalendarDate, cycle: number, missedOn: CalendarDate, why: string]>([
    ['2027-08-31', 1, '2027-12-01', 'due on 11-30'],
    ['2027-08-31', 2, '2028-03-01', 'due on 02-29'],
    ['2027-08-31', 3, '2028-06-01', 'due on 05-31, not three months after 02-29'],
    ['2027-01-31', 1, '2027-05-01', 'due on 04-30'],
    ['2027-01-31', 2, '2027-08-03', '07-31 is a Saturday: due on Monday 08-02'],
    ['2026-11-30', 1, '2027-03-02', '02-28 is a Sunday: due on 03-01'],
    ['2026-11-30', 2, '2027-06-01', 'due on Monday 05-31'],
  ])('base %s misses cycle %i on %s (%s)', (base, cycle, missedOn) => {
    expect([missedBy(base, addDays(missedOn, -1)), missedBy(base, missedOn)]).toEqual([cycle - 1, cycle]);
  });

  test.each<[base: CalendarDate, cycle: number, missedOn: CalendarDate]>([
    ['2027-08-31', 1, '2028-01-01'],
    ['2027-08-31', 2, '2028-04-01'],
    ['2027-01-31', 1, '2027-07-01'],
    ['2027-01-31', 2, '2027-10-01'],
  ])('in fiscal mode, base %s misses cycle %i on %s, when its quarter is over', (base, cycle, missedOn) => {
    expect([missedBy(base, addDays(missedOn, -1), fiscal), missedBy(base, missedOn, fiscal)]).toEqual([
      cycle - 1,
      cycle,
    ]);
  });

  test('from a day that the customer named: the day itself, then every three months from it', () => {
    const from = '2027-04-15';
    const missedOn = ['2027-04-16', '2027-07-16', '2027-10-16'];
    for (const [index, day] of missedOn.entries())
      expect([
        missedBy('2027-01-31', addDays(day, -1), rolling, from),
        missedBy('2027-01-31', day, rolling, from),
      ]).toEqual([index, index + 1]);
  });

  test('the first one has time until it is tried again, those after it have not', () => {
    const series = { base: '2027-08-31', from: '2027-11-30' };
    const missed = (today: CalendarDate) => missedCycles(series, today, rolling, japan, '2027-12-14');
    expect(['2027-12-01', '2027-12-14', '2027-12-15', '2028-03-01'].map(missed)).toEqual([0, 0, 1, 2]);
  });

  test('the last missed day is the one after which the last of them was counted', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 1_000 }), aCadence, (base, days, cadence) => {
        const today = addDays(base, days);
        const last = lastMissedDay({ base, from: next(base, cadence) }, today, cadence, japan);
        const missed = missedBy(base, today, cadence);
        if (last === null) expect(missed).toBe(0);
        else
          expect([missedBy(base, last, cadence), missedBy(base, addDays(last, 1), cadence)]).toEqual([
            missed - 1,
            missed,
          ]);
      }),
    );
  });

  test('each is counted once, on the day after the one it was due on, and never less on a later day', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 1_000 }), aCadence, (base, days, cadence) => {
        const today = addDays(base, days);
        const step = missedBy(base, addDays(today, 1), cadence) - missedBy(base, today, cadence);
        expect([0, 1]).toContain(step);
        if (cadence.kind === 'rolling')
          expect(step).toBe(
            Number(checkDateAfter(base, dayOfMonth(base), addDays(today, -1), cadence, japan) === today),
          );
      }),
    );
  });
});

describe('ten years of checks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hachi-checks-'));
  const program = join(folder, 'checks.js');
  const here = digestOfTenYears();

  beforeAll(() => {
    buildSync({
      stdin: {
        contents: `import { digestOfTenYears } from './ten-years-of-checks';
          const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
          process.stdout.write(JSON.stringify({ zone, ...digestOfTenYears() }));`,
        resolveDir: __dirname,
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      target: 'node20',
      outfile: program,
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(['UTC', 'Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London'])(
    'are the same on a host in %s',
    (zone) => {
      const output = execFileSync(process.execPath, [program], {
        env: { ...process.env, TZ: zone },
        encoding: 'utf8',
      });
      expect(JSON.parse(output)).toEqual({ zone, days: 3_652, digest: here.digest });
    },
  );
});
