/** An admin adds a member to the team, or changes one. Nobody is ever deleted: a leaver becomes inactive. */
import type { MemberInput } from '../contract/members';
import type { Database } from '../store/firestore';
import { changeTeam, memberId, type Team, type TeamMember } from '../store/team';
import type { ProblemResult } from './problem-result';

/** `by` is the member who saves; `expectedVersion` is the team's version that they saw. */
interface MemberChange {
  by: string;
  /** An instant, ISO 8601 in UTC. */
  at: string;
  expectedVersion: number;
  input: MemberInput;
}

/**
 * Answers the team as it is stored then. Refuses with MEMBER_UNKNOWN, TEAM_CHANGED where somebody has changed it since,
 * EMAIL_TAKEN, and LAST_ADMIN where no active admin would be left. The same change again is accepted and writes nothing.
 */
export const saveTeamMember = (
  db: Database,
  { by, at, expectedVersion, input }: MemberChange,
): Promise<Team | ProblemResult> =>
  changeTeam(db, by, at, (stored) => teamWithMember(stored, expectedVersion, input));

/** The team with the member saved, null where they are saved already, or the problem for which they cannot be. */
export const teamWithMember = (
  team: Team,
  expectedVersion: number,
  input: MemberInput,
): Team | ProblemResult | null => {
  const email = input.email.toLowerCase();
  const id = input.id ?? memberId(email);
  const stored = Object.hasOwn(team.members, id) ? team.members[id] : undefined;
  if (input.id !== undefined && stored === undefined) return { problem: { code: 'MEMBER_UNKNOWN', id } };
  const saved: TeamMember = {
    id,
    email,
    name: input.name,
    role: input.role,
    active: input.active,
    sub: stored?.sub ?? null,
  };
  if (stored !== undefined && isSameMember(stored, saved)) return null;
  if (team.version !== expectedVersion) return { problem: { code: 'TEAM_CHANGED', version: team.version } };
  const holder = Object.values(team.members).find((member) => member.email === email && member.id !== id);
  // Without an ID the caller means a new member: one of that address is somebody else.
  if (holder !== undefined || (input.id === undefined && stored !== undefined))
    return { problem: { code: 'EMAIL_TAKEN', id: holder?.id ?? id } };
  const members = { ...team.members, [id]: saved };
  if (!Object.values(members).some(({ role, active }) => role === 'admin' && active))
    return { problem: { code: 'LAST_ADMIN' } };
  return { ...team, members };
};

const isSameMember = (a: TeamMember, b: TeamMember): boolean =>
  a.email === b.email && a.name === b.name && a.role === b.role && a.active === b.active;
