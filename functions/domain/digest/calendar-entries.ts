/** The entries of a member's calendar: the next checks and revisits of the accounts that they own or stand in for. */
import type { Account } from '../account/account';
import { actingMember } from '../account/leave';
import { runningCheck } from '../account/standing';
import type { Member } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import { accountTarget, type MakeRowLink } from '../register/row-target';
import type { Text } from '../text/text';
import { CALENDAR_TEXTS, standInText } from './digest-texts';
import { plainLine } from './plain-line';

export interface CalendarEntry {
  /** Stays the same while the account waits for the same kind of thing, so that a new date moves the entry. */
  id: string;
  date: CalendarDate;
  title: string;
  description: string;
  link: string | null;
  /** Grows with each change of the account, as iCalendar requires. */
  sequence: number;
  /** The day since which the account has waited for it. */
  since: CalendarDate;
}

export interface CalendarOwner {
  memberId: string;
  members: Readonly<Record<string, Member>>;
}

/** Sorted by date, then by ID, so that the same accounts give the same list. */
export const calendarEntries = (
  accounts: readonly Account[],
  { memberId, members }: CalendarOwner,
  language: keyof Text,
  linkTo: MakeRowLink,
): CalendarEntry[] =>
  accounts
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap((account): CalendarEntry[] => {
      const wait = waitOf(account);
      if (wait === null) return [];
      const { ownerId } = account;
      const acting = actingMember(members, ownerId, wait.date);
      if (ownerId !== memberId && acting?.id !== memberId) return [];
      const owner = members[ownerId ?? ''];
      const isCovered = owner !== undefined && acting?.id !== ownerId;
      const name = `${plainLine(account.name)}${isCovered ? standInText(plainLine(owner.name), acting === null ? null : plainLine(acting.name))[language] : ''}`;
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
