/** The team's document: members and settings, read with every call, changed under its version. */
import type { Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import { isSameValue } from '../domain/account/account-change';
import { DEFAULT_SETTINGS, type Member, ROLES, type Settings } from '../domain/account/team';
import { keyOf } from '../schema/schema-of';
import { settingsSchema } from '../schema/settings';
import { isContention, retryOnContention } from './contention';
import { type Database, digest, teamRef, withoutUndefined } from './firestore';

export interface TeamMember extends Member {
  /** The stable subject of the member's identity tokens; null until the first sign-in. */
  sub: string | null;
}

export interface Team {
  /** Grows with each change that people see. */
  version: number;
  /** By member ID. */
  members: Readonly<Record<string, TeamMember>>;
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

/** The ID of the member who was added with this e-mail address, in lower case. */
export const memberId = (email: string): string => `m_${digest(email).slice(0, 12)}`;

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
    const isVisible = !isSameValue(visibleTeam(changed), visibleTeam(before));
    const after: Team = { ...changed, version: before.version + (isVisible ? 1 : 0) };
    const batch = db.batch();
    if (snapshot.updateTime === undefined) batch.create(teamRef(db), withoutUndefined(after));
    else batch.update(teamRef(db), withoutUndefined({ ...after }), { lastUpdateTime: snapshot.updateTime });
    if (isVisible)
      batch.create(teamRef(db).collection('events').doc(String(after.version).padStart(8, '0')), {
        version: after.version,
        by,
        at,
        before: withoutUndefined(before),
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
}

/** What people see of the team. Binding a sign-in to a member changes none of it, so it makes no new version. */
const visibleTeam = ({ members, settings }: Team) => ({
  members: Object.values(members).map(({ sub: _, ...member }) => member),
  settings,
});
