/** What stands in a member's calendar: the next checks and revisits of the accounts that they own. */
import type { Account } from '../account/account';
import { runningCheck } from '../account/standing';
import type { CalendarDate } from '../calendar/calendar-date';
import { accountTarget, type MakeRowLink } from '../register/row-target';
import type { Text } from '../text/text';
import { CALENDAR_TEXTS } from './digest-texts';
import { plainLine } from './plain-line';

export interface CalendarEntry {
  /** The same for as long as the account waits for this kind of thing: a date that moves moves the entry. */
  id: string;
  date: CalendarDate;
  title: string;
  description: string;
  link: string | null;
  /** Grows with each change of the account. */
  sequence: number;
  /** The day on which the account began to wait for it. */
  since: CalendarDate;
}

/** By date; of one day by ID, so that the same accounts give the same list. */
export const calendarEntries = (
  accounts: readonly Account[],
  memberId: string,
  language: keyof Text,
  linkTo: MakeRowLink,
): CalendarEntry[] =>
  accounts
    .filter(({ ownerId, withdrawn }) => ownerId === memberId && !withdrawn)
    .flatMap((account): CalendarEntry[] => {
      const wait = waitOf(account);
      if (wait === null) return [];
      const name = plainLine(account.name);
      return [
        {
          id: `${wait.kind}-${account.id}@hachi`,
          date: wait.date,
          title: `${CALENDAR_TEXTS[wait.kind][language]}: ${name}`,
          description: plainLine(wait.words, 300),
          link: linkTo(accountTarget(account.id)) ?? null,
          sequence: account.version,
          since: account.standing.since,
        },
      ];
    })
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));

interface Wait {
  kind: 'check' | 'revisit';
  date: CalendarDate;
  words: string;
}

const waitOf = ({ standing, latentNeed }: Account): Wait | null => {
  const check = runningCheck(standing);
  if (check?.nextCheck != null)
    return { kind: 'check', date: check.nextCheck.date, words: check.awaitedCondition ?? '' };
  const revisitOn = standing.status === 'DEAD_OPPORTUNITY' ? standing.lost?.revisitOn : null;
  return revisitOn == null ? null : { kind: 'revisit', date: revisitOn, words: latentNeed ?? '' };
};
