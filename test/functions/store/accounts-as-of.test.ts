import { toRecord } from '../../../functions/domain/account/account-record';
import { readAccountsAsOf } from '../../../functions/store/accounts-as-of';
import { countReads } from '../../count-reads';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  submitAll,
  submitOne,
} from '../app/submit-requests';

const ids = ['a_0', 'a_1', 'a_2'];
const END = '2026-07-02T00:00:00.000Z';
const later = aCommandContext('is', { now: '2026-07-03T03:00:00.000Z', today: '2026-07-03' });

eachOpenStore('reading accounts as of an instant', (db) => {
  const namesOf = async (after: string | null, limit: number) => {
    const page = await readAccountsAsOf(db(), END, after, limit);
    return { ...page, accounts: page.accounts.map(({ id, version }) => `${id} ${version}`) };
  };

  test('as they were, page by page; what has not changed since costs two reads', async () => {
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, contactCommand('山田'))));
    expect(await countReads(() => namesOf(null, 100))).toBe(6);
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 2, contactCommand('佐藤')), later));
    acceptedRow(await submitOne(db(), aRegisterSubmit('a_3'), later));
    expect(await namesOf(null, 2)).toEqual({ accounts: ['a_0 1', 'a_1 2'], unreadable: [], after: 'a_1' });
    expect(await namesOf('a_1', 2)).toEqual({ accounts: ['a_2 1'], unreadable: [], after: 'a_3' });
    expect(await namesOf('a_3', 2)).toEqual({ accounts: [], unreadable: [], after: null });
    const [account] = (await readAccountsAsOf(db(), END, 'a_0', 1)).accounts;
    const contacts = account === undefined ? {} : toRecord(account).contacts;
    expect(Object.values(contacts).map(({ name }) => name)).toEqual(['山田']);
  });

  test('an account that cannot be read is as its history tells; of a broken history it is a problem', async () => {
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    await db().doc('accounts/a_0').update({ state: 'lost' });
    await db().doc('accounts/a_1/events/00000001').update({ at: 7 });
    expect(await namesOf(null, 10)).toEqual({
      accounts: ['a_0 1', 'a_2 1'],
      unreadable: [{ kind: 'entry', accountId: 'a_1', id: '1', fields: ['at'] }],
      after: null,
    });
  });
});
