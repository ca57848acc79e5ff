/** The opportunities in a member's day: what was passed to them, what they pursue, and what became of what they passed on. */
import { type Account, type Opportunity, openOpportunities, sortedById } from '../account/account';
import type { Member } from '../account/team';
import { addBusinessDays, type BusinessCalendar } from '../calendar/business-days';
import { addDays, type CalendarDate, daysBetween } from '../calendar/calendar-date';
import { memberText } from '../queue/account-reasons';
import { DAYS_TO_ACKNOWLEDGE } from '../queue/hand-over-reasons';
import { joinedText } from '../queue/queue-texts';
import type { Status } from '../status/statuses';
import type { Text } from '../text/text';
import { passedOnText, passedToText, pursuedText } from './my-day-texts';

/** Of a company; where it has several opportunities, the words tell each. */
export interface CompanyOpportunities {
  accountId: string;
  company: string;
  status: Status;
  words: Text;
  due: CalendarDate | null;
  daysOver: number;
}

export interface OpportunityFacts {
  member: Member;
  members: Readonly<Record<string, Member>>;
  today: CalendarDate;
  calendar: BusinessCalendar;
}

/** For so many days a closed one is news to whoever passed it on. */
const NEWS_DAYS = 30;

const companyOf = (
  account: Account,
  words: readonly Text[],
  due: CalendarDate | null,
  today: CalendarDate,
): CompanyOpportunities | never[] =>
  words.length === 0
    ? []
    : {
        accountId: account.id,
        company: account.name,
        status: account.standing.status,
        words: joinedText(words),
        due,
        daysOver: due === null ? 0 : Math.max(0, daysBetween(due, today)),
      };

const isWaiting = ({ handOver }: Opportunity): boolean =>
  handOver !== null && handOver.acknowledgedOn === null;

/** Not acknowledged yet, each with the whole note; those that have waited too long are in the queue, too. */
export const passedTo = (
  accounts: readonly Account[],
  { member, members, today, calendar }: OpportunityFacts,
): CompanyOpportunities[] =>
  accounts.flatMap((account) => {
    const waiting = openOpportunities(account).filter(
      (opportunity) => opportunity.fsOwnerId === member.id && isWaiting(opportunity),
    );
    const [first] = waiting.flatMap(({ handOver }) => handOver?.on ?? []).sort();
    const due = first === undefined ? null : addBusinessDays(first, DAYS_TO_ACKNOWLEDGE, calendar);
    const words = waiting.map((opportunity) =>
      passedToText(
        opportunity,
        memberText(members[opportunity.handOver?.fromId ?? opportunity.handOver?.by ?? '']),
      ),
    );
    return companyOf(account, words, due, today);
  });

/** Acknowledged, or opened by the member. */
export const pursuedBy = (
  accounts: readonly Account[],
  { member, today }: Pick<OpportunityFacts, 'member' | 'today'>,
): CompanyOpportunities[] =>
  accounts.flatMap((account) => {
    const own = openOpportunities(account).filter(
      (opportunity) => opportunity.fsOwnerId === member.id && !isWaiting(opportunity),
    );
    return companyOf(account, own.map(pursuedText), null, today);
  });

/** Others pursue them, or have closed them in the last weeks. Passed on is what somebody opened for another one. */
export const passedOnBy = (
  accounts: readonly Account[],
  { member, members, today }: Pick<OpportunityFacts, 'member' | 'members' | 'today'>,
): CompanyOpportunities[] =>
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
    return companyOf(account, words, null, today);
  });
