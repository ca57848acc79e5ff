/** Who acts for a member on leave. The owner stays the owner, and the stand-in's part ends with the leave. */
import type { CalendarDate } from '../calendar/calendar-date';
import { partById } from './account';
import { type Leave, type Member, mayWrite } from './team';

type Members = Readonly<Record<string, Member>>;

/** The leave that the day falls into; null where the member is there. */
export const leaveOn = ({ leaves = [] }: Pick<Member, 'leaves'>, day: CalendarDate): Leave | null =>
  leaves.find(({ from, to }) => from <= day && day <= to) ?? null;

/**
 * Who acts for a member on a day: the member or, on leave, the stand-in, who may be on leave and have a stand-in as well. Null where
 * nobody does, so that the managers have to: no stand-in is named, the member has left, or there is no member of that ID.
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

/** Whether the member may stand in for the one of that ID: another active member who may write. */
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

/** The first problem; null where the periods are accepted. */
export const leaveProblem = (
  memberId: string,
  leaves: readonly Leave[],
  members: Members,
): LeaveProblem | null => leaveProblems(memberId, leaves, members)[0]?.problem ?? null;
