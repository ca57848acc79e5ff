import { submit } from '../../../functions/app/submit';
import { readAccountPage, readChangedAccounts } from '../../../functions/store/account-pages';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  eachOpenStore,
  submitAll,
  submitOne,
} from '../app/submit-requests';
import { expectConsistentStore } from './expect-consistent-store';

eachOpenStore('reading accounts', (db) => {
  afterEach(() => expectConsistentStore(db()));
  const ids = Array.from({ length: 7 }, (_, n) => `a_${n}`);

  test('pages follow the IDs, leave nobody out, and have no end page of their own', async () => {
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    const pages: string[][] = [];
    let cursor: string | null | undefined;
    do {
      const page = await readAccountPage(db(), {}, null, cursor ?? undefined, 3);
      pages.push(page?.accounts.map(({ id }) => id) ?? []);
      cursor = page?.cursor;
    } while (cursor != null);
    expect(pages).toEqual([ids.slice(0, 3), ids.slice(3, 6), ids.slice(6)]);
  });

  test('filters by status and owner; a withdrawn account is in none', async () => {
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    acceptedRow(
      await submitOne(
        db(),
        aSubmitRequest('a_3', 1, {
          type: 'changeStatus',
          to: 'WORKING',
          data: { ownerId: 'is2', action: { kind: 'call', date: '2026-07-01', with: '総務部' } },
        }),
      ),
    );
    acceptedRow(await submitOne(db(), aSubmitRequest('a_5', 1, { type: 'undo', version: 1 })));
    const found = async (filter: Parameters<typeof readAccountPage>[1]) =>
      (await readAccountPage(db(), filter, null, undefined, 10))?.accounts.map(({ id }) => id);
    expect(await found({ status: 'WORKING' })).toEqual(['a_3']);
    expect(await found({ ownerIds: ['is2'], status: 'WORKING' })).toEqual(['a_3']);
    expect(await found({ ownerIds: ['is2'], status: 'COLD' })).toEqual([]);
    expect(await found({ status: 'COLD' })).toEqual(['a_0', 'a_1', 'a_2', 'a_4', 'a_6']);
    expect(await found({})).not.toContain('a_5');
  });

  test('a cursor of changes sees every change exactly once, while they are being written', async () => {
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    const look = async () => {
      for (;;) {
        const page = await readChangedAccounts(db(), cursor ?? undefined, 2);
        cursor = page?.cursor;
        seen.push(...(page?.accounts ?? []).map(({ id, version }) => `${id}:${version}`));
        if ((page?.accounts.length ?? 0) < 2) return;
      }
    };
    let isWriting = true;
    const writing = Promise.all(
      ids.map(async (id) => {
        for (let version = 1; version <= 6; version += 1)
          acceptedRow(
            await submitOne(
              db(),
              aSubmitRequest(id, version, { type: 'saveContact', contact: { name: `${version}` } }),
            ),
          );
      }),
    ).finally(() => {
      isWriting = false;
    });
    while (isWriting) await look();
    await writing;
    await look();
    // A change may be overtaken by the next one of its account; none is seen twice, and the last one always.
    expect(new Set(seen).size).toBe(seen.length);
    for (const id of ids) {
      const versions = seen.filter((one) => one.startsWith(`${id}:`)).map((one) => Number(one.split(':')[1]));
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
      expect(versions.at(-1)).toBe(7);
    }
    const quiet = await readChangedAccounts(db(), cursor ?? undefined, 2);
    expect(quiet).toEqual({ accounts: [], unreadable: [], cursor });
  });

  test('changes of one commit are ordered by their IDs, also across pages', async () => {
    await submit(
      db(),
      ids.map((id) => aRegisterSubmit(id)),
      aCommandContext(),
    );
    const first = await readChangedAccounts(db(), undefined, 4);
    const second = await readChangedAccounts(db(), first?.cursor ?? undefined, 4);
    expect([first, second].flatMap((page) => page?.accounts.map(({ id }) => id))).toEqual(ids);
  });

  const text = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  test.each([
    '',
    'x',
    '{}',
    text({}),
    text({ order: 'asc', values: [], id: '' }),
    text({ order: 'asc', values: [], id: 'a/b' }),
    text({ order: 'asc', values: [1], id: 'a_1' }),
    text({ order: 'asc', values: [] }),
    text({ order: 'order.name asc', values: ['a'], id: 'a_1' }),
    text({ at: '1.2', id: 'a_1' }),
    text({ at: [1e15, 0], id: 'a_1' }),
    text({ at: [1, -1], id: 'a_1' }),
    text({ at: [1, 1], id: '' }),
    text({ at: [1, 1], id: 'a/b' }),
  ])('the cursor %p is none of ours', async (cursor) => {
    expect([
      await readAccountPage(db(), {}, null, cursor, 5),
      await readChangedAccounts(db(), cursor, 5),
    ]).toEqual([null, null]);
  });
});
