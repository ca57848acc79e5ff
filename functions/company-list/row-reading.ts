/** A row of a list while it is read: its values and dates, with problems and notes. */
import { type DateKind, isUnlikelyDate } from '../domain/account/date-bounds';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { TypedDateContext } from '../domain/calendar/date-forms';
import type { DateProblem } from '../domain/calendar/date-problem';
import { parseTypedDate } from '../domain/calendar/typed-date';
import type { ListRow } from './company-list';
import { type DateField, type DateWriting, isSerial } from './date-writing';
import type { ListField } from './list-headers';
import { type ListProblem, type ListProblemCode, listProblem } from './list-problems';

export interface RowReading {
  values: ListRow['values'];
  problems: ListProblem[];
  notes: ListProblem[];
  complain: (code: ListProblemCode, field: ListField) => void;
  remark: (code: ListProblemCode, field: ListField, days?: readonly CalendarDate[]) => void;
  /** Undefined where there is no date, or an unreadable one, which is reported as a problem. */
  dateOf: (field: DateField, kind: DateKind) => CalendarDate | undefined;
  /** Like `dateOf`; a future date is a problem, too. */
  pastDateOf: (field: DateField, kind: DateKind) => CalendarDate | undefined;
}

type ReadingTerms = Pick<TypedDateContext, 'today' | 'fiscalYearStartMonth' | 'dayOfInstant'>;

export const readingOf = (
  { line, values }: ListRow,
  terms: ReadingTerms,
  writing: DateWriting,
): RowReading => {
  const problems: ListProblem[] = [];
  const notes: ListProblem[] = [];
  const problemOf = (code: ListProblemCode, field: ListField): ListProblem =>
    listProblem(line, code, `${field}: ${(values[field] ?? '').slice(0, 60)}`);
  const complain: RowReading['complain'] = (code, field) => {
    problems.push(problemOf(code, field));
  };
  const remark: RowReading['remark'] = (code, field, days = []) => {
    notes.push(withDays(problemOf(code, field), days));
  };
  const dateOf: RowReading['dateOf'] = (field, kind) => {
    const typed = values[field];
    if (typed === undefined) return undefined;
    const read = (from1904: boolean) =>
      parseTypedDate(typed, { ...terms, mayBeOld: true, order: writing.orderOf(field), from1904 });
    const parsed = read(writing.system === '1904');
    if ('problem' in parsed) {
      if (parsed.problem !== 'DATE_EMPTY')
        problems.push(withDays(problemOf(dateCode(parsed), field), parsed.suggestions));
      return undefined;
    }
    if (writing.system === null && isSerial(typed)) {
      const from1904 = read(true);
      const days = [parsed.date, ...('date' in from1904 ? [from1904.date] : [])];
      problems.push(withDays(problemOf('DATE_SYSTEM_UNCLEAR', field), days));
      return undefined;
    }
    if (isUnlikelyDate(kind, parsed.date, terms.today)) remark('DATE_UNLIKELY', field);
    return parsed.date;
  };
  const pastDateOf: RowReading['pastDateOf'] = (field, kind) => {
    const date = dateOf(field, kind);
    if (date !== undefined && date > terms.today) complain('DATE_IN_FUTURE', field);
    return date;
  };
  return { values, problems, notes, complain, remark, dateOf, pastDateOf };
};

const withDays = (problem: ListProblem, days: readonly CalendarDate[]): ListProblem =>
  days.length === 0 ? problem : { ...problem, days };

const dateCode = ({ problem }: DateProblem): ListProblemCode => {
  if (problem === 'DATE_AMBIGUOUS' || problem === 'DATE_TO_CONFIRM') return problem;
  return 'DATE_UNREADABLE';
};
