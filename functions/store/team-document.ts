/** The team's document: each member is read by itself, so that one that cannot be read is that member's problem alone. */
import * as z from 'zod';
import { DEFAULT_SETTINGS, type Member, ROLES, type Settings } from '../domain/account/team';
import { asciiLowerCase } from '../domain/text/ascii-lower-case';
import { keyOf } from '../schema/schema-of';
import { settingsSchema, someSettingsSchema } from '../schema/settings';
import { leavesSchema } from '../schema/team-entry';
import { type CheckedDocument, checkedDocument, documentKind, readDocument } from './document-kind';
import { withoutUndefined } from './firestore';

export interface TeamMember extends Member {
  /** The stable subject of the member's identity tokens; null until the first sign-in. */
  sub: string | null;
}

export interface UnreadableMember {
  /** Which of its fields are missing or wrong. */
  fields: readonly string[];
  /** As it is stored, and stays until somebody saves the member anew. */
  stored: unknown;
}

export interface Team {
  /** Grows with each change that people see. */
  version: number;
  /** By member ID. One that cannot be read stands here, too: as a viewer who has left, with the name that could be read. */
  members: Readonly<Record<string, TeamMember>>;
  /** The members that cannot be read, by ID. */
  unreadableMembers: Readonly<Record<string, UnreadableMember>>;
  settings: Settings;
  /** Settings that cannot be read as they are stored, by name; the readable part of a list is read, else the default. */
  unreadableSettings: Readonly<Record<string, unknown>>;
}

const memberFields = z.object({
  id: z.string(),
  email: z.string().transform(asciiLowerCase),
  name: z.string(),
  kana: z.string().exactOptional(),
  role: keyOf(ROLES),
  active: z.boolean(),
  leaves: leavesSchema.exactOptional(),
  language: z.enum(['ja', 'en']).exactOptional(),
  sub: z.string().nullable(),
});
const teamDocument = z.object({
  version: z.int(),
  members: z.record(z.string(), z.unknown()),
  settings: z.record(z.string(), z.unknown()),
});

const storedValues = z.record(z.string(), z.unknown());
const readableFields = memberFields.pick({ email: true, name: true, sub: true });
const textOr = <T>(schema: z.ZodType<T>, value: unknown, otherwise: T): T => {
  const read = schema.safeParse(value);
  return read.success ? read.data : otherwise;
};

const parseMember = (
  id: string,
  stored: unknown,
): { member: TeamMember; unreadable: UnreadableMember | null } => {
  const read = memberFields.safeParse(stored);
  if (read.success && read.data.id === id) return { member: read.data, unreadable: null };
  const values = storedValues.safeParse(stored).data ?? {};
  const isOfAnother = typeof values.id === 'string' && values.id !== id;
  const paths = read.error?.issues.map(({ path }) => path.map(String).join('.')) ?? [];
  const fields = [...new Set(isOfAnother ? ['id', ...paths] : paths)].filter(Boolean);
  const { email, name, sub } = readableFields.shape;
  return {
    member: {
      id,
      email: textOr(email, values.email, ''),
      name: textOr(name, values.name, textOr(email, values.email, id)),
      role: 'viewer',
      active: false,
      sub: textOr(sub, values.sub, null),
    },
    unreadable: { fields, stored },
  };
};

export const NO_TEAM: Team = {
  version: 0,
  members: {},
  unreadableMembers: {},
  settings: DEFAULT_SETTINGS,
  unreadableSettings: {},
};

const TEAM_PLACE = { accountId: null, id: 'team' };

/** Throws an UnreadableDocumentError where it is no team at all. */
export const parseTeam = (data: unknown): Team => readDocument(TEAM_DOCUMENT, TEAM_PLACE, data);

const readTeam = (data: unknown): Team => {
  const { version, members, settings } = teamDocument.parse(data);
  const read = Object.entries(members).map(([id, stored]) => [id, parseMember(id, stored)] as const);
  return {
    version,
    members: Object.fromEntries(read.map(([id, { member }]) => [id, member])),
    unreadableMembers: Object.fromEntries(
      read.flatMap(([id, { unreadable }]) => (unreadable === null ? [] : [[id, unreadable]])),
    ),
    ...parseSettings(settings),
  };
};

/** Reads each setting by itself, so that an unreadable one costs no other. A list is read without its unreadable elements. */
const parseSettings = (
  stored: Readonly<Record<string, unknown>>,
): Pick<Team, 'settings' | 'unreadableSettings'> => {
  const names = Object.keys(settingsSchema.shape).filter((name) => stored[name] !== undefined);
  const settings: Record<string, unknown> = {};
  const unreadableSettings: Record<string, unknown> = {};
  for (const name of names) {
    const isReadable = (value: unknown): boolean => someSettingsSchema.safeParse({ [name]: value }).success;
    const value = readablePart(stored[name], isReadable);
    if (value !== stored[name]) unreadableSettings[name] = stored[name];
    if (value !== undefined) settings[name] = value;
  }
  return { settings: { ...DEFAULT_SETTINGS, ...someSettingsSchema.parse(settings) }, unreadableSettings };
};

/** The value itself where all of it is readable; undefined where nothing is. */
const readablePart = (stored: unknown, isReadable: (value: unknown) => boolean): unknown => {
  if (isReadable(stored)) return stored;
  if (Array.isArray(stored)) {
    const readable: unknown[] = [];
    for (const item of stored) if (isReadable([...readable, item])) readable.push(item);
    return readable.length > 0 ? readable : undefined;
  }
  if (typeof stored !== 'object' || stored === null) return undefined;
  const readable = Object.entries(stored).filter(([code, label]) => isReadable({ [code]: label }));
  const part = Object.fromEntries(readable);
  return readable.length > 0 && isReadable(part) ? part : undefined;
};

/** Members and settings that could not be read. */
const unreadParts = ({ unreadableMembers, unreadableSettings }: Team): string[] => [
  ...Object.keys(unreadableMembers).map((id) => `members.${id}`),
  ...Object.keys(unreadableSettings).map((name) => `settings.${name}`),
];

const TEAM_DOCUMENT = documentKind({ kind: 'team', parse: readTeam, passedOver: unreadParts });

/** Throws an UnwritableDocumentError for a member or a setting that could not be read again. */
export const checkedTeam = (team: Team): CheckedDocument =>
  checkedDocument(TEAM_DOCUMENT, TEAM_PLACE, teamDocumentOf(team), unreadParts(team));

/** As it is stored: what could not be read stays as it is. */
export const teamDocumentOf = ({ unreadableMembers, unreadableSettings, ...team }: Team) => ({
  ...withoutUndefined(team),
  settings: { ...withoutUndefined(team.settings), ...unreadableSettings },
  members: {
    ...withoutUndefined(team.members),
    ...Object.fromEntries(Object.entries(unreadableMembers).map(([id, { stored }]) => [id, stored])),
  },
});

export const isUnreadable = ({ unreadableMembers }: Team, { id }: Member): boolean =>
  Object.hasOwn(unreadableMembers, id);

/** The team with these settings changed; what was stored of them and could not be read is gone. */
export const withSettings = (team: Team, changed: Partial<Settings>): Team => ({
  ...team,
  settings: { ...team.settings, ...changed },
  unreadableSettings: Object.fromEntries(
    Object.entries(team.unreadableSettings).filter(([name]) => !Object.hasOwn(changed, name)),
  ),
});

/** The team with this member, in the place of the one that it was. */
export const withMember = (team: Team, member: TeamMember): Team => {
  const { [member.id]: _, ...unreadableMembers } = team.unreadableMembers;
  return { ...team, members: { ...team.members, [member.id]: member }, unreadableMembers };
};
