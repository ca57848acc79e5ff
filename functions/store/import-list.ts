/** Import of a company list: the same file again, twice at once or after a crash gives the same accounts. */
import { FieldValue } from '@google-cloud/firestore';
import { z } from 'zod';
import { type ImportTerms, importRowOf } from '../company-list/import-row';
import { type ListProblem, problem } from '../company-list/problems';
import type { CompanyList } from '../company-list/read-list';
import { type Account, blankAccount, exists } from '../domain/account';
import type { ImportRow } from '../domain/commands';
import { foldCompanyName } from '../domain/company-name';
import { decide } from '../domain/decide';
import { registerRow } from '../domain/register-row';
import { parseAccount, parseEntry } from './account-document';
import {
  accountRef,
  accountsOf,
  batchRef,
  type Database,
  digest,
  entryRef,
  existingOf,
  numbersOf,
} from './firestore';
import { type Asked, type Frame, type Result, submit } from './submit';

export interface Counts {
  /** New accounts. */
  created: number;
  /** Accounts that were here and got details that they lacked. */
  filled: number;
  unchanged: number;
  refused: number;
  /** New accounts with something to fill in (要補完). */
  withDebts: number;
}

export interface BatchState {
  id: string;
  list: string;
  total: number;
  done: number;
  counts: Counts;
  state: 'running' | 'done' | 'undone';
}

const batchDocument = z.object({
  id: z.string(),
  list: z.string(),
  total: z.int(),
  done: z.int(),
  counts: z.object({
    created: z.int(),
    filled: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    withDebts: z.int(),
  }),
  state: z.enum(['running', 'done', 'undone']),
});

/** The batch's ID says which list and which file: the same file resumes its own batch. */
export const batchId = (list: string, file: Uint8Array): string =>
  `b_${digest(`${list}\n${Buffer.from(file).toString('base64')}`)}`;

interface Placed {
  line: number;
  row: ImportRow;
  /** What the row is known by: two rows with the same one are the same company. */
  identity: string;
}

/** Rows that can be imported, and every problem of the file. */
export const placeRows = (
  list: CompanyList,
  terms: ImportTerms,
): { placed: Placed[]; problems: ListProblem[] } => {
  const problems = [...list.problems];
  const placed: Placed[] = [];
  const seen = new Map<string, number>();
  for (const listed of list.rows) {
    const parsed = importRowOf(listed, terms);
    if ('problems' in parsed) {
      problems.push(...parsed.problems);
      continue;
    }
    const identity = identityOf(parsed.row);
    const first = seen.get(identity);
    if (first === undefined) {
      seen.set(identity, listed.line);
      placed.push({ line: listed.line, row: parsed.row, identity });
    } else {
      problems.push(problem(listed.line, 'DUPLICATE_IN_FILE', `${listed.line} = ${first}`));
    }
  }
  return { placed, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };
};

/** Corporate number, else the list's own ID, else name and address. */
const identityOf = ({ details, list, listId }: ImportRow): string => {
  if (details.corporateNumber != null) return `number:${details.corporateNumber}`;
  if (listId !== undefined) return `list:${list}:${listId}`;
  return `name:${foldCompanyName(details.name).key}:${(details.address ?? '').normalize('NFKC').replace(/\s/g, '')}`;
};

const SLICE = 100;
/** Slices that are written at once: while one waits for Firestore, another is decided. */
const LANES = 4;

interface Run {
  batch: string;
  list: string;
  /** True goes on where the batch stopped; false begins with the first row. */
  resume: boolean;
  total: number;
  /** Called after every few slices; true ends the run, to be resumed from there. */
  enough: () => boolean;
}

/**
 * Imports placed rows slice by slice, until done or enough. Every row's account ID comes from what the row is known by, so
 * that a second run finds the accounts of the first. Where the rows are not those that the batch stopped at, because
 * somebody has joined or left the team meanwhile, it begins anew: that changes nothing twice, and leaves no row out.
 */
export const importRows = async (
  db: Database,
  placed: readonly Placed[],
  run: Run,
  frame: Frame,
): Promise<{ state: BatchState; problems: ListProblem[] }> => {
  const problems: ListProblem[] = [];
  const before = await readBatch(db, run.batch);
  const stopped = run.resume && before?.state !== 'undone' && before?.total === run.total ? before : null;
  let counts: Counts = stopped?.counts ?? NO_COUNTS;
  let done = stopped?.done ?? 0;
  do {
    const rows = placed.slice(done, done + LANES * SLICE);
    const lanes = Array.from({ length: LANES }, (_, lane) => rows.slice(lane * SLICE, (lane + 1) * SLICE));
    const results = (
      await Promise.all(lanes.map((slice) => importSlice(db, slice, run.batch, frame)))
    ).flat();
    counts = added(counts, results);
    results.forEach((result, index) => {
      const line = rows[index]?.line ?? null;
      if (result.status === 'refused') problems.push(problem(line, 'ROW_REFUSED', result.refusal.code));
    });
    done += rows.length;
    const state = stateOf(run, done, counts, done >= placed.length ? 'done' : 'running');
    await batchRef(db, run.batch).set({
      ...state,
      by: frame.actor.id,
      at: frame.now,
      changedAt: FieldValue.serverTimestamp(),
    });
  } while (done < placed.length && !run.enough());
  return { state: stateOf(run, done, counts, done >= placed.length ? 'done' : 'running'), problems };
};

const importSlice = async (
  db: Database,
  slice: readonly Placed[],
  batch: string,
  frame: Frame,
): Promise<Result[]> => {
  const holders = await holdersOf(db, slice);
  return submit(db, askedOf(slice, batch, holders), frame, holders);
};

/** What a real run would do, without writing anything. */
export const rehearse = async (
  db: Database,
  placed: readonly Placed[],
  frame: Frame,
): Promise<{ counts: Counts; problems: ListProblem[] }> => {
  const problems: ListProblem[] = [];
  let counts = NO_COUNTS;
  for (let from = 0; from < placed.length; from += SLICE) {
    const slice = placed.slice(from, from + SLICE);
    const asked = askedOf(slice, 'dry-run', await holdersOf(db, slice));
    const snapshots = await db.getAll(...asked.map(({ accountId }) => accountRef(db, accountId)));
    const results = asked.map(({ accountId, command }, index): Result => {
      const snapshot = snapshots[index];
      const account = snapshot?.exists ? parseAccount(snapshot.data()) : blankAccount(accountId);
      const verdict = decide(account, command, { ...frame, links: {}, history: [] });
      if ('refusal' in verdict) {
        problems.push(problem(slice[index]?.line ?? null, 'ROW_REFUSED', verdict.refusal.code));
        return { status: 'refused', refusal: verdict.refusal, row: null };
      }
      return accepted(account, verdict.account);
    });
    counts = added(counts, results);
  }
  return { counts, problems };
};

const NO_COUNTS: Counts = { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0 };

const accepted = (before: Account, after: Account): Result => ({
  status: 'accepted',
  row: registerRow(after),
  replayed: false,
  changed: after !== before,
  created: after !== before && !exists(before),
});

const stateOf = (run: Run, done: number, counts: Counts, state: BatchState['state']): BatchState => ({
  id: run.batch,
  list: run.list,
  total: run.total,
  done,
  counts,
  state,
});

const added = (counts: Counts, results: readonly Result[]): Counts => {
  const sum = { ...counts };
  for (const result of results) {
    if (result.status === 'refused') sum.refused += 1;
    else if (!result.changed) sum.unchanged += 1;
    else if (result.created) {
      sum.created += 1;
      if (result.row.debts.length > 0) sum.withDebts += 1;
    } else sum.filled += 1;
  }
  return sum;
};

/** Which account has the corporate numbers of these rows; null = none. */
const holdersOf = async (
  db: Database,
  slice: readonly Placed[],
): Promise<ReadonlyMap<string, string | null>> => {
  const numbers = slice.flatMap(({ row }) => row.details.corporateNumber ?? []);
  const taken = await existingOf(numbersOf(db), numbers);
  return new Map(
    numbers.map((number) => {
      const holder: unknown = taken.get(number)?.get('accountId');
      return [number, typeof holder === 'string' ? holder : null];
    }),
  );
};

/** Rows whose corporate number is in the register already go to the account that has it. */
const askedOf = (
  slice: readonly Placed[],
  batch: string,
  holders: ReadonlyMap<string, string | null>,
): Asked[] =>
  slice.map(({ row, identity, line }) => ({
    requestId: `${batch}:${line}`,
    accountId: holders.get(row.details.corporateNumber ?? '') ?? `a_${digest(identity)}`,
    expectedVersion: null,
    command: { type: 'import', row },
    batch,
  }));

export const readBatch = async (db: Database, id: string): Promise<BatchState | null> => {
  const snapshot = await batchRef(db, id).get();
  return snapshot.exists ? batchDocument.parse(snapshot.data()) : null;
};

export interface UndoneBatch {
  undone: number;
  /** Accounts that have changed since, or that the caller may not undo. */
  refused: { accountId: string; name: string; code: string }[];
  /** False when the time was up: sent again, it goes on. */
  finished: boolean;
}

/** Takes back, account by account, what a batch did. Again after a crash: what is undone already is passed over. */
export const undoBatch = async (
  db: Database,
  state: BatchState,
  frame: Frame,
  enough: () => boolean = () => false,
): Promise<UndoneBatch> => {
  const refused: UndoneBatch['refused'] = [];
  let undone = 0;
  let after: string | null = null;
  for (;;) {
    let query = accountsOf(db).where('batches', 'array-contains', state.id).orderBy('__name__').limit(SLICE);
    if (after !== null) query = query.startAfter(after);
    const { docs } = await query.get();
    const accounts = docs.map((doc) => parseAccount(doc.data())).filter(exists);
    const asked = await undoesOf(db, accounts, state.id);
    const results = await submit(db, asked, frame);
    results.forEach((result, index) => {
      if (result.status === 'accepted') undone += 1;
      else
        refused.push({
          accountId: asked[index]?.accountId ?? '',
          name: result.row?.name ?? '',
          code: result.refusal.code,
        });
    });
    after = docs.at(-1)?.id ?? null;
    if (docs.length < SLICE) break;
    if (enough()) return { undone, refused, finished: false };
  }
  await batchRef(db, state.id).update({ state: 'undone', changedAt: FieldValue.serverTimestamp() });
  return { undone, refused, finished: true };
};

/** For each account the undo of the batch's own entry, unless that is undone already. */
const undoesOf = async (
  db: Database,
  accounts: readonly { id: string; version: number }[],
  batch: string,
): Promise<Asked[]> => {
  const refs = accounts.flatMap(({ id, version }) =>
    Array.from({ length: version }, (_, index) => entryRef(db, id, index + 1)),
  );
  if (refs.length === 0) return [];
  const entries = (await db.getAll(...refs)).flatMap((snapshot) =>
    snapshot.exists ? parseEntry(snapshot.data()) : [],
  );
  return accounts.flatMap(({ id, version }): Asked[] => {
    const own = entries.filter(({ accountId }) => accountId === id);
    const undone = new Set(own.map(({ undoes }) => undoes));
    const open = own.filter(
      (entry) => entry.batch === batch && entry.undoes === null && !undone.has(entry.version),
    );
    const last = open.at(-1);
    if (last === undefined) return [];
    return [
      {
        requestId: `${batch}:undo:${id}:${last.version}`,
        accountId: id,
        expectedVersion: version,
        command: { type: 'undo', version: last.version },
        batch,
      },
    ];
  });
};
