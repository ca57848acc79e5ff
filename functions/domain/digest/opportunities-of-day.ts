/** The opportunities in a member's day: what was passed to them, what they pursue, and what became of what they passed on. */
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

/** For so many days a closed one is news to whoever passed it on. */
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

/** What becomes of it is said on the account itself. */
const NOTHING_TO_ANSWER = { due: null, form: null } as const;

/** Not acknowledged yet, each with the whole note; those that have waited too long are in the queue, too. */
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

/** Acknowledged, or opened by the member; with the day that is over on which the first of them was to be decided. */
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

/** Others pursue them, or have closed them in the last weeks. Passed on is what somebody opened for another one. */
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
