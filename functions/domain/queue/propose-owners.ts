/** Proposes new owners for accounts whose checks or hand-overs are far too late. A manager sees the name; nothing is moved. */
import type { Account } from '../account/account';
import { activeMember } from '../account/decision-context';
import { leaveOn } from '../account/leave';
import type { MemberLoad } from '../account/split-by-load';
import { isManager, type Member, mayWrite } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import { checkLeftSince } from './check-reason';
import { handOverIgnoredSince, ignoredOpportunity } from './hand-over-reasons';
import type { QueueDay } from './queue-reason';

/** Managers and admins do the same work, so they count as one role. */
const hasSameRole = (a: Member, b: Member): boolean => a.role === b.role || (isManager(a) && isManager(b));

interface LeftTooLate {
  /** The day by which it was to be done. */
  since: CalendarDate;
  holderId: string | null;
  giverIds: readonly (string | null)[];
}

/** Who is too late with the account, or with an opportunity that was passed to them; null where nobody is. */
const tooLate = (account: Account, day: QueueDay): LeftTooLate | null => {
  const since = checkLeftSince(account, day) ?? handOverIgnoredSince(account, day);
  if (since !== null)
    return { since, holderId: account.ownerId, giverIds: [account.handOver?.fromId ?? null] };
  const ignored = ignoredOpportunity(account, day);
  return ignored && { since: ignored.due, holderId: ignored.receiverId, giverIds: ignored.giverIds };
};

/** Whoever passed the account or the opportunity on does not get it back. */
const candidatesFor = (late: LeftTooLate, day: QueueDay): Member[] => {
  const owner = activeMember(day, late.holderId);
  if (owner === null) return [];
  return Object.values(day.members).filter(
    (member) =>
      mayWrite(member) &&
      member.id !== owner.id &&
      !late.giverIds.includes(member.id) &&
      hasSameRole(member, owner) &&
      leaveOn(member, day.today) === null,
  );
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The proposed member by account ID, for the accounts that are far too late and have a candidate. The candidate has the same role
 * and the fewest open accounts, including those proposed here already; ties go to the lowest ID. The longest overdue are assigned
 * first, so that a newly overdue account does not change earlier proposals. A member without a load owns nothing.
 */
export const proposeOwners = (
  accounts: readonly Account[],
  loads: readonly Pick<MemberLoad, 'id' | 'open'>[],
  day: QueueDay,
): ReadonlyMap<string, string> => {
  const open = new Map(loads.map((load) => [load.id, load.open]));
  const proposed = new Map<string, string>();
  const late = accounts.flatMap((account) => {
    const found = tooLate(account, day);
    return found === null ? [] : [{ ...found, id: account.id }];
  });
  for (const left of late.sort((a, b) => compare(a.since, b.since) || compare(a.id, b.id))) {
    const [least] = candidatesFor(left, day)
      .map(({ id }) => ({ id, load: open.get(id) ?? 0 }))
      .sort((a, b) => a.load - b.load || compare(a.id, b.id));
    if (least === undefined) continue;
    proposed.set(left.id, least.id);
    open.set(least.id, least.load + 1);
  }
  return proposed;
};
