/** Accounts that stand for other accounts: never in a circle, and what is handed on arrives whole or not at all. */

import { submit } from '../../../functions/app/submit';
import { successorIdOf } from '../../../functions/domain/account/standing';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { loadAccount } from '../../../functions/store/accounts';
import { anOpportunityInput } from '../../builders';
import { shuffled } from '../../random';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aClientSubmit,
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

const standsFor = (
  successorId: string,
  more: Partial<Extract<CallerCommand, { type: 'putOnFile' }>> = {},
): CallerCommand => ({
  type: 'putOnFile',
  onFile: { reason: 'DUPLICATE', successorId },
  ...more,
});
const carrying = (successorId: string): CallerCommand => ({
  type: 'putOnFile',
  onFile: { reason: 'MERGED', successorId, products: 'successor', opportunities: 'successor' },
});
const aWorking = (id: string) =>
  aRegisterSubmit(id, {
    status: 'WORKING',
    data: { ownerId: 'fs', action: { kind: 'call', date: '2026-07-01', with: '総務部' } },
  });
const opening = (id: string, version: number, product = 'Cloud') =>
  aSubmitRequest(id, version, {
    type: 'addOpportunity',
    opportunity: anOpportunityInput({ product, since: '2026-07-01' }),
    data: { coordinatedWith: '本人' },
  });

eachOpenStore('accounts that stand for others', (db) => {
  afterEach(() => expectConsistentStore(db()));

  test.each([2, 3, 4])('a ring of %i links at once never closes', async (size) => {
    for (let round = 0; round < 4; round += 1) {
      const ids = Array.from({ length: size }, (_, n) => `a_${round}_${n}`);
      await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
      const links = ids.map((id, n) => aSubmitRequest(id, 1, standsFor(ids[(n + 1) % size] ?? '')));
      const results = await Promise.all(shuffled(links).map((link) => submitOne(db(), link)));
      const refused = results.filter((result) => !isAccepted(result));
      expect(refused).toHaveLength(1);
      expect(refusalOfResult(refused[0])).toMatchObject({ code: 'KEEP', facts: { problem: 'circle' } });
    }
  });

  test('nor one that is made within one block, behind a chain, or to itself or nobody', async () => {
    await submitAll(db(), ...['a_1', 'a_2', 'a_3'].map((id) => aRegisterSubmit(id)));
    const results = await submit(
      db(),
      [
        aSubmitRequest('a_1', 1, standsFor('a_2')),
        aSubmitRequest('a_2', 1, standsFor('a_3')),
        aSubmitRequest('a_3', 1, standsFor('a_1')),
        aSubmitRequest('a_3', 1, standsFor('a_3')),
        aSubmitRequest('a_3', 1, standsFor('constructor')),
      ],
      aCommandContext(),
    );
    expect(results.slice(0, 2).map(isAccepted)).toEqual([true, true]);
    expect(results.slice(2).map(refusalOfResult)).toMatchObject(
      ['circle', 'itself', 'unknown'].map((problem) => ({ facts: { problem } })),
    );
  });

  test('a link that was cut comes back with an undo, unless it would close a circle now', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, standsFor('a_2'))));
    const manager = aCommandContext('manager');
    acceptedRow(
      await submitOne(db(), aSubmitRequest('a_1', 2, { type: 'cutLink', reason: '別の会社でした' }), manager),
    );
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 3, { type: 'undo', version: 3 }), manager));
    const replaced = await loadAccount(db(), 'a_1');
    expect(replaced && successorIdOf(replaced)).toBe('a_2');
    acceptedRow(
      await submitOne(db(), aSubmitRequest('a_1', 4, { type: 'cutLink', reason: '別の会社でした' }), manager),
    );
    const [back, round] = await Promise.all([
      submitOne(db(), aSubmitRequest('a_1', 5, { type: 'undo', version: 5 }), manager),
      submitOne(db(), aSubmitRequest('a_2', 1, standsFor('a_1'))),
    ]);
    expect([back, round].filter(isAccepted)).toHaveLength(1);
  });

  test('products and opportunities go to the successor in one commit, once', async () => {
    await submitAll(db(), aClientSubmit('a_1'), aRegisterSubmit('a_2'));
    acceptedRow(await submitOne(db(), opening('a_1', 1, 'Desk')));
    const once = aSubmitRequest('a_1', 2, carrying('a_2'));
    const [first, again] = [await submitOne(db(), once), await submitOne(db(), once)];
    expect(acceptedRow(first)).toMatchObject({ status: 'ON_FILE', openOpportunities: 0, products: [] });
    expect(again).toMatchObject({ replayed: true });
    const successor = await loadAccount(db(), 'a_2');
    expect(successor).toMatchObject({ version: 2, standing: { status: 'CURRENT_CLIENT' } });
    expect(Object.values(successor?.products ?? {})).toMatchObject([
      { product: 'Cloud', state: 'live', source: 'account:a_1' },
    ]);
    expect(Object.values(successor?.opportunities ?? {})).toMatchObject([{ product: 'Desk', state: 'open' }]);
  });

  test('what is closed in the same step is not handed on', async () => {
    await submitAll(db(), aWorking('a_1'), aWorking('a_2'));
    acceptedRow(await submitOne(db(), opening('a_1', 1, 'Cloud')));
    acceptedRow(await submitOne(db(), opening('a_1', 2, 'Desk')));
    const lost = {
      opportunityId: 'o000002',
      outcome: 'lost',
      on: '2026-07-01',
      lostReason: 'BUDGET',
    } as const;
    const command: CallerCommand = {
      ...carrying('a_2'),
      type: 'putOnFile',
      data: { closing: [lost] },
    } as CallerCommand;
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 3, command), aCommandContext('fs')));
    expect(Object.values((await loadAccount(db(), 'a_2'))?.opportunities ?? {})).toMatchObject([
      { product: 'Desk', state: 'open' },
    ]);
  });

  test('closing the last opportunity may put the account on file, in favour of another one', async () => {
    await submitAll(db(), aWorking('a_1'), aRegisterSubmit('a_2'));
    acceptedRow(await submitOne(db(), opening('a_1', 1)));
    const close: CallerCommand = {
      type: 'closeOpportunity',
      closing: { opportunityId: 'o000002', outcome: 'returned', on: '2026-07-01' },
      decision: { to: 'ON_FILE', data: { onFile: { reason: 'DUPLICATE', successorId: 'a_2' } } },
    };
    const closed = await submitOne(db(), aSubmitRequest('a_1', 2, close), aCommandContext('fs'));
    expect(acceptedRow(closed).status).toBe('ON_FILE');
    const replaced = await loadAccount(db(), 'a_1');
    expect(replaced && successorIdOf(replaced)).toBe('a_2');
  });

  test('a successor that may not hold them refuses the whole step', async () => {
    await submitAll(db(), aClientSubmit('a_1'), aRegisterSubmit('a_2'), aRegisterSubmit('a_3'));
    acceptedRow(
      await submitOne(db(), aSubmitRequest('a_2', 1, { type: 'putOnFile', onFile: { reason: 'DISSOLVED' } })),
    );
    const result = await submitOne(db(), aSubmitRequest('a_1', 1, carrying('a_2')));
    expect(refusalOfResult(result)).toMatchObject({
      code: 'OPPORTUNITY_REFUSED',
      facts: { successorId: 'a_2', successorStatus: 'ON_FILE' },
      legal: expect.arrayContaining(['ON_FILE']),
    });
    expect(result).toMatchObject({ row: { id: 'a_1', status: 'CURRENT_CLIENT' } });
    expect([(await loadAccount(db(), 'a_1'))?.version, (await loadAccount(db(), 'a_2'))?.version]).toEqual([
      1, 2,
    ]);
  });

  test('a successor that is changed at the same moment loses nothing', async () => {
    await submitAll(db(), aClientSubmit('a_1'), aClientSubmit('a_2'), aRegisterSubmit('a_3'));
    const results = await Promise.all([
      submitOne(db(), aSubmitRequest('a_1', 1, carrying('a_3'))),
      submitOne(db(), aSubmitRequest('a_2', 1, carrying('a_3'))),
      ...['一', '二', '三'].map((name) =>
        submitOne(db(), aSubmitRequest('a_3', 1, { type: 'saveContact', contact: { name } })),
      ),
    ]);
    results.forEach(acceptedRow);
    const successor = await loadAccount(db(), 'a_3');
    expect(successor?.version).toBe(6);
    expect(Object.keys(successor?.products ?? {}).sort()).toEqual(['p000001@a_1', 'p000001@a_2']);
    expect(Object.keys(successor?.contacts ?? {})).toHaveLength(3);
  });
});
