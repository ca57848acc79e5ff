/** Removes what may stand beside a date: its weekday, the mark of a holiday, the time of day. */

const WEEKDAYS = '日月火水木金土';
const ENGLISH_WEEKDAYS = 'sunmontuewedthufrisat';
/** Part of a regular expression; it does not match within Sato, Monica or month. */
export const ENGLISH_WEEKDAY = '(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:days?)?(?![a-z])';
const DAY_MARK = new RegExp(
  `[ ,]*(?:[([【<〈「](?:([${WEEKDAYS}])(?:曜日?)?|(${ENGLISH_WEEKDAY})\\.?)?[・,/ ]*(?:祝日?|休日?|振替?(?:休日?)?|国民の休日|holiday)?[)\\]】>〉」]|([${WEEKDAYS}])曜日?|(?<=日 ?|\\d[/.-]\\d\\d? )([${WEEKDAYS}])(?=$| )|\\b(${ENGLISH_WEEKDAY})\\b\\.?)[ ,]*`,
);

/** Removes a weekday or the mark of a holiday from the text. `marked` is 0 for Sunday, null where there is no weekday. */
export const withoutWeekday = (text: string): { text: string; marked: number | null } => {
  const [whole = '', short, english, named, bare, alone = english] = DAY_MARK.exec(text) ?? [];
  const long = named ?? bare ?? short;
  if (whole === '') return { text, marked: null };
  const marked =
    long === undefined ? ENGLISH_WEEKDAYS.indexOf((alone ?? '?').slice(0, 3)) / 3 : WEEKDAYS.indexOf(long);
  return { text: text.replace(whole, ' ').trim(), marked: marked < 0 ? null : marked };
};

const CLOCK = '(\\d\\d?)(?::(\\d\\d)(?::\\d\\d(?:[.,]\\d+)?)?|時(?:半|(\\d\\d?)分?)?|(?= ?[ap]\\.?m))';
const TIME = new RegExp(
  `^(.+?)(?:(?<=日)の?|[ t,]+(?:at )?|(?=午|[ap]\\.?m))(?:午前|午後|[ap]\\.?m\\.?)? ?(?:(?:\\d\\d?[-~〜](?=\\d\\d?[時:]))?${CLOCK}|正午) ?(?:[ap]\\.?m\\.?)?(?:(?:から|[~〜-]) ?\\d\\d?(?::\\d\\d|時(?:半|\\d\\d?分?)?)(?:まで)?|頃|ごろ|から|[-~〜])?( ?(?:z|utc|gmt|jst)? ?(?:[-+]\\d\\d(?::?\\d\\d)?)?(?: ?\\(.+\\))?)$`,
);

/** A time before the date, as in 10:00 AM 7/15 and 深夜1時 7/15. */
const TIME_IN_FRONT =
  /^(午前|午後|早朝|深夜|夜)? ?(\d\d?)(?::\d\d|時(?:半|\d\d?分)?) ?(?:[ap]\.?m\.?)?[ ,]+(.+)$/;

/**
 * Removes the time of day from the end or the beginning of the text. It leaves the day as it is, except after midnight (25:30)
 * and in a zone (2026-03-31T15:00Z is April in Japan), where the next day may be meant. Null for a time that does not exist.
 */
export const withoutTime = (text: string): { text: string; mayBeNextDay: boolean } | null => {
  const [, date, hour = '0', minute, minuteInWords = '0', zone = ''] = TIME.exec(text) ?? [];
  if (date === undefined) {
    const [, part, early = '0', rest] = TIME_IN_FRONT.exec(text) ?? [];
    if (rest === undefined || Number(early) > 47) return { text, mayBeNextDay: false };
    return { text: rest, mayBeNextDay: Number(early) > 23 || part === '深夜' };
  }
  const isTime = Number(hour) < 48 && Number(minute ?? minuteInWords) < 60;
  return isTime ? { text: date.trim(), mayBeNextDay: Number(hour) > 23 || zone.trim() !== '' } : null;
};
