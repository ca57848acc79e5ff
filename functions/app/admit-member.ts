/** Who of those that sign in is a member of the team. */
import type { Member } from '../domain/account/team';
import type { Database } from '../store/firestore';
import { changeTeam, loadTeam, memberId, type Team, type TeamMember } from '../store/team';

/** What an identity token says of its person: Google's lasting subject, and the e-mail address in lower case. */
export interface SignedInPerson {
  sub: string;
  email: string;
}

/**
 * The member who signs in: known by the sign-in's subject or, the first time, by the e-mail address, which is then bound to
 * the subject. While nobody is a member, the configured first admin becomes one. Null for everybody else. `at` is an instant,
 * ISO 8601 in UTC.
 */
export const admitMember = async (
  db: Database,
  person: SignedInPerson,
  firstAdmin: string | null,
  at: string,
): Promise<{ member: Member; team: Team } | null> => {
  const team = await loadTeam(db);
  const member = memberOfSubject(team, person.sub);
  if (member !== undefined) return { member, team };
  // Strangers come with every call of theirs: they must not cost a second read.
  if (bindSubject(team, person, firstAdmin) === null) return null;
  const bound = await changeTeam(db, memberId(person.email), at, (stored) =>
    bindSubject(stored, person, firstAdmin),
  );
  const admitted = memberOfSubject(bound, person.sub);
  return admitted === undefined ? null : { member: admitted, team: bound };
};

const memberOfSubject = ({ members }: Team, sub: string): TeamMember | undefined =>
  Object.values(members).find((member) => member.sub === sub);

/** The team with the person's subject at their member; null where they have it already, or are no member. */
const bindSubject = (team: Team, { sub, email }: SignedInPerson, firstAdmin: string | null): Team | null => {
  const members = Object.values(team.members);
  if (memberOfSubject(team, sub) !== undefined) return null;
  const unbound = members.find((member) => member.email === email && member.sub === null);
  if (unbound !== undefined)
    return { ...team, members: { ...team.members, [unbound.id]: { ...unbound, sub } } };
  if (members.length > 0 || email !== firstAdmin) return null;
  const admin: TeamMember = { id: memberId(email), email, name: email, role: 'admin', active: true, sub };
  return { ...team, members: { [admin.id]: admin } };
};
