/**
 * The commit protocol. A request is read, decided and committed in one batch: the account with a precondition on its last
 * update time · its history entry, created under its version · the request document, created under its key, with the hash of the
 * request and the answer · the corporate numbers, created. What fails tells what happened; nothing is locked meanwhile.
 */

import { type Account, isRegistered } from '../domain/account/account';
import type { Command } from '../domain/account/command';
import type { DecisionContext } from '../domain/account/decision-context';
import type { AccountEvent, HistoryEntry } from '../domain/account/history';
import { type Refusal, refuse } from '../domain/account/refusals';
import { legalMoves } from '../domain/commands/change-status';
import { findConflicts } from '../domain/commands/conflicts';
import { decide } from '../domain/commands/decide';
import { type MergePreview, mergePreview } from '../domain/commands/merge';
import type { ConflictFacts } from '../domain/commands/refusal-message';
import { type SameNameAccounts, sameNameAccounts } from '../domain/company/duplicates';
import { type RegisterRow, registerRow } from '../domain/register/row';
import type { Channel } from '../domain/status/code-lists';
import { readEntries } from '../store/accounts';
import { isContention, retryOnContention } from '../store/contention';
import { type Database, digest, type WriteBatch } from '../store/firestore';
import {
  type AccountWrite,
  type CorporateNumberHolders,
  type LoadedAccount,
  requestedParentId,
  requestedSuccessorId,
  UnitOfWork,
} from '../store/unit-of-work';
import { decideCounterpart } from './counterpart';

export interface SubmitRequest {
  requestId: string;
  accountId: string;
  /** Null for an import, which is made on whatever is there. */
  expectedVersion: number | null;
  command: Command;
  batch: string | null;
}

export type SubmitResult =
  | {
      status: 'accepted';
      row: RegisterRow;
      replayed: boolean;
      /** False when nothing had to change. */
      changed: boolean;
      /** True when the account did not exist before. */
      created: boolean;
      /** Of a registration: accounts that have the same name, which alone only informs. */
      sameName?: SameNameAccounts;
      /** Of a merge that was only to be looked at. */
      preview?: MergePreview;
    }
  | { status: 'refused'; refusal: Refusal; row: RegisterRow | null };

/** Everything of a context but what belongs to the single account. */
export type CommandContext = Omit<DecisionContext, 'links' | 'history' | 'others'>;

/** Requests that one batch carries at most: their writes stay well below Firestore's limits. */
const MAX_REQUESTS_PER_COMMIT = 100;
/** Bytes of an account or a history entry as JSON, so that its document stays below Firestore's 1 MiB. */
const MAX_DOCUMENT_BYTES = 900_000;
/** Entries that a stale request may be behind before it is called a conflict without looking further. */
const MAX_VERSIONS_BEHIND = 100;
/**
 * Decides a block in its order. Each request has its own result; the same account may come more than once. `holders` spares
 * reading again which account has a corporate number; where it has become wrong meanwhile, the commit fails and tells.
 */
export const submit = async (
  db: Database,
  asked: readonly SubmitRequest[],
  frame: CommandContext,
  holders?: CorporateNumberHolders,
): Promise<SubmitResult[]> => {
  const own = new Set(asked.map(({ requestId }) => requestId));
  const results: SubmitResult[] = [];
  for (let from = 0; from < asked.length; from += MAX_REQUESTS_PER_COMMIT) {
    const slice = asked.slice(from, from + MAX_REQUESTS_PER_COMMIT);
    const together = await attemptCommit(db, slice, own, frame, holders);
    // Somebody was faster on one of them: one by one, so that only that one is decided anew.
    results.push(...(together ?? (await submitOneByOne(db, slice, own, frame))));
  }
  return results;
};

const submitOneByOne = async (
  db: Database,
  slice: readonly SubmitRequest[],
  own: ReadonlySet<string>,
  frame: CommandContext,
): Promise<SubmitResult[]> => {
  const results: SubmitResult[] = [];
  for (const one of slice)
    results.push(
      ...(await retryOnContention(`account ${one.accountId}`, () => attemptCommit(db, [one], own, frame))),
    );
  return results;
};

/** Reads, decides and commits once; null when somebody was faster. `own` are the requests of the whole call. */
const attemptCommit = async (
  db: Database,
  asked: readonly SubmitRequest[],
  own: ReadonlySet<string>,
  frame: CommandContext,
  holders?: CorporateNumberHolders,
): Promise<SubmitResult[] | null> => {
  const desk = await UnitOfWork.open(db, asked, holders);
  const batch = db.batch();
  const pasts = await Promise.all(asked.map((one) => readNeededHistory(db, desk, one)));
  const results: SubmitResult[] = [];
  for (const [index, one] of asked.entries())
    results.push(await decideRequest(db, desk, batch, one, pasts[index] ?? [], own, frame));
  desk.writeTo(db, batch);
  if (desk.isEmpty) return results;
  try {
    await batch.commit();
    return results;
  } catch (error) {
    // An ambiguous commit that is tried again ends here too: its request document tells that it went through.
    if (isContention(error)) return null;
    throw error;
  }
};

const decideRequest = async (
  db: Database,
  desk: UnitOfWork,
  batch: WriteBatch,
  one: SubmitRequest,
  past: readonly HistoryEntry[],
  own: ReadonlySet<string>,
  frame: CommandContext,
): Promise<SubmitResult> => {
  const hash = digest(JSON.stringify([one.accountId, one.expectedVersion, one.command]));
  const known = desk.storedReply(one.requestId);
  if (known !== undefined) {
    return known.hash === hash && known.by === frame.actor.id
      ? {
          status: 'accepted',
          row: known.row,
          replayed: true,
          changed: false,
          created: false,
          ...(known.sameName === undefined ? {} : { sameName: known.sameName }),
        }
      : refusedResult(refuse('REQUEST_KEY_REUSED', { facts: { requestId: one.requestId } }), null);
  }
  const working = await desk.load(one.accountId);
  // What this attempt has done already is not stored yet.
  const history = [...past, ...working.entries];
  const target = requestedSuccessorId(one.command, history);
  const parents = await desk.loadParentChain(requestedParentId(one.command, history));
  const others = { ...parents, ...(await desk.loadOtherAccounts(one.command, working.account)) };
  const context: DecisionContext = {
    ...frame,
    links: await desk.loadSuccessorChain(target),
    others,
    history,
  };
  const stands = working.account.version === 0 ? null : registerRow(working.account);
  const stale =
    (await findConflict(db, working, one, own, context)) ??
    (await findSurvivorConflict(db, desk, one, own, context));
  if (stale !== null) return refusedResult(stale, stands);
  const verdict = decide(working.account, one.command, context);
  if ('refusal' in verdict) return refusedResult(verdict.refusal, stands);
  if (one.command.type === 'merge' && one.command.preview === true)
    return previewResult(mergePreview(working.account, one.command, context), working.account);
  const taken = await desk.refuseTakenNumber(working.account, verdict.account);
  if (taken !== null) return refusedResult(taken, stands);
  const changed = verdict.events.length > 0;
  const created = changed && !isRegistered(working.account);
  if (changed) {
    const other = await decideCounterpart(db, desk, working, one.command, verdict.events, context);
    if (other !== null && 'refusal' in other) return refusedResult(other.refusal, stands);
    const halves = [
      { working, command: one.command, account: verdict.account, events: verdict.events },
      ...(other === null ? [] : [other]),
    ].map(
      ({ working: half, command, account, events }): AccountWrite => ({
        working: half,
        account,
        entry: historyEntryOf({ ...one, command }, account, events, context),
      }),
    );
    if (halves.some(isTooLarge))
      return refusedResult(refuse('LIMIT_REACHED', { facts: { bytes: MAX_DOCUMENT_BYTES } }), stands);
    for (const half of halves) desk.stage(half);
    if (target !== null) desk.lockChainEnd(context.links);
    desk.lockParentChainEnd(parents);
  }
  const row = registerRow(verdict.account);
  const alike =
    one.command.type === 'register'
      ? sameNameAccounts(verdict.account, context, desk.countSameName(one.requestId))
      : null;
  const told = alike === null ? {} : { sameName: alike };
  if (one.batch === null)
    desk.storeReply(db, batch, one.requestId, { hash, by: frame.actor.id, row, ...told }, frame.now);
  return { status: 'accepted', row, replayed: false, changed, created, ...told };
};

/** Asked again it is looked at anew: nothing of it is kept. */
const previewResult = (preview: MergePreview | Refusal, account: Account): SubmitResult => {
  const row = registerRow(account);
  return 'reasons' in preview
    ? refusedResult(preview, row)
    : { status: 'accepted', row, replayed: false, changed: false, created: false, preview };
};

const isTooLarge = ({ account, entry }: AccountWrite): boolean =>
  [account, entry].some((part) => Buffer.byteLength(JSON.stringify(part)) > MAX_DOCUMENT_BYTES);

const refusedResult = (refusal: Refusal, row: RegisterRow | null): SubmitResult => ({
  status: 'refused',
  refusal,
  row,
});

const historyEntryOf = (
  one: SubmitRequest,
  account: Account,
  events: readonly AccountEvent[],
  context: DecisionContext,
): HistoryEntry => ({
  accountId: account.id,
  version: account.version,
  at: context.now,
  on: context.today,
  by: context.actor.id,
  channel: context.channel as Channel,
  batch: one.batch,
  requestId: one.requestId,
  command: one.command.type,
  undoes: one.command.type === 'undo' ? one.command.version : null,
  events,
});

/** For undo: the stored entry to undo and all later ones; the merge and all later ones to end it. */
const readNeededHistory = async (
  db: Database,
  desk: UnitOfWork,
  { accountId, command }: SubmitRequest,
): Promise<HistoryEntry[]> => {
  if (command.type !== 'undo' && command.type !== 'unmerge') return [];
  const { stored } = await desk.load(accountId);
  if (command.type === 'unmerge')
    return stored?.merged == null ? [] : readEntries(db, accountId, stored.merged.version, stored.version);
  const from = Math.max(1, command.version);
  return readEntries(db, accountId, from, Math.min(stored?.version ?? 0, from + MAX_VERSIONS_BEHIND));
};

/**
 * Rule 6. A request made on an older version conflicts only where what it reads has changed since, by another call than
 * this one: the requests of one block are applied in their order.
 */
const findConflict = async (
  db: Database,
  working: LoadedAccount,
  one: SubmitRequest,
  own: ReadonlySet<string>,
  context: DecisionContext,
): Promise<Refusal | null> => {
  const current = working.stored?.version ?? 0;
  const { expectedVersion } = one;
  if (expectedVersion === null || expectedVersion === current) return null;
  // A register again under a new version is the domain's to refuse; so is an unknown account.
  if (current === 0 || one.command.type === 'register') return null;
  const conflict = (found: readonly HistoryEntry[]): ConflictFacts => ({
    version: current,
    expectedVersion,
    since: found.map(({ version, at, on, by, command, events }) => ({
      version,
      at,
      on,
      by,
      byName: context.members[by]?.name ?? null,
      command,
      changes: events.flatMap(({ changes }) => changes),
    })),
    yours: one.command,
  });
  const legal = () => legalMoves(working.account, context);
  if (expectedVersion > current || current - expectedVersion > MAX_VERSIONS_BEHIND)
    return refuse('CONFLICT', { legal: legal(), facts: { ...conflict([]) } });
  const since = await readEntries(db, one.accountId, expectedVersion + 1, current);
  const foreign = since.filter(({ requestId, by }) => by !== context.actor.id || !own.has(requestId));
  const found = findConflicts(one.command, foreign);
  if (found.length === 0) return null;
  return refuse('CONFLICT', { legal: legal(), facts: { ...conflict(found) } });
};

/** A merge was also made on the survivor as it was seen. */
const findSurvivorConflict = async (
  db: Database,
  desk: UnitOfWork,
  one: SubmitRequest,
  own: ReadonlySet<string>,
  context: DecisionContext,
): Promise<Refusal | null> => {
  if (one.command.type !== 'merge' || one.command.intoVersion === undefined) return null;
  const { intoId, intoVersion } = one.command;
  const working = await desk.load(intoId);
  if (working.stored === null) return null;
  const stale = await findConflict(
    db,
    working,
    { ...one, accountId: intoId, expectedVersion: intoVersion },
    own,
    context,
  );
  return stale === null ? null : { ...stale, facts: { ...stale.facts, accountId: intoId } };
};
