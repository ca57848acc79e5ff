/** To whom the accounts go whose checks and hand-overs their owners leave too late: nothing moves, a manager is told a name. */
import type { Account } from '../account/account';
import { activeMember } from '../account/decision-context';
import { leaveOn } from '../account/leave';
import type { MemberLoad } from '../account/split-by-load';
import { isManager, type Member, mayWrite } from '../account/team';
import { wantsAnotherOwner } from './check-reason';
import { isHandOverIgnored } from './hand-over-reasons';
import type { QueueDay } from './queue-reason';

/** Managers and admins do the same work. */
const hasSameRole = (a: Member, b: Member): boolean => a.role === b.role || (isManager(a) && isManager(b));

/** Whoever has given the account away is not to have it back. */
const candidatesFor = ({ ownerId, handOver }: Account, day: QueueDay): Member[] => {
  const owner = activeMember(day, ownerId);
  if (owner === null) return [];
  return Object.values(day.members).filter(
    (member) =>
      mayWrite(member) &&
      member.id !== owner.id &&
      member.id !== handOver?.fromId &&
      hasSameRole(member, owner) &&
      leaveOn(member, day.today) === null,
  );
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * By account ID another member of the owner's role: the one with the fewest open accounts, those counted that are proposed already;
 * of equal ones the first by ID. Of the accounts those that their owners leave too late, where there is somebody; a member without
 * a load owns nothing.
 */
export const proposeOwners = (
  accounts: readonly Account[],
  loads: readonly Pick<MemberLoad, 'id' | 'open'>[],
  day: QueueDay,
): ReadonlyMap<string, string> => {
  const open = new Map(loads.map((load) => [load.id, load.open]));
  const proposed = new Map<string, string>();
  const late = accounts.filter(
    (account) => wantsAnotherOwner(account, day) || isHandOverIgnored(account, day),
  );
  for (const account of late.sort((a, b) => compare(a.id, b.id))) {
    const [least] = candidatesFor(account, day)
      .map(({ id }) => ({ id, load: open.get(id) ?? 0 }))
      .sort((a, b) => a.load - b.load || compare(a.id, b.id));
    if (least === undefined) continue;
    proposed.set(account.id, least.id);
    open.set(least.id, least.load + 1);
  }
  return proposed;
};
