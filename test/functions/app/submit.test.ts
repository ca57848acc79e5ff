import { submit } from '../../../functions/app/submit';
import { readEntries } from '../../../functions/store/account-history';
import { loadAccount } from '../../../functions/store/accounts';
import { theMember } from '../../builders';
import { freshClient, usingFirestore } from '../../firestores';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aClientSubmit,
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  isAccepted,
  refusalOfResult,
  storedPaths,
  submitAll,
  submitOne,
  TO_WORKING,
} from './submit-requests';

eachOpenStore('the commit protocol', (db) => {
  afterEach(() => expectConsistentStore(db()));

  describe('the same request again', () => {
    test('gets the stored answer, also when the account has moved on', async () => {
      const register = aRegisterSubmit('a_1');
      const first = await submitOne(db(), register);
      await submitOne(db(), aSubmitRequest('a_1', 1, TO_WORKING));
      const again = await submitOne(db(), register);
      expect(first).toMatchObject({ replayed: false, effect: 'created' });
      expect(again).toMatchObject({ effect: 'none', replayed: true, row: acceptedRow(first) });
      expect(acceptedRow(again).status).toBe('COLD');
      expect((await loadAccount(db(), 'a_1'))?.version).toBe(2);
    });

    test('twice in one block has one effect', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const once = aSubmitRequest('a_1', 1, contactCommand('山田'));
      const results = await submit(db(), [once, once], aCommandContext());
      expect(results).toMatchObject([{ replayed: false }, { replayed: true }]);
      expect(Object.keys((await loadAccount(db(), 'a_1'))?.contacts ?? {})).toHaveLength(1);
    });

    test('twenty times at once has one effect and one answer', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const once = aSubmitRequest('a_1', 1, contactCommand('山田'));
      const results = await Promise.all(Array.from({ length: 20 }, () => submitOne(db(), once)));
      expect(new Set(results.map((result) => JSON.stringify(acceptedRow(result)))).size).toBe(1);
      expect(results.filter((result) => 'replayed' in result && !result.replayed)).toHaveLength(1);
      expect((await loadAccount(db(), 'a_1'))?.version).toBe(2);
    });

    test('with another body, another account or another version is refused and changes nothing', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
      const once = aSubmitRequest('a_1', 1, contactCommand('山田'));
      await submitOne(db(), once);
      const before = await storedPaths(db());
      for (const other of [{ command: contactCommand('佐藤') }, { accountId: 'a_2' }, { expectedVersion: 2 }])
        expect(refusalOfResult(await submitOne(db(), { ...once, ...other })).code).toBe('REQUEST_KEY_REUSED');
      expect(await storedPaths(db())).toEqual(before);
    });

    test('by another member is refused', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const once = aSubmitRequest('a_1', 1, contactCommand('山田'));
      await submitOne(db(), once);
      expect(refusalOfResult(await submitOne(db(), once, aCommandContext('is2'))).code).toBe(
        'REQUEST_KEY_REUSED',
      );
    });

    test('after a refusal is decided anew', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const early = aSubmitRequest('a_1', 1, TO_WORKING);
      const nobody = aCommandContext('is', { members: { is: { ...theMember('is'), active: false } } });
      expect(isAccepted(await submitOne(db(), early, nobody))).toBe(false);
      expect(acceptedRow(await submitOne(db(), early)).status).toBe('WORKING');
    });
  });

  test('one account in a block again and again is applied in order, with one version expected throughout', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const results = await submit(
      db(),
      [contactCommand('一'), TO_WORKING, contactCommand('二'), { type: 'undo', version: 4 } as const].map(
        (command) => aSubmitRequest('a_1', 1, command),
      ),
      aCommandContext(),
    );
    expect(results.map((result) => acceptedRow(result).version)).toEqual([2, 3, 4, 5]);
    expect((await readEntries(db(), 'a_1', 1, 9)).map(({ command }) => command)).toEqual([
      'register',
      'saveContact',
      'changeStatus',
      'saveContact',
      'undo',
    ]);
  });

  test('an unknown account is refused, whatever the version', async () => {
    for (const [id, version] of [
      ['a_none', 0],
      ['a_none', 5],
      ['constructor', 1],
    ] as const)
      expect(refusalOfResult(await submitOne(db(), aSubmitRequest(id, version, TO_WORKING))).code).toBe(
        'ACCOUNT_UNKNOWN',
      );
    expect(await storedPaths(db())).toEqual([]);
  });
});

describe('documents have a limit', () => {
  const firestore = usingFirestore('embedded');

  test('an account that has grown too large for one document is refused, not broken', async () => {
    const db = freshClient(firestore().host, { ignoreUndefinedProperties: true });
    await submitAll(db, aClientSubmit('a_1'));
    const long = '長'.repeat(2000);
    const churned = Array.from({ length: 180 }, (_, n) =>
      aSubmitRequest('a_1', 1, {
        type: 'saveProduct',
        product: { product: `P${n}`, state: 'prospect', churnReason: long },
      }),
    );
    const results = await submit(db, churned, aCommandContext());
    expect(results.map(isAccepted)).toContain(false);
    for (const result of results) if ('refusal' in result) expect(result.refusal.code).toBe('LIMIT_REACHED');
    expect((await loadAccount(db, 'a_1'))?.version).toBe(1 + results.filter(isAccepted).length);
    await expectConsistentStore(db);
    await db.terminate();
  });
});
