/** Who of those that sign in is a member of the team. */
import type { Member } from '../domain/account/team';
import type { Database } from '../store/firestore';
import { changeTeam, loadTeam, newMemberId } from '../store/team';
import { isUnreadable, type Team, type TeamMember, withMember } from '../store/team-document';

/** What an identity token says of its person: Google's lasting subject, and the e-mail address in lower case. */
export interface SignedInPerson {
  sub: string;
  email: string;
}

/** The member who calls, and the team as it was read for the call. */
export interface Caller {
  member: Member;
  team: Team;
}

/**
 * The member who signs in: known by the sign-in's subject or, the first time, by the e-mail address, which is then bound to
 * the subject. While the team has no admin, because nobody is a member yet or because the admins' records cannot be read, the
 * configured first admin becomes one. Null for everybody else. A member whose record cannot be read is given as such, and
 * not bound. `at` is an instant, ISO 8601 in UTC.
 */
export const admitMember = async (
  db: Database,
  person: SignedInPerson,
  firstAdmin: string | null,
  at: string,
): Promise<Caller | null> => {
  const team = await loadTeam(db);
  const member = memberOf(team, person);
  // Anybody can sign in and call as often as they like: a stranger must not cost a second read.
  if (bindSubject(team, person, firstAdmin) === null) return member === undefined ? null : { member, team };
  const by = member?.id ?? newMemberId(team.members, person.email);
  const bound = await changeTeam(db, by, at, (stored) => bindSubject(stored, person, firstAdmin));
  const admitted = memberOf(bound, person);
  return admitted === undefined ? null : { member: admitted, team: bound };
};

/** The member with that subject, else the one with that address who is not bound to a subject yet. */
const memberOf = ({ members }: Team, { sub, email }: SignedInPerson): TeamMember | undefined =>
  Object.values(members).find((member) => member.sub === sub) ??
  Object.values(members).find((member) => member.email === email && member.sub === null);

/** The team with the person's subject at their member; null where they have it already, or are no member. */
const bindSubject = (team: Team, person: SignedInPerson, firstAdmin: string | null): Team | null => {
  const { sub, email } = person;
  const member = memberOf(team, person);
  if (person.email === firstAdmin && mayBecomeAdmin(team, member, person)) {
    const id = member?.id ?? newMemberId(team.members, email);
    return withMember(team, { id, email, name: member?.name ?? email, role: 'admin', active: true, sub });
  }
  if (member === undefined || member.sub !== null || isUnreadable(team, member)) return null;
  return withMember(team, { ...member, sub });
};

/** Whether the person may become the first admin: no admin can be read, no other Google account is bound to the address, and its member has not left. */
const mayBecomeAdmin = (
  team: Team,
  member: TeamMember | undefined,
  { sub, email }: SignedInPerson,
): boolean => {
  const all = Object.values(team.members);
  const hasLeft = member !== undefined && !member.active && !isUnreadable(team, member);
  const isBoundElsewhere = all.some(
    (other) => other.email === email && other.sub !== null && other.sub !== sub,
  );
  return !hasLeft && !isBoundElsewhere && !all.some(({ role, active }) => role === 'admin' && active);
};
