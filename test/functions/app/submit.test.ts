import { type Firestore, WriteBatch } from '@google-cloud/firestore';
import { submit } from '../../../functions/app/submit';
import type { Command } from '../../../functions/domain/commands/command-table';
import { readEntries } from '../../../functions/store/account-history';
import { loadAccount } from '../../../functions/store/accounts';
import { theMember } from '../../builders';
import { corporateNumberOf } from '../../corporate-numbers';
import { freshClient, usingFirestore } from '../../firestores';
import { expectConsistentStore } from '../store/expect-consistent-store';
import {
  aClientSubmit,
  aCommandContext,
  acceptedRow,
  aNumberedSubmit,
  aRegisterSubmit,
  aSubmitRequest,
  eachOpenStore,
  refusalOfResult,
  submitAll,
  submitOne,
} from './submit-requests';

/** Others use this machine, too. */
jest.setTimeout(30_000);

const contact = (name: string): Command => ({ type: 'saveContact', contact: { name } });
const toWorking: Command = {
  type: 'changeStatus',
  to: 'WORKING',
  data: { ownerId: 'is', action: { kind: 'call', date: '2026-07-01', with: '総務部' } },
};

/** Everything that is stored, to see that nothing was. */
const whole = async (db: Firestore): Promise<string[]> => {
  const found: string[] = [];
  for (const collection of await db.listCollections()) {
    for (const doc of (await collection.get()).docs) {
      found.push(`${doc.ref.path} ${doc.updateTime.valueOf()}`);
      for (const event of (await doc.ref.collection('events').get()).docs) found.push(event.ref.path);
    }
  }
  return found.sort();
};

eachOpenStore('the commit protocol', (db) => {
  afterEach(() => expectConsistentStore(db()));

  describe('the same request again', () => {
    test('gets the stored answer, also when the account has moved on', async () => {
      const register = aRegisterSubmit('a_1');
      const first = await submitOne(db(), register);
      await submitOne(db(), aSubmitRequest('a_1', 1, toWorking));
      const again = await submitOne(db(), register);
      expect(first).toMatchObject({ status: 'accepted', replayed: false, changed: true });
      expect(again).toMatchObject({ status: 'accepted', replayed: true, row: acceptedRow(first) });
      expect(acceptedRow(again).status).toBe('COLD');
      expect((await loadAccount(db(), 'a_1'))?.version).toBe(2);
    });

    test('twice in one block has one effect', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const once = aSubmitRequest('a_1', 1, contact('山田'));
      const results = await submit(db(), [once, once], aCommandContext());
      expect(results).toMatchObject([{ replayed: false }, { replayed: true }]);
      expect(Object.keys((await loadAccount(db(), 'a_1'))?.contacts ?? {})).toHaveLength(1);
    });

    test('twenty times at once has one effect and one answer', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const once = aSubmitRequest('a_1', 1, contact('山田'));
      const results = await Promise.all(Array.from({ length: 20 }, () => submitOne(db(), once)));
      expect(new Set(results.map((result) => JSON.stringify(acceptedRow(result)))).size).toBe(1);
      expect(results.filter((result) => result.status === 'accepted' && !result.replayed)).toHaveLength(1);
      expect((await loadAccount(db(), 'a_1'))?.version).toBe(2);
    });

    test('with another body, another account or another version is refused and changes nothing', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
      const once = aSubmitRequest('a_1', 1, contact('山田'));
      await submitOne(db(), once);
      const before = await whole(db());
      for (const other of [{ command: contact('佐藤') }, { accountId: 'a_2' }, { expectedVersion: 2 }])
        expect(refusalOfResult(await submitOne(db(), { ...once, ...other })).code).toBe('REQUEST_KEY_REUSED');
      expect(await whole(db())).toEqual(before);
    });

    test('by another member is refused', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const once = aSubmitRequest('a_1', 1, contact('山田'));
      await submitOne(db(), once);
      expect(refusalOfResult(await submitOne(db(), once, aCommandContext('is2'))).code).toBe(
        'REQUEST_KEY_REUSED',
      );
    });

    test('after a refusal is decided anew', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const early = aSubmitRequest('a_1', 1, toWorking);
      const nobody = aCommandContext('is', { members: { is: { ...theMember('is'), active: false } } });
      expect((await submitOne(db(), early, nobody)).status).toBe('refused');
      expect(acceptedRow(await submitOne(db(), early)).status).toBe('WORKING');
    });
  });

  describe('a version that is not the newest', () => {
    test('keeps two contacts and two BANT keys', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const commands: Command[] = [
        contact('山田'),
        contact('佐藤'),
        { type: 'setBant', bant: { need: 'yes' } },
        { type: 'setBant', bant: { budget: 'no' } },
      ];
      for (const command of commands) acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, command)));
      const account = await loadAccount(db(), 'a_1');
      expect(
        Object.values(account?.contacts ?? {})
          .map(({ name }) => name)
          .sort(),
      ).toEqual(['佐藤', '山田']);
      expect(account?.bant).toMatchObject({ need: { value: 'yes' }, budget: { value: 'no' } });
    });

    test('is a conflict for a status, which names who, when, what, and both values', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      await submitOne(db(), aSubmitRequest('a_1', 1, toWorking), aCommandContext('is2'));
      const mine: Command = {
        type: 'changeStatus',
        to: 'BAD_FIT',
        data: {
          fit: { reason: 'SIZE', explicitNeed: 'none', latentNeed: 'none', products: ['Cloud', 'Desk'] },
        },
      };
      const found = await submitOne(db(), aSubmitRequest('a_1', 1, mine));
      expect(found).toMatchObject({ row: { status: 'WORKING', version: 2 } });
      expect(refusalOfResult(found)).toMatchObject({
        code: 'CONFLICT',
        facts: {
          version: 2,
          expectedVersion: 1,
          since: [
            { version: 2, by: 'is2', byName: 'is2', at: aCommandContext().now, command: 'changeStatus' },
          ],
          yours: mine,
        },
      });
      expect(refusalOfResult(found)).toMatchObject({
        facts: {
          since: [
            { changes: expect.arrayContaining([{ path: 'status', before: 'COLD', after: 'WORKING' }]) },
          ],
        },
      });
      expect(refusalOfResult(found).legal).toContain('ACTIVE_OPPORTUNITY');
    });

    test('of the future is a conflict', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      expect(refusalOfResult(await submitOne(db(), aSubmitRequest('a_1', 7, toWorking))).code).toBe(
        'CONFLICT',
      );
    });

    test('is no conflict with what the same block did before, however long the block is', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const fillers = Array.from({ length: 120 }, (_, n) => aRegisterSubmit(`a_f${n}`));
      const results = await submit(
        db(),
        [
          aSubmitRequest('a_1', 1, toWorking),
          ...fillers,
          aSubmitRequest('a_1', 1, { type: 'setNextCheck', date: '2026-09-01' }),
        ],
        aCommandContext(),
      );
      expect(acceptedRow(results[0]).status).toBe('WORKING');
      // Not a check's status, and not a conflict either: what it reads was changed by this very block.
      expect(refusalOfResult(results.at(-1)).code).toBe('CHECK_NOT_RUNNING');
    });

    test('stays a conflict when somebody names the request of another member in the block', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const theirs = aSubmitRequest('a_1', 1, toWorking);
      await submitOne(db(), theirs, aCommandContext('is2'));
      const toCold: Command = { type: 'changeStatus', to: 'COLD', data: { reason: '応答がありません' } };
      const results = await submit(
        db(),
        [{ ...theirs, command: contact('山田') }, aSubmitRequest('a_1', 1, toCold)],
        aCommandContext(),
      );
      expect(results.map((result) => refusalOfResult(result).code)).toEqual([
        'REQUEST_KEY_REUSED',
        'CONFLICT',
      ]);
    });
  });

  test('fifty different commands on one account at once: each is accepted, or a conflict', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const commands = Array.from({ length: 50 }, (_, n): Command => {
      if (n % 5 === 0) return { type: 'editDetails', details: { industry: `業種 ${n}` } };
      return n % 5 === 1 ? toWorking : contact(`人 ${n}`);
    });
    const results = await Promise.all(
      commands.map((command) => submitOne(db(), aSubmitRequest('a_1', 1, command))),
    );
    const account = await loadAccount(db(), 'a_1');
    const kept = results.filter(({ status }) => status === 'accepted');
    expect(account?.version).toBe(1 + kept.length);
    expect(Object.keys(account?.contacts ?? {})).toHaveLength(30);
    results.forEach((result, n) => {
      if (result.status === 'refused') expect([n % 5 < 2, result.refusal.code]).toEqual([true, 'CONFLICT']);
    });
    // Of the details and of the status, the first one wins; the others are told.
    expect(kept).toHaveLength(30 + 1 + 1);
  });

  describe('a commit that goes wrong', () => {
    const { commit } = WriteBatch.prototype;
    const next = (instead: (batch: WriteBatch) => ReturnType<typeof commit>) =>
      jest.spyOn(WriteBatch.prototype, 'commit').mockImplementationOnce(function (this: WriteBatch) {
        return instead(this);
      });
    const lost = (code: number) => Object.assign(new Error('lost'), { code });
    afterEach(() => jest.restoreAllMocks());

    test('leaves nothing half written, in no account of the block', async () => {
      await submitAll(db(), aNumberedSubmit('a_1', 1), aRegisterSubmit('a_2'));
      const before = await whole(db());
      next(() => Promise.reject(lost(14)));
      const block = [
        aSubmitRequest('a_1', 1, toWorking),
        aSubmitRequest('a_2', 1, contact('山田')),
        aNumberedSubmit('a_3', 3),
      ];
      await expect(submit(db(), block, aCommandContext())).rejects.toMatchObject({ code: 14 });
      expect(await whole(db())).toEqual(before);
    });

    test('but was done, and only its answer was lost: sent again it has its answer and no second effect', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'));
      const block = [
        aSubmitRequest('a_1', 1, toWorking),
        aSubmitRequest('a_1', 1, contact('山田')),
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
      const once = aSubmitRequest('a_1', 1, toWorking);
      const result = await submitOne(db(), once);
      expect(result).toEqual({
        ...(await submitOne(db(), once)),
        replayed: result.status === 'accepted' && result.replayed,
      });
      expect((await loadAccount(db(), 'a_1'))?.version).toBe(2);
    });

    test('because somebody was faster on one account of a block: only that one is decided anew', async () => {
      await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'), aRegisterSubmit('a_3'));
      next(async (batch) => {
        acceptedRow(await submitOne(db(), aSubmitRequest('a_2', 1, toWorking), aCommandContext('is2')));
        return commit.call(batch);
      });
      const block = ['a_1', 'a_2', 'a_3'].map((id) => aSubmitRequest(id, 1, toWorking));
      const results = await submit(db(), block, aCommandContext());
      expect(results.map(({ status }) => status)).toEqual(['accepted', 'refused', 'accepted']);
      expect(refusalOfResult(results[1])).toMatchObject({
        code: 'CONFLICT',
        facts: { since: [{ by: 'is2' }] },
      });
    });
  });

  describe('a corporate number', () => {
    test('that another account has is refused, and names that account', async () => {
      await submitAll(db(), aNumberedSubmit('a_1', 1));
      expect(refusalOfResult(await submitOne(db(), aNumberedSubmit('a_2', 1)))).toMatchObject({
        code: 'DUPLICATE_CORPORATE_NUMBER',
        facts: { accountId: 'a_1', name: '会社 a_1', status: 'COLD', corporateNumber: corporateNumberOf(1) },
      });
      expect(await loadAccount(db(), 'a_2')).toBeNull();
    });

    test('is given once, to the first of a block and to one of many at once', async () => {
      const block = await submit(
        db(),
        [aNumberedSubmit('a_1', 1), aNumberedSubmit('a_2', 1)],
        aCommandContext(),
      );
      expect(block.map(({ status }) => status)).toEqual(['accepted', 'refused']);
      const many = await Promise.all(
        [10, 11, 12, 13].map((n) => submitOne(db(), aNumberedSubmit(`a_${n}`, 2))),
      );
      expect(many.filter(({ status }) => status === 'accepted')).toHaveLength(1);
      for (const result of many)
        if (result.status === 'refused') expect(result.refusal.code).toBe('DUPLICATE_CORPORATE_NUMBER');
    });

    test('is free again when the registration is undone, and taken when the undo comes too late', async () => {
      await submitAll(db(), aNumberedSubmit('a_1', 1));
      acceptedRow(await submitOne(db(), aSubmitRequest('a_1', 1, { type: 'undo', version: 1 })));
      await submitAll(db(), aNumberedSubmit('a_2', 1));
      expect((await loadAccount(db(), 'a_1'))?.withdrawn).toBe(true);
    });

    test('is free again when the details are edited; an undo of the edit finds it taken', async () => {
      await submitAll(db(), aNumberedSubmit('a_1', 1));
      const edit = (number: string | null): Command => ({
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
  });

  test('a block of 200 in one call, 100 of which change their number', async () => {
    const ids = Array.from({ length: 100 }, (_, n) => n);
    const asked = [
      ...ids.map((n) => aNumberedSubmit(`a_${n}`, n)),
      ...ids.map((n) =>
        aSubmitRequest(`a_${n}`, 1, {
          type: 'editDetails',
          details: { corporateNumber: corporateNumberOf(n + 1000) },
        }),
      ),
    ];
    const results = await submit(db(), asked, aCommandContext());
    results.forEach(acceptedRow);
    expect(await submit(db(), asked, aCommandContext())).toEqual(
      results.map((result) => ({ ...result, replayed: true, changed: false, created: false })),
    );
  });

  test('one account in a block again and again is applied in order, with one version expected throughout', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    const results = await submit(
      db(),
      [contact('一'), toWorking, contact('二'), { type: 'undo', version: 4 } as const].map((command) =>
        aSubmitRequest('a_1', 1, command),
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
      expect(refusalOfResult(await submitOne(db(), aSubmitRequest(id, version, toWorking))).code).toBe(
        'ACCOUNT_UNKNOWN',
      );
    expect(await whole(db())).toEqual([]);
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
    expect(results.map(({ status }) => status)).toContain('refused');
    for (const result of results)
      if (result.status === 'refused') expect(result.refusal.code).toBe('LIMIT_REACHED');
    expect((await loadAccount(db, 'a_1'))?.version).toBe(
      1 + results.filter(({ status }) => status === 'accepted').length,
    );
    await expectConsistentStore(db);
    await db.terminate();
  });
});
