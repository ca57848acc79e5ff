/** A line of a member's day: a company, and what waits there. */
import type { Account } from '../account/account';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Status } from '../status/statuses';
import type { Text } from '../text/text';

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
