/**
 * The commit protocol. A request is read, decided and committed in one batch: the account with a precondition on its last
 * update time · its history entry, created under its version · the request document, created under its key, with the hash of the
 * request and the answer · the corporate numbers, created. What fails tells what happened; nothing is locked meanwhile.
 */
import type { WriteBatch } from '@google-cloud/firestore';
import { type Account, exists } from '../domain/account';
import type { Channel } from '../domain/code-lists';
import type { Command } from '../domain/commands';
import { conflicts } from '../domain/conflicts';
import type { Context } from '../domain/context';
import { decide } from '../domain/decide';
import { type SameName, sameName } from '../domain/duplicates';
import type { AccountEvent, HistoryEntry } from '../domain/history';
import { type MergePreview, mergePreview } from '../domain/merge';
import { legalNow } from '../domain/move';
import type { ConflictFacts } from '../domain/refusal-words';
import { type Refusal, refuse } from '../domain/refusals';
import { type RegisterRow, registerRow } from '../domain/register-row';
import { readEntries } from './accounts';
import { isContention, untilWritten } from './contention';
import { Desk, type Half, type Holders, linkTarget, parentTarget, type Working } from './desk';
import { type Database, digest } from './firestore';
import { otherHalf } from './other-half';

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
      /** Of a registration: accounts that have the same name, which alone only informs. */
      sameName?: SameName;
      /** Of a merge that was only to be looked at. */
      preview?: MergePreview;
    }
  | { status: 'refused'; refusal: Refusal; row: RegisterRow | null };

/** Everything of a context but what belongs to the single account. */
export type Frame = Omit<Context, 'links' | 'history' | 'others'>;

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
      ? {
          status: 'accepted',
          row: known.row,
          replayed: true,
          changed: false,
          created: false,
          ...(known.sameName === undefined ? {} : { sameName: known.sameName }),
        }
      : refused(refuse('REQUEST_KEY_REUSED', { facts: { requestId: one.requestId } }), null);
  }
  const working = await desk.working(one.accountId);
  // What this attempt has done already is not stored yet.
  const history = [...past, ...working.entries];
  const target = linkTarget(one.command, history);
  const parents = await desk.parents(parentTarget(one.command, history));
  const others = { ...parents, ...(await desk.others(one.command, working.account)) };
  const context: Context = { ...frame, links: await desk.links(target), others, history };
  const stands = working.account.version === 0 ? null : registerRow(working.account);
  const stale =
    (await staleness(db, working, one, own, context)) ?? (await survivorStale(db, desk, one, own, context));
  if (stale !== null) return refused(stale, stands);
  const verdict = decide(working.account, one.command, context);
  if ('refusal' in verdict) return refused(verdict.refusal, stands);
  if (one.command.type === 'merge' && one.command.preview === true)
    return previewed(mergePreview(working.account, one.command, context), working.account);
  const taken = await desk.numberTaken(working.account, verdict.account);
  if (taken !== null) return refused(taken, stands);
  const changed = verdict.events.length > 0;
  const created = changed && !exists(working.account);
  if (changed) {
    const other = await otherHalf(db, desk, working, one.command, verdict.events, context);
    if (other !== null && 'refusal' in other) return refused(other.refusal, stands);
    const halves = [
      { working, command: one.command, account: verdict.account, events: verdict.events },
      ...(other === null ? [] : [other]),
    ].map(
      ({ working: half, command, account, events }): Half => ({
        working: half,
        account,
        entry: entryOf({ ...one, command }, account, events, context),
      }),
    );
    if (halves.some(isTooLarge))
      return refused(refuse('LIMIT_REACHED', { facts: { bytes: MOST_BYTES } }), stands);
    for (const half of halves) desk.note(half);
    if (target !== null) desk.touchRoot(context.links);
    desk.touchTop(parents);
  }
  const row = registerRow(verdict.account);
  const alike =
    one.command.type === 'register'
      ? sameName(verdict.account, context, desk.namesakes(one.requestId))
      : null;
  const told = alike === null ? {} : { sameName: alike };
  if (one.batch === null)
    desk.keep(db, batch, one.requestId, { hash, by: frame.actor.id, row, ...told }, frame.now);
  return { status: 'accepted', row, replayed: false, changed, created, ...told };
};

/** Asked again it is looked at anew: nothing of it is kept. */
const previewed = (preview: MergePreview | Refusal, account: Account): Result => {
  const row = registerRow(account);
  return 'reasons' in preview
    ? refused(preview, row)
    : { status: 'accepted', row, replayed: false, changed: false, created: false, preview };
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

/** For undo: the stored entry to undo and all later ones; the merge and all later ones to end it. */
const pastOf = async (db: Database, desk: Desk, { accountId, command }: Asked): Promise<HistoryEntry[]> => {
  if (command.type !== 'undo' && command.type !== 'unmerge') return [];
  const { stored } = await desk.working(accountId);
  if (command.type === 'unmerge')
    return stored?.merged == null ? [] : readEntries(db, accountId, stored.merged.version, stored.version);
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

/** A merge was also made on the survivor as it was seen. */
const survivorStale = async (
  db: Database,
  desk: Desk,
  one: Asked,
  own: ReadonlySet<string>,
  context: Context,
): Promise<Refusal | null> => {
  if (one.command.type !== 'merge' || one.command.intoVersion === undefined) return null;
  const { intoId, intoVersion } = one.command;
  const working = await desk.working(intoId);
  if (working.stored === null) return null;
  const stale = await staleness(
    db,
    working,
    { ...one, accountId: intoId, expectedVersion: intoVersion },
    own,
    context,
  );
  return stale === null ? null : { ...stale, facts: { ...stale.facts, accountId: intoId } };
};
