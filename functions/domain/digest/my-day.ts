/** A member's day: their tasks in the order in which they are worth doing, then what is coming soon. */
import type { Account } from '../account/account';
import { openPromises } from '../account/open-promises';
import type { Member } from '../account/team';
import { addDays, daysBetween } from '../calendar/calendar-date';
import { memberText } from '../queue/account-reasons';
import { BAND_ORDER, type QueueRow } from '../queue/queue';
import { BANDS, type Band } from '../queue/queue-texts';
import { type Text, text } from '../text/text';
import { ANSWERED_LABEL, type AnsweredProposal, answeredTo, answeredWords } from './answered-proposals';
import { accountItem, type DayItem } from './day-item';
import { waitsFor } from './digest';
import { overdueText, TODAY_LABEL } from './digest-texts';
import { memberForm, memberStep } from './member-step';
import {
  boxEndsText,
  NEAR_BOX_LABEL,
  PASSED_ON_LABEL,
  PASSED_TO_LABEL,
  PROMISES_LABEL,
  PURSUED_LABEL,
  promisesText,
  SENT_BACK_LABEL,
} from './my-day-texts';
import { type OpportunityFacts, passedOnBy, passedTo, pursuedBy } from './opportunities-of-day';

export type DayPart = Band | 'sentBack' | 'today' | 'promised' | 'answered' | 'nearBox' | OpportunityPart;
/** Opportunities passed to the member, pursued by the member, and passed on by the member. */
type OpportunityPart = 'passedTo' | 'pursued' | 'passedOn';

export interface DaySection {
  part: DayPart;
  label: Text;
  items: DayItem[];
}

/** Too far ahead to be shown. */
const LATER: readonly Band[] = ['dueIn30', 'later'];
/** An account is shown this many days before its time box ends. */
const NEAR_BOX_DAYS = 7;

interface DayFacts extends OpportunityFacts {
  /** Days after which a WORKING account has to be decided. */
  workingDays: number;
}

/** The accounts and requests from which a day is made. */
export interface DayAccounts {
  rows: readonly QueueRow[];
  /** The member's own accounts in WORKING. */
  working: readonly Account[];
  /** Accounts on which the member pursues an opportunity, or has passed one on. */
  withOpportunities: readonly Account[];
  /** The member's own accounts with promises that are not kept yet. */
  promised: readonly Account[];
  /** The member's refused cells that are not answered, the latest first. */
  sentBack: readonly DayItem[];
  /** Proposals of all members that managers have answered lately. */
  answered: readonly AnsweredProposal[];
}

export const myDay = (
  { rows, working, withOpportunities, promised, sentBack, answered }: DayAccounts,
  facts: DayFacts,
): DaySection[] => {
  const own = rows.filter((row) => waitsFor(facts.member, row) && !LATER.includes(row.band));
  // After `DAYS_TO_ACKNOWLEDGE` the queue lists such an opportunity itself; it is not shown twice.
  const listed = new Set(own.filter(({ band }) => band === 'handOver').map(({ accountId }) => accountId));
  const fresh = withOpportunities.filter(({ id }) => !listed.has(id));
  const isToday = ({ band, due }: QueueRow): boolean => band === 'dueIn7' && due === facts.today;
  const sectionsOf = (bands: readonly Band[]): DaySection[] =>
    bands.map((band) => ({
      part: band,
      label: BANDS[band],
      items: own.filter((row) => row.band === band && !isToday(row)).map((row) => itemOf(row, facts.member)),
    }));
  const urgent = BAND_ORDER.slice(0, BAND_ORDER.indexOf('overdue') + 1);
  const sections: DaySection[] = [
    { part: 'sentBack', label: SENT_BACK_LABEL, items: [...sentBack] },
    ...sectionsOf(urgent),
    { part: 'today', label: TODAY_LABEL, items: own.filter(isToday).map((row) => itemOf(row, facts.member)) },
    { part: 'promised', label: PROMISES_LABEL, items: promisesOf(promised, facts) },
    { part: 'passedTo', label: PASSED_TO_LABEL, items: passedTo(fresh, facts) },
    ...sectionsOf(BAND_ORDER.filter((band) => !urgent.includes(band))),
    { part: 'answered', label: ANSWERED_LABEL, items: answersFor(facts.member, answered) },
    { part: 'nearBox', label: NEAR_BOX_LABEL, items: nearBox(working, facts) },
    { part: 'pursued', label: PURSUED_LABEL, items: pursuedBy(withOpportunities, facts) },
    { part: 'passedOn', label: PASSED_ON_LABEL, items: passedOnBy(withOpportunities, facts) },
  ];
  return sections.filter(({ items }) => items.length > 0);
};

const itemOf = (row: QueueRow, member: Member): DayItem => {
  const { accountId, name, status, due, daysOver } = row;
  const next = memberStep(row, member);
  const over = overdueText(daysOver);
  const words = daysOver === 0 ? next : text(`${next.ja}(${over.ja})`, `${next.en} (${over.en})`);
  return { accountId, company: name, status, words, due, daysOver, form: memberForm(row) };
};

/** Shown from the day on which the receiver has the account. */
const promisesOf = (accounts: readonly Account[], { members }: DayFacts): DayItem[] =>
  accounts.flatMap((account) => {
    const promises = openPromises(account);
    const { handOver } = account;
    if (promises === null || handOver === null) return [];
    const words = promisesText(promises, memberText(members[handOver.by]), handOver.on);
    return accountItem(account, { words, due: null, daysOver: 0, form: 'keepPromises' });
  });

const answersFor = (member: Member, answered: readonly AnsweredProposal[]): DayItem[] =>
  answeredTo(member, answered).map((one) =>
    accountItem(one.account, { words: answeredWords(one), due: null, daysOver: 0, form: null }),
  );

const nearBox = (working: readonly Account[], { today, workingDays }: DayFacts): DayItem[] =>
  working.flatMap((account) => {
    const end = addDays(account.standing.since, workingDays);
    const left = daysBetween(today, end);
    return left < 0 || left > NEAR_BOX_DAYS
      ? []
      : accountItem(account, { words: boxEndsText(left), due: end, daysOver: 0, form: 'logContact' });
  });
