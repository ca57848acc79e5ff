/** A change of job writes two accounts in one commit, and is taken back on both. */
import { submitWithErasures } from '../../../functions/app/submit-erasures';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { loadAccount } from '../../../functions/store/accounts';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  isAccepted,
  mergeInto,
  refusalOfResult,
  submitAll,
  submitOne,
} from './submit-requests';

const C = 'c000002';
const MOVE: CallerCommand = { type: 'moveContact', contactId: C, toId: 'a_2', phone: '06-0000-0000' };
const UNDO: CallerCommand = { type: 'undo', version: 3 };

eachOpenStore('a change of job', (db) => {
  beforeEach(() =>
    submitAll(
      db(),
      aRegisterSubmit('a_1'),
      aRegisterSubmit('a_2'),
      aRegisterSubmit('a_3'),
      aSubmitRequest('a_1', 1, contactCommand('山田')),
    ),
  );
  afterEach(() => expectConsistentStore(db()));

  const contactsOf = async (id: string) => (await loadAccount(db(), id))?.contacts ?? {};
  const move = aSubmitRequest('a_1', 2, MOVE);

  test('each account names the other; sent again, it is done once', async () => {
    const first = await submitOne(db(), move);
    acceptedRow(first);
    expect(await submitOne(db(), move)).toEqual({ ...first, replayed: true, effect: 'none' });
    expect(await contactsOf('a_1')).toMatchObject({
      [C]: { state: 'left', movedTo: { accountId: 'a_2', contactId: C, company: '会社 a_2' } },
    });
    expect(await contactsOf('a_2')).toMatchObject({
      [C]: { state: 'present', phone: '06-0000-0000', movedFrom: { accountId: 'a_1', contactId: C } },
    });
    // Made anew, it is there already.
    expect(await submitOne(db(), aSubmitRequest('a_1', 3, MOVE))).toMatchObject({ effect: 'none' });
    expect(Object.keys(await contactsOf('a_2'))).toEqual([C]);
  });

  test('two at once, to two companies: one is told of the other', async () => {
    const elsewhere = aSubmitRequest('a_1', 2, { ...MOVE, toId: 'a_3' });
    const results = await Promise.all([submitOne(db(), move), submitOne(db(), elsewhere)]);
    const refused = results.filter((result) => !isAccepted(result));
    expect(refused.map((result) => refusalOfResult(result).code)).toEqual(['CONFLICT']);
    const there = [await contactsOf('a_2'), await contactsOf('a_3')].flatMap((all) => Object.keys(all));
    expect(there).toHaveLength(1);
  });

  test.each([
    ['a_1', 3],
    ['a_2', 2],
  ])('undone on %s, it is undone on both, and may be made again', async (id, version) => {
    acceptedRow(await submitOne(db(), move));
    acceptedRow(await submitOne(db(), aSubmitRequest(id, version, { type: 'undo', version })));
    expect(await contactsOf('a_1')).toMatchObject({ [C]: { state: 'present' } });
    expect((await contactsOf('a_1'))[C]?.movedTo).toBeUndefined();
    expect(await contactsOf('a_2')).toEqual({});
    // One half alone would come back.
    const again = aSubmitRequest(id, version + 1, { type: 'undo', version: version + 1 });
    expect(refusalOfResult(await submitOne(db(), again)).code).toBe('UNDO_LINKED');
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 4, MOVE)));
  });

  test('not undone once somebody has changed the person at the other company, or merged it', async () => {
    acceptedRow(await submitOne(db(), move));
    const title: CallerCommand = { type: 'saveContact', contact: { id: C, title: '部長' } };
    await submitAll(db(), aSubmitRequest('a_2', 2, title));
    expect(refusalOfResult(await submitOne(db(), aSubmitRequest('a_1', 3, UNDO)))).toMatchObject({
      ...{ code: 'UNDO_LATER_CHANGES', facts: { command: 'saveContact', successorId: 'a_2' } },
    });
    await submitAll(db(), aSubmitRequest('a_2', 3, { type: 'undo', version: 3 }));
    await submitAll(db(), aSubmitRequest('a_2', 4, mergeInto('a_3')));
    expect(refusalOfResult(await submitOne(db(), aSubmitRequest('a_1', 3, UNDO)))).toMatchObject({
      ...{ code: 'UNDO_LATER_CHANGES', facts: { command: 'merge' } },
    });
  });

  test('both accounts forget a person who asks for it', async () => {
    acceptedRow(await submitOne(db(), move));
    const erase = aSubmitRequest('a_2', 2, { type: 'eraseContact', contactId: C });
    const [result] = await submitWithErasures(db(), [erase], aCommandContext('manager'));
    acceptedRow(result);
    for (const id of ['a_1', 'a_2'])
      expect(await contactsOf(id)).toMatchObject({ [C]: { name: '■■', state: 'erased' } });
  });
});
