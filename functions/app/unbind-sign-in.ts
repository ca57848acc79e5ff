/** An admin unbinds a member from the Google account that signed in with the address: the next one that does is bound. */
import type { Database } from '../store/firestore';
import { changeTeam } from '../store/team';
import { isUnreadable, type Team, withMember } from '../store/team-document';
import type { ProblemResult } from './problem-result';

/** `by` is the admin who unbinds; `expectedVersion` is the team's version that they saw. */
interface Unbinding {
  by: string;
  /** An instant, ISO 8601 in UTC. */
  at: string;
  expectedVersion: number;
  memberId: string;
}

/**
 * Answers the team as it is stored then. Refuses with MEMBER_UNKNOWN, MEMBER_UNREADABLE, and TEAM_CHANGED where somebody has
 * changed it since. Where nothing is bound, it is accepted and writes nothing.
 */
export const unbindSignIn = (
  db: Database,
  { by, at, expectedVersion, memberId }: Unbinding,
): Promise<Team | ProblemResult> =>
  changeTeam(db, by, at, (stored): Team | ProblemResult | null => {
    const member = Object.values(stored.members).find(({ id }) => id === memberId);
    if (member === undefined) return { problem: { code: 'MEMBER_UNKNOWN', id: memberId } };
    if (isUnreadable(stored, member)) return { problem: { code: 'MEMBER_UNREADABLE' } };
    if (member.sub === null) return null;
    if (stored.version !== expectedVersion)
      return { problem: { code: 'TEAM_CHANGED', version: stored.version } };
    return withMember(stored, { ...member, sub: null });
  });
