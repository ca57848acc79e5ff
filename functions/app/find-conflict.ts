/** Rule 6: whether somebody has changed what a request reads since the version that it was made on. */
import type { DecisionContext } from '../domain/account/decision-context';
import type { HistoryEntry } from '../domain/account/history';
import { legalMoves } from '../domain/account/offered-transitions';
import { refuse } from '../domain/account/refusals';
import { UNKNOWN_EDITOR_ID } from '../domain/account/unknown-editor';
import type { ConflictFacts, ConflictRefusal } from '../domain/commands/command-refusal';
import { type Command, definitionOf } from '../domain/commands/command-table';
import { findConflicts } from '../domain/commands/conflicts';
import type { Channel } from '../domain/status/code-lists';
import { readEntries } from '../store/account-history';
import type { Database } from '../store/firestore';
import type { LoadedAccount } from '../store/loaded-account';
import type { UnitOfWork } from '../store/unit-of-work';
import type { Submission } from './submission';

/** Versions that a stale request may be behind before it is called a conflict without looking further. */
const MAX_VERSIONS_BEHIND = 100;

/** The history has the request already: its stored answer has expired, and nothing is done a second time. */
export interface EarlierEntry {
  earlier: HistoryEntry;
}

/**
 * The refusal CONFLICT with who changed what and when, the entry that the request itself has made before, or null. `ownRequestIds` are those of the whole call: what the
 * caller's own block did before is no conflict, for its requests are applied in their order.
 */
export const findConflict = async (
  db: Database,
  work: UnitOfWork,
  { accountId, request }: Submission,
  ownRequestIds: ReadonlySet<string>,
  context: DecisionContext,
): Promise<ConflictRefusal | EarlierEntry | null> => {
  const { command, expectedVersion } = request;
  const loaded = await work.load(accountId);
  const since = await readSince(db, loaded, expectedVersion, command);
  // A batch sends its requests again after an undo as well, so an earlier entry of the request proves nothing there.
  const earlier =
    'batch' in request ? undefined : since?.find(({ requestId }) => requestId === request.requestId);
  if (earlier !== undefined) return { earlier };
  return (
    findChange(since, loaded, expectedVersion, command, ownRequestIds, context) ??
    (await findChangeOfOther(db, work, command, ownRequestIds, context))
  );
};

/** The entries since the command's version; for a command that creates its account, the first entry. Null where there are too many. */
const readSince = async (
  db: Database,
  { account, stored }: LoadedAccount,
  expectedVersion: number | null,
  command: Command,
): Promise<readonly HistoryEntry[] | null> => {
  const current = stored?.version ?? 0;
  if (expectedVersion === null || expectedVersion === current || current === 0) return [];
  if (definitionOf(command).creates) return readEntries(db, account.id, 1, 1);
  return expectedVersion > current || current - expectedVersion > MAX_VERSIONS_BEHIND
    ? null
    : readEntries(db, account.id, expectedVersion + 1, current);
};

const findChange = (
  since: readonly HistoryEntry[] | null,
  loaded: LoadedAccount,
  expectedVersion: number | null,
  command: Command,
  ownRequestIds: ReadonlySet<string>,
  context: DecisionContext,
): ConflictRefusal | null => {
  const current = loaded.stored?.version ?? 0;
  if (expectedVersion === null || expectedVersion === current) return null;
  // No conflict: the domain itself refuses to create an account twice and to change an unknown one.
  if (current === 0 || definitionOf(command).creates) return null;
  const factsOf = (conflicting: readonly HistoryEntry[]): ConflictFacts => ({
    version: current,
    expectedVersion,
    since: conflicting.map((entry) => ({
      version: entry.version,
      at: entry.at,
      on: entry.on,
      by: entry.by,
      byName: context.members[entry.by]?.name ?? null,
      command: entry.command,
      changes: entry.events.flatMap(({ changes }) => changes),
    })),
    yours: command,
  });
  const legal = () => legalMoves(loaded.account, context);
  if (since === null) return refuse('CONFLICT', { legal: legal(), facts: factsOf([]) });
  const foreign = since.filter((entry) => !isOwn(entry, ownRequestIds, context));
  const conflicting = findConflicts(command, foreign);
  if (conflicting.length === 0) return null;
  return refuse('CONFLICT', { legal: legal(), facts: factsOf(conflicting) });
};

/**
 * What the caller's own block did before. And what the same person typed into the register before: the base of a cell moves on
 * with the answer, so that where the answer was lost after the commit, the next edit of this person comes on the older one. But
 * not what they have sent since the request itself was sent: it has come late, and they have typed something else by now.
 */
const isOwn = (
  { requestId, by, channel, at }: HistoryEntry,
  ownRequestIds: ReadonlySet<string>,
  { actor, channel: ofRequest, sentAt = at }: DecisionContext,
): boolean =>
  by === actor.id &&
  (ownRequestIds.has(requestId) ||
    (by !== UNKNOWN_EDITOR_ID &&
      CELL_CHANNELS.includes(channel) &&
      CELL_CHANNELS.includes(ofRequest) &&
      Date.parse(at) <= Date.parse(sentAt)));

/** The channels of cells of the register: sent by a person, or by the clock. */
const CELL_CHANNELS: readonly Channel[] = ['cell', 'trigger'];

/** A command may also have been made on another account as it was seen: a merge, on the one that stays. */
const findChangeOfOther = async (
  db: Database,
  work: UnitOfWork,
  command: Command,
  ownRequestIds: ReadonlySet<string>,
  context: DecisionContext,
): Promise<ConflictRefusal | null> => {
  const other = definitionOf(command).basedOn?.(command) ?? null;
  if (other === null) return null;
  const loaded = await work.load(other.accountId);
  if (loaded.stored === null) return null;
  const since = await readSince(db, loaded, other.version, command);
  const stale = findChange(since, loaded, other.version, command, ownRequestIds, context);
  return stale === null ? null : { ...stale, facts: { ...stale.facts, accountId: other.accountId } };
};
