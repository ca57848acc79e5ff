/** The opportunities in a member's day: passed to them, pursued by them, and what became of those that they passed on. */
import { type Account, type Opportunity, openOpportunities, sortedById } from '../account/account';
import type { Member } from '../account/team';
import { unacknowledgedOpportunities } from '../account/waiting-hand-overs';
import { addBusinessDays, type BusinessCalendar } from '../calendar/business-days';
import { addDays, type CalendarDate, daysBetween } from '../calendar/calendar-date';
import { memberText } from '../queue/account-reasons';
import { DAYS_TO_ACKNOWLEDGE } from '../queue/hand-over-reasons';
import { joinedText } from '../queue/queue-texts';
import type { Text } from '../text/text';
import { accountItem, type DayItem } from './day-item';
import { passedOnText, passedToText, pursuedText } from './my-day-texts';

export interface OpportunityFacts {
  member: Member;
  members: Readonly<Record<string, Member>>;
  today: CalendarDate;
  calendar: BusinessCalendar;
}

/** A closed opportunity is shown this many days to whoever passed it on. */
const NEWS_DAYS = 30;

interface Waiting extends Pick<DayItem, 'due' | 'form'> {
  today: CalendarDate;
}

const itemOf = (
  account: Account,
  words: readonly Text[],
  { due, form, today }: Waiting,
): DayItem | never[] =>
  words.length === 0
    ? []
    : accountItem(account, {
        words: joinedText(words),
        due,
        daysOver: due === null ? 0 : Math.max(0, daysBetween(due, today)),
        form,
      });

/** For lines that only inform: what follows is done on the account itself. */
const NOTHING_TO_ANSWER = { due: null, form: null } as const;

/**
 * Opportunities that the member has not acknowledged, each with the whole note. Those that have waited too long also stand in the
 * queue.
 */
export const passedTo = (
  accounts: readonly Account[],
  { member, members, today, calendar }: OpportunityFacts,
): DayItem[] =>
  accounts.flatMap((account) => {
    const waiting = unacknowledgedOpportunities(account, member.id);
    const [first] = waiting.flatMap(({ handOver }) => handOver?.on ?? []).sort();
    const due = first === undefined ? null : addBusinessDays(first, DAYS_TO_ACKNOWLEDGE, calendar);
    const words = waiting.map((opportunity) =>
      passedToText(
        opportunity,
        memberText(members[opportunity.handOver?.fromId ?? opportunity.handOver?.by ?? '']),
      ),
    );
    return itemOf(account, words, { due, form: 'answerHandOver', today });
  });

/** Opportunities that the member has acknowledged or opened. `due` is the earliest expected decision whose day is over. */
export const pursuedBy = (
  accounts: readonly Account[],
  { member, today }: Pick<OpportunityFacts, 'member' | 'today'>,
): DayItem[] =>
  accounts.flatMap((account) => {
    const waiting = unacknowledgedOpportunities(account, member.id);
    const own = openOpportunities(account).filter(
      (opportunity) => opportunity.fsOwnerId === member.id && !waiting.includes(opportunity),
    );
    const [due = null] = own
      .flatMap(({ expectedOn = today }) => (expectedOn < today ? expectedOn : []))
      .sort();
    return itemOf(account, own.map(pursuedText), { due, form: null, today });
  });

/**
 * Opportunities of somebody else that the member passed on, or whose account has the member as its inside sales rep; open, or
 * closed in the last weeks.
 */
export const passedOnBy = (
  accounts: readonly Account[],
  { member, members, today }: Pick<OpportunityFacts, 'member' | 'members' | 'today'>,
): DayItem[] =>
  accounts.flatMap((account) => {
    const isTheirs = ({ handOver, fsOwnerId }: Opportunity): boolean =>
      fsOwnerId !== member.id &&
      (handOver?.by === member.id || handOver?.fromId === member.id || account.isOwnerId === member.id);
    const passed = sortedById(account.opportunities).filter(
      (opportunity) =>
        isTheirs(opportunity) &&
        (opportunity.closedOn === null || opportunity.closedOn >= addDays(today, -NEWS_DAYS)),
    );
    const words = passed.map((opportunity) =>
      passedOnText(opportunity, memberText(members[opportunity.fsOwnerId])),
    );
    return itemOf(account, words, { ...NOTHING_TO_ANSWER, today });
  });
