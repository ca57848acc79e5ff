import fc from 'fast-check';
import {
  addDays,
  dateParts,
  isCalendarDate,
  weekday,
} from '../../../../functions/domain/calendar/calendar-date';
import { parseTypedDate } from '../../../../functions/domain/calendar/typed-date';

const context = { today: '2026-11-23', fiscalYearStartMonth: 4 };
const read = (text: string) => parseTypedDate(text, context);
const aDay = fc.integer({ min: 0, max: 109_571 }).map((days) => addDays('1900-01-01', days));

test.each([
  ['2026/4/1', '2026-04-01'],
  ['2026/04/01', '2026-04-01'],
  ['2026-4-1', '2026-04-01'],
  ['2026.4.1', '2026-04-01'],
  ['2026-04-01', '2026-04-01'],
  ['20260401', '2026-04-01'],
  ['2026年4月1日', '2026-04-01'],
  [' 2026年 4月 1日 ', '2026-04-01'],
  ['2026 / 4 / 1', '2026-04-01'],
  ['２０２６年４月１日', '2026-04-01'],
  ['２０２６／４／１', '2026-04-01'],
  ['２０２６．４．１', '2026-04-01'],
  ['２０２６－４－１', '2026-04-01'],
  ['2026ー4ー1', '2026-04-01'],
  ['2026−04−01', '2026-04-01'],
  ['2026/4/1 0:00:00', '2026-04-01'],
  ['2026-04-01T23:59', '2026-04-01'],
  ['2026/4/1(水)', '2026-04-01'],
  ['2026年4月1日（水曜日）', '2026-04-01'],
  ['R8.4.1', '2026-04-01'],
  ['r8/4/1', '2026-04-01'],
  ['Ｒ８．４．１', '2026-04-01'],
  ['令和8年4月1日', '2026-04-01'],
  ['令8.4.1', '2026-04-01'],
  ['㋿8年4月1日', '2026-04-01'],
  ['令和元年5月1日', '2019-05-01'],
  ['R元.5.1', '2019-05-01'],
  ['H31.4.30', '2019-04-30'],
  ['平成元年1月8日', '1989-01-08'],
  ['平成32年4月1日', '2020-04-01'],
  ['S64.1.7', '1989-01-07'],
  ['昭和元年12月25日', '1926-12-25'],
  ['大正12年9月1日', '1923-09-01'],
  ['46113', '2026-04-01'],
  ['４６１１３', '2026-04-01'],
  ['46113.75', '2026-04-01'],
  ['20000', '1954-10-03'],
  ['80000', '2119-01-11'],
  ['今日', '2026-11-23'],
  ['本日', '2026-11-23'],
  ['明日', '2026-11-24'],
  ['あした', '2026-11-24'],
  ['昨日', '2026-11-22'],
  ['明後日', '2026-11-25'],
  ['Today', '2026-11-23'],
  ['TOMORROW', '2026-11-24'],
  ['4/30/2026', '2026-04-30'],
  ['30.4.2026', '2026-04-30'],
])('%j is %s', (text, date) => {
  expect(read(text)).toEqual({ date });
});

test.each([
  ['', 'DATE_EMPTY', []],
  [' 　\n', 'DATE_EMPTY', []],
  ['2026-02-30', 'DATE_DOES_NOT_EXIST', ['2026-02-28']],
  ['2028/2/30', 'DATE_DOES_NOT_EXIST', ['2028-02-29']],
  ['20260431', 'DATE_DOES_NOT_EXIST', ['2026-04-30']],
  ['2026/13/1', 'DATE_DOES_NOT_EXIST', []],
  ['2026/4/32', 'DATE_DOES_NOT_EXIST', []],
  ['2026/0/1', 'DATE_DOES_NOT_EXIST', []],
  ['2206/4/1', 'DATE_DOES_NOT_EXIST', []],
  ['2/30', 'DATE_DOES_NOT_EXIST', []],
  ['13/32/2026', 'DATE_DOES_NOT_EXIST', []],
  ['2026年13月', 'DATE_DOES_NOT_EXIST', []],
  ['R8.2.29', 'DATE_DOES_NOT_EXIST', ['2026-02-28']],
  ['令和元年4月30日', 'DATE_DOES_NOT_EXIST', ['2019-04-30']],
  ['H0.4.1', 'DATE_DOES_NOT_EXIST', ['1988-04-01']],
  ['4/1', 'DATE_AMBIGUOUS', ['2026-04-01', '2027-04-01', '2025-04-01']],
  ['2/1', 'DATE_AMBIGUOUS', ['2027-02-01', '2028-02-01', '2026-02-01']],
  ['４月１日', 'DATE_AMBIGUOUS', ['2026-04-01', '2027-04-01', '2025-04-01']],
  ['2/29', 'DATE_AMBIGUOUS', ['2028-02-29']],
  ['26/4/1', 'DATE_AMBIGUOUS', ['2026-04-01', '2044-04-01']],
  ['8.4.1', 'DATE_AMBIGUOUS', ['2026-04-01', '2008-04-01']],
  ['4/1/2026', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-01-04']],
  ['2026年4月', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-30']],
  ['2026/4/1(木)', 'DATE_AMBIGUOUS', ['2026-04-01']],
  ['2026-03-31T15:00:00.000Z', 'DATE_AMBIGUOUS', ['2026-03-31', '2026-04-01']],
  ['2026-04-01T00:00:00+09:00', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-02']],
  ['2026-12-31 23:00 +0900', 'DATE_AMBIGUOUS', ['2026-12-31', '2027-01-01']],
  ['2199-12-31T15:00Z', 'DATE_AMBIGUOUS', ['2199-12-31']],
  ['2026-02-30T15:00Z', 'DATE_DOES_NOT_EXIST', []],
  ['19999', 'DATE_UNKNOWN', []],
  ['80001', 'DATE_UNKNOWN', []],
  ['2026', 'DATE_UNKNOWN', []],
  ['260401', 'DATE_UNKNOWN', []],
  ['来月', 'DATE_UNKNOWN', []],
  ['=TODAY()', 'DATE_UNKNOWN', []],
  ['#REF!', 'DATE_UNKNOWN', []],
  ['X8.4.1', 'DATE_UNKNOWN', []],
  ['2026/4/1 and more', 'DATE_UNKNOWN', []],
  [`2026/4/1${' '.repeat(50_000)}x`, 'DATE_UNKNOWN', []],
])('%j is refused: %s %j', (text, problem, suggestions) => {
  expect(read(text)).toEqual({ problem, suggestions });
});

test.each([
  ['2026-03-31', 4, '2025-04-01'],
  ['2026-04-01', 4, '2026-04-01'],
  ['2026-12-31', 1, '2026-04-01'],
  ['2026-04-10', 5, '2026-04-01'],
  ['2026-05-10', 5, '2027-04-01'],
])(
  '4/1 typed on %s, fiscal year from month %i, is first taken for %s',
  (today, fiscalYearStartMonth, first) => {
    const reading = parseTypedDate('4/1', { today, fiscalYearStartMonth });
    expect('problem' in reading && reading.suggestions[0]).toBe(first);
  },
);

/** The writings of a day that name it beyond doubt; serials reach from 1954 to 2119 only. */
function writings(date: string): string[] {
  const { year, month, day } = dateParts(date);
  const fullWidth = (text: string) =>
    text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
  const texts = [
    date,
    date.replaceAll('-', ''),
    `${year}/${month}/${day}`,
    `${year}.${month}.${day}`,
    `${year}年${month}月${day}日`,
    `${year}/${month}/${day}(${'日月火水木金土'[weekday(date)]})`,
  ];
  if (date >= '2019-05-01') {
    texts.push(
      `R${year - 2018}.${month}.${day}`,
      `令和${year === 2019 ? '元' : year - 2018}年${month}月${day}日`,
    );
  }
  return [...texts, ...texts.map(fullWidth)];
}

test('what is written out is read back as the same day', () => {
  fc.assert(
    fc.property(aDay, (date) => {
      for (const text of writings(date)) expect([text, read(text)]).toEqual([text, { date }]);
    }),
  );
});

test('a serial is the days since 1899-12-30', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20_000, max: 80_000 }), (serial) => {
      const date = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
      expect(read(String(serial))).toEqual({ date });
    }),
  );
});

test('any text gives a real day or a problem with real days', () => {
  const dateLike = fc
    .array(fc.constantFrom(...'0123456789/-.年月日元 :TZ+RHST令和()水'), { maxLength: 20 })
    .map((characters) => characters.join(''));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), dateLike), (text) => {
      const reading = read(text);
      const days = 'date' in reading ? [reading.date] : reading.suggestions;
      expect(days.filter((day) => !isCalendarDate(day))).toEqual([]);
      expect(new Set(days).size).toBe(days.length);
    }),
    { numRuns: 1_000 },
  );
});
