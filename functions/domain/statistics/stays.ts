/** In which statuses an account has been, as far as it is still in effect: what was taken back has never been. */
import { goneVersions } from '../account/undone-entries';
import type { CalendarDate } from '../calendar/calendar-date';
import type { Status } from '../status/statuses';
import { type HistoryFacts, statusOf } from './account-facts';

export interface Stay {
  /** Null before a withdrawn account was registered once more. */
  status: Status | null;
  /** Day of the entry that brought the account there. */
  day: CalendarDate;
  /** Since when it has been there; a list may date it back. */
  since: CalendarDate;
  decided: boolean;
  /** Day of the entry that ended it; null where it lasts. */
  until: CalendarDate | null;
}

/** The oldest first; each in another status than the one before. `gone` are the versions without effect. */
export const staysOf = (facts: HistoryFacts, gone = goneVersions(facts.undone)): Stay[] => {
  const stays: Stay[] = [];
  let since = '';
  const come = (status: Status | null, day: CalendarDate, decided: boolean): void => {
    const last = stays[stays.length - 1];
    if (last?.status === status || (last === undefined && status === null)) return;
    if (last !== undefined) last.until = day;
    stays.push({ status, day, since, decided, until: null });
  };
  for (const fact of facts.statuses)
    if (!gone.has(fact.version)) {
      since = fact.since ?? since;
      if (fact.status !== undefined) come(fact.status, fact.day, fact.decided);
      const last = stays[stays.length - 1];
      if (last !== undefined) last.since = since;
    }
  // What came to be otherwise than the entries in effect say: as it is.
  const newest = facts.statuses[facts.statuses.length - 1];
  if (newest !== undefined) come(statusOf(facts), newest.day, newest.decided);
  return stays;
};
