import { teamEntriesOf } from '../../../functions/store/firestore';
import { readAccountHistoryPage, readHistoryPage } from '../../../functions/store/history-pages';
import {
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  submitAll,
  submitOne,
} from '../app/submit-requests';

eachOpenStore('reading the history', (db) => {
  const ids = ['a_0', 'a_1', 'z_2'];

  test('pages of any size bring each entry once, also of one instant; versions of the team are none of them', async () => {
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    for (const [id, version] of [
      ['a_1', 1],
      ['a_0', 1],
      ['a_1', 2],
    ] as const)
      acceptedRow(await submitOne(db(), aSubmitRequest(id, version, contactCommand(`山田 ${version}`))));
    const [{ at, by } = { at: '', by: '' }] = (await readHistoryPage(db(), {}, undefined, 1))?.entries ?? [];
    for (const version of [1, 2])
      await teamEntriesOf(db()).doc(String(version).padStart(8, '0')).set({ version, at, by });
    const readAll = async (limit: number, filter: Parameters<typeof readHistoryPage>[1]) => {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await readHistoryPage(db(), filter, cursor, limit);
        if (page === null) throw new Error('no page');
        expect([page.unreadable, page.entries.length <= limit]).toEqual([[], true]);
        seen.push(...page.entries.map((entry) => `${entry.accountId} ${entry.version}`));
        ({ cursor } = page);
      }
      return seen;
    };
    const all = ['z_2 1', 'a_1 3', 'a_1 2', 'a_1 1', 'a_0 2', 'a_0 1'];
    for (const limit of [1, 2, 3, 6, 100]) expect(await readAll(limit, {})).toEqual(all);
    for (const limit of [1, 100]) {
      expect(await readAll(limit, { personId: by })).toEqual(all);
      expect(await readAll(limit, { command: 'register', personId: by })).toEqual([
        'z_2 1',
        'a_1 1',
        'a_0 1',
      ]);
      expect(await readAll(limit, { event: 'contactSaved' })).toEqual(['a_1 3', 'a_1 2', 'a_0 2']);
    }
    const versions = async (cursor?: string) => {
      const page = await readAccountHistoryPage(db(), { accountId: 'a_1' }, cursor, 2);
      return typeof page === 'string' ? page : [page.entries.map(({ version }) => version), page.cursor];
    };
    const [first, cursor] = await versions();
    expect(first).toEqual([3, 2]);
    expect(await versions(String(cursor))).toEqual([[1], null]);
  });

  test('an entry that cannot be read stands for itself; the account need not be readable', async () => {
    await submitAll(db(), aRegisterSubmit('a_0'));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_0', 1, contactCommand('山田'))));
    await db().doc('accounts/a_0/events/00000002').update({ by: 7 });
    await db().doc('accounts/a_0').update({ state: 'lost' });
    const page = await readHistoryPage(db(), {}, undefined, 10);
    expect(page?.entries.map(({ version }) => version)).toEqual([1]);
    expect(page?.unreadable).toEqual([{ kind: 'entry', accountId: 'a_0', id: '2', fields: ['by'] }]);
    expect(await readAccountHistoryPage(db(), { accountId: 'a_0' }, undefined, 10)).toEqual(page);
    expect(await readAccountHistoryPage(db(), { accountId: 'a_9' }, undefined, 10)).toBe('ACCOUNT_UNKNOWN');
  });
});
