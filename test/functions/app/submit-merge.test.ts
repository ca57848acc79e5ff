/** Merge and un-merge: both accounts in one commit, and back again as they were. */

import { submit } from '../../../functions/app/submit';
import { toRecord } from '../../../functions/domain/account/account-record';
import type { Command } from '../../../functions/domain/commands/command-table';
import { readEntries } from '../../../functions/store/account-history';
import { loadAccount } from '../../../functions/store/accounts';
import { anOpportunityInput } from '../../builders';
import { corporateNumberOf } from '../../corporate-numbers';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aClientSubmit,
  aCommandContext,
  acceptedRow,
  aNumberedSubmit,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  mergeInto,
  refusalOfResult,
  submitAll,
  submitOne,
  UNMERGE,
} from './submit-requests';

const manager = aCommandContext('manager');

eachOpenStore('merge and un-merge', (db) => {
  afterEach(() => expectConsistentStore(db()));

  const state = async (id: string) => {
    const account = await loadAccount(db(), id);
    if (account === null) throw new Error(`no account ${id}`);
    return { ...toRecord(account), version: 0 };
  };

  test('both accounts change in one commit, once, and a replay gets the stored answer', async () => {
    await submitAll(db(), aClientSubmit('a_1'), aNumberedSubmit('a_2', 1));
    const once = aSubmitRequest('a_1', 1, mergeInto('a_2', { survivorStatus: 'CURRENT_CLIENT' }));
    const first = await submitOne(db(), once, manager);
    expect(acceptedRow(first)).toMatchObject({ status: 'ON_FILE', products: [] });
    expect(await submitOne(db(), once, manager)).toEqual({ ...first, replayed: true, effect: 'none' });
    expect(await state('a_2')).toMatchObject({ status: 'CURRENT_CLIENT' });
    const [gone] = await readEntries(db(), 'a_1', 2, 9);
    const [stays] = await readEntries(db(), 'a_2', 2, 9);
    expect([gone?.requestId, gone?.command, stays?.command]).toEqual([stays?.requestId, 'merge', 'absorb']);
  });

  test('un-merge brings both back as they were, the corporate number too', async () => {
    await submitAll(db(), aNumberedSubmit('a_1', 1), aRegisterSubmit('a_2'));
    const [one, two] = [await state('a_1'), await state('a_2')];
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, mergeInto('a_2'))));
    expect([(await state('a_1')).corporateNumber, (await state('a_2')).corporateNumber]).toEqual([
      null,
      corporateNumberOf(1),
    ]);
    expect(refusalOfResult(await submitOne(db(), aNumberedSubmit('a_3', 1)))).toMatchObject({
      facts: { accountId: 'a_2' },
    });
    const once = aSubmitRequest('a_1', 2, UNMERGE);
    acceptedRow(await submitOne(db(), once));
    expect(await submitOne(db(), once)).toMatchObject({ replayed: true });
    expect([await state('a_1'), await state('a_2')]).toEqual([one, two]);
    expect(refusalOfResult(await submitOne(db(), aNumberedSubmit('a_3', 1)))).toMatchObject({
      facts: { accountId: 'a_1' },
    });
  });

  test('merge, work on the survivor and un-merge within one block', async () => {
    await submitAll(db(), aNumberedSubmit('a_1', 1), aRegisterSubmit('a_2'));
    const block = [
      aSubmitRequest('a_1', 1, mergeInto('a_2')),
      aSubmitRequest('a_2', 1, contactCommand('鈴木')),
      aSubmitRequest('a_1', 1, UNMERGE),
    ];
    (await submit(db(), block, aCommandContext())).forEach(acceptedRow);
    expect(await state('a_1')).toMatchObject({ status: 'COLD', corporateNumber: corporateNumberOf(1) });
    expect(Object.keys((await state('a_2')).contacts)).toHaveLength(1);
  });

  test('a preview writes nothing, and the same request may then be sent in earnest', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    const look = aSubmitRequest('a_1', 1, mergeInto('a_2', { preview: true }));
    expect(await submitOne(db(), look)).toMatchObject({
      effect: 'none',
      preview: { proposed: 'COLD', from: { id: 'a_1' }, into: { id: 'a_2', version: 1 } },
    });
    expect((await db().collection('requests').get()).size).toBe(2);
    acceptedRow(await submitOne(db(), { ...look, command: mergeInto('a_2') }));
  });

  test('where the other half refuses, nothing is written', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, mergeInto('a_2'))));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_2', 2, contactCommand('鈴木'))));
    const open: Command = {
      type: 'addOpportunity',
      opportunity: anOpportunityInput({ since: '2026-07-01' }),
      data: { ownerId: 'fs' },
    };
    await submitAll(db(), aRegisterSubmit('a_3'));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_3', 1, open), aCommandContext('fs')));
    const result = await submitOne(
      db(),
      aSubmitRequest(
        'a_3',
        2,
        mergeInto('a_2', { survivorStatus: 'ACTIVE_OPPORTUNITY', data: { ownerId: 'nobody' } }),
      ),
      manager,
    );
    expect(refusalOfResult(result)).toMatchObject({ code: 'MEMBER_UNKNOWN', facts: { successorId: 'a_2' } });
    expect(await state('a_3')).toMatchObject({ status: 'ACTIVE_OPPORTUNITY', merged: null });
  });

  test('what was changed since on the survivor refuses the end of the merge', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, contactCommand('山田'))));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 2, mergeInto('a_2'))));
    const [id = ''] = Object.keys((await state('a_2')).contacts);
    const edit: Command = { type: 'saveContact', contact: { id, name: '山田花子' } };
    acceptedRow(await submitOne(db(), aSubmitRequest('a_2', 2, edit), aCommandContext('is2')));
    expect(refusalOfResult(await submitOne(db(), aSubmitRequest('a_1', 3, UNMERGE), manager))).toMatchObject({
      code: 'UNMERGE_CHANGED',
      facts: { changes: [{ path: `contacts.${id}`, what: '山田花子', by: 'is2', command: 'saveContact' }] },
    });
  });

  test('a survivor that has moved on since it was looked at is a conflict', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_2', 1, contactCommand('鈴木'))));
    acceptedRow(
      await submitOne(
        db(),
        aSubmitRequest('a_2', 2, {
          type: 'changeStatus',
          to: 'WORKING',
          data: { ownerId: 'is', action: { kind: 'call', date: '2026-07-01', with: '総務部' } },
        }),
        aCommandContext('is2'),
      ),
    );
    const seen = (intoVersion: number) =>
      submitOne(db(), aSubmitRequest('a_1', 1, mergeInto('a_2', { survivorStatus: 'WORKING', intoVersion })));
    expect(refusalOfResult(await seen(1))).toMatchObject({
      code: 'CONFLICT',
      facts: { accountId: 'a_2', since: [{ version: 3, byName: 'is2', command: 'changeStatus' }] },
    });
    acceptedRow(await seen(3));
  });

  test('two are merged into one at the same moment, and nothing is lost', async () => {
    await submitAll(db(), ...['a_1', 'a_2', 'a_3'].map((id) => aRegisterSubmit(id)));
    for (const id of ['a_1', 'a_2'])
      acceptedRow(await submitOne(db(), aSubmitRequest(id, 1, contactCommand(`${id}さん`))));
    (
      await Promise.all([
        submitOne(db(), aSubmitRequest('a_1', 2, mergeInto('a_3'))),
        submitOne(db(), aSubmitRequest('a_2', 2, mergeInto('a_3'))),
        submitOne(db(), aSubmitRequest('a_3', 1, contactCommand('本人'))),
      ])
    ).forEach(acceptedRow);
    expect(Object.values((await state('a_3')).contacts).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['a_1さん', 'a_2さん', '本人']),
    );
  });
});
