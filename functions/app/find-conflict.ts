/** Rule 6: whether somebody has changed what a request reads since the version that it was made on. */
import type { DecisionContext } from '../domain/account/decision-context';
import type { HistoryEntry } from '../domain/account/history';
import { legalMoves } from '../domain/account/offered-transitions';
import { refuse } from '../domain/account/refusals';
import type { ConflictFacts, ConflictRefusal } from '../domain/commands/command-refusal';
import { definitionOf } from '../domain/commands/command-table';
import { findConflicts } from '../domain/commands/conflicts';
import { readEntries } from '../store/account-history';
import type { Database } from '../store/firestore';
import type { LoadedAccount } from '../store/loaded-account';
import type { UnitOfWork } from '../store/unit-of-work';
import type { SubmitRequest } from './submit-request';

/** Versions that a stale request may be behind before it is called a conflict without looking further. */
const MAX_VERSIONS_BEHIND = 100;

/**
 * The refusal CONFLICT with who changed what and when, or null. `ownRequestIds` are those of the whole call: what the
 * caller's own block did before is no conflict, for its requests are applied in their order.
 */
export const findConflict = async (
  db: Database,
  work: UnitOfWork,
  request: SubmitRequest,
  ownRequestIds: ReadonlySet<string>,
  context: DecisionContext,
): Promise<ConflictRefusal | null> =>
  (await findOwnConflict(db, await work.load(request.accountId), request, ownRequestIds, context)) ??
  (await findOtherConflict(db, work, request, ownRequestIds, context));

const findOwnConflict = async (
  db: Database,
  loaded: LoadedAccount,
  request: SubmitRequest,
  ownRequestIds: ReadonlySet<string>,
  context: DecisionContext,
): Promise<ConflictRefusal | null> => {
  const current = loaded.stored?.version ?? 0;
  const { expectedVersion } = request;
  if (expectedVersion === null || expectedVersion === current) return null;
  // The domain refuses to create an account twice, and to change an unknown one.
  if (current === 0 || definitionOf(request.command).creates) return null;
  const factsOf = (conflicting: readonly HistoryEntry[]): ConflictFacts => ({
    version: current,
    expectedVersion,
    since: conflicting.map(({ version, at, on, by, command, events }) => ({
      version,
      at,
      on,
      by,
      byName: context.members[by]?.name ?? null,
      command,
      changes: events.flatMap(({ changes }) => changes),
    })),
    yours: request.command,
  });
  const legal = () => legalMoves(loaded.account, context);
  if (expectedVersion > current || current - expectedVersion > MAX_VERSIONS_BEHIND)
    return refuse('CONFLICT', { legal: legal(), facts: factsOf([]) });
  const since = await readEntries(db, request.accountId, expectedVersion + 1, current);
  const foreign = since.filter(
    ({ requestId, by }) => by !== context.actor.id || !ownRequestIds.has(requestId),
  );
  const conflicting = findConflicts(request.command, foreign);
  if (conflicting.length === 0) return null;
  return refuse('CONFLICT', { legal: legal(), facts: factsOf(conflicting) });
};

/** A command may also have been made on another account as it was seen: a merge, on the one that stays. */
const findOtherConflict = async (
  db: Database,
  work: UnitOfWork,
  request: SubmitRequest,
  ownRequestIds: ReadonlySet<string>,
  context: DecisionContext,
): Promise<ConflictRefusal | null> => {
  const other = definitionOf(request.command).basedOn?.(request.command) ?? null;
  if (other === null) return null;
  const loaded = await work.load(other.accountId);
  if (loaded.stored === null) return null;
  const stale = await findOwnConflict(
    db,
    loaded,
    { ...request, accountId: other.accountId, expectedVersion: other.version },
    ownRequestIds,
    context,
  );
  return stale === null ? null : { ...stale, facts: { ...stale.facts, accountId: other.accountId } };
};
