/** Lists of accounts, compared with a list that is filtered and sorted by hand. */
import { FieldValue, type Firestore } from '@google-cloud/firestore';
import type { Account, Proposal } from '../../../functions/domain/account/account';
import {
  ACCOUNT_SORTS,
  type AccountOrder,
  SORT_DIRECTIONS,
} from '../../../functions/domain/account/account-order';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { type BadFit, runningCheck } from '../../../functions/domain/account/standing';
import { nameOrderKey } from '../../../functions/domain/company/name-order';
import { STATUS } from '../../../functions/domain/status/statuses';
import { accountDocument } from '../../../functions/store/account-fields';
import { readAccountPage } from '../../../functions/store/account-pages';
import type { AccountFilter } from '../../../functions/store/account-queries';
import { readDueReviews } from '../../../functions/store/due-reviews';
import { accountRef } from '../../../functions/store/firestore';
import { aJudgement, anAccount, aSettings, TODAY } from '../../builders';
import { countReads } from '../../count-reads';
import { eachOpenStore } from '../app/submit-requests';

const aProposal: Proposal = {
  ...{ id: 'r1', by: 'is', on: TODAY, from: 'WORKING', to: 'BAD_FIT' },
  ...{ data: {}, note: null, inEffect: true },
};
/** Judged against both products, its review far ahead. */
const BOTH = ['Desk', 'Cloud'];
const judged = (id: string, over: Partial<BadFit>, more: Partial<AccountRecord>): Account =>
  anAccount({ id, status: 'BAD_FIT', badFit: aJudgement({ products: BOTH, ...over }), ...more });
const NAMES = ['株式会社あおい', 'アオイ(株)', '青井', '𠮷田', '有限会社ABC', '𝟙', '｡'];
const DAYS = ['2026-06-01', '2026-06-30', '2026-07-01', '2026-09-01'];

/** Of each property several, in all combinations that forty can have; every eleventh is withdrawn. */
const accountOfNumber = (n: number): Account => {
  const common = {
    id: `a_${String((n * 7) % 40).padStart(2, '0')}`,
    name: NAMES[n % NAMES.length] ?? '',
    kana: n % 5 === 0 ? 'あおい' : null,
    ownerId: [null, 'is', 'left', 'gone'][n % 4] ?? null,
    proposal: n % 3 === 0 ? aProposal : null,
    withdrawn: n % 11 === 10,
    debts: n % 2 === 0 ? (['OWNER'] as const) : [],
  };
  return n % 2 === 0 || n % 7 === 0
    ? anAccount({
        ...common,
        status: 'QUARTERLY_CHECK',
        nextCheck: { date: DAYS[n % 4 === 0 ? n % 3 : 3] ?? TODAY, origin: 'cadence', base: '2026-03-01' },
      })
    : anAccount({ ...common, status: n % 3 === 0 ? 'COLD' : 'WORKING' });
};
const ACCOUNTS = Array.from({ length: 40 }, (_, n) => accountOfNumber(n));

/** All in one commit have one time of change. */
const store = async (db: Firestore): Promise<void> => {
  for (const part of [ACCOUNTS.slice(0, 15), ACCOUNTS.slice(15, 30), ACCOUNTS.slice(30)]) {
    const batch = db.batch();
    for (const account of part)
      batch.set(accountRef(db, account.id), {
        ...accountDocument(account, []),
        changedAt: FieldValue.serverTimestamp(),
      });
    await batch.commit();
  }
};

const checkOf = ({ standing }: Account): string | null => runningCheck(standing)?.nextCheck?.date ?? null;

const passes = (
  account: Account,
  { status, ownerIds, pending, debts, checkBefore }: AccountFilter,
): boolean =>
  !account.withdrawn &&
  (status === undefined || account.standing.status === status) &&
  (ownerIds === undefined || ownerIds.includes(account.ownerId ?? '')) &&
  (!pending || account.proposal !== null) &&
  (!debts || account.standing.debts.length > 0) &&
  (checkBefore === undefined || (checkOf(account) ?? '9999') < checkBefore);

const commitOf = ({ id }: Account): number => Math.floor(ACCOUNTS.findIndex((one) => one.id === id) / 15);

/** Each as a text of one length a part, in the order of the bytes. */
const ranksOf = (
  account: Account,
  by: AccountOrder['by'],
  direction: AccountOrder['direction'],
): string[] => {
  switch (by) {
    case 'name':
      return [nameOrderKey(account)];
    case 'changed':
      return [String(commitOf(account))];
    case 'status':
      return [String(STATUS[account.standing.status].number)];
    case 'nextCheck':
      return [checkOf(account) ?? (direction === 'asc' ? '9999' : '')];
    default:
      return by satisfies never;
  }
};

const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const expectedIds = (filter: AccountFilter, { by, direction }: AccountOrder): string[] => {
  const sign = direction === 'asc' ? 1 : -1;
  const check = (account: Account): string =>
    filter.checkBefore === undefined ? '' : (checkOf(account) ?? '');
  return ACCOUNTS.filter((account) => passes(account, filter))
    .map((account) => ({
      id: account.id,
      ranks: [...ranksOf(account, by, direction), check(account), account.id],
    }))
    .sort(
      (a, b) =>
        sign * (a.ranks.map((rank, n) => compare(rank, b.ranks[n] ?? '')).find((one) => one !== 0) ?? 0),
    )
    .map(({ id }) => id);
};

const readIds = async (
  db: Firestore,
  filter: AccountFilter,
  order: AccountOrder | null,
  limit: number,
  betweenPages: () => Promise<unknown> = async () => {},
): Promise<string[]> => {
  const ids: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; await betweenPages()) {
    const page = await readAccountPage(db, filter, order, cursor, limit);
    if (page === null) throw new Error('the cursor is not known');
    ids.push(...page.accounts.map(({ id }) => id));
    cursor = page.cursor;
  }
  return ids;
};

const MANY_OWNERS = ['left', 'gone', ...Array.from({ length: 40 }, (_, n) => `m_${n}`)];
const FILTERS: AccountFilter[] = [
  {},
  { status: 'QUARTERLY_CHECK' },
  { ownerIds: ['left'] },
  { ownerIds: MANY_OWNERS.slice(0, 3) },
  { ownerIds: MANY_OWNERS },
  { ownerIds: [] },
  { pending: true },
  { debts: true },
  { checkBefore: TODAY },
  { status: 'QUARTERLY_CHECK', pending: true, debts: true },
  { ownerIds: ['left', 'gone', 'is'], debts: true, checkBefore: TODAY },
];
const ORDERS: AccountOrder[] = ACCOUNT_SORTS.flatMap((by) =>
  SORT_DIRECTIONS.map((direction) => ({ by, direction })),
);

eachOpenStore('lists of accounts', (db) => {
  beforeEach(() => store(db()));

  test('every filter in every order, page by page', async () => {
    for (const filter of FILTERS)
      for (const order of ORDERS)
        expect({ filter, order, ids: await readIds(db(), filter, order, 15) }).toEqual({
          ...{ filter, order },
          ids: expectedIds(filter, order),
        });
  });

  test('without an order by ID; overdue ones by the day of the check', async () => {
    const ids = ACCOUNTS.filter((account) => passes(account, {})).map(({ id }) => id);
    expect(await readIds(db(), {}, null, 7)).toEqual(ids.sort());
    expect(await readIds(db(), { checkBefore: TODAY }, null, 4)).toEqual(
      expectedIds({ checkBefore: TODAY }, { by: 'nextCheck', direction: 'asc' }),
    );
  });

  test('what changes between two pages takes no other along, and brings none twice', async () => {
    const moving = ACCOUNTS.filter((account) => passes(account, {})).slice(0, 8);
    for (const order of ORDERS) {
      let moved = 0;
      const ids = await readIds(db(), {}, order, 5, async () => {
        const account = moving[moved % moving.length];
        if (account === undefined) return;
        moved += 1;
        const renamed = { ...account, name: moved % 2 === 0 ? 'ンンン' : 'アアア' };
        await accountRef(db(), account.id).update({
          ...accountDocument(renamed, []),
          changedAt: FieldValue.serverTimestamp(),
        });
      });
      const others = ids.filter((id) => !moving.some((account) => account.id === id));
      const unmoved = ACCOUNTS.filter(
        (account) => passes(account, {}) && !moving.some(({ id }) => id === account.id),
      ).map(({ id }) => id);
      expect({ order, ids: [...others].sort() }).toEqual({ order, ids: unmoved.sort() });
    }
  });

  test('a page reads as many documents as it has', async () => {
    for (const filter of FILTERS.filter(({ ownerIds }) => ownerIds !== MANY_OWNERS && ownerIds?.length !== 0))
      for (const order of [null, ...ORDERS])
        expect(
          await countReads(() => readAccountPage(db(), filter, order, undefined, 3)),
        ).toBeLessThanOrEqual(4);
  });

  test('bad fits to review: by the day, or of a product that was added; the others cost one read a set of products', async () => {
    const batch = db().batch();
    const add = (id: string, over: Partial<BadFit> = {}, more: Partial<AccountRecord> = {}) =>
      batch.set(accountRef(db(), id), accountDocument(judged(id, over, more), []));
    for (let n = 0; n < 60; n += 1) add(`a_judged_${n}`, { products: n % 2 ? ['Cloud', 'Desk'] : BOTH });
    add('a_due', { reviewOn: TODAY });
    add('a_new_1', { products: ['Cloud'] });
    add('a_new_2', { products: ['Cloud'], reviewOn: TODAY });
    add('a_pending', { products: [], reviewedBy: null, reviewOn: '2020-01-01' });
    add('a_withdrawn', { products: [], reviewOn: TODAY }, { withdrawn: true });
    await batch.commit();
    const idsAt = async (...products: string[]) => {
      const { accounts } = await readDueReviews(db(), TODAY, aSettings({ products }), 100);
      return accounts.map(({ id }) => id).sort();
    };
    expect(await idsAt('Cloud', 'Desk')).toEqual(['a_due', 'a_new_1', 'a_new_2']);
    expect(await idsAt('Cloud')).toEqual(['a_due', 'a_new_2']);
    expect(await idsAt('Cloud', 'Phone')).toHaveLength(63);
    const settings = aSettings({ products: BOTH });
    expect(await countReads(() => readDueReviews(db(), TODAY, settings, 100))).toBeLessThanOrEqual(8);
    // Of more than anybody reads, the others are counted.
    const some = await readDueReviews(db(), TODAY, aSettings({ products: ['Phone'] }), 40);
    expect([some.accounts.length, some.more]).toEqual([40, 23]);
    expect((await readDueReviews(db(), TODAY, settings, 1)).accounts.map(({ id }) => id)).toEqual([
      'a_due',
      'a_new_1',
    ]);
    await accountRef(db(), 'a_new_1').update({ 'state.badFit.reviewOn': 7 });
    const { accounts, unreadable } = await readDueReviews(db(), TODAY, settings, 100);
    expect([accounts.map(({ id }) => id).sort(), unreadable.map(({ accountId }) => accountId)]).toEqual([
      ['a_due', 'a_new_2'],
      ['a_new_1'],
    ]);
  });

  test('a cursor of another order is none', async () => {
    const page = await readAccountPage(db(), {}, { by: 'name', direction: 'asc' }, undefined, 3);
    const next = (order: AccountOrder | null, filter: AccountFilter = {}) =>
      readAccountPage(db(), filter, order, page?.cursor ?? '', 3);
    expect((await next({ by: 'name', direction: 'asc' }))?.accounts).toHaveLength(3);
    expect(await next({ by: 'name', direction: 'desc' })).toBeNull();
    expect(await next({ by: 'status', direction: 'asc' })).toBeNull();
    expect(await next(null)).toBeNull();
    expect(await next({ by: 'name', direction: 'asc' }, { checkBefore: TODAY })).toBeNull();
  });

  test('an account of which the order cannot be read is named where a page ends with it', async () => {
    await accountRef(db(), 'a_00').update({ 'order.name': { odd: true } });
    const read = readIds(db(), {}, { by: 'name', direction: 'asc' }, 1);
    await expect(read).rejects.toMatchObject({
      document: { kind: 'account', accountId: 'a_00', fields: ['order.name'] },
    });
  });
});
