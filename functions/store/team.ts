/** The team's document: members and settings, read with every call, changed under its version. */
import type { Timestamp } from '@google-cloud/firestore';
import { isSameValue } from '../domain/account/account-change';
import { retryOnContention } from './contention';
import { type Database, digest, teamRef } from './firestore';
import { StoreWrite } from './store-write';
import { checkedTeam, NO_TEAM, parseTeam, type Team } from './team-document';
import { stageTeamEntry } from './team-entries';

/** The team as it was parsed last: it is read with every call and hardly ever changes, so only a newer document is parsed. */
const parsedTeams = new WeakMap<Database, { updateTime: Timestamp; team: Team }>();

/** NO_TEAM where nobody has become a member yet. Throws where the document is not one that this code knows. */
export const loadTeam = async (db: Database): Promise<Team> => {
  const snapshot = await teamRef(db).get();
  const { updateTime } = snapshot;
  if (updateTime === undefined) return NO_TEAM;
  const cached = parsedTeams.get(db);
  if (cached?.updateTime.isEqual(updateTime)) return cached.team;
  const team = parseTeam(snapshot.data());
  parsedTeams.set(db, { updateTime, team });
  return team;
};

/** The ID of the member who was the first one with this e-mail address, in lower case. */
export const memberId = (email: string): string => `m_${digest(email).slice(0, 12)}`;

/** The ID of a new member. Of an address that another member had before, it is another one. */
export const newMemberId = (members: Team['members'], email: string): string => {
  for (let use = 1; ; use += 1) {
    const id = memberId(use === 1 ? email : `${email}\n${use}`);
    if (!Object.hasOwn(members, id)) return id;
  }
};

/** The team to store instead of the stored one; null where nothing has to change. */
type TeamChange = (stored: Team) => Team | null;

/**
 * Changes the team under its version: read, change, commit with a precondition and a history document, again when somebody
 * was faster; the change is made anew each time. Answers the team as it is stored then, or what the change has refused with.
 * `by` is the ID of the member who changes it, `at` an instant, ISO 8601 in UTC.
 */
export function changeTeam(db: Database, by: string, at: string, change: TeamChange): Promise<Team>;
export function changeTeam<Refusal extends { problem: unknown }>(
  db: Database,
  by: string,
  at: string,
  change: (stored: Team) => ReturnType<TeamChange> | Refusal,
): Promise<Team | Refusal>;
export function changeTeam<Refusal extends { problem: unknown }>(
  db: Database,
  by: string,
  at: string,
  change: (stored: Team) => ReturnType<TeamChange> | Refusal,
): Promise<Team | Refusal> {
  return retryOnContention('the team', async () => {
    const snapshot = await teamRef(db).get();
    const before = snapshot.exists ? parseTeam(snapshot.data()) : NO_TEAM;
    const changed = change(before);
    if (changed === null) return before;
    if ('problem' in changed) return changed;
    const isVisible =
      !isSameValue(visibleTeam(changed), visibleTeam(before)) || hasUnboundSignIn(before, changed);
    const after: Team = { ...changed, version: before.version + (isVisible ? 1 : 0) };
    const write = new StoreWrite(db);
    const document = checkedTeam(after);
    if (snapshot.updateTime === undefined) write.createDocument(teamRef(db), document);
    else write.updateDocument(teamRef(db), document, { lastUpdateTime: snapshot.updateTime });
    if (isVisible) stageTeamEntry(db, write, { by, at, before, after });
    return (await write.commitIfFirst()) ? after : null;
  });
}

/** What people see of the team. Binding a sign-in to a member changes none of it, so it makes no new version. */
const visibleTeam = ({ members, unreadableMembers, settings, unreadableSettings }: Team) => ({
  members: Object.values(members).map(({ sub: _, ...member }) => member),
  unreadable: Object.keys({ ...unreadableMembers, ...unreadableSettings }),
  settings,
});

/** Unbinding a sign-in is an admin's act, of which the history tells. */
const hasUnboundSignIn = (before: Team, after: Team): boolean =>
  Object.values(before.members).some(({ id, sub }) => sub !== null && after.members[id]?.sub === null);
