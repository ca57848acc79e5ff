/** To whom the accounts go whose checks and hand-overs their owners leave too late: nothing moves, a manager is told a name. */
import type { Account } from '../account/account';
import { activeMember } from '../account/decision-context';
import { leaveOn } from '../account/leave';
import type { MemberLoad } from '../account/split-by-load';
import { isManager, type Member, mayWrite } from '../account/team';
import type { CalendarDate } from '../calendar/calendar-date';
import { checkLeftSince } from './check-reason';
import { handOverIgnoredSince, ignoredOpportunity } from './hand-over-reasons';
import type { QueueDay } from './queue-reason';

/** Managers and admins do the same work. */
const hasSameRole = (a: Member, b: Member): boolean => a.role === b.role || (isManager(a) && isManager(b));

interface LeftTooLate {
  /** On which it was to be done. */
  since: CalendarDate;
  holderId: string | null;
  giverIds: readonly (string | null)[];
}

/** Who leaves it too late: of the account, or of an opportunity that was passed on; null where nobody does. */
const tooLate = (account: Account, day: QueueDay): LeftTooLate | null => {
  const since = checkLeftSince(account, day) ?? handOverIgnoredSince(account, day);
  if (since !== null)
    return { since, holderId: account.ownerId, giverIds: [account.handOver?.fromId ?? null] };
  const ignored = ignoredOpportunity(account, day);
  return ignored && { since: ignored.due, holderId: ignored.receiverId, giverIds: ignored.giverIds };
};

/** Whoever has given it away is not to have it back. */
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
 * By account ID another member of the role of its owner, or of whom an opportunity was passed to: the one with the fewest open
 * accounts, those counted that are proposed already; of equal ones the first by ID. Of the accounts those that are left too late,
 * where there is somebody, the longest first: what has become too late since names nobody else for those before it. A member without a
 * load owns nothing.
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
