/** Links between accounts (merges, successors, parents) never close a circle, however many are made at once. */
import { submit } from '../../../functions/app/submit';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { loadAccount } from '../../../functions/store/accounts';
import { random, shuffled } from '../../random';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aCommandContext,
  acceptedRow,
  aRegisterSubmit,
  aSubmitRequest,
  eachOpenStore,
  isAccepted,
  mergeInto,
  refusalOfResult,
  submitAll,
  submitOne,
  UNMERGE,
} from './submit-requests';

eachOpenStore('merges and links', (db) => {
  afterEach(() => expectConsistentStore(db()));

  test.each([2, 3, 4])('a ring of %i merges at once never closes', async (size) => {
    for (let round = 0; round < 3; round += 1) {
      const ids = Array.from({ length: size }, (_, n) => `a_${round}_${n}`);
      await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
      const ring = ids.map((id, n) => aSubmitRequest(id, 1, mergeInto(ids[(n + 1) % size] ?? '')));
      const results = await Promise.all(shuffled(ring).map((one) => submitOne(db(), one)));
      // One at least goes first; who comes to an account on file, or back to the first one, is refused.
      for (const result of results)
        if ('refusal' in result) expect(['KEEP', 'MERGE_INTO_FILED']).toContain(result.refusal.code);
      expect(results.some(isAccepted)).toBe(true);
      expect(results.every(isAccepted)).toBe(false);
    }
  });

  test('a link and a merge against each other never close a circle', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [one, two] = [`a_${round}_1`, `a_${round}_2`];
      await submitAll(db(), aRegisterSubmit(one), aRegisterSubmit(two));
      const link: CallerCommand = { type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: one } };
      const results = await Promise.all([
        submitOne(db(), aSubmitRequest(one, 1, mergeInto(two))),
        submitOne(db(), aSubmitRequest(two, 1, link)),
      ]);
      expect(results.filter(isAccepted)).toHaveLength(1);
    }
  });

  test('merges, links and their ends at random, at once, never close a circle', async () => {
    const ids = Array.from({ length: 6 }, (_, n) => `a_${n}`);
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    const some = (): string => ids[Math.floor(random() * ids.length)] ?? '';
    const commands: (() => CallerCommand)[] = [
      () => mergeInto(some()),
      () => mergeInto(some()),
      () => ({ type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: some() } }),
      () => UNMERGE,
      () => ({ type: 'cutLink', reason: '別の会社でした' }),
    ];
    for (let round = 0; round < 12; round += 1) {
      const versions = new Map(
        await Promise.all(ids.map(async (id) => [id, (await loadAccount(db(), id))?.version ?? 0] as const)),
      );
      await Promise.all(
        Array.from({ length: 6 }, () => {
          const id = some();
          const command = commands[Math.floor(random() * commands.length)]?.() ?? UNMERGE;
          return submitOne(
            db(),
            aSubmitRequest(id, versions.get(id) ?? 0, command),
            aCommandContext('manager'),
          );
        }),
      );
      await expectConsistentStore(db());
    }
  });
});

eachOpenStore('parents', (db) => {
  afterEach(() => expectConsistentStore(db()));
  const under = (parentId: string | null): CallerCommand => ({ type: 'editDetails', details: { parentId } });

  test('an account is not its own parent, nor of one that is not there', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    for (const [parentId, problem] of [
      ['a_1', 'itself'],
      ['constructor', 'unknown'],
    ] as const)
      expect(refusalOfResult(await submitOne(db(), aSubmitRequest('a_1', 1, under(parentId))))).toMatchObject(
        {
          code: 'PARENT_REFUSED',
          facts: { parentId, problem },
        },
      );
    const born = aRegisterSubmit('a_2', { details: { name: '子会社', parentId: 'a_9' } });
    expect(refusalOfResult(await submitOne(db(), born))).toMatchObject({ code: 'PARENT_REFUSED' });
  });

  test.each([2, 3])('a ring of %i at once never closes', async (size) => {
    for (let round = 0; round < 4; round += 1) {
      const ids = Array.from({ length: size }, (_, n) => `a_${round}_${n}`);
      await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
      const results = await Promise.all(
        ids.map((id, n) => submitOne(db(), aSubmitRequest(id, 1, under(ids[(n + 1) % size] ?? '')))),
      );
      expect(results.filter((result) => !isAccepted(result)).map(refusalOfResult)).toMatchObject([
        { facts: { problem: 'circle' } },
      ]);
    }
  });

  test('nor within one block, nor with an undo', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    const results = await submit(
      db(),
      [aSubmitRequest('a_1', 1, under('a_2')), aSubmitRequest('a_2', 1, under('a_1'))],
      aCommandContext(),
    );
    expect(results.map(isAccepted)).toEqual([true, false]);
    acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 2, under(null))));
    acceptedRow(await submitOne(db(), aSubmitRequest('a_2', 1, under('a_1'))));
    expect(
      refusalOfResult(await submitOne(db(), aSubmitRequest('a_1', 3, { type: 'undo', version: 3 }))).code,
    ).toBe('UNDO_BREAKS_RULE');
  });
});
