/** What one line typed into a cell means: a change of status, a contact, a check, or the day of the next one. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { DateProblem } from '../calendar/date-problem';
import type { ActivityKind, BantKey, BantValue } from '../status/code-lists';
import type { Status } from '../status/statuses';
import type { Answer, LineResult } from './quick-entry-words';

/** All that a line says of a contact. */
export interface ContactLine {
  kind: ActivityKind;
  /** Null: the day on which it is decided. */
  date: CalendarDate | null;
  /** Null where the line does not say, which for a mail, a visit or a note it need not. */
  answer: Answer | null;
  /** As it is written, with its form of address; null for nobody. */
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
      /** `>2 電話 …`: the action with which the work begins. */
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
  | { form: 'nextCheck'; date: CalendarDate; words: string };

export type QuickEntryForm = QuickEntry['form'];

/**
 * Nothing of a line is carried out that is not understood whole. `understood` are its words that were; of a line whose
 * beginning says nothing there are none.
 */
export type QuickEntryProblem =
  | { problem: 'QUICK_ENTRY_FORM' | 'QUICK_ENTRY_STATUS' }
  | { problem: 'QUICK_ENTRY_ANSWER' | 'QUICK_ENTRY_RESULT'; understood: string }
  | { problem: 'QUICK_ENTRY_DATE'; understood: string; date: DateProblem };
