/** What a person asks a report for: one set of fields, so that a person or a day is not typed again on the next report. */
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

/** How far back a period begins that nobody has chosen. */
const PERIOD_DAYS = 30;

/** The past day is the end of last month: what a review looks back to. */
export const firstFields = (today: string): ReportFields => ({
  ...{ person: '', owner: '', account: '', command: '', channel: '', status: '', contact: '' },
  from: addDays(today, -PERIOD_DAYS),
  to: today,
  day: addDays(`${today.slice(0, 8)}01`, -1),
});
