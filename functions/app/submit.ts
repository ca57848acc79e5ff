/**
 * The commit protocol. A request is read, decided and committed in one batch: the account with a precondition on its last
 * update time · its history entry, created under its version · the request document, created under its key, with the hash of the
 * request and the answer · the corporate numbers, created. What fails tells what happened; nothing is locked meanwhile.
 */

import { type Account, isRegistered } from '../domain/account/account';
import type { AccountEvent } from '../domain/account/account-event';
import type { DecisionContext } from '../domain/account/decision-context';
import type { HistoryEntry } from '../domain/account/history';
import { legalMoves } from '../domain/account/offered-transitions';
import { type Refusal, refuse } from '../domain/account/refusals';
import type { LoadedBefore, Needs } from '../domain/commands/command';
import { type Command, definitionOf } from '../domain/commands/command-table';
import type { ConflictFacts } from '../domain/commands/conflict-message';
import { findConflicts } from '../domain/commands/conflicts';
import { decide } from '../domain/commands/decide';
import type { MergePreview } from '../domain/commands/merge-terms';
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
  UnitOfWork,
  type UnitOfWorkReads,
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
  requests: readonly SubmitRequest[],
  frame: CommandContext,
  holders?: CorporateNumberHolders,
): Promise<SubmitResult[]> => {
  const own = new Set(requests.map(({ requestId }) => requestId));
  const results: SubmitResult[] = [];
  for (let from = 0; from < requests.length; from += MAX_REQUESTS_PER_COMMIT) {
    const slice = requests.slice(from, from + MAX_REQUESTS_PER_COMMIT);
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
  requests: readonly SubmitRequest[],
  own: ReadonlySet<string>,
  frame: CommandContext,
  holders?: CorporateNumberHolders,
): Promise<SubmitResult[] | null> => {
  const work = await UnitOfWork.open(db, readsOf(requests), holders);
  const batch = db.batch();
  const pasts = await Promise.all(requests.map((one) => readNeededHistory(db, work, one)));
  const results: SubmitResult[] = [];
  for (const [index, one] of requests.entries())
    results.push(await decideRequest(db, work, batch, one, pasts[index] ?? [], own, frame));
  work.writeTo(db, batch);
  if (work.isEmpty) return results;
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
  work: UnitOfWork,
  batch: WriteBatch,
  one: SubmitRequest,
  past: readonly HistoryEntry[],
  own: ReadonlySet<string>,
  frame: CommandContext,
): Promise<SubmitResult> => {
  const hash = digest(JSON.stringify([one.accountId, one.expectedVersion, one.command]));
  const known = work.storedReply(one.requestId);
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
  const working = await work.load(one.accountId);
  // What this attempt has done already is not stored yet.
  const history = [...past, ...working.entries];
  const definition = definitionOf(one.command);
  const needs = needsOf(one.command, { account: working.account, history });
  const parents = await work.loadParentChain(needs.parentId ?? null);
  const links = await work.loadSuccessorChain(needs.successorId ?? null);
  const others = { ...parents, ...(await work.loadAccounts(otherAccountIds(work, needs))) };
  const context: DecisionContext = { ...frame, links, others, history };
  const stands = working.account.version === 0 ? null : registerRow(working.account);
  const stale =
    (await findConflict(db, working, one, own, context)) ??
    (await findOtherConflict(db, work, one, own, context));
  if (stale !== null) return refusedResult(stale, stands);
  const verdict = decide(working.account, one.command, context);
  if ('refusal' in verdict) return refusedResult(verdict.refusal, stands);
  const preview = definition.preview?.(working.account, one.command, context) ?? null;
  if (preview !== null) return previewResult(preview, working.account);
  const taken = await work.refuseTakenNumber(working.account, verdict.account);
  if (taken !== null) return refusedResult(taken, stands);
  const changed = verdict.events.length > 0;
  const created = changed && !isRegistered(working.account);
  if (changed) {
    const other = await decideCounterpart(db, work, working, one.command, verdict.events, context);
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
    for (const half of halves) work.stage(half);
    if (needs.successorId != null) work.lockChainEnd(links);
    work.lockParentChainEnd(parents);
  }
  const row = registerRow(verdict.account);
  const alike =
    needs.similarTo === undefined
      ? null
      : sameNameAccounts(verdict.account, context, work.countSameName(one.requestId));
  const told = alike === null ? {} : { sameName: alike };
  if (one.batch === null)
    work.storeReply(db, batch, one.requestId, { hash, by: frame.actor.id, row, ...told }, frame.now);
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
  undoes: definitionOf(one.command).undoes?.(one.command) ?? null,
  events,
});

const needsOf = (command: Command, loaded: LoadedBefore): Needs =>
  definitionOf(command).needs?.(command, loaded) ?? {};

/** What the requests say that they need, before anything is read. */
const readsOf = (requests: readonly SubmitRequest[]): UnitOfWorkReads => {
  const all = requests.map((request) => ({
    ...request,
    needs: needsOf(request.command, { account: null, history: [] }),
  }));
  return {
    accountIds: all.flatMap(({ accountId, needs }) => [
      accountId,
      ...(needs.accountIds ?? []),
      ...(needs.parentId == null ? [] : [needs.parentId]),
    ]),
    requestIds: all.flatMap(({ batch, requestId }) => (batch === null ? [requestId] : [])),
    corporateNumbers: all.flatMap(({ needs }) => needs.corporateNumber ?? []),
    newCompanies: all.flatMap(({ requestId, needs }) =>
      needs.similarTo === undefined ? [] : [{ requestId, details: needs.similarTo }],
    ),
    // Most companies of an import are not here yet.
    mostlyNew: requests.every(({ expectedVersion }) => expectedVersion === null),
  };
};

const otherAccountIds = (work: UnitOfWork, { accountIds = [], similarTo }: Needs): string[] => [
  ...(similarTo === undefined ? [] : work.duplicateCandidateIds(similarTo)),
  ...accountIds,
];

/** Stored entries that the command reads, as to undo one of them. */
const readNeededHistory = async (
  db: Database,
  work: UnitOfWork,
  { accountId, command }: SubmitRequest,
): Promise<HistoryEntry[]> => {
  const { stored } = await work.load(accountId);
  const { history } = needsOf(command, { account: stored, history: [] });
  if (history === undefined) return [];
  const newest = stored?.version ?? 0;
  return readEntries(db, accountId, history.from, Math.min(newest, history.to ?? newest));
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
  // The domain refuses to create an account twice, and to change an unknown one.
  if (current === 0 || definitionOf(one.command).creates) return null;
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

/** A command may also have been made on another account as it was seen: a merge, on the one that stays. */
const findOtherConflict = async (
  db: Database,
  work: UnitOfWork,
  one: SubmitRequest,
  own: ReadonlySet<string>,
  context: DecisionContext,
): Promise<Refusal | null> => {
  const other = definitionOf(one.command).basedOn?.(one.command) ?? null;
  if (other === null) return null;
  const working = await work.load(other.accountId);
  if (working.stored === null) return null;
  const stale = await findConflict(
    db,
    working,
    { ...one, accountId: other.accountId, expectedVersion: other.version },
    own,
    context,
  );
  return stale === null ? null : { ...stale, facts: { ...stale.facts, accountId: other.accountId } };
};
