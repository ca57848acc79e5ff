/** Reads days that are counted from today: in three months, 2〜3日後, within ten working days, half a year ago. */
import { addDays, addMonths, type CalendarDate } from './calendar-date';
import { weekdaysFrom } from './month-parts';

const UNIT =
  '(営業日|business days?|working days?|日|週間?|[かヵカケヶ箇個]月間?|年間?|days?|weeks?|months?|years?)';
const COUNTED = new RegExp(
  `^(in |within |after |あと|今から|本日から)?(\\d{1,3})(?:(?: ?(?:[-~〜、,・]|か|to|or) ?| )(\\d{1,3}))? ?${UNIT}(?: ?(後|先|以内|内|中|later|from now|from today|time|前|ago))?$`,
);

const COUNTS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const COUNT_IN_WORDS = new RegExp(`\\b(?:an?|${COUNTS.join('|')})\\b(?=[ ~〜,-])`, 'g');
const numberOfWord = (word: string): string => String(Math.max(1, COUNTS.indexOf(word) + 1));

/** Replaces counts in words by digits. */
const inDigits = (text: string): string =>
  text
    .replace(/^1両日/, '1-2日')
    .replace(
      /^(\d+)([かヵカケヶ箇個]月)半/,
      (_, months: string, unit: string) => `${months}-${Number(months) + 1}${unit}`,
    )
    .replace(/(\d+)年半/, (_, years: string) => `${Number(years) * 12 + 6}か月`)
    .replace(/(?:a )?half (?:a )?year/, '6 months')
    .replace(/^半年/, '6か月')
    .replace(/^半月/, '15日')
    .replace(/(?:a )?couple (?:of )?/, '2 ')
    .replace(/(?:a )?few /, '2-3 ')
    .replace(/^数(?=日|週|[かヵカケヶ箇個]月|年|営業日)/, '2-3')
    .replace(/^来年の?今頃$|^this time next year$/, '1年後')
    .replace(COUNT_IN_WORDS, numberOfWord);

const dayAway = (today: CalendarDate, unit: string, count: number): CalendarDate[] => {
  if (/^(?:営|b|wo)/.test(unit)) return [weekdaysFrom(today, count)];
  if (/^[日d]/.test(unit)) return [addDays(today, count)];
  if (/^[週w]/.test(unit)) return [addDays(today, count * 7)];
  const months = /^[年y]/.test(unit) ? count * 12 : count;
  return Math.abs(months) > 240 ? [] : [addMonths(today, months)];
};

/** One day for each count, so two for 2〜3日後; empty for other words. */
export const daysAway = (text: string, today: CalendarDate): CalendarDate[] => {
  const [, lead, first = '', second, unit = '', direction] = COUNTED.exec(inDigits(text)) ?? [];
  if (first === '' || (direction === undefined && lead === undefined)) return [];
  const sign = /前|ago/.test(direction ?? '') ? -1 : 1;
  const counts = second === undefined ? [first] : [first, second];
  return counts.flatMap((count) => dayAway(today, unit, sign * Number(count)));
};
