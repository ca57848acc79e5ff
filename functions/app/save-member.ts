/** An admin adds a member to the team, or changes one. Nobody is ever deleted: a leaver becomes inactive. */
import type { MemberInput } from '../contract/members';
import { definedFields, mapDefined, mapNullable, saidOrKnown } from '../domain/account/defined-fields';
import { tidyReading } from '../domain/account/member-reading';
import { asciiLowerCase } from '../domain/text/ascii-lower-case';
import type { Database } from '../store/firestore';
import { changeTeam, newMemberId } from '../store/team';
import { isUnreadable, type Team, type TeamMember, withMember } from '../store/team-document';
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

/**
 * The team with the member saved, null where they are saved already, or the problem for which they cannot be. A sign-in
 * belongs to the address: with another address it is unbound. One that could not be read is mended.
 */
export const teamWithMember = (
  team: Team,
  expectedVersion: number,
  input: MemberInput,
): Team | ProblemResult | null => {
  const email = asciiLowerCase(input.email);
  const all = Object.values(team.members);
  const stored = all.find(({ id }) => id === input.id);
  const holder = all.find((member) => member.email === email);
  if (input.id !== undefined && stored === undefined)
    return { problem: { code: 'MEMBER_UNKNOWN', id: input.id } };
  const kana = saidOrKnown(
    mapDefined(input.kana, (reading) => mapNullable(reading, tidyReading)),
    stored?.kana,
  );
  const language = saidOrKnown(input.language, stored?.language);
  const saved: TeamMember = {
    id: stored?.id ?? newMemberId(team.members, email),
    email,
    name: input.name,
    ...(kana === null ? {} : { kana }),
    role: input.role,
    active: input.active,
    ...definedFields({ leaves: stored?.leaves }),
    ...(language === null ? {} : { language }),
    sub: stored?.email === email ? stored.sub : null,
  };
  const before = stored ?? holder;
  if (before !== undefined && isSameMember(before, saved) && !isUnreadable(team, before)) return null;
  if (team.version !== expectedVersion) return { problem: { code: 'TEAM_CHANGED', version: team.version } };
  // Without an ID the caller means a new member, so a member with that address is somebody else.
  if (holder !== undefined && holder.id !== saved.id)
    return { problem: { code: 'EMAIL_TAKEN', id: holder.id } };
  const changed = withMember(team, saved);
  if (!Object.values(changed.members).some(({ role, active }) => role === 'admin' && active))
    return { problem: { code: 'LAST_ADMIN' } };
  return changed;
};

const isSameMember = (a: TeamMember, b: TeamMember): boolean =>
  a.email === b.email &&
  a.name === b.name &&
  a.kana === b.kana &&
  a.role === b.role &&
  a.active === b.active &&
  a.language === b.language;
