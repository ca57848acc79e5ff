/**
 * The commit protocol. A request is read, decided and committed in one batch: the account with a precondition on its last
 * update time · its history entry, created under its version · the request document, created under its key, with the hash of the
 * request and the answer · the corporate numbers, created. What fails tells what happened; nothing is locked meanwhile.
 */
import { type DocumentSnapshot, FieldValue, type Timestamp, type WriteBatch } from '@google-cloud/firestore';
import { z } from 'zod';
import { type Account, blankAccount, exists, type Opportunity, type ProductUse } from '../domain/account';
import type { Channel } from '../domain/code-lists';
import type { Command } from '../domain/commands';
import { conflicts } from '../domain/conflicts';
import type { Context, LinkedAccount } from '../domain/context';
import { parseCorporateNumber } from '../domain/corporate-number';
import { decide } from '../domain/decide';
import type { AccountEvent, HistoryEntry } from '../domain/history';
import { legalNow } from '../domain/move';
import { type Refusal, refuse } from '../domain/refusals';
import { type RegisterRow, registerRow } from '../domain/register-row';
import { accountDocument, parseAccount } from './account-document';
import { readEntries } from './accounts';
import { isContention, untilWritten } from './contention';
import {
  accountRef,
  accountsOf,
  type Database,
  digest,
  entryRef,
  existingOf,
  numberRef,
  requestRef,
} from './firestore';

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

/** The account as one attempt sees it, with what was decided on it so far and is not committed yet. */
interface Working {
  account: Account;
  readonly stored: Account | null;
  readonly updateTime: Timestamp | undefined;
  readonly batches: readonly string[];
  /** Entries of this attempt. */
  entries: HistoryEntry[];
}

const storedRequest = z.object({
  hash: z.string(),
  by: z.string(),
  row: z.custom<RegisterRow>((value) => typeof value === 'object' && value !== null),
});

/** Requests that one batch carries at most: their writes stay well below Firestore's limits. */
const SLICE = 100;
/** Bytes of an account or a history entry as JSON, so that its document stays below Firestore's 1 MiB. */
const MOST_BYTES = 900_000;
/** Entries that a stale request may be behind before it is called a conflict without looking further. */
const MOST_BEHIND = 100;
/** Days after which a request's key may be forgotten (a TTL policy on `expireAt`). */
const KEPT_DAYS = 30;

/** Corporate number → account that has it; null = none has. */
type Holders = ReadonlyMap<string, string | null>;

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

/** What one request makes of one account. */
interface Half {
  working: Working;
  account: Account;
  entry: HistoryEntry;
}

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
  if (expectedVersion > current || current - expectedVersion > MOST_BEHIND) {
    return refuse('CONFLICT', { facts: { version: current, expectedVersion, since: [] } });
  }
  const since = await readEntries(db, one.accountId, expectedVersion + 1, current);
  const foreign = since.filter(({ requestId, by }) => by !== context.actor.id || !own.has(requestId));
  const found = conflicts(one.command, foreign);
  if (found.length === 0) return null;
  return refuse('CONFLICT', {
    legal: legalNow(working.account, context),
    facts: {
      version: current,
      expectedVersion,
      since: found.map(({ version, at, by, command, events }) => ({
        version,
        at,
        by,
        byName: context.members[by]?.name ?? null,
        command,
        changes: events.flatMap(({ changes }) => changes),
      })),
      yours: one.command,
    },
  });
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

/** What one attempt has read, and what it is going to write. */
class Desk {
  private readonly accounts = new Map<string, Working>();
  private readonly requests = new Map<string, z.output<typeof storedRequest>>();
  private readonly roots = new Set<string>();
  /** Corporate number → account that has it. */
  private readonly holders = new Map<string, string | null>();
  private kept = 0;

  private constructor(private readonly db: Database) {}

  /** One read for the whole block. */
  static async open(db: Database, asked: readonly Asked[], holders: Holders = new Map()): Promise<Desk> {
    const desk = new Desk(db);
    const ids = [...new Set(asked.map(({ accountId }) => accountId))];
    const requests = [
      ...new Set(asked.filter(({ batch }) => batch === null).map(({ requestId }) => requestId)),
    ];
    const wanted = [...new Set(asked.flatMap(({ command }) => wantedNumber(command) ?? []))];
    const numbers = wanted.filter((number) => !holders.has(number));
    for (const [number, holder] of holders) desk.holders.set(number, holder);
    // Most companies of an import are not here yet.
    const isImport = asked.every(({ command }) => command.type === 'import');
    if (isImport) {
      const existing = await existingOf(accountsOf(db), ids);
      for (const id of ids) desk.take(id, existing.get(id));
    }
    const accounts = isImport ? [] : ids;
    const refs = [
      ...accounts.map((id) => accountRef(db, id)),
      ...requests.map((id) => requestRef(db, id)),
      ...numbers.map((number) => numberRef(db, number)),
    ];
    const snapshots = refs.length === 0 ? [] : await db.getAll(...refs);
    numbers.forEach((number, index) => {
      const holder: unknown = snapshots[accounts.length + requests.length + index]?.get('accountId');
      desk.holders.set(number, typeof holder === 'string' ? holder : null);
    });
    for (const [index, id] of accounts.entries()) desk.take(id, snapshots[index]);
    requests.forEach((id, index) => {
      const snapshot = snapshots[accounts.length + index];
      if (snapshot?.exists) desk.requests.set(id, storedRequest.parse(snapshot.data()));
    });
    return desk;
  }

  get isEmpty(): boolean {
    return this.kept === 0 && [...this.accounts.values()].every(({ entries }) => entries.length === 0);
  }

  request(requestId: string): z.output<typeof storedRequest> | undefined {
    return this.requests.get(requestId);
  }

  async working(id: string): Promise<Working> {
    const known = this.accounts.get(id);
    return known ?? this.take(id, await accountRef(this.db, id).get());
  }

  /** The account that a command wants to link to, and the chain of successors behind it. */
  async links(target: string | null): Promise<Record<string, LinkedAccount>> {
    const links: Record<string, LinkedAccount> = {};
    let next = target;
    while (next !== null && !Object.hasOwn(links, next)) {
      const { account } = await this.working(next);
      if (account.version === 0 || account.withdrawn) break;
      links[next] = { id: account.id, name: account.name, successorId: account.onFile?.successorId ?? null };
      next = account.onFile?.successorId ?? null;
    }
    return links;
  }

  /** A corporate number that another account has, stored or in this block; names that account. */
  async numberTaken(before: Account, after: Account): Promise<Refusal | null> {
    const number = after.corporateNumber;
    if (
      number === null ||
      after.withdrawn ||
      (number === before.corporateNumber && !before.withdrawn && before.version > 0)
    )
      return null;
    const here = [...this.accounts.values()].find(
      ({ account, entries }) =>
        entries.length > 0 && account.id !== after.id && account.corporateNumber === number,
    );
    const holder = here?.account.id ?? this.holders.get(number) ?? (await this.holder(number));
    if (holder === null || holder === after.id) return null;
    const { account } = await this.working(holder);
    if (account.withdrawn || account.corporateNumber !== number) return null;
    return refuse('DUPLICATE_CORPORATE_NUMBER', {
      facts: { corporateNumber: number, accountId: holder, name: account.name, status: account.status },
    });
  }

  /** For a number that comes back with an undo, or in another spelling. */
  private async holder(number: string): Promise<string | null> {
    if (this.holders.has(number)) return null;
    const holder: unknown = (await numberRef(this.db, number).get()).get('accountId');
    return typeof holder === 'string' ? holder : null;
  }

  note({ working, account, entry }: Half): void {
    working.account = account;
    working.entries.push(entry);
  }

  /**
   * The end of the successor chain is written with every new link, under a precondition: two links that together would
   * close a circle always share an end, so one of them fails and is decided anew.
   */
  touchRoot(links: Readonly<Record<string, LinkedAccount>>): void {
    const root = Object.values(links).find(({ successorId }) => successorId === null);
    if (root !== undefined) this.roots.add(root.id);
  }

  keep(
    db: Database,
    batch: WriteBatch,
    requestId: string,
    request: z.output<typeof storedRequest>,
    now: string,
  ): void {
    this.requests.set(requestId, request);
    this.kept += 1;
    const expireAt = new Date(Date.parse(now) + KEPT_DAYS * 86_400_000);
    batch.create(requestRef(db, requestId), { ...request, at: now, expireAt });
  }

  write(db: Database, batch: WriteBatch): void {
    for (const working of this.accounts.values()) {
      const { account, stored, updateTime, entries, batches } = working;
      if (entries.length === 0) continue;
      this.roots.delete(account.id);
      const touched = entries.flatMap((entry) => entry.batch ?? []);
      const document = {
        ...accountDocument(account, [...new Set([...batches, ...touched])].slice(-20)),
        changedAt: FieldValue.serverTimestamp(),
      };
      if (updateTime === undefined) batch.create(accountRef(db, account.id), document);
      else batch.update(accountRef(db, account.id), document, { lastUpdateTime: updateTime });
      for (const entry of entries) batch.create(entryRef(db, account.id, entry.version), entry);
      writeNumber(db, batch, stored, account);
    }
    for (const id of this.roots) {
      const updateTime = this.accounts.get(id)?.updateTime;
      if (updateTime !== undefined)
        batch.update(
          accountRef(db, id),
          { linkedAt: FieldValue.serverTimestamp() },
          { lastUpdateTime: updateTime },
        );
    }
  }

  private take(id: string, snapshot: DocumentSnapshot | undefined): Working {
    const stored = snapshot?.exists ? parseAccount(snapshot.data()) : null;
    const batches: unknown = snapshot?.get('batches');
    const working: Working = {
      account: stored ?? blankAccount(id),
      stored,
      updateTime: snapshot?.updateTime,
      batches: Array.isArray(batches) ? batches.map(String) : [],
      entries: [],
    };
    this.accounts.set(id, working);
    return working;
  }
}

const numberOf = (account: Account | null): string | null =>
  account === null || account.withdrawn ? null : account.corporateNumber;

const writeNumber = (db: Database, batch: WriteBatch, stored: Account | null, account: Account): void => {
  const [before, after] = [numberOf(stored), numberOf(account)];
  if (before === after) return;
  if (before !== null) batch.delete(numberRef(db, before));
  if (after !== null) batch.create(numberRef(db, after), { accountId: account.id });
};

const wantedNumber = (command: Command): string | null => {
  const details =
    command.type === 'import' ? command.row.details : 'details' in command ? command.details : undefined;
  const parsed = details?.corporateNumber == null ? null : parseCorporateNumber(details.corporateNumber);
  return parsed !== null && 'number' in parsed ? parsed.number : null;
};

/** The account that would stand for this one; an undo may bring such a link back. */
const linkTarget = (command: Command, history: readonly HistoryEntry[]): string | null => {
  switch (command.type) {
    case 'putOnFile':
      return command.onFile.successorId ?? null;
    case 'changeStatus':
      return command.data?.onFile?.successorId ?? null;
    case 'closeOpportunity':
    case 'saveProduct':
      return command.decision?.data?.onFile?.successorId ?? null;
    case 'undo':
      return linkBefore(history.find(({ version }) => version === command.version));
    default:
      return null;
  }
};

const linkBefore = (entry: HistoryEntry | undefined): string | null => {
  const [first] = (entry?.events ?? []).flatMap(({ changes }) =>
    changes.filter(({ path }) => path === 'onFile'),
  );
  const before: unknown = first?.before;
  return typeof before === 'object' && before !== null && 'successorId' in before
    ? z.string().nullable().parse(before.successorId)
    : null;
};
