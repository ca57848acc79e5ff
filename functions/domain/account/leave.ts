/** Who acts for a member on leave: the owner stays the owner, and it ends by itself. */
import type { CalendarDate } from '../calendar/calendar-date';
import { partById } from './account';
import { type Leave, type Member, mayWrite } from './team';

type Members = Readonly<Record<string, Member>>;

/** The leave that the day falls into; null where the member is there. */
export const leaveOn = ({ leaves = [] }: Pick<Member, 'leaves'>, day: CalendarDate): Leave | null =>
  leaves.find(({ from, to }) => from <= day && day <= to) ?? null;

/**
 * Who acts on the day for the member: the member or, on leave, whoever stands in, for whom another may stand in. Null where nobody
 * does, and the managers have to: the member has left, or nobody of that ID is there.
 */
export const actingMember = (members: Members, id: string | null, day: CalendarDate): Member | null => {
  const asked = new Set<string>();
  for (let next = id; next !== null && !asked.has(next); ) {
    asked.add(next);
    const member = partById(members, next);
    if (member === undefined || !member.active) return null;
    const leave = leaveOn(member, day);
    if (leave === null) return member;
    next = leave.standInId;
  }
  return null;
};

/** Why the periods cannot be the member's; null where they can. */
export type LeaveProblem = 'dates' | 'overlap' | 'standIn';

/** A stand-in is another active member who may write. */
export const leaveProblem = (
  memberId: string,
  leaves: readonly Leave[],
  members: Members,
): LeaveProblem | null => {
  if (leaves.some(({ from, to }) => to < from)) return 'dates';
  const sorted = [...leaves].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (sorted.some(({ from }, at) => at > 0 && from <= (sorted[at - 1]?.to ?? ''))) return 'overlap';
  const mayStandIn = (id: string): boolean => {
    const member = partById(members, id);
    return member !== undefined && member.id !== memberId && mayWrite(member);
  };
  return leaves.some(({ standInId }) => standInId !== null && !mayStandIn(standInId)) ? 'standIn' : null;
};
