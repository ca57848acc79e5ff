/**
 * The commit protocol. A request is read, decided and committed in one batch: the account with a precondition on its last
 * update time · its history entry, created under its version · the request document, created under its key, with the hash of the
 * request and the answer · the corporate numbers, created. What fails tells what happened; nothing is locked meanwhile.
 */
import type { WriteBatch } from '@google-cloud/firestore';
import { type Account, exists, type Opportunity, type ProductUse } from '../domain/account';
import type { Channel } from '../domain/code-lists';
import type { Command } from '../domain/commands';
import { conflicts } from '../domain/conflicts';
import type { Context } from '../domain/context';
import { decide } from '../domain/decide';
import type { AccountEvent, HistoryEntry } from '../domain/history';
import { legalNow } from '../domain/move';
import type { ConflictFacts } from '../domain/refusal-words';
import { type Refusal, refuse } from '../domain/refusals';
import { type RegisterRow, registerRow } from '../domain/register-row';
import { readEntries } from './accounts';
import { isContention, untilWritten } from './contention';
import { Desk, type Half, type Holders, linkTarget, type Working } from './desk';
import { type Database, digest } from './firestore';

export interface Asked {
  requestId: string;
  accountId: string;
  /** Null for an import, which is made on whatever is there. */
  expectedVersion: number | null;
  command: Command;
  batch: string | null;
}

export type Result =
  | {
      status: 'accepted';
      row: RegisterRow;
      replayed: boolean;
      /** False when nothing had to change. */
      changed: boolean;
      /** True when the account did not exist before. */
      created: boolean;
    }
  | { status: 'refused'; refusal: Refusal; row: RegisterRow | null };

/** Everything of a context but what belongs to the single account. */
export type Frame = Omit<Context, 'links' | 'history'>;

/** Requests that one batch carries at most: their writes stay well below Firestore's limits. */
const SLICE = 100;
/** Bytes of an account or a history entry as JSON, so that its document stays below Firestore's 1 MiB. */
const MOST_BYTES = 900_000;
/** Entries that a stale request may be behind before it is called a conflict without looking further. */
const MOST_BEHIND = 100;
/**
 * Decides a block in its order. Each request has its own result; the same account may come more than once. `holders` spares
 * reading again which account has a corporate number; where it has become wrong meanwhile, the commit fails and tells.
 */
export const submit = async (
  db: Database,
  asked: readonly Asked[],
  frame: Frame,
  holders?: Holders,
): Promise<Result[]> => {
  const own = new Set(asked.map(({ requestId }) => requestId));
  const results: Result[] = [];
  for (let from = 0; from < asked.length; from += SLICE) {
    const slice = asked.slice(from, from + SLICE);
    const together = await attempt(db, slice, own, frame, holders);
    // Somebody was faster on one of them: one by one, so that only that one is decided anew.
    results.push(...(together ?? (await oneByOne(db, slice, own, frame))));
  }
  return results;
};

const oneByOne = async (
  db: Database,
  slice: readonly Asked[],
  own: ReadonlySet<string>,
  frame: Frame,
): Promise<Result[]> => {
  const results: Result[] = [];
  for (const one of slice)
    results.push(...(await untilWritten(`account ${one.accountId}`, () => attempt(db, [one], own, frame))));
  return results;
};

/** Reads, decides and commits once; null when somebody was faster. `own` are the requests of the whole call. */
const attempt = async (
  db: Database,
  asked: readonly Asked[],
  own: ReadonlySet<string>,
  frame: Frame,
  holders?: Holders,
): Promise<Result[] | null> => {
  const desk = await Desk.open(db, asked, holders);
  const batch = db.batch();
  const pasts = await Promise.all(asked.map((one) => pastOf(db, desk, one)));
  const results: Result[] = [];
  for (const [index, one] of asked.entries())
    results.push(await decideOne(db, desk, batch, one, pasts[index] ?? [], own, frame));
  desk.write(db, batch);
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

const decideOne = async (
  db: Database,
  desk: Desk,
  batch: WriteBatch,
  one: Asked,
  past: readonly HistoryEntry[],
  own: ReadonlySet<string>,
  frame: Frame,
): Promise<Result> => {
  const hash = digest(JSON.stringify([one.accountId, one.expectedVersion, one.command]));
  const known = desk.request(one.requestId);
  if (known !== undefined) {
    return known.hash === hash && known.by === frame.actor.id
      ? { status: 'accepted', row: known.row, replayed: true, changed: false, created: false }
      : refused(refuse('REQUEST_KEY_REUSED', { facts: { requestId: one.requestId } }), null);
  }
  const working = await desk.working(one.accountId);
  // What this attempt has done already is not stored yet.
  const history = [...past, ...working.entries];
  const target = linkTarget(one.command, history);
  const context: Context = { ...frame, links: await desk.links(target), history };
  const stands = working.account.version === 0 ? null : registerRow(working.account);
  const stale = await staleness(db, working, one, own, context);
  if (stale !== null) return refused(stale, stands);
  const verdict = decide(working.account, one.command, context);
  if ('refusal' in verdict) return refused(verdict.refusal, stands);
  const taken = await desk.numberTaken(working.account, verdict.account);
  if (taken !== null) return refused(taken, stands);
  const changed = verdict.events.length > 0;
  const created = changed && !exists(working.account);
  if (changed) {
    const other = await received(desk, working, one, verdict.events, context);
    if (other !== null && 'refusal' in other) return refused(other.refusal, stands);
    const halves: Half[] = [
      { working, account: verdict.account, entry: entryOf(one, verdict.account, verdict.events, context) },
      ...(other === null ? [] : [other]),
    ];
    if (halves.some(isTooLarge))
      return refused(refuse('LIMIT_REACHED', { facts: { bytes: MOST_BYTES } }), stands);
    for (const half of halves) desk.note(half);
    if (target !== null) desk.touchRoot(context.links);
  }
  const row = registerRow(verdict.account);
  if (one.batch === null) desk.keep(db, batch, one.requestId, { hash, by: frame.actor.id, row }, frame.now);
  return { status: 'accepted', row, replayed: false, changed, created };
};

const isTooLarge = ({ account, entry }: Half): boolean =>
  [account, entry].some((part) => Buffer.byteLength(JSON.stringify(part)) > MOST_BYTES);

const refused = (refusal: Refusal, row: RegisterRow | null): Result => ({ status: 'refused', refusal, row });

const entryOf = (
  one: Asked,
  account: Account,
  events: readonly AccountEvent[],
  context: Context,
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

/** For undo: the stored entry to undo and all later ones. */
const pastOf = async (db: Database, desk: Desk, { accountId, command }: Asked): Promise<HistoryEntry[]> => {
  if (command.type !== 'undo') return [];
  const { stored } = await desk.working(accountId);
  const from = Math.max(1, command.version);
  return readEntries(db, accountId, from, Math.min(stored?.version ?? 0, from + MOST_BEHIND));
};

/**
 * Rule 6. A request made on an older version conflicts only where what it reads has changed since, by another call than
 * this one: the requests of one block are applied in their order.
 */
const staleness = async (
  db: Database,
  working: Working,
  one: Asked,
  own: ReadonlySet<string>,
  context: Context,
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
  const legal = () => legalNow(working.account, context);
  if (expectedVersion > current || current - expectedVersion > MOST_BEHIND)
    return refuse('CONFLICT', { legal: legal(), facts: { ...conflict([]) } });
  const since = await readEntries(db, one.accountId, expectedVersion + 1, current);
  const foreign = since.filter(({ requestId, by }) => by !== context.actor.id || !own.has(requestId));
  const found = conflicts(one.command, foreign);
  if (found.length === 0) return null;
  return refuse('CONFLICT', { legal: legal(), facts: { ...conflict(found) } });
};

/**
 * The successor's half of a move that takes products or opportunities along: what the move took from the one account, as it
 * was before, the other one receives. Null where nothing is taken along.
 */
const received = async (
  desk: Desk,
  giver: Working,
  one: Asked,
  events: readonly AccountEvent[],
  context: Context,
): Promise<Half | { refusal: Refusal } | null> => {
  const move = events.find(({ data }) => typeof data.movedTo === 'string');
  if (move === undefined) return null;
  const taken = (field: string): unknown[] =>
    move.changes.filter(({ path }) => path.startsWith(`${field}.`)).map(({ before }) => before);
  const working = await desk.working(String(move.data.movedTo));
  const command: Command = {
    type: 'receive',
    fromId: giver.account.id,
    products: taken('products') as ProductUse[],
    opportunities: taken('opportunities') as Opportunity[],
    data: coordinationOf(one.command),
  };
  const verdict = decide(working.account, command, context);
  if ('refusal' in verdict) {
    const { facts } = verdict.refusal;
    const told = { ...facts, successorId: working.account.id, successorStatus: working.account.status };
    return { refusal: { ...verdict.refusal, legal: legalNow(giver.account, context), facts: told } };
  }
  const { account } = verdict;
  return { working, account, entry: entryOf({ ...one, command }, account, verdict.events, context) };
};

/** Who was told and who owns it from now on, as the request said it. */
const coordinationOf = (command: Command): Extract<Command, { type: 'receive' }>['data'] => {
  const data = 'decision' in command ? command.decision?.data : 'data' in command ? command.data : undefined;
  return { ownerId: data?.ownerId, coordinatedWith: data?.coordinatedWith };
};
