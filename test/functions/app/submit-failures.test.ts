/** A commit that fails, or whose answer is lost. */
import { WriteBatch } from '@google-cloud/firestore';
import { submit } from '../../../functions/app/submit';
import { loadAccount } from '../../../functions/store/accounts';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aNumberedSubmit,
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

eachOpenStore('a commit that goes wrong', (db) => {
  afterEach(() => expectConsistentStore(db()));

  const { commit } = WriteBatch.prototype;
  const next = (instead: (batch: WriteBatch) => ReturnType<typeof commit>) =>
    jest.spyOn(WriteBatch.prototype, 'commit').mockImplementationOnce(function (this: WriteBatch) {
      return instead(this);
    });
  const lost = (code: number) => Object.assign(new Error('lost'), { code });
  afterEach(() => jest.restoreAllMocks());

  test('leaves nothing half written, in no account of the block', async () => {
    await submitAll(db(), aNumberedSubmit('a_1', 1), aRegisterSubmit('a_2'));
    const before = await storedPaths(db());
    next(() => Promise.reject(lost(14)));
    const block = [
      aSubmitRequest('a_1', 1, TO_WORKING),
      aSubmitRequest('a_2', 1, contactCommand('山田')),
      aNumberedSubmit('a_3', 3),
    ];
    await expect(submit(db(), block, aCommandContext())).rejects.toMatchObject({ code: 14 });
    expect(await storedPaths(db())).toEqual(before);
  });

  test('but was done, and only its answer was lost: sent again it has its answer and no second effect', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const block = [
      aSubmitRequest('a_1', 1, TO_WORKING),
      aSubmitRequest('a_1', 1, contactCommand('山田')),
      aNumberedSubmit('a_2', 2),
    ];
    next(async (batch) => {
      await commit.call(batch);
      throw lost(4);
    });
    await expect(submit(db(), block, aCommandContext())).rejects.toMatchObject({ code: 4 });
    const again = await submit(db(), block, aCommandContext());
    expect(again).toMatchObject([{ replayed: true }, { replayed: true }, { replayed: true }]);
    expect((await loadAccount(db(), 'a_1'))?.version).toBe(3);
  });

  test('because it was done already: the answer is the same', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    next(async (batch) => {
      await commit.call(batch);
      return commit.call(batch);
    });
    const once = aSubmitRequest('a_1', 1, TO_WORKING);
    const result = await submitOne(db(), once);
    expect(result).toEqual({
      ...(await submitOne(db(), once)),
      replayed: 'replayed' in result && result.replayed,
    });
    expect((await loadAccount(db(), 'a_1'))?.version).toBe(2);
  });

  test('because somebody was faster on one account of a block: only that one is decided anew', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'), aRegisterSubmit('a_3'));
    next(async (batch) => {
      acceptedRow(await submitOne(db(), aSubmitRequest('a_2', 1, TO_WORKING), aCommandContext('is2')));
      return commit.call(batch);
    });
    const block = ['a_1', 'a_2', 'a_3'].map((id) => aSubmitRequest(id, 1, TO_WORKING));
    const results = await submit(db(), block, aCommandContext());
    expect(results.map(isAccepted)).toEqual([true, false, true]);
    expect(refusalOfResult(results[1])).toMatchObject({
      code: 'CONFLICT',
      facts: { since: [{ by: 'is2' }] },
    });
  });
});
