/** A corporate number belongs to one account, whatever happens at the same time. */
import { submit } from '../../../functions/app/submit';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { loadAccount } from '../../../functions/store/accounts';
import { corporateNumberOf } from '../../corporate-numbers';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aNumberedSubmit,
  aRegisterSubmit,
  aSubmitRequest,
  eachOpenStore,
  isAccepted,
  refusalOfResult,
  submitAll,
  submitOne,
} from './submit-requests';

eachOpenStore('a corporate number', (db) => {
  afterEach(() => expectConsistentStore(db()));

  test('that another account has is refused, and names that account', async () => {
    await submitAll(db(), aNumberedSubmit('a_1', 1));
    expect(refusalOfResult(await submitOne(db(), aNumberedSubmit('a_2', 1)))).toMatchObject({
      code: 'DUPLICATE_CORPORATE_NUMBER',
      facts: { accountId: 'a_1', name: '会社 a_1', status: 'COLD', corporateNumber: corporateNumberOf(1) },
    });
    expect(await loadAccount(db(), 'a_2')).toBeNull();
  });

  test('goes to one account: the first of a block, one of many at once', async () => {
    const block = await submit(
      db(),
      [aNumberedSubmit('a_1', 1), aNumberedSubmit('a_2', 1)],
      aCommandContext(),
    );
    expect(block.map(isAccepted)).toEqual([true, false]);
    const many = await Promise.all(
      [10, 11, 12, 13].map((n) => submitOne(db(), aNumberedSubmit(`a_${n}`, 2))),
    );
    expect(many.filter(isAccepted)).toHaveLength(1);
    for (const result of many)
      if ('refusal' in result) expect(result.refusal.code).toBe('DUPLICATE_CORPORATE_NUMBER');
  });

  test('is free again when the registration is undone, and taken when the undo comes too late', async () => {
    await submitAll(db(), aNumberedSubmit('a_1', 1));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, { type: 'undo', version: 1 })));
    await submitAll(db(), aNumberedSubmit('a_2', 1));
    expect((await loadAccount(db(), 'a_1'))?.withdrawn).toBe(true);
  });

  test('is free again when the details are edited; an undo of the edit finds it taken', async () => {
    await submitAll(db(), aNumberedSubmit('a_1', 1));
    const edit = (number: string | null): CallerCommand => ({
      type: 'editDetails',
      details: { corporateNumber: number },
    });
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, edit(corporateNumberOf(2)))));
    await submitAll(db(), aNumberedSubmit('a_2', 1));
    expect(
      refusalOfResult(await submitOne(db(), aSubmitRequest('a_1', 2, { type: 'undo', version: 2 }))),
    ).toMatchObject({
      code: 'DUPLICATE_CORPORATE_NUMBER',
      facts: { accountId: 'a_2' },
    });
    acceptedRow(await submitOne(db(), aSubmitRequest('a_2', 1, edit(null))));
    expect(
      acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 2, { type: 'undo', version: 2 })))
        .corporateNumber,
    ).toBe(corporateNumberOf(1));
  });

  test('changes hands within one block', async () => {
    await submitAll(db(), aRegisterSubmit('a_0'), aNumberedSubmit('a_1', 1));
    const edit = (id: string, number: string | null) =>
      aSubmitRequest(id, 1, { type: 'editDetails', details: { corporateNumber: number } });
    const results = await submit(
      db(),
      [edit('a_1', null), edit('a_0', corporateNumberOf(1))],
      aCommandContext(),
    );
    expect(results.map((result) => acceptedRow(result).corporateNumber)).toEqual([
      null,
      corporateNumberOf(1),
    ]);
  });

  test('a block of 200 in one call, 100 of which change their number', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => n);
    const requests = [
      ...ids.map((n) => aNumberedSubmit(`a_${n}`, n)),
      ...ids.map((n) =>
        aSubmitRequest(`a_${n}`, 1, {
          type: 'editDetails',
          details: { corporateNumber: corporateNumberOf(n + 1000) },
        }),
      ),
    ];
    const results = await submit(db(), requests, aCommandContext());
    results.forEach(acceptedRow);
    expect(await submit(db(), requests, aCommandContext())).toEqual(
      results.map((result) => ({ ...result, replayed: true, effect: 'none' })),
    );
  });
});
