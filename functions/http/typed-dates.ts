/** Dates that the sheet's script sends as they were typed into a cell: read here, or refused with the days that they may mean. */
import type { CommandContext } from '../app/command-context';
import { dateIn } from '../clock';
import type { InputIssue } from '../contract/issue';
import { isCalendarDate } from '../domain/calendar/calendar-date';
import { dateProblemText } from '../domain/calendar/date-problem';
import { parseTypedDate } from '../domain/calendar/typed-date';
import { inputIssue } from './input-issues';

/** Paths at which a command from a cell may have a typed day. */
const PLACES = [
  ['command', 'date'],
  ['command', 'data', 'nextCheckDate'],
] as const;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const valueAt = (value: unknown, [key, ...rest]: readonly string[]): unknown =>
  key === undefined
    ? value
    : isObject(value) && Object.hasOwn(value, key)
      ? valueAt(value[key], rest)
      : undefined;

const withValueAt = (value: unknown, [key, ...rest]: readonly string[], inner: unknown): unknown =>
  key === undefined
    ? inner
    : isObject(value)
      ? { ...value, [key]: withValueAt(value[key], rest, inner) }
      : value;

/** The request with its days, or what is wrong with them. The text may have waited in the sheet since an earlier day. */
export const readTypedDates = (
  request: unknown,
  { today, settings }: Pick<CommandContext, 'today' | 'settings'>,
): { request: unknown } | { issues: readonly InputIssue[] } => {
  let read = request;
  const issues: InputIssue[] = [];
  for (const path of PLACES) {
    const typed = valueAt(request, path);
    if (typeof typed !== 'string' || isCalendarDate(typed)) continue;
    const { fiscalYearStartMonth } = settings;
    const date = parseTypedDate(typed, {
      ...{ today, fiscalYearStartMonth, isToCome: true, mayBeOld: true },
      dayOfInstant: (instant) => dateIn(settings.zone, new Date(instant)),
    });
    if ('date' in date) read = withValueAt(read, path, date.date);
    else issues.push(inputIssue(path, date.problem.toLowerCase(), dateProblemText(date)));
  }
  return issues.length > 0 ? { issues } : { request: read };
};
