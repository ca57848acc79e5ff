/** The queue: every account that needs somebody, the worst first, with the reason and the next step. */
import { type Account, type Activity, lastContact, openOpportunities } from '../account/account';
import { activeMember } from '../account/decision-context';
import { actingMember, leaveOn } from '../account/leave';
import { MANAGERS_STAND_IN, onLeaveName } from '../account/member-texts';
import type { Member } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import type { ActivityKind } from '../status/code-lists';
import type { Status } from '../status/statuses';
import { keysOf, tableOf } from '../status/table-keys';
import type { Text } from '../text/text';
import {
  approvalReason,
  debtReason,
  endedClientReason,
  type FindReason,
  leaverReason,
  memberText,
  noStepReason,
  reviewReason,
  revisitReason,
  timeBoxReason,
} from './account-reasons';
import { checkReason } from './check-reason';
import { handOverReason, opportunityReason } from './hand-over-reasons';
import { actorFor, type QueueContext, type QueueReason } from './queue-reason';
import { BANDS, type Band } from './queue-texts';
import { basisOf, type RowBasis } from './row-basis';

/** An account has at most one row. */
export interface QueueRow extends QueueReason {
  accountId: string;
  name: string;
  status: Status;
  ownerId: string | null;
  /** The owner or, while they are on leave, the stand-in; null for the managers. */
  actingId: string | null;
  /**
   * The owner, then the inside sales rep, then the owners of open opportunities. Members who have left are marked; for one on
   * leave the stand-in is named.
   */
  owners: readonly Text[];
  /** Further reasons for which the account needs somebody, the worst first. */
  others: readonly QueueReason[];
  lastContact: LastContact | null;
  basis: RowBasis;
}

interface LastContact {
  date: CalendarDate;
  channel: ActivityKind;
  /** The company's person or department, in words. */
  with: string;
  /** Our member. */
  by: Text;
}

export interface Queue {
  rows: readonly QueueRow[];
  /** Number of rows in each band. */
  counts: Readonly<Record<Band, number>>;
}

export const BAND_ORDER = keysOf(BANDS);

/**
 * Which reason lists an account that has several: one row for each account, so that nobody is told two things to do. A waiting
 * proposal comes before other decisions; what is to be done now comes before what is only coming.
 */
const NAMED_BY: readonly Band[] = [
  'approve',
  'decide',
  'overdue',
  'revisit',
  'review',
  'timeBox',
  'handOver',
  'leaver',
  'dueIn7',
  'debt',
  'dueIn30',
  'later',
];

const FIND_REASONS: readonly FindReason[] = [
  approvalReason,
  endedClientReason,
  checkReason,
  revisitReason,
  reviewReason,
  timeBoxReason,
  noStepReason,
  handOverReason,
  opportunityReason,
  leaverReason,
  debtReason,
];

const reasonsOf = (account: Account, context: QueueContext): QueueReason[] => {
  const reasons = FIND_REASONS.flatMap((find) => find(account, context) ?? []);
  // An account beyond its time box has to be decided anyway.
  const inBox = reasons.some(({ band }) => band === 'timeBox')
    ? reasons.filter(({ band }) => band !== 'decide')
    : reasons;
  return inBox.sort((a, b) => NAMED_BY.indexOf(a.band) - NAMED_BY.indexOf(b.band));
};

/** The member's name; for one on leave with the stand-in. */
const presentText = (id: string, context: QueueContext): Text => {
  const member = activeMember(context, id);
  const leave = member === null ? null : leaveOn(member, context.today);
  if (member === null || leave === null) return memberText(context.members[id]);
  const acting = actingMember(context.members, id, context.today);
  return onLeaveName(member.name, leave.to, acting === null ? MANAGERS_STAND_IN : memberText(acting));
};

const ownersOf = (account: Account, context: QueueContext): Text[] => {
  const ids = [
    account.ownerId,
    account.isOwnerId,
    ...openOpportunities(account).map(({ fsOwnerId }) => fsOwnerId),
  ];
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : presentText(id, context)));
};

const lastContactOf = (
  contact: Activity | null,
  members: Readonly<Record<string, Member>>,
): LastContact | null =>
  contact === null
    ? null
    : { date: contact.date, channel: contact.kind, with: contact.with, by: memberText(members[contact.by]) };

const queueRow = (account: Account, context: QueueContext): QueueRow[] => {
  const [first, ...others] = reasonsOf(account, context);
  if (account.withdrawn || first === undefined) return [];
  return [
    {
      ...first,
      accountId: account.id,
      name: account.name,
      status: account.standing.status,
      ownerId: account.ownerId,
      actingId: actorFor(account.ownerId, context),
      owners: ownersOf(account, context),
      others,
      lastContact: lastContactOf(lastContact(account), context.members),
      basis: basisOf(account, first),
    },
  ];
};

/**
 * The missed checks of the account, also where another reason lists it: a missed check is not forgotten while a proposal waits.
 */
export const missedOf = ({ missed, others }: Pick<QueueRow, 'missed' | 'others'>): number =>
  Math.max(missed, ...others.map((other) => other.missed));

/**
 * By band; overdue checks then by how often they were missed; then by how long they are overdue, then by due day. Rows without a
 * day are grouped by owner, unowned ones first. The ID makes the order total.
 */
const worstFirst = (a: QueueRow, b: QueueRow): number =>
  BAND_ORDER.indexOf(a.band) - BAND_ORDER.indexOf(b.band) ||
  (a.band === 'overdue' ? b.missed - a.missed : 0) ||
  b.daysOver - a.daysOver ||
  compare(a.due ?? '', b.due ?? '') ||
  compare(a.ownerId ?? '', b.ownerId ?? '') ||
  compare(a.accountId, b.accountId);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const countByBand = (rows: readonly QueueRow[]): Record<Band, number> => {
  const counts = tableOf(BAND_ORDER, () => 0);
  for (const { band } of rows) counts[band] += 1;
  return counts;
};

/** `accounts` must hold each account once that may have something due, in any order; accounts with nothing due get no row. */
export const buildQueue = (accounts: readonly Account[], context: QueueContext): Queue => {
  const rows = accounts.flatMap((account) => queueRow(account, context)).sort(worstFirst);
  return { rows, counts: countByBand(rows) };
};
