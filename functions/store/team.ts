/** The team's document: members and settings, read with every call, changed under its version. */
import type { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { isSameValue } from '../domain/account/account-change';
import { DEFAULT_SETTINGS, type Member, ROLES, type Settings } from '../domain/account/team';
import { keyOf } from '../schema/schema-of';
import { settingsSchema } from '../schema/settings';
import { isContention, retryOnContention } from './contention';
import { type Database, digest, teamRef, withoutUndefined } from './firestore';

export interface Team {
  version: number;
  /** Keyed by member ID; `sub` is the sign-in's stable subject, null until the first sign-in. */
  members: Readonly<Record<string, Member & { sub: string | null }>>;
  settings: Settings;
}

const memberFields = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: keyOf(ROLES),
  active: z.boolean(),
  sub: z.string().nullable(),
});
const teamDocument = z.object({
  version: z.int(),
  members: z.record(z.string(), memberFields),
  settings: settingsSchema.exactPartial(),
});

export const NO_TEAM: Team = { version: 0, members: {}, settings: DEFAULT_SETTINGS };

const parseTeam = (data: unknown): Team => {
  const { version, members, settings } = teamDocument.parse(data);
  return { version, members, settings: { ...DEFAULT_SETTINGS, ...settings } };
};

/** The team as it was parsed last. It is read with every call and hardly ever changes: only a newer document is parsed. */
const parsedTeams = new WeakMap<Database, { updateTime: Timestamp; team: Team }>();

export const loadTeam = async (db: Database): Promise<Team> => {
  const snapshot = await teamRef(db).get();
  const { updateTime } = snapshot;
  if (updateTime === undefined) return NO_TEAM;
  const known = parsedTeams.get(db);
  if (known?.updateTime.isEqual(updateTime)) return known.team;
  const team = parseTeam(snapshot.data());
  parsedTeams.set(db, { updateTime, team });
  return team;
};

export const memberId = (email: string): string => `m_${digest(email).slice(0, 12)}`;

/** The change to make, or null when there is nothing to change. */
type TeamChange = (team: Team) => Team | null;

/** What people see of the team. Binding a sign-in is no change to them: nobody's view grows old by it. */
const visibleTeam = ({ members, settings }: Team) => ({
  members: Object.values(members).map(({ sub: _, ...member }) => member),
  settings,
});

/**
 * Changes the team under its version: read, change, commit with a precondition and a history document, again when somebody
 * was faster. The change decides anew each time, and may throw to refuse.
 */
export const changeTeam = (db: Database, by: string, at: string, change: TeamChange): Promise<Team> =>
  retryOnContention('the team', async () => {
    const snapshot = await teamRef(db).get();
    const team = snapshot.exists ? parseTeam(snapshot.data()) : NO_TEAM;
    const changed = change(team);
    if (changed === null) return team;
    const isTold = !isSameValue(visibleTeam(changed), visibleTeam(team));
    const after: Team = { ...changed, version: team.version + (isTold ? 1 : 0) };
    const batch = db.batch();
    if (snapshot.updateTime === undefined) batch.create(teamRef(db), withoutUndefined(after));
    else batch.update(teamRef(db), withoutUndefined({ ...after }), { lastUpdateTime: snapshot.updateTime });
    if (isTold)
      batch.create(teamRef(db).collection('events').doc(String(after.version).padStart(8, '0')), {
        version: after.version,
        by,
        at,
        before: withoutUndefined(team),
        after: withoutUndefined(after),
      });
    try {
      await batch.commit();
      return after;
    } catch (error) {
      if (isContention(error)) return null;
      throw error;
    }
  });

/**
 * The member that signs in: known by the sign-in's subject or, the first time, by the e-mail address, which is then bound to
 * the subject. While nobody is a member, the configured first admin becomes one. Null for everybody else.
 */
export const admitMember = async (
  db: Database,
  { sub, email }: { sub: string; email: string },
  firstAdmin: string | null,
  at: string,
): Promise<{ member: Member; team: Team } | null> => {
  const team = await loadTeam(db);
  const known = Object.values(team.members).find((member) => member.sub === sub);
  if (known !== undefined) return { member: known, team };
  const isFirst = Object.keys(team.members).length === 0 && email === firstAdmin;
  const unbound = Object.values(team.members).find((member) => member.email === email && member.sub === null);
  if (unbound === undefined && !isFirst) return null;
  const bound = await changeTeam(db, memberId(email), at, (current) =>
    bindSubject(current, sub, email, firstAdmin),
  );
  const member = Object.values(bound.members).find((one) => one.sub === sub);
  return member === undefined ? null : { member, team: bound };
};

const bindSubject = (team: Team, sub: string, email: string, firstAdmin: string | null): Team | null => {
  const members = Object.values(team.members);
  if (members.some((member) => member.sub === sub)) return null;
  const unbound = members.find((member) => member.email === email && member.sub === null);
  if (unbound !== undefined)
    return { ...team, members: { ...team.members, [unbound.id]: { ...unbound, sub } } };
  if (members.length > 0 || email !== firstAdmin) return null;
  const admin = { id: memberId(email), email, name: email, role: 'admin' as const, active: true, sub };
  return { ...team, members: { [admin.id]: admin } };
};
