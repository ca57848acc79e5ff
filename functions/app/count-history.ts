/** Adds to the facts of a set what the history has become since: what changed, or all of it where the set is new. */
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { addEntry, noFacts } from '../domain/statistics/account-facts';
import type { ReadEntries } from '../store/account-history';
import {
  type ChangedVersion,
  readChangedVersions,
  readNewEntries,
  readVersions,
} from '../store/changed-histories';
import type { FactsProgress } from '../store/dashboard-state';
import type { Database } from '../store/firestore';
import { StoredFacts } from '../store/history-facts';

export interface HistoryCount {
  progress: FactsProgress;
  facts: StoredFacts;
  /** False where the time was up. */
  isDone: boolean;
  read: { accounts: number; entries: number };
  unreadable: UnreadableDocument[];
}

export interface CountPace {
  /** Asked behind every page. */
  isTimeUp: () => boolean;
  /** Stores how far the count is, after the facts; false where another run was faster. */
  save: (progress: FactsProgress, facts: StoredFacts) => Promise<boolean>;
}

const ACCOUNTS_PER_PAGE = 500;
/** A run that is killed loses the work on so many pages at most. */
const PAGES_PER_SAVE = 20;
/** Accounts with unreadable entries that are looked at again by each run; of more than these the others wait for a count of all. */
const MAX_AGAIN = 1000;

/**
 * The facts are stored first and how far they are last, so that a run which is killed leaves nothing out, and nothing is counted twice:
 * facts know the version that they are of. Null where another run was faster: then all is to be read again. Throws an
 * UnreadableDocumentError and a FactsTooLargeError, after which all is to be counted anew.
 */
export const countHistory = async (
  db: Database,
  progress: FactsProgress,
  { isTimeUp, save }: CountPace,
): Promise<HistoryCount | null> => {
  const facts = await StoredFacts.read(db, progress);
  const count: HistoryCount = {
    progress,
    facts,
    isDone: false,
    read: { accounts: 0, entries: 0 },
    unreadable: [],
  };
  const again = new Set<string>();
  const saveAll = async (): Promise<boolean> => {
    count.progress = { ...count.progress, again: [...again].slice(0, MAX_AGAIN) };
    return (await facts.save()) && (await save(count.progress, facts));
  };
  await addAccounts(db, await readVersions(db, progress.again), count, again);
  for (let pages = 1; !count.isDone; pages += 1) {
    const { accounts, cursor } = await readChangedVersions(db, count.progress.cursor, ACCOUNTS_PER_PAGE);
    await addAccounts(db, accounts, count, again);
    count.progress = { ...count.progress, cursor };
    count.isDone = accounts.length < ACCOUNTS_PER_PAGE;
    if (!count.isDone && isTimeUp()) break;
    if (pages % PAGES_PER_SAVE === 0 && !(await saveAll())) return null;
  }
  return (await saveAll()) ? count : null;
};

const addAccounts = async (
  db: Database,
  accounts: readonly ChangedVersion[],
  { facts, read, unreadable }: HistoryCount,
  again: Set<string>,
): Promise<void> => {
  const wanted = accounts.map((account) => ({ ...account, known: facts.get(account.id)?.version ?? 0 }));
  const histories = await readNewEntries(db, wanted);
  for (const { id, version, known } of wanted) {
    const history = histories.get(id);
    if (history === undefined) continue;
    unreadable.push(...history.unreadable);
    const reached = addNewEntries(facts, id, known, history);
    read.entries += history.entries.length;
    if (history.unreadable.length > 0 || (version !== undefined && reached < version)) again.add(id);
  }
  read.accounts += accounts.length;
};

/** Adds entries up to the first missing one, since each builds on those before it. Answers the version that the facts have reached. */
const addNewEntries = (facts: StoredFacts, id: string, known: number, { entries }: ReadEntries): number => {
  let next = facts.get(id) ?? noFacts(id);
  for (const entry of entries) if (entry.version === next.version + 1) next = addEntry(next, entry);
  if (next.version > known) facts.put(next);
  return next.version;
};
