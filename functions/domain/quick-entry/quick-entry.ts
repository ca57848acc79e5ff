/** What a line typed into a cell can mean: a change of status, a contact, a check, the day of the next one, a hand-over and its answer. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { DateProblem } from '../calendar/date-problem';
import type { ActivityKind, BantKey, BantValue } from '../status/code-lists';
import type { Status } from '../status/statuses';
import type { Answer, LineResult } from './quick-entry-words';

/** What a line says about a contact. */
export interface ContactLine {
  kind: ActivityKind;
  /** Null for the day on which the entry is carried out. */
  date: CalendarDate | null;
  /** Null where the line does not say, which only a call has to. */
  answer: Answer | null;
  /** As it is written, with its form of address; null where nobody is named. */
  person: string | null;
  note: string;
}

export type QuickEntry =
  | { form: 'contact'; contact: ContactLine }
  | {
      form: 'move';
      to: Status;
      date: CalendarDate | null;
      bant: Partial<Record<BantKey, BantValue>>;
      person: string | null;
      /** In `>2 電話 …` the action that starts the work. */
      contact: ContactLine | null;
      words: string;
    }
  | {
      form: 'check';
      result: LineResult;
      date: CalendarDate | null;
      person: string | null;
      words: string;
    }
  | { form: 'nextCheck'; date: CalendarDate; words: string }
  /** `words` begin with the receiver, whom the members tell. */
  | { form: 'handOver'; words: string }
  | { form: 'accept' | 'promisesKept'; note: string };

export type QuickEntryForm = QuickEntry['form'];

/**
 * A line that is not understood completely changes nothing. `understood` holds the words that were understood; it is missing
 * where not even the beginning was.
 */
export type QuickEntryProblem =
  | { problem: 'QUICK_ENTRY_FORM' | 'QUICK_ENTRY_STATUS' }
  | {
      problem:
        | 'QUICK_ENTRY_ALONE'
        | 'QUICK_ENTRY_ANSWER'
        | 'QUICK_ENTRY_MEMBER'
        | 'QUICK_ENTRY_NOT_HELD'
        | 'QUICK_ENTRY_PERSON'
        | 'QUICK_ENTRY_RESULT';
      understood: string;
    }
  | { problem: 'QUICK_ENTRY_DATE'; understood: string; date: DateProblem };
