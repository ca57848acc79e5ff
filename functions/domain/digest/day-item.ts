/** A line of a member's day: a company, and what waits there. */
import type { Account } from '../account/account';
import type { FormRetry } from '../account/form-retry';
import type { CalendarDate } from '../calendar/calendar-date';
import type { QueueEditColumn } from '../queue/edit-columns';
import type { EditableKey } from '../register/column-keys';
import type { Status } from '../status/statuses';
import type { Text } from '../text/text';

/** The column of a cell that is a request. */
export type SentBackKey = EditableKey | QueueEditColumn;

export interface DayItem {
  accountId: string;
  company: string;
  status: Status;
  /** What to do, or what is soon to be done; of several opportunities a line each. */
  words: Text;
  due: CalendarDate | null;
  /** 0 in time. */
  daysOver: number;
  /** The form in which it is done; null where it is done on the account itself. */
  form: 'recordCheck' | 'logContact' | 'answerHandOver' | 'keepPromises' | null;
  /** Of a cell that was sent back: which one, and in which form it goes on. */
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
