/** The queue (section 6, item 7): decisions and quarterly checks that are due, worst first, and what to do next. */
import { type Account, decisionDueOn, lastContact, openOpportunities } from '../account/account';
import { DECISION_STEP, decisionReason } from '../account/decision-texts';
import { isBantComplete } from '../account/guards';
import { INPUT_FIELD_LABELS } from '../account/input-field-texts';
import { leaverName, UNKNOWN_MEMBER } from '../account/member-texts';
import { debtsOf, runningCheck } from '../account/standing';
import type { Member, Settings } from '../account/team';
import { missedCycles } from '../calendar/cadence';
import { type CalendarDate, daysBetween, endOfMonth, endOfWeek } from '../calendar/calendar-date';
import { BANT_VALUE_LABELS } from '../status/code-list-texts';
import { BANT_KEYS } from '../status/code-lists';
import { keysOf } from '../status/table-keys';
import { type Text, text } from '../text/text';
import { BUCKETS, type Bucket, missingBantText, NEXT_STEPS, tryAgainText } from './queue-texts';

export interface QueueRow {
  bucket: Bucket;
  accountId: string;
  name: string;
  /** Owner first, then the inside sales rep and the field sales owners of open opportunities; a leaver is marked. */
  owners: readonly Text[];
  /** The day of the next check; null where none is asked for. */
  due: CalendarDate | null;
  /** Calendar days since the check was due, or a decision; 0 when not overdue. */
  daysOverdue: number;
  /** Checks missed in a row, the overdue one included; counted once a cycle. */
  missed: number;
  lastContact: CalendarDate | null;
  lastContactWith: string;
  /** BANT that is not yes. */
  lacks: readonly Text[];
  /** What we wait for. */
  condition: string;
  /** Why the account stands here, where that is no quarterly check. */
  reason: Text | null;
  next: Text;
}

/** Weeks begin on Monday; a check that is due today is due this week. */
export const bucketOf = (due: CalendarDate, today: CalendarDate): Exclude<Bucket, 'decide'> => {
  if (due < today) return 'overdue';
  if (due <= endOfWeek(today)) return 'thisWeek';
  return due <= endOfMonth(today) ? 'thisMonth' : 'later';
};

const ownersOf = (account: Account, members: Readonly<Record<string, Member>>): Text[] => {
  const ids = [
    account.ownerId,
    account.isOwnerId,
    ...openOpportunities(account).map(({ fsOwnerId }) => fsOwnerId),
  ];
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : ownerText(members[id])));
};

/** Somebody who has left is marked. */
const ownerText = (member: Member | undefined): Text => {
  if (member === undefined) return UNKNOWN_MEMBER;
  return member.active ? text(member.name, member.name) : leaverName(member.name);
};

const missingBant = (account: Account): Text[] =>
  BANT_KEYS.filter((key) => account.bant[key].value !== 'yes').map((key) => {
    const value = BANT_VALUE_LABELS[account.bant[key].value];
    const label = INPUT_FIELD_LABELS[`bant.${key}`];
    return missingBantText(label, value);
  });

/** Two quarters missed escalate, three ask the manager; nothing is ever demoted without a person. */
const nextStep = (
  account: Account,
  { missed, unanswered }: { missed: number; unanswered: number },
  members: Readonly<Record<string, Member>>,
  settings: Settings,
): Text => {
  const owner = members[account.ownerId ?? ''];
  if (owner === undefined) return NEXT_STEPS.giveOwner;
  if (!owner.active) return NEXT_STEPS.handOverToActive;
  if (isBantComplete(account)) return NEXT_STEPS.makeOpportunity;
  if (missed >= 3) return NEXT_STEPS.managerDecides;
  if (missed === 2) return NEXT_STEPS.escalate;
  if (debtsOf(account).includes('NEED')) return NEXT_STEPS.fillIn;
  if (unanswered > 0) return tryAgainText(unanswered, settings.retries);
  return NEXT_STEPS.call;
};

export interface Queue {
  rows: readonly QueueRow[];
  counts: Readonly<Record<Bucket, number>>;
}

const BUCKET_ORDER = keysOf(BUCKETS);

/**
 * Of two overdue checks the one missed more often is worse, then the one overdue longer, as of two decisions; the ID makes the
 * order total.
 */
const worstFirst = (a: QueueRow, b: QueueRow): number =>
  BUCKET_ORDER.indexOf(a.bucket) - BUCKET_ORDER.indexOf(b.bucket) ||
  (a.bucket === 'overdue' ? b.missed - a.missed : 0) ||
  b.daysOverdue - a.daysOverdue ||
  compare(a.due ?? '', b.due ?? '') ||
  compare(a.accountId, b.accountId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `accounts` are those of which something may be due: others have no row. */
export const buildQueue = (
  accounts: readonly Account[],
  today: CalendarDate,
  members: Readonly<Record<string, Member>>,
  settings: Settings,
): Queue => {
  const rows = accounts
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(
      (account) => decisionRow(account, today, members) ?? checkRow(account, today, members, settings) ?? [],
    )
    .sort(worstFirst);
  const counts = { decide: 0, overdue: 0, thisWeek: 0, thisMonth: 0, later: 0 };
  for (const { bucket } of rows) counts[bucket] += 1;
  return { rows, counts };
};

type AccountFacts = Pick<QueueRow, 'accountId' | 'name' | 'owners' | 'lastContact' | 'lastContactWith'>;

const factsOf = (account: Account, members: Readonly<Record<string, Member>>): AccountFacts => {
  const contact = lastContact(account);
  return {
    accountId: account.id,
    name: account.name,
    owners: ownersOf(account, members),
    lastContact: contact?.date ?? null,
    lastContactWith: contact?.with ?? '',
  };
};

/** Of a client whose last product has ended; null for any other account. */
const decisionRow = (
  account: Account,
  today: CalendarDate,
  members: Readonly<Record<string, Member>>,
): QueueRow | null => {
  const since = decisionDueOn({ ...account.standing, products: account.products });
  if (since === null || since > today) return null;
  return {
    ...factsOf(account, members),
    bucket: 'decide',
    due: null,
    daysOverdue: daysBetween(since, today),
    missed: 0,
    lacks: [],
    condition: '',
    reason: decisionReason(since),
    next: DECISION_STEP,
  };
};

/** Of an account in QUARTERLY_CHECK; null for any other one. */
const checkRow = (
  account: Account,
  today: CalendarDate,
  members: Readonly<Record<string, Member>>,
  settings: Settings,
): QueueRow | null => {
  const running = runningCheck(account.standing);
  if (running === null || running.nextCheck === null) return null;
  const { nextCheck, unanswered, awaitedCondition } = running;
  const missed = running.missedChecks + missedCycles(nextCheck.date, today);
  return {
    ...factsOf(account, members),
    bucket: bucketOf(nextCheck.date, today),
    due: nextCheck.date,
    daysOverdue: Math.max(0, daysBetween(nextCheck.date, today)),
    missed,
    lacks: missingBant(account),
    condition: awaitedCondition ?? '',
    reason: null,
    next: nextStep(account, { missed, unanswered }, members, settings),
  };
};
