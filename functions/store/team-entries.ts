/** The history of the team: one document a version that people saw, with what was before and after. */
import * as z from 'zod';
import { isSameValue } from '../domain/account/account-change';
import type { Settings } from '../domain/account/team';
import type { MemberState, TeamEntry } from '../domain/account/team-entry';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { keysOf } from '../domain/status/table-keys';
import { someSettingsSchema } from '../schema/settings';
import { memberStateSchema } from '../schema/team-entry';
import { checkedDocument, documentKind, readDocument } from './document-kind';
import { teamEntryExpiry } from './expired-documents';
import { type Database, teamEntriesOf } from './firestore';
import type { StoreWrite } from './store-write';
import type { Team, TeamMember } from './team-document';
import { UnreadableDocumentError } from './unreadable-document';

const sideFields = z.object({
  members: z.record(z.string(), z.unknown()).default({}),
  settings: z.record(z.string(), z.unknown()).default({}),
});
const entryFields = z.object({
  version: z.int(),
  by: z.string(),
  at: z.string(),
  before: sideFields,
  after: sideFields,
});
const storedState = memberStateSchema.nullable().default(null);

const parseTeamEntry = (data: unknown): TeamEntry => {
  const { version, by, at, before, after } = entryFields.parse(data);
  const members = readMembers(before.members, after.members);
  const settings = readSettings(before.settings, after.settings);
  return {
    ...{ version, by, at, members: members.read, settings: settings.read },
    unreadable: [...members.unreadable, ...settings.unreadable],
  };
};
const TEAM_ENTRY_DOCUMENT = documentKind({
  kind: 'teamEntry',
  parse: parseTeamEntry,
  passedOver: ({ unreadable }) => unreadable,
});

type Parts = Readonly<Record<string, unknown>>;

const readMembers = (
  before: Parts,
  after: Parts,
): { read: TeamEntry['members']; unreadable: readonly string[] } => {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const all = ids.map(
    (id) => [id, storedState.safeParse(before[id]), storedState.safeParse(after[id])] as const,
  );
  return {
    read: all.flatMap(([id, one, other]) =>
      one.success && other.success ? [{ id, before: one.data, after: other.data }] : [],
    ),
    unreadable: all.flatMap(([id, one, other]) => (one.success && other.success ? [] : [id])),
  };
};

/** Settings of an entry. For a setting that this version of the code does not know, only the name is told. */
const readSettings = (
  before: Parts,
  after: Parts,
): { read: TeamEntry['settings']; unreadable: readonly string[] } => {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const isReadable = (name: string): boolean =>
    [before, after].every(
      (side) => !(name in side) || someSettingsSchema.safeParse({ [name]: side[name] }).success,
    );
  const readable = (side: Parts): Partial<Settings> =>
    someSettingsSchema.parse(Object.fromEntries(Object.entries(side).filter(([name]) => isReadable(name))));
  return {
    read: { before: readable(before), after: readable(after) },
    unreadable: names.filter((name) => !isReadable(name)),
  };
};

/** Adds the entry of the version `after` to the write that stores it. */
export const stageTeamEntry = (
  db: Database,
  write: StoreWrite,
  { by, at, before, after }: { by: string; at: string; before: Team; after: Team },
): void => {
  const { version } = after;
  const entry = {
    ...{ version, by, at },
    before: partsThatDiffer(before, after),
    after: partsThatDiffer(after, before),
    expireAt: teamEntryExpiry(at),
  };
  const place = { accountId: null, id: String(version) };
  write.createDocument(
    teamEntriesOf(db).doc(String(version).padStart(8, '0')),
    checkedDocument(TEAM_ENTRY_DOCUMENT, place, entry),
  );
};

/** Members and settings that are others in `other`, as a version of the team keeps them: nothing of those that stay. */
const partsThatDiffer = (team: Team, other: Team) => ({
  members: Object.fromEntries(
    Object.entries(team.members).flatMap(([id, member]) => {
      const kept = memberState(member);
      return isSameValue(kept, memberState(other.members[id])) ? [] : [[id, kept]];
    }),
  ),
  settings: Object.fromEntries(
    keysOf(team.settings).flatMap((name) =>
      isSameValue(team.settings[name], other.settings[name]) ? [] : [[name, team.settings[name]]],
    ),
  ),
});

const memberState = (member: TeamMember | undefined): MemberState | null => {
  if (member === undefined) return null;
  const { sub, ...visible } = member;
  return { ...visible, isBound: sub !== null };
};

export interface TeamEntryPage {
  /** The newest first. */
  entries: readonly TeamEntry[];
  /** Entries that are passed over. */
  unreadable: readonly UnreadableDocument[];
  /** The version that the next page is older than; null where this one is the last. */
  next: number | null;
}

/** Entries older than the version `before`, or the newest. */
export const readTeamEntries = async (
  db: Database,
  { before, limit }: { before: number | undefined; limit: number },
): Promise<TeamEntryPage> => {
  const newestFirst = teamEntriesOf(db).orderBy('version', 'desc');
  const older = before === undefined ? newestFirst : newestFirst.where('version', '<', before);
  const { docs } = await older.limit(limit + 1).get();
  const page = docs.slice(0, limit);
  const entries: TeamEntry[] = [];
  const unreadable: UnreadableDocument[] = [];
  for (const doc of page)
    try {
      const place = { accountId: null, id: String(Number(doc.id)) };
      entries.push(readDocument(TEAM_ENTRY_DOCUMENT, place, doc.data()));
    } catch (error) {
      if (!(error instanceof UnreadableDocumentError)) throw error;
      unreadable.push(error.document);
    }
  const last = page[page.length - 1];
  return { entries, unreadable, next: docs.length > limit && last !== undefined ? Number(last.id) : null };
};
