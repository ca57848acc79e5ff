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

/** Why the periods cannot be the member's. */
export type LeaveProblem = 'dates' | 'overlap' | 'standIn';

/** Whoever may act for the member: another active one who may write. */
export const mayStandInFor = (memberId: string, member: Member): boolean =>
  member.id !== memberId && mayWrite(member);

/** `at` is the place of the period in the list; of two that overlap each is named. */
export const leaveProblems = (
  memberId: string,
  leaves: readonly Leave[],
  members: Members,
): readonly { at: number; problem: LeaveProblem }[] => {
  const isCovered = (standInId: string | null): boolean => {
    if (standInId === null) return true;
    const standIn = partById(members, standInId);
    return standIn !== undefined && mayStandInFor(memberId, standIn);
  };
  const overlaps = ({ from, to }: Leave, at: number): boolean =>
    leaves.some((other, index) => index !== at && from <= other.to && other.from <= to);
  const where = (problem: LeaveProblem, is: (leave: Leave, at: number) => boolean) =>
    leaves.flatMap((leave, at) => (is(leave, at) ? [{ at, problem }] : []));
  return [
    ...where('dates', ({ from, to }) => to < from),
    ...where('overlap', overlaps),
    ...where('standIn', ({ standInId }) => !isCovered(standInId)),
  ];
};

/** The first of them; null where the periods can be the member's. */
export const leaveProblem = (
  memberId: string,
  leaves: readonly Leave[],
  members: Members,
): LeaveProblem | null => leaveProblems(memberId, leaves, members)[0]?.problem ?? null;
