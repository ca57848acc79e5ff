/** Requests of cells that were sent back and are not answered. */
import type { Account } from '../domain/account/account';
import type { DayItem } from '../domain/digest/day-item';
import { isOpenSentBack, type SentBack, sentBackItem } from '../domain/digest/sent-back';
import { readHistories } from '../store/account-history';
import { readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import { readSentBack } from '../store/sent-back';

/** Entries after a request that are looked at: an account with more has moved on. */
const MAX_ENTRIES = 50;

/** Those of a member as lines of their day, the latest first, `limit` at most. */
export const readOpenSentBack = async (db: Database, memberId: string, limit: number): Promise<DayItem[]> =>
  (await openOf(db, await readSentBack(db, memberId, limit))).map(({ sentBack, account }) =>
    sentBackItem(sentBack, account),
  );

/** So many of the whole team are looked at. */
const MAX_OF_TEAM = 500;

/** By member, the companies of which something of theirs was sent back, the latest first. */
export const readSentBackCompanies = async (
  db: Database,
): Promise<Readonly<Record<string, readonly string[]>>> => {
  const companies: Record<string, string[]> = {};
  for (const { sentBack, account } of await openOf(db, await readSentBack(db, null, MAX_OF_TEAM))) {
    const { by } = sentBack;
    companies[by] = [...new Set([...(companies[by] ?? []), account.name])];
  }
  return companies;
};

interface OpenSentBack {
  sentBack: SentBack;
  account: Account;
}

const openOf = async (db: Database, all: SentBack[]): Promise<OpenSentBack[]> => {
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
    .flatMap((sentBack): OpenSentBack[] => {
      const account = byId.get(sentBack.accountId);
      if (account === undefined) return [];
      const since = histories.get(account.id)?.entries.filter(({ version }) => version > sentBack.version);
      return isOpenSentBack(sentBack, account, since ?? []) ? [{ sentBack, account }] : [];
    });
};
