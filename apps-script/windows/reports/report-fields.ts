/** The fields of all reports, kept together so that a person or day is not typed again for the next report. */
import { addDays } from '../../../functions/domain/calendar/calendar-date';

export interface ReportFields {
  /** IDs; empty for all. */
  person: string;
  owner: string;
  account: string;
  command: string;
  channel: string;
  status: string;
  /** Calendar dates; empty where none is given. */
  from: string;
  to: string;
  day: string;
  /** Name, mail address or phone number of a contact. */
  contact: string;
}

/** How many days back a period begins by default. */
const PERIOD_DAYS = 30;

/** The past day is the end of last month by default, as reviews need it. */
export const firstFields = (today: string): ReportFields => ({
  ...{ person: '', owner: '', account: '', command: '', channel: '', status: '', contact: '' },
  from: addDays(today, -PERIOD_DAYS),
  to: today,
  day: addDays(`${today.slice(0, 8)}01`, -1),
});
