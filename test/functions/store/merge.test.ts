/** Merge and un-merge: both accounts in one commit, never in a circle, and back again as they were. */
import type { Command } from '../../../functions/domain/commands';
import { readAccount, readEntries } from '../../../functions/store/accounts';
import { submit } from '../../../functions/store/submit';
import { anOpportunityInput } from '../../builders';
import { corporateNumberOf } from '../../corporate-numbers';
import {
  aClient,
  accepted,
  aFrame,
  asking,
  eachStore,
  give,
  numbered,
  refusal,
  registered,
  registering,
} from './asking';
import { expectHistoryIsTruth } from './history-is-truth';

/** Others use this machine, too. */
jest.setTimeout(30_000);

const into = (intoId: string, more: Partial<Extract<Command, { type: 'merge' }>> = {}): Command => ({
  type: 'merge',
  intoId,
  reason: 'DUPLICATE',
  survivorStatus: 'COLD',
  ...more,
});
const unmerge: Command = { type: 'unmerge', reason: '別の会社でした' };
const manager = aFrame('manager');
const contact = (name: string): Command => ({ type: 'saveContact', contact: { name } });

eachStore('merge and un-merge', (db) => {
  afterEach(() => expectHistoryIsTruth(db()));

  const state = async (id: string) => {
    const account = await readAccount(db(), id);
    if (account === null) throw new Error(`no account ${id}`);
    return { ...account, version: 0 };
  };

  test('both accounts change in one commit, once, and a replay gets the stored answer', async () => {
    await registered(db(), aClient('a_1'), numbered('a_2', 1));
    const once = asking('a_1', 1, into('a_2', { survivorStatus: 'CURRENT_CLIENT' }));
    const first = await give(db(), once, manager);
    expect(accepted(first)).toMatchObject({ status: 'ON_FILE', products: [] });
    expect(await give(db(), once, manager)).toEqual({ ...first, replayed: true, changed: false });
    expect(await state('a_2')).toMatchObject({ status: 'CURRENT_CLIENT' });
    const [gone] = await readEntries(db(), 'a_1', 2, 9);
    const [stays] = await readEntries(db(), 'a_2', 2, 9);
    expect([gone?.requestId, gone?.command, stays?.command]).toEqual([stays?.requestId, 'merge', 'absorb']);
  });

  test('un-merge brings both back as they were, the corporate number too', async () => {
    await registered(db(), numbered('a_1', 1), registering('a_2'));
    const [one, two] = [await state('a_1'), await state('a_2')];
    accepted(await give(db(), asking('a_1', 1, into('a_2'))));
    expect([(await state('a_1')).corporateNumber, (await state('a_2')).corporateNumber]).toEqual([
      null,
      corporateNumberOf(1),
    ]);
    expect(refusal(await give(db(), numbered('a_3', 1)))).toMatchObject({ facts: { accountId: 'a_2' } });
    const once = asking('a_1', 2, unmerge);
    accepted(await give(db(), once));
    expect(await give(db(), once)).toMatchObject({ replayed: true });
    expect([await state('a_1'), await state('a_2')]).toEqual([one, two]);
    expect(refusal(await give(db(), numbered('a_3', 1)))).toMatchObject({ facts: { accountId: 'a_1' } });
  });

  test('merge, work on the survivor and un-merge within one block', async () => {
    await registered(db(), numbered('a_1', 1), registering('a_2'));
    const block = [
      asking('a_1', 1, into('a_2')),
      asking('a_2', 1, contact('鈴木')),
      asking('a_1', 1, unmerge),
    ];
    (await submit(db(), block, aFrame())).forEach(accepted);
    expect(await state('a_1')).toMatchObject({ status: 'COLD', corporateNumber: corporateNumberOf(1) });
    expect(Object.keys((await state('a_2')).contacts)).toHaveLength(1);
  });

  test('a preview writes nothing, and the same request may then be sent in earnest', async () => {
    await registered(db(), registering('a_1'), registering('a_2'));
    const look = asking('a_1', 1, into('a_2', { preview: true }));
    expect(await give(db(), look)).toMatchObject({
      status: 'accepted',
      changed: false,
      preview: { proposed: 'COLD', from: { id: 'a_1' }, into: { id: 'a_2', version: 1 } },
    });
    expect((await db().collection('requests').get()).size).toBe(2);
    accepted(await give(db(), { ...look, command: into('a_2') }));
  });

  test('where the other half refuses, nothing is written', async () => {
    await registered(db(), registering('a_1'), registering('a_2'));
    accepted(await give(db(), asking('a_1', 1, into('a_2'))));
    accepted(await give(db(), asking('a_2', 2, contact('鈴木'))));
    const open: Command = {
      type: 'addOpportunity',
      opportunity: anOpportunityInput({ since: '2026-07-01' }),
      data: { ownerId: 'fs' },
    };
    await registered(db(), registering('a_3'));
    accepted(await give(db(), asking('a_3', 1, open), aFrame('fs')));
    const result = await give(
      db(),
      asking('a_3', 2, into('a_2', { survivorStatus: 'ACTIVE_OPPORTUNITY', data: { ownerId: 'nobody' } })),
      manager,
    );
    expect(refusal(result)).toMatchObject({ code: 'MEMBER_UNKNOWN', facts: { successorId: 'a_2' } });
    expect(await state('a_3')).toMatchObject({ status: 'ACTIVE_OPPORTUNITY', merged: null });
  });

  test('what was changed since on the survivor refuses the end of the merge', async () => {
    await registered(db(), registering('a_1'), registering('a_2'));
    accepted(await give(db(), asking('a_1', 1, contact('山田'))));
    accepted(await give(db(), asking('a_1', 2, into('a_2'))));
    const [id = ''] = Object.keys((await state('a_2')).contacts);
    const edit: Command = { type: 'saveContact', contact: { id, name: '山田花子' } };
    accepted(await give(db(), asking('a_2', 2, edit), aFrame('is2')));
    expect(refusal(await give(db(), asking('a_1', 3, unmerge), manager))).toMatchObject({
      code: 'UNMERGE_CHANGED',
      facts: { changes: [{ path: `contacts.${id}`, what: '山田花子', by: 'is2', command: 'saveContact' }] },
    });
  });

  test('a survivor that has moved on since it was looked at is a conflict', async () => {
    await registered(db(), registering('a_1'), registering('a_2'));
    accepted(await give(db(), asking('a_2', 1, contact('鈴木'))));
    accepted(
      await give(
        db(),
        asking('a_2', 2, {
          type: 'changeStatus',
          to: 'WORKING',
          data: { ownerId: 'is', action: { kind: 'call', date: '2026-07-01', with: '総務部' } },
        }),
        aFrame('is2'),
      ),
    );
    const seen = (intoVersion: number) =>
      give(db(), asking('a_1', 1, into('a_2', { survivorStatus: 'WORKING', intoVersion })));
    expect(refusal(await seen(1))).toMatchObject({
      code: 'CONFLICT',
      facts: { accountId: 'a_2', since: [{ version: 3, byName: 'is2', command: 'changeStatus' }] },
    });
    accepted(await seen(3));
  });

  test.each([2, 3, 4])('a ring of %i merges at once never closes', async (size) => {
    for (let round = 0; round < 3; round += 1) {
      const ids = Array.from({ length: size }, (_, n) => `a_${round}_${n}`);
      await registered(db(), ...ids.map((id) => registering(id)));
      const ring = ids.map((id, n) => asking(id, 1, into(ids[(n + 1) % size] ?? '')));
      const results = await Promise.all(ring.sort(() => Math.random() - 0.5).map((one) => give(db(), one)));
      // One at least goes first; who comes to an account on file, or back to the first one, is refused.
      for (const result of results)
        if (result.status === 'refused') expect(['KEEP', 'MERGE_INTO_FILED']).toContain(result.refusal.code);
      expect(results.some(({ status }) => status === 'accepted')).toBe(true);
      expect(results.some(({ status }) => status === 'refused')).toBe(true);
    }
  });

  test('a link and a merge against each other never close a circle', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [one, two] = [`a_${round}_1`, `a_${round}_2`];
      await registered(db(), registering(one), registering(two));
      const link: Command = { type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: one } };
      const results = await Promise.all([
        give(db(), asking(one, 1, into(two))),
        give(db(), asking(two, 1, link)),
      ]);
      expect(results.map(({ status }) => status).sort()).toEqual(['accepted', 'refused']);
    }
  });

  test('merges, links and their ends at random, at once, never close a circle', async () => {
    const ids = Array.from({ length: 6 }, (_, n) => `a_${n}`);
    await registered(db(), ...ids.map((id) => registering(id)));
    const some = (): string => ids[Math.floor(Math.random() * ids.length)] ?? '';
    const commands: (() => Command)[] = [
      () => into(some()),
      () => into(some()),
      () => ({ type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: some() } }),
      () => unmerge,
      () => ({ type: 'cutLink', reason: '別の会社でした' }),
    ];
    for (let round = 0; round < 12; round += 1) {
      const versions = new Map(
        await Promise.all(ids.map(async (id) => [id, (await readAccount(db(), id))?.version ?? 0] as const)),
      );
      await Promise.all(
        Array.from({ length: 6 }, () => {
          const id = some();
          const command = commands[Math.floor(Math.random() * commands.length)]?.() ?? unmerge;
          return give(db(), asking(id, versions.get(id) ?? 0, command), manager);
        }),
      );
      await expectHistoryIsTruth(db());
    }
  });

  test('two are merged into one at the same moment, and nothing is lost', async () => {
    await registered(db(), ...['a_1', 'a_2', 'a_3'].map((id) => registering(id)));
    for (const id of ['a_1', 'a_2']) accepted(await give(db(), asking(id, 1, contact(`${id}さん`))));
    (
      await Promise.all([
        give(db(), asking('a_1', 2, into('a_3'))),
        give(db(), asking('a_2', 2, into('a_3'))),
        give(db(), asking('a_3', 1, contact('本人'))),
      ])
    ).forEach(accepted);
    expect(Object.values((await state('a_3')).contacts).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['a_1さん', 'a_2さん', '本人']),
    );
  });
});

eachStore('parents', (db) => {
  afterEach(() => expectHistoryIsTruth(db()));
  const under = (parentId: string | null): Command => ({ type: 'editDetails', details: { parentId } });

  test('an account is not its own parent, nor of one that is not there', async () => {
    await registered(db(), registering('a_1'));
    for (const [parentId, problem] of [
      ['a_1', 'itself'],
      ['constructor', 'unknown'],
    ] as const)
      expect(refusal(await give(db(), asking('a_1', 1, under(parentId))))).toMatchObject({
        code: 'PARENT_REFUSED',
        facts: { parentId, problem },
      });
    const born = registering('a_2', { details: { name: '子会社', parentId: 'a_9' } });
    expect(refusal(await give(db(), born))).toMatchObject({ code: 'PARENT_REFUSED' });
  });

  test.each([2, 3])('a ring of %i at once never closes', async (size) => {
    for (let round = 0; round < 4; round += 1) {
      const ids = Array.from({ length: size }, (_, n) => `a_${round}_${n}`);
      await registered(db(), ...ids.map((id) => registering(id)));
      const results = await Promise.all(
        ids.map((id, n) => give(db(), asking(id, 1, under(ids[(n + 1) % size] ?? '')))),
      );
      expect(
        results.filter(({ status }) => status === 'refused').map((one) => refusal(one).facts.problem),
      ).toEqual(['circle']);
    }
  });

  test('nor within one block, nor with an undo', async () => {
    await registered(db(), registering('a_1'), registering('a_2'));
    const results = await submit(
      db(),
      [asking('a_1', 1, under('a_2')), asking('a_2', 1, under('a_1'))],
      aFrame(),
    );
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'refused']);
    accepted(await give(db(), asking('a_1', 2, under(null))));
    accepted(await give(db(), asking('a_2', 1, under('a_1'))));
    expect(refusal(await give(db(), asking('a_1', 3, { type: 'undo', version: 3 }))).code).toBe(
      'UNDO_BREAKS_RULE',
    );
  });
});
