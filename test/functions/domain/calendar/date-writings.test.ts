/** Each writing of a day is the same day in every month, on one of one digit as of two: 27 November in none of them is one of 2027. */
import {
  addDays,
  type CalendarDate,
  dateParts,
  daysBetween,
  weekday,
} from '../../../../functions/domain/calendar/calendar-date';
import { parseTypedDate } from '../../../../functions/domain/calendar/typed-date';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ENGLISH_WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const NUMERALS = [...'〇一二三四五六七八九'];

/** Below 100. */
const inKanji = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? NUMERALS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? NUMERALS[ones] : ''}`;
};
const digitsInKanji = (number: number): string =>
  [...String(number)].map((digit) => NUMERALS[Number(digit)]).join('');
const ordinal = (day: number): string =>
  `${day}${day > 10 && day < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
const twoDigits = (number: number): string => String(number).padStart(2, '0');
const fullWidth = (text: string): string =>
  text.replace(/[0-9/]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

const writtenDay = (date: CalendarDate) => {
  const { year: y, month: m, day: d } = dateParts(date);
  return {
    date,
    ...{ y, m, d, era: y - 2018, mm: twoDigits(m), dd: twoDigits(d), yy: twoDigits(y % 100) },
    month: MONTHS[m - 1] ?? '',
    mon: (MONTHS[m - 1] ?? '').slice(0, 3),
    kanjiDay: '日月火水木金土'[weekday(date) % 7] ?? '',
    englishDay: ENGLISH_WEEKDAYS[weekday(date) % 7] ?? '',
  };
};
type WrittenDay = ReturnType<typeof writtenDay>;
type Writings = Readonly<Record<string, (day: WrittenDay) => string>>;

const WHOLE_DAYS: Writings = {
  '2026-04-01': ({ y, mm, dd }) => `${y}-${mm}-${dd}`,
  '2026/4/1': ({ y, m, d }) => `${y}/${m}/${d}`,
  '２０２６／４／１': ({ y, m, d }) => fullWidth(`${y}/${m}/${d}`),
  '2026. 4. 1.': ({ y, m, d }) => `${y}. ${m}. ${d}.`,
  '2026_04_01': ({ y, mm, dd }) => `${y}_${mm}_${dd}`,
  '20260401': ({ y, mm, dd }) => `${y}${mm}${dd}`,
  '2026年4月1日': ({ y, m, d }) => `${y}年${m}月${d}日`,
  '2026年04月01日': ({ y, mm, dd }) => `${y}年${mm}月${dd}日`,
  '2026年4月1日(水)': ({ y, m, d, kanjiDay }) => `${y}年${m}月${d}日(${kanjiDay})`,
  '2026年4月1日（水曜日）': ({ y, m, d, kanjiDay }) => `${y}年${m}月${d}日（${kanjiDay}曜日）`,
  西暦2026年4月1日: ({ y, m, d }) => `西暦${y}年${m}月${d}日`,
  二〇二六年四月一日: ({ y, m, d }) => `${digitsInKanji(y)}年${inKanji(m)}月${inKanji(d)}日`,
  'R8.4.1': ({ era, m, d }) => `R${era}.${m}.${d}`,
  R080401: ({ era, mm, dd }) => `R${twoDigits(era)}${mm}${dd}`,
  令和8年4月1日: ({ era, m, d }) => `令和${era}年${m}月${d}日`,
  令和八年四月一日: ({ era, m, d }) => `令和${inKanji(era)}年${inKanji(m)}月${inKanji(d)}日`,
  '2026年(令和8年)4月1日': ({ y, era, m, d }) => `${y}年(令和${era}年)${m}月${d}日`,
  '2026/4/1 10:05': ({ y, m, d }) => `${y}/${m}/${d} 10:05`,
  '2026/4/1 11:05 PM': ({ y, m, d }) => `${y}/${m}/${d} 11:05 PM`,
  '2026年4月1日 午前10時05分': ({ y, m, d }) => `${y}年${m}月${d}日 午前10時05分`,
  '2026-04-01T10:05:00': ({ y, mm, dd }) => `${y}-${mm}-${dd}T10:05:00`,
  'April 1, 2026': ({ y, month, d }) => `${month} ${d}, ${y}`,
  'April 1 2026': ({ y, month, d }) => `${month} ${d} ${y}`,
  'April 1st, 2026': ({ y, month, d }) => `${month} ${ordinal(d)}, ${y}`,
  'Apr. 01, 2026': ({ y, mon, dd }) => `${mon}. ${dd}, ${y}`,
  'Apr 1, 2026 10:05 AM': ({ y, mon, d }) => `${mon} ${d}, ${y} 10:05 AM`,
  'Wednesday, April 1, 2026': ({ y, month, d, englishDay }) => `${englishDay}, ${month} ${d}, ${y}`,
  '1 April 2026': ({ y, month, d }) => `${d} ${month} ${y}`,
  '1st of April, 2026': ({ y, month, d }) => `${ordinal(d)} of ${month}, ${y}`,
  'Wed 1 Apr 2026': ({ y, mon, d, englishDay }) => `${englishDay.slice(0, 3)} ${d} ${mon} ${y}`,
  '01-Apr-2026': ({ y, mon, dd }) => `${dd}-${mon}-${y}`,
  '1-Apr-26': ({ yy, mon, d }) => `${d}-${mon}-${yy}`,
  '1Apr2026': ({ y, mon, d }) => `${d}${mon}${y}`,
  '01APR26': ({ yy, mon, dd }) => `${dd}${mon.toUpperCase()}${yy}`,
  '2026-Apr-01': ({ y, mon, dd }) => `${y}-${mon}-${dd}`,
  46113: ({ date }) => String(daysBetween('1900-01-01', date) + 2),
};

const DAYS_WITHOUT_YEAR: Writings = {
  '4/1': ({ m, d }) => `${m}/${d}`,
  '04/01': ({ mm, dd }) => `${mm}/${dd}`,
  '4-1': ({ m, d }) => `${m}-${d}`,
  '4月1日': ({ m, d }) => `${m}月${d}日`,
  '4月1日(水)': ({ m, d, kanjiDay }) => `${m}月${d}日(${kanjiDay})`,
  四月一日: ({ m, d }) => `${inKanji(m)}月${inKanji(d)}日`,
  'April 1': ({ month, d }) => `${month} ${d}`,
  'Apr 1': ({ mon, d }) => `${mon} ${d}`,
  'Apr. 01': ({ mon, dd }) => `${mon}. ${dd}`,
  'Apr 1st': ({ mon, d }) => `${mon} ${ordinal(d)}`,
  'Wed Apr 1': ({ mon, d, englishDay }) => `${englishDay.slice(0, 3)} ${mon} ${d}`,
  '1 April': ({ month, d }) => `${d} ${month}`,
  '1st April': ({ month, d }) => `${ordinal(d)} ${month}`,
  '1-Apr': ({ mon, d }) => `${d}-${mon}`,
  '1Apr': ({ mon, d }) => `${d}${mon}`,
};

const MONTHS_ALONE: Writings = {
  '2026年4月': ({ y, m }) => `${y}年${m}月`,
  '2026/4': ({ y, m }) => `${y}/${m}`,
  '2026-04': ({ y, mm }) => `${y}-${mm}`,
  '4/2026': ({ y, m }) => `${m}/${y}`,
  'R8.4': ({ era, m }) => `R${era}.${m}`,
  'April 2026': ({ y, month }) => `${month} ${y}`,
  'Apr-2026': ({ y, mon }) => `${mon}-${y}`,
  'early Apr 2026': ({ y, mon }) => `early ${mon} ${y}`,
  'end of April 2026': ({ y, month }) => `end of ${month} ${y}`,
  '2026年4月中旬': ({ y, m }) => `${y}年${m}月中旬`,
  '2026年4月末': ({ y, m }) => `${y}年${m}月末`,
};

const FIRST_DAY = '2026-01-01';
/** Every third one of two years: of each month days of one digit and of two. */
const days = Array.from({ length: 731 }, (_, index) => addDays(FIRST_DAY, index))
  .filter((_, index) => index % 3 === 0)
  .map(writtenDay);
const CONTEXT = { today: '2026-11-30', fiscalYearStartMonth: 4 };
const read = (text: string) => parseTypedDate(text, CONTEXT);

test.each(Object.entries(WHOLE_DAYS))('%s', (_, write) => {
  for (const day of days) expect([write(day), read(write(day))]).toEqual([write(day), { date: day.date }]);
});

test.each(Object.entries(DAYS_WITHOUT_YEAR))('%s: the same day of some years, asked about', (_, write) => {
  for (const day of days) {
    const found = read(write(day));
    const suggestions = 'problem' in found ? found.suggestions : [];
    expect([write(day), ...new Set(suggestions.map((date) => date.slice(5)))]).toEqual([
      write(day),
      day.date.slice(5),
    ]);
  }
});

test.each(Object.entries(MONTHS_ALONE))('%s: days of this month, asked about', (_, write) => {
  for (const day of days.filter(({ d }) => d < 4)) {
    const found = read(write(day));
    const suggestions = 'problem' in found ? found.suggestions : [];
    expect([write(day), ...new Set(suggestions.map((date) => date.slice(0, 7)))]).toEqual([
      write(day),
      day.date.slice(0, 7),
    ]);
  }
});
