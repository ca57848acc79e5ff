/** A line of a member's day: a company, and what is to be done there. */
import type { Account } from '../account/account';
import type { FormRetry } from '../account/form-retry';
import type { CalendarDate } from '../calendar/calendar-date';
import type { QueueEditColumn } from '../queue/edit-columns';
import type { EditableKey } from '../register/column-keys';
import type { Status } from '../status/statuses';
import type { Text } from '../text/text';

/** The column of an edited cell. */
export type SentBackKey = EditableKey | QueueEditColumn;

export interface DayItem {
  accountId: string;
  company: string;
  status: Status;
  /** What to do now or soon; several opportunities have a line each. */
  words: Text;
  due: CalendarDate | null;
  /** Calendar days overdue; 0 where it is not. */
  daysOver: number;
  /** The form in which it is done; null where it is done on the account itself. */
  form: 'recordCheck' | 'logContact' | 'answerHandOver' | 'keepPromises' | 'fillIn' | null;
  /** For a refused cell: which one, and the form in which it can be completed. */
  sentBack?: { id: string; key: SentBackKey; retry: FormRetry | null };
}

export const accountItem = (
  account: Account,
  facts: Pick<DayItem, 'words' | 'due' | 'daysOver' | 'form'>,
): DayItem => ({
  accountId: account.id,
  company: account.name,
  status: account.standing.status,
  ...facts,
});
