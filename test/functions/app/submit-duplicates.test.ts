/** Registering a company that is here already: equal numbers block, likely ones ask, the name alone informs. */

import { submit } from '../../../functions/app/submit';
import type { Command } from '../../../functions/domain/commands/command-table';
import { loadAccount } from '../../../functions/store/accounts';
import { corporateNumberOf } from '../../corporate-numbers';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  eachOpenStore,
  isAccepted,
  refusalOfResult,
  submitAll,
  submitOne,
} from './submit-requests';

type Register = Extract<Command, { type: 'register' }>;

const company = (id: string, details: Partial<Register['details']> = {}, more: Partial<Register> = {}) =>
  aRegisterSubmit(id, { details: { name: '株式会社アシスト', ...details }, ...more });
const phone = { phone: '03-5276-5850' };

eachOpenStore('likely duplicates', (db) => {
  afterEach(() => expectConsistentStore(db()));

  test('are refused with what is known of them, until the caller says that it is another company', async () => {
    await submitAll(db(), company('a_1', phone));
    const again = company('a_2', { name: '(株)アシスト', phone: '0352765850' });
    expect(refusalOfResult(await submitOne(db(), again))).toMatchObject({
      code: 'DUPLICATE_LIKELY',
      facts: {
        candidates: [
          {
            id: 'a_1',
            name: '株式会社アシスト',
            status: 'COLD',
            ownerName: null,
            successorId: null,
            why: ['name', 'phone'],
          },
        ],
      },
    });
    const apart = { ...again, command: { ...again.command, notDuplicateOf: ['a_1'] } as Register };
    const result = await submitOne(db(), apart);
    expect(result).toMatchObject({ sameName: { accounts: [{ id: 'a_1', status: 'COLD' }], count: 1 } });
    expect(await submitOne(db(), apart)).toEqual({
      ...result,
      replayed: true,
      effect: 'none',
    });
    expect((await loadAccount(db(), 'a_2'))?.notDuplicateOf).toEqual({ a_1: { on: '2026-07-01', by: 'is' } });
  });

  test('all of them must be named', async () => {
    await submitAll(db(), company('a_1', phone), company('a_2', phone, { notDuplicateOf: ['a_1'] }));
    const third = (...notDuplicateOf: string[]) => submitOne(db(), company('a_3', phone, { notDuplicateOf }));
    expect(refusalOfResult(await third('a_1'))).toMatchObject({ facts: { candidates: [{}, {}] } });
    acceptedRow(await third('a_1', 'a_2'));
  });

  test('are found among hundreds of companies of that name, who are only counted', async () => {
    const ids = Array.from({ length: 60 }, (_, n) => `a_${String(n).padStart(3, '0')}`);
    await submitAll(db(), ...ids.map((id) => company(id)));
    expect(await submitOne(db(), company('b_1'))).toMatchObject({ sameName: { count: 60 } });
    acceptedRow(await submitOne(db(), company('z_1', phone)));
    const result = await submitOne(db(), company('b_2', phone));
    expect(refusalOfResult(result)).toMatchObject({ facts: { candidates: [{ id: 'z_1' }] } });
    const informed = await submitOne(db(), company('b_3'));
    expect('sameName' in informed && informed.sameName?.accounts).toHaveLength(5);
  });

  test('within one block', async () => {
    const results = await submit(
      db(),
      [company('a_1', phone), company('a_2', phone), company('a_3')],
      aCommandContext(),
    );
    expect(results.map(isAccepted)).toEqual([true, false, true]);
    expect(results[2]).toMatchObject({ sameName: { accounts: [{ id: 'a_1' }], count: 1 } });
  });

  test('an equal number blocks, whatever is said', async () => {
    const corporateNumber = corporateNumberOf(1);
    await submitAll(db(), company('a_1', { ...phone, corporateNumber }));
    const again = company('a_2', { ...phone, corporateNumber }, { notDuplicateOf: ['a_1'] });
    expect(refusalOfResult(await submitOne(db(), again))).toMatchObject({
      code: 'DUPLICATE_CORPORATE_NUMBER',
      facts: { accountId: 'a_1', corporateNumber },
    });
    acceptedRow(await submitOne(db(), company('a_3', { ...phone, corporateNumber: corporateNumberOf(2) })));
  });

  test('one that was taken back is none', async () => {
    await submitAll(db(), company('a_1', phone));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, { type: 'undo', version: 1 })));
    expect(await submitOne(db(), company('a_2', phone))).not.toHaveProperty('sameName');
  });

  test('one on file tells which account stands for it', async () => {
    await submitAll(db(), aRegisterSubmit('hq'), company('a_1', phone));
    const link: Command = { type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: 'hq' } };
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, link)));
    expect(refusalOfResult(await submitOne(db(), company('a_2', phone)))).toMatchObject({
      facts: { candidates: [{ id: 'a_1', status: 'ON_FILE', successorId: 'hq' }] },
    });
  });

  test('two existing accounts are marked as no duplicates: once for both, and undone like any other change', async () => {
    await submitAll(db(), company('a_1'), company('a_2'));
    const mark: Command = { type: 'markNotDuplicate', otherId: 'a_2', reason: '別の会社' };
    expect(await submitOne(db(), aSubmitRequest('a_1', 1, mark))).toMatchObject({ effect: 'changed' });
    expect(await submitOne(db(), aSubmitRequest('a_1', 2, mark))).toMatchObject({ effect: 'none' });
    const back: Command = { type: 'markNotDuplicate', otherId: 'a_1' };
    expect(await submitOne(db(), aSubmitRequest('a_2', 1, back))).toMatchObject({ effect: 'none' });
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 2, { type: 'undo', version: 2 })));
    expect((await loadAccount(db(), 'a_1'))?.notDuplicateOf).toEqual({});
    for (const otherId of ['a_1', 'a_9', 'constructor'])
      expect(
        refusalOfResult(
          await submitOne(db(), aSubmitRequest('a_1', 3, { type: 'markNotDuplicate', otherId })),
        ).code,
      ).toBe('NOT_DUPLICATE_ITSELF');
  });
});
