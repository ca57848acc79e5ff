/** Whether a list is a new one, or one that came before and now brings changes. */
import type { CompanyRow } from '../company-list/company-rows';
import type { ImportMode } from '../contract/import';
import { isRegistered, partById } from '../domain/account/account';
import { readUnnumberedAccounts } from '../store/company-candidates';
import type { Database } from '../store/firestore';
import { isKnownList } from '../store/list-companies';
import type { ListChoices } from './list-choices';
import { isMatched, matchImportRows, withAccountsMadeBefore } from './match-import-rows';

/** So many rows, from all over the list, tell whether it came before. */
const SAMPLE_ROWS = 300;

/**
 * `changes` where the list was imported before under this name, and more than half of its companies are known from it. What the
 * register has saved itself is no list, whatever it is called: nobody has left it.
 */
export const detectImportMode = async (
  db: Database,
  companies: readonly CompanyRow[],
  list: string,
  choices: ListChoices,
): Promise<ImportMode> => {
  if (companies.length === 0 || !(await isKnownList(db, list))) return 'add';
  const sample = sampleOf(companies);
  const { matches } = await matchImportRows(db, sample, {
    choices,
    unnumbered: await readUnnumberedAccounts(db),
  });
  const rowsOfList = (await withAccountsMadeBefore(db, matches)).filter(
    (match) =>
      isMatched(match) &&
      match.account !== null &&
      match.account.id !== match.row.listId &&
      isRegistered(match.account) &&
      partById(match.account.sources, list) !== undefined,
  );
  return rowsOfList.length * 2 > sample.length ? 'changes' : 'add';
};

const sampleOf = (companies: readonly CompanyRow[]): CompanyRow[] => {
  const step = Math.max(1, companies.length / SAMPLE_ROWS);
  return Array.from({ length: Math.min(SAMPLE_ROWS, companies.length) }, (_, index) => index * step).flatMap(
    (position) => companies[Math.floor(position)] ?? [],
  );
};
