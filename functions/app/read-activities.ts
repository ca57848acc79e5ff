/** The latest contacts of the whole team, from the newest entries of the history. */
import type { HistoryEntry } from '../domain/account/history';
import { type LoggedActivity, loggedActivities } from '../domain/history/logged-activities';
import { readCompanyNames } from '../store/accounts';
import type { Database } from '../store/firestore';
import { readHistoryPage } from '../store/history-pages';

/** Contacts that are listed. */
const MAX_LISTED = 200;
const ENTRIES_PER_PAGE = 500;
/** Entries that are read: after the import of a long list hardly any of them is a contact. */
const MAX_READ = 2_000;

export interface LatestActivities {
  rows: readonly (LoggedActivity & { company: string })[];
  /** Entries that they were found in. */
  entries: number;
  /** There are older entries. */
  hasMore: boolean;
}

export const readActivities = async (
  db: Database,
  { maxListed = MAX_LISTED, perPage = ENTRIES_PER_PAGE } = {},
): Promise<LatestActivities> => {
  const entries: HistoryEntry[] = [];
  let listed: LoggedActivity[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && listed.length < maxListed && entries.length < MAX_READ) {
    const page = await readHistoryPage(db, {}, cursor, perPage);
    entries.push(...(page?.entries ?? []));
    listed = loggedActivities(entries);
    cursor = page?.cursor ?? null;
  }
  const shown = listed.slice(0, maxListed);
  const names = await readCompanyNames(db, [...new Set(shown.map(({ accountId }) => accountId))]);
  return {
    rows: shown.map((one) => ({ ...one, company: names.get(one.accountId) ?? '' })),
    entries: entries.length,
    hasMore: cursor !== null || shown.length < listed.length,
  };
};
