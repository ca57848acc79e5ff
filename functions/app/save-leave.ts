/** A member's leaves, all of them at once. */
import { isSameValue } from '../domain/account/account-change';
import { type LeaveProblem, leaveProblem } from '../domain/account/leave';
import type { Leave } from '../domain/account/team';
import type { Database } from '../store/firestore';
import { changeTeam } from '../store/team';
import { isUnreadable, type Team, withMember } from '../store/team-document';
import type { ProblemResult } from './problem-result';

/** `by` is the member who saves; `expectedVersion` is the team's version that they saw. */
interface LeaveChange {
  by: string;
  /** An instant, ISO 8601 in UTC. */
  at: string;
  expectedVersion: number;
  memberId: string;
  periods: readonly Leave[];
}

/**
 * Answers the team as it is stored then. Refuses with MEMBER_UNKNOWN, MEMBER_UNREADABLE, LEAVE_REFUSED, and TEAM_CHANGED where
 * somebody has changed it since. The same leaves again are accepted and write nothing.
 */
export const saveLeave = (
  db: Database,
  { by, at, expectedVersion, memberId, periods }: LeaveChange,
): Promise<Team | ProblemResult> =>
  changeTeam(db, by, at, (stored): Team | ProblemResult | null => {
    const member = Object.values(stored.members).find(({ id }) => id === memberId);
    if (member === undefined) return { problem: { code: 'MEMBER_UNKNOWN', id: memberId } };
    if (isUnreadable(stored, member)) return { problem: { code: 'MEMBER_UNREADABLE' } };
    const leaves = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
    if (isSameValue(member.leaves ?? [], leaves)) return null;
    const problem: LeaveProblem | null = leaveProblem(memberId, leaves, stored.members);
    if (problem !== null) return { problem: { code: 'LEAVE_REFUSED', problem } };
    if (stored.version !== expectedVersion)
      return { problem: { code: 'TEAM_CHANGED', version: stored.version } };
    const { leaves: _, ...present } = member;
    return withMember(stored, leaves.length === 0 ? present : { ...present, leaves });
  });
