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
  ['2026/4/1(水) 10:00～11:00', '2026-04-01'],
  ['2026年4月1日 10時から11時半まで', '2026-04-01'],
  ['2026/4/1 10:00-11:30', '2026-04-01'],
  ['2026年4月1日時点', '2026-04-01'],
  ['2026/4/1付け', '2026-04-01'],
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
  ['2026 04 01', '2026-04-01'],
  ['2026 年 4 月 1 日', '2026-04-01'],
  ['西暦2026年4月1日', '2026-04-01'],
  ['二〇二六年四月一日', '2026-04-01'],
  ['二〇二六年十二月三十一日', '2026-12-31'],
  ['二千二十六年四月二十日', '2026-04-20'],
  ['令和八年四月一日', '2026-04-01'],
  ['平成二十九年九月十日', '2017-09-10'],
  ['昭和六十四年一月七日', '1989-01-07'],
  ['R.8.4.1', '2026-04-01'],
  ['R 8. 4. 1', '2026-04-01'],
  ['R08/04/01', '2026-04-01'],
  ['R080401', '2026-04-01'],
  ['R8-4-1', '2026-04-01'],
  ['R8年4月1日', '2026-04-01'],
  ['令和 8年 4月 1日', '2026-04-01'],
  ['㍻29年9月1日', '2017-09-01'],
  ['M45.7.29', '1912-07-29'],
  ['明治四十五年七月二十九日', '1912-07-29'],
  ['2026年04月01日(水) 10:00', '2026-04-01'],
  ['2026/4/1(水・祝)', '2026-04-01'],
  ['2026/4/1（水・祝日）', '2026-04-01'],
  ['2026/4/1 [水]', '2026-04-01'],
  ['2026年4月1日【水】', '2026-04-01'],
  ['2026/4/1㈬', '2026-04-01'],
  ['2026/4/1 (Wed)', '2026-04-01'],
  ['2026年4月29日（祝）', '2026-04-29'],
  ['2026年5月6日(水・振休)', '2026-05-06'],
  ['令和8年4月1日水曜日', '2026-04-01'],
  ['2026/4/1 10:00 AM', '2026-04-01'],
  ['2026/4/1 10:00:00 p.m.', '2026-04-01'],
  ['2026/4/1 午前10:00', '2026-04-01'],
  ['2026年4月1日 午後3時', '2026-04-01'],
  ['2026年4月1日午前十時三十分', '2026-04-01'],
  ['2026年4月1日10時半', '2026-04-01'],
  ['2026/4/1 10:00頃', '2026-04-01'],
  ['2026/4/1 正午', '2026-04-01'],
  ['2026-04-01 10am', '2026-04-01'],
  ['Apr 1, 2026', '2026-04-01'],
  ['April 1st, 2026', '2026-04-01'],
  ['1 April 2026', '2026-04-01'],
  ['1st of April 2026', '2026-04-01'],
  ['the 1st of April, 2026', '2026-04-01'],
  ['01-Apr-2026', '2026-04-01'],
  ['01APR2026', '2026-04-01'],
  ['1-Apr-26', '2026-04-01'],
  ["1 Apr '26", '2026-04-01'],
  ["Apr 1, '26", '2026-04-01'],
  ['2026-Apr-01', '2026-04-01'],
  ['2026 Apr. 1', '2026-04-01'],
  ['Wed, 1 Apr 2026', '2026-04-01'],
  ['Wednesday, April 1, 2026', '2026-04-01'],
  ['Sept. 3rd 2026', '2026-09-03'],
  ['Apr 1, 2026 10:00 AM', '2026-04-01'],
  ['Apr 1, 2026 at 10:00 AM', '2026-04-01'],
  ["'2026/4/1", '2026-04-01'],
  ['\u200b2026/4/1\ufeff', '2026-04-01'],
  ['2026\u00a0年4月1日', '2026-04-01'],
  ['1/4/2026(水)', '2026-04-01'],
  ['2026年(令和8年)4月1日', '2026-04-01'],
  ['2026（令和八）年4月1日', '2026-04-01'],
  ['令和8年（2026年）4月1日', '2026-04-01'],
  ['2026.4.1.', '2026-04-01'],
  ['20260401T100000', '2026-04-01'],
  ['4/1/2026 Wed', '2026-04-01'],
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
  ['26/4/1', 'DATE_AMBIGUOUS', ['2026-04-01', '2014-04-01', '2044-04-01', '2001-04-26']],
  ['26年4月1日', 'DATE_AMBIGUOUS', ['2026-04-01', '2014-04-01', '2044-04-01', '1951-04-01']],
  ['8.4.1', 'DATE_AMBIGUOUS', ['2026-04-01', '2008-04-01', '2001-08-04', '2001-04-08']],
  ['4/1/2026', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-01-04']],
  ['2026年4月', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-30']],
  ['2026/4/1(木)', 'DATE_AMBIGUOUS', ['2026-04-01']],
  ['2026-03-31T15:00:00.000Z', 'DATE_AMBIGUOUS', ['2026-03-31', '2026-04-01']],
  ['2026-04-01T00:00:00+09:00', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-02']],
  ['2026-12-31 23:00 +0900', 'DATE_AMBIGUOUS', ['2026-12-31', '2027-01-01']],
  ['2199-12-31T15:00Z', 'DATE_AMBIGUOUS', ['2199-12-31']],
  ['2026-02-30T15:00Z', 'DATE_DOES_NOT_EXIST', ['2026-02-28']],
  ['2026/4/1 24:00', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-02']],
  ['2026/4/1 25:30', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-02']],
  ['2026年3月31日(火) 24時', 'DATE_AMBIGUOUS', ['2026-03-31', '2026-04-01']],
  ['Apr 1, 2026 24:00', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-02']],
  ['Wed Apr 01 2026 00:00:00 GMT+0900 (JST)', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-02']],
  ['2026/4/1 10:75', 'DATE_UNKNOWN', []],
  ['2026/4/1 99:00', 'DATE_UNKNOWN', []],
  ['4/1/26', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-01-04', '2022-01-26', '2004-01-26']],
  ['01.04.26', 'DATE_AMBIGUOUS', ['2026-01-04', '2026-04-01', '2001-04-26', '1989-04-26']],
  ['29/09/01', 'DATE_AMBIGUOUS', ['2029-09-01', '2017-09-01', '2047-09-01', '2001-09-29']],
  ['1-Apr-85', 'DATE_AMBIGUOUS', ['2085-04-01', '1985-04-01']],
  ['Apr-26', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-30', '2026-04-26', '2027-04-26']],
  ['26-Apr', 'DATE_AMBIGUOUS', ['2026-04-26', '2027-04-26', '2025-04-26']],
  ['Apr 1', 'DATE_AMBIGUOUS', ['2026-04-01', '2027-04-01', '2025-04-01']],
  ['1 April', 'DATE_AMBIGUOUS', ['2026-04-01', '2027-04-01', '2025-04-01']],
  ['4/1(木)', 'DATE_AMBIGUOUS', ['2027-04-01']],
  ['R8年4月', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-30']],
  ['Apr 2026', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-30']],
  ['4/2026', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-30']],
  ['31 Apr 2026', 'DATE_DOES_NOT_EXIST', ['2026-04-30']],
  ['令和八年二月三十日', 'DATE_DOES_NOT_EXIST', ['2026-02-28']],
  ['未定', 'DATE_EMPTY', []],
  ['日程調整中', 'DATE_EMPTY', []],
  ['TBD', 'DATE_EMPTY', []],
  ['なし', 'DATE_EMPTY', []],
  ['-', 'DATE_EMPTY', []],
  ['ー', 'DATE_EMPTY', []],
  ['N/A', 'DATE_EMPTY', []],
  ['0000-00-00', 'DATE_EMPTY', []],
  ['?', 'DATE_UNKNOWN', []],
  ['2026年(令和9年)4月1日', 'DATE_UNKNOWN', []],
  ['20260401T240000', 'DATE_AMBIGUOUS', ['2026-04-01', '2026-04-02']],
  ['N.A.', 'DATE_EMPTY', []],
  ['そのうち', 'DATE_UNKNOWN', []],
  ['19999', 'DATE_UNKNOWN', []],
  ['80001', 'DATE_UNKNOWN', []],
  ['2026', 'DATE_UNKNOWN', []],
  ['260401', 'DATE_UNKNOWN', []],
  ['=TODAY()', 'DATE_UNKNOWN', []],
  ['#REF!', 'DATE_UNKNOWN', []],
  ['X8.4.1', 'DATE_UNKNOWN', []],
  ['2026/4/1 and more', 'DATE_UNKNOWN', []],
  [`2026/4/1${' '.repeat(50_000)}x`, 'DATE_UNKNOWN', []],
])('%j is refused: %s %j', (text, problem, suggestions) => {
  expect(read(text)).toEqual({ problem, suggestions });
});

/** Today is a Monday. */
test.each([
  ['2026年4月末', ['2026-04-30']],
  ['R8年4月末日', ['2026-04-30']],
  ['4月末', ['2026-04-30', '2027-04-30', '2025-04-30']],
  ['2027年4月上旬', ['2027-04-01', '2027-04-10']],
  ['2027年4月の中旬', ['2027-04-11', '2027-04-20']],
  ['2027年2月下旬', ['2027-02-21', '2027-02-28']],
  ['2027年4月初旬', ['2027-04-01', '2027-04-10']],
  ['2027年4月頭', ['2027-04-01']],
  ['2027年4月半ば', ['2027-04-15']],
  ['2027年4月中', ['2027-04-01', '2027-04-30']],
  ['月末', ['2026-11-30']],
  ['下旬', ['2026-11-21', '2026-11-30']],
  ['年内', ['2026-12-31']],
  ['年明け', ['2027-01-04']],
  ['GW明け', ['2027-05-06']],
  ['ＧＷ明け', ['2027-05-06']],
  ['お盆明け', ['2027-08-17']],
  ['来年度', ['2027-04-01']],
  ['来月', ['2026-12-01', '2026-12-31']],
  ['来月末', ['2026-12-31']],
  ['翌月末', ['2026-12-31']],
  ['翌月末日', ['2026-12-31']],
  ['再来月末', ['2027-01-31']],
  ['先月末', ['2026-10-31']],
  ['来月15日', ['2026-12-15']],
  ['来月の十五日', ['2026-12-15']],
  ['今月20日', ['2026-11-20']],
  ['来年4月1日', ['2027-04-01']],
  ['昨年4月1日', ['2025-04-01']],
  ['年度末', ['2027-03-31']],
  ['年末', ['2026-12-31']],
  ['来週', ['2026-11-30', '2026-12-04']],
  ['来週月曜', ['2026-11-30']],
  ['来週の金曜日', ['2026-12-04']],
  ['再来週火曜', ['2026-12-08']],
  ['今週末', ['2026-11-27']],
  ['週明け', ['2026-11-30']],
  ['次の水曜日', ['2026-11-25', '2026-12-02']],
  ['月曜', ['2026-11-30', '2026-12-07']],
  ['3か月後', ['2027-02-23']],
  ['三ヶ月後', ['2027-02-23']],
  ['3カ月後', ['2027-02-23']],
  ['３箇月後', ['2027-02-23']],
  ['半年後', ['2027-05-23']],
  ['2週間後', ['2026-12-07']],
  ['10日後', ['2026-12-03']],
  ['1年後', ['2027-11-23']],
  ['三日前', ['2026-11-20']],
  ['next Monday', ['2026-11-30', '2026-12-07']],
  ['next week', ['2026-11-30', '2026-12-04']],
  ['next month', ['2026-12-01', '2026-12-31']],
  ['end of next month', ['2026-12-31']],
  ['end of April 2027', ['2027-04-30']],
  ['early April 2027', ['2027-04-01', '2027-04-10']],
  ['mid-April 2027', ['2027-04-11', '2027-04-20']],
  ['in 3 months', ['2027-02-23']],
  ['2 weeks later', ['2026-12-07']],
  ['5 days ago', ['2026-11-18']],
  ['2027/4/1頃', ['2027-04-01']],
  ['2027年4月1日以降', ['2027-04-01']],
  ['2027/4/1?', ['2027-04-01']],
  ['2027/4/1(仮)', ['2027-04-01']],
])('%j is a day to confirm: %j', (text, suggestions) => {
  expect(read(text)).toEqual({ problem: 'DATE_TO_CONFIRM', suggestions });
});

test('of a text that may be old, what counts from today is asked about', () => {
  const old = (text: string) => parseTypedDate(text, { ...context, mayBeOld: true });
  expect(old('明日')).toEqual({ problem: 'DATE_TO_CONFIRM', suggestions: ['2026-11-24'] });
  expect(old('2026/4/1')).toEqual({ date: '2026-04-01' });
});

test.each([
  ['2027/1/15', { date: '2027-01-15' }],
  ['2026/11/23', { date: '2026-11-23' }],
  ['2026/1/15', { problem: 'DATE_IN_PAST', suggestions: ['2027-01-15'] }],
  ['2026/11/22', { problem: 'DATE_IN_PAST', suggestions: ['2027-11-22'] }],
  ['2024/2/29', { problem: 'DATE_IN_PAST', suggestions: ['2028-02-29'] }],
  ['1/15', { problem: 'DATE_AMBIGUOUS', suggestions: ['2027-01-15', '2028-01-15'] }],
  ['4月末', { problem: 'DATE_TO_CONFIRM', suggestions: ['2027-04-30'] }],
  ['先月末', { problem: 'DATE_TO_CONFIRM', suggestions: ['2027-10-31'] }],
])('%j where only a day to come makes sense: %j', (text, reading) => {
  expect(parseTypedDate(text, { ...context, isToCome: true })).toEqual(reading);
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
  const english = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(date));
  const kanji = (number: number): string =>
    new Intl.NumberFormat('ja-u-nu-hanidec', { useGrouping: false }).format(number);
  const tens = (number: number): string =>
    `${number < 10 ? '' : `${number < 20 ? '' : kanji(Math.floor(number / 10))}十`}${number % 10 === 0 ? '' : kanji(number % 10)}`;
  texts.push(
    `${english} ${day}, ${year}`,
    `${day} ${english.slice(0, 3)} ${year}`,
    `${String(day).padStart(2, '0')}-${english.slice(0, 3).toUpperCase()}-${year}`,
    `${kanji(year)}年${tens(month)}月${tens(day)}日`,
    `${year}年${month}月${day}日(${'日月火水木金土'[weekday(date)]}) 午後3時`,
    `${year}/${month}/${day} 23:59:59`,
  );
  if (date >= '2019-05-01') {
    texts.push(
      `R${year - 2018}.${month}.${day}`,
      `令和${year === 2019 ? '元' : tens(year - 2018)}年${tens(month)}月${tens(day)}日`,
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

test('an instant is the day that it has in the zone of the team, where somebody tells it', () => {
  const dayOfInstant = (instant: string) =>
    new Date(Date.parse(instant) + 9 * 3_600_000).toISOString().slice(0, 10);
  const read = (text: string, more = {}) =>
    parseTypedDate(text, { today: '2026-07-01', fiscalYearStartMonth: 4, ...more });
  expect(read('2026-03-31T15:00:00Z', { dayOfInstant })).toEqual({ date: '2026-04-01' });
  expect(read('2026-03-31T14:59:59.999Z', { dayOfInstant })).toEqual({ date: '2026-03-31' });
  expect(read('2026-03-31T15:00:00Z')).toMatchObject({ problem: 'DATE_AMBIGUOUS' });
  expect(read('2026-03-31T15:00:00Z', { dayOfInstant, isToCome: true })).toMatchObject({
    problem: 'DATE_IN_PAST',
  });
});
