/** A member's requests that were sent back and are not answered, as lines of their day. */
import type { DayItem } from '../domain/digest/day-item';
import { isOpenSentBack, sentBackItem } from '../domain/digest/sent-back';
import { readHistories } from '../store/account-history';
import { readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import { readSentBack } from '../store/sent-back';

/** Entries behind a request that are looked at: whoever has so many has moved on. */
const MAX_ENTRIES = 50;

/** The latest first, `limit` at most. */
export const readOpenSentBack = async (db: Database, memberId: string, limit: number): Promise<DayItem[]> => {
  const all = await readSentBack(db, memberId, limit);
  const { accounts } = await readAccounts(db, [...new Set(all.map(({ accountId }) => accountId))]);
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const known = new Map<string, number>();
  for (const { accountId, version } of all)
    known.set(accountId, Math.min(version, known.get(accountId) ?? version));
  const histories = await readHistories(
    db,
    accounts.map(({ id, version }) => ({
      id,
      version,
      known: Math.max(Math.min(known.get(id) ?? version, version), version - MAX_ENTRIES),
    })),
  );
  return all
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .flatMap((sentBack) => {
      const account = byId.get(sentBack.accountId);
      if (account === undefined) return [];
      const since = histories.get(account.id)?.entries.filter(({ version }) => version > sentBack.version);
      return isOpenSentBack(sentBack, account, since ?? []) ? [sentBackItem(sentBack, account)] : [];
    });
};
