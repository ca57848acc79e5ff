/** What is added to step by step is what a count of the whole history gives, whatever happens between, and to the runs. */
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type Firestore, WriteBatch } from '@google-cloud/firestore';
import * as fc from 'fast-check';
import { type FactsRun, keepFacts, readFacts } from '../../../functions/app/dashboard-facts';
import { submit } from '../../../functions/app/submit';
import type { CallerCommand } from '../../../functions/domain/commands/command-table';
import { readWholeHistory } from '../../../functions/store/account-history';
import { loadAccount } from '../../../functions/store/accounts';
import { readKeptLoads } from '../../../functions/store/dashboard-state';
import { dashboardRef, entryRef, historyFactsOf } from '../../../functions/store/firestore';
import { FactsTooLargeError, MAX_FACTS_BYTES, StoredFacts } from '../../../functions/store/history-facts';
import { countMemberLoads } from '../../../functions/store/member-loads';
import { MEMBERS } from '../../builders';
import { countReads } from '../../count-reads';
import { factsOf } from '../domain/statistics/facts-of';
import {
  aClientSubmit,
  aCommandContext,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  mergeInto,
  submitAll,
  TO_WORKING,
  UNMERGE,
} from './submit-requests';

const NOW = new Date('2026-07-01T03:00:00Z');
const run = (db: Firestore, over: Partial<Parameters<typeof keepFacts>[0]> = {}): Promise<FactsRun> =>
  keepFacts({ db, now: NOW, recount: false, isTimeUp: () => false, ...over });

/** As each account's whole history tells it. */
const told = async (db: Firestore) => {
  const { docs } = await db.collection('accounts').get();
  const facts = await Promise.all(
    docs.map(async ({ id }) => factsOf((await readWholeHistory(db, id)).entries, id)),
  );
  return facts.sort(byId);
};
/** What each member owns: as it is kept, and as the accounts are. */
const loads = async (db: Firestore) => {
  const owners = Object.keys(MEMBERS);
  const kept = (await readKeptLoads(db))?.loads ?? [];
  const byMember = owners.map((id) => kept.find((load) => load.id === id) ?? { id, accounts: 0, open: 0 });
  return { kept: byMember, counted: await countMemberLoads(db, owners) };
};
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
const kept = async (db: Firestore) => (await readFacts(db))?.facts.sort(byId);

/** Of the newest version of the account; what is refused changes nothing. */
const tryCommand = async (db: Firestore, id: string, command: CallerCommand, by = 'manager') => {
  const version = (await loadAccount(db, id))?.version ?? 0;
  await submit(db, [aSubmitRequest(id, version, command)], aCommandContext(by));
};

eachOpenStore('the facts of the dashboard', (db) => {
  const { commit } = WriteBatch.prototype;
  afterEach(() => jest.restoreAllMocks());

  test('an empty team has none, and neither has one that nobody has counted', async () => {
    expect(await readFacts(db())).toBeNull();
    expect(await run(db())).toMatchObject({ facts: [], isDone: true, recount: null });
    expect(await kept(db())).toEqual([]);
  });

  test('each run reads what has changed since; where nothing has, it writes no facts', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'), aClientSubmit('a_3'));
    expect((await run(db())).read).toEqual({ accounts: 3, entries: 3 });
    expect(await kept(db())).toEqual(await told(db()));
    await tryCommand(db(), 'a_2', TO_WORKING);
    await tryCommand(db(), 'a_2', contactCommand('山田'));
    const reads = await countReads(async () => {
      expect((await run(db())).read).toEqual({ accounts: 1, entries: 2 });
    });
    expect(reads).toBeLessThan(10);
    expect(await kept(db())).toEqual(await told(db()));
    const [{ updateTime } = {}] = (await historyFactsOf(db()).get()).docs;
    expect((await run(db())).read).toEqual({ accounts: 0, entries: 0 });
    expect((await historyFactsOf(db()).get()).docs[0]?.updateTime).toEqual(updateTime);
  });

  test('facts that fill many documents are read once each, and what a run writes costs no read', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `a_${index}`);
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    await run(db());
    const counting = { generation: 2, parts: 40, cursor: null, again: [], isFull: false };
    await dashboardRef(db()).update({ counting, newest: 2 });
    await run(db());
    await submit(
      db(),
      ids.map((id) => aSubmitRequest(id, 1, contactCommand('山田'))),
      aCommandContext('manager'),
    );
    let commits = 0;
    jest.spyOn(WriteBatch.prototype, 'commit').mockImplementation(function (this: WriteBatch) {
      commits += 1;
      return commit.call(this);
    });
    const reads = await countReads(async () => {
      expect((await run(db())).read).toEqual({ accounts: 60, entries: 60 });
    });
    expect(reads).toBeGreaterThanOrEqual(40 + 2 * 60);
    expect(reads).toBeLessThanOrEqual(40 + 2 * 60 + 5);
    expect(commits).toBeLessThanOrEqual(6);
    expect(await kept(db())).toEqual(await told(db()));
  });

  test('a count of all says that what was kept is the same, or of how many accounts it is not', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    await run(db());
    expect((await run(db(), { recount: true })).recount).toEqual({ compared: 2, differing: [] });
    // An entry that the facts have is another one now, as no command makes it.
    await entryRef(db(), 'a_2', 1).update({ on: '2026-01-01' });
    expect((await run(db(), { recount: true })).recount).toEqual({ compared: 2, differing: ['a_2'] });
    expect((await run(db(), { recount: true })).recount).toEqual({ compared: 2, differing: [] });
    expect(await kept(db())).toEqual(await told(db()));
    // The one before the last is kept for a run that still reads it.
    expect((await historyFactsOf(db()).get()).size).toBe(2);
  });

  test('what is kept and cannot be read is counted anew', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    await run(db());
    for (const damage of [
      async () => (await historyFactsOf(db()).get()).docs[0]?.ref.update({ facts: 'none' }),
      () => dashboardRef(db()).update({ serving: 'none' }),
      () => dashboardRef(db()).delete(),
    ]) {
      await damage();
      await run(db());
      expect(await kept(db())).toEqual(await told(db()));
    }
  });

  test('an entry that cannot be read is told, and is added once it can be', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    await tryCommand(db(), 'a_1', TO_WORKING);
    const entry = (await entryRef(db(), 'a_1', 2).get()).data() ?? {};
    await entryRef(db(), 'a_1', 2).set({ ...entry, on: 7 });
    const { unreadable, facts } = await run(db());
    expect(unreadable).toMatchObject([{ kind: 'entry', accountId: 'a_1', id: '2' }]);
    expect(facts?.map(({ id, version }) => [id, version]).sort()).toEqual([
      ['a_1', 1],
      ['a_2', 1],
    ]);
    await entryRef(db(), 'a_1', 2).set(entry);
    expect((await run(db())).unreadable).toEqual([]);
    expect(await kept(db())).toEqual(await told(db()));
  });

  test('killed at each of its writes, before or behind it, the next run has all of it', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    await run(db());
    for (const recount of [false, true])
      for (const isWritten of [false, true])
        for (let write = 1; write <= (recount ? 4 : 2); write += 1) {
          await tryCommand(db(), 'a_1', contactCommand(`山田${write}`));
          let writes = 0;
          jest.spyOn(WriteBatch.prototype, 'commit').mockImplementation(async function (this: WriteBatch) {
            writes += 1;
            if (writes === write && !isWritten) throw new Error('killed');
            const done = await commit.call(this);
            if (writes === write) throw new Error('killed');
            return done;
          });
          await run(db(), { recount }).catch(() => {});
          jest.restoreAllMocks();
          await run(db());
          expect(await kept(db())).toEqual(await told(db()));
        }
  });

  test('where another run is faster at each of its writes, it begins again', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'));
    await run(db());
    for (const recount of [false, true])
      for (let write = 1; write <= (recount ? 4 : 2); write += 1) {
        await tryCommand(db(), 'a_1', contactCommand(`山田${write}`));
        let writes = 0;
        jest.spyOn(WriteBatch.prototype, 'commit').mockImplementation(async function (this: WriteBatch) {
          writes += 1;
          if (writes === write)
            for (const doc of [...(await historyFactsOf(db()).get()).docs, await dashboardRef(db()).get()])
              await doc.ref.set({ ...doc.data(), touched: `${recount} ${write}` });
          return commit.call(this);
        });
        await run(db(), { recount });
        jest.restoreAllMocks();
        expect(writes).toBeGreaterThan(write);
        expect(await kept(db())).toEqual(await told(db()));
      }
  });

  test('what outgrows its documents is spread over more of them', async () => {
    await submitAll(db(), aRegisterSubmit('a_1'), aRegisterSubmit('a_2'));
    await run(db());
    const facts = await StoredFacts.read(db(), { generation: 1, parts: 1 });
    const [one] = facts.all();
    if (one === undefined) throw new Error('The account has no facts.');
    // Random, so that no character of it is compressed away.
    const words = randomBytes(MAX_FACTS_BYTES).toString('base64');
    const nameUpTo = (length: number) =>
      facts.put({ ...one, current: { ...one.current, name: words.slice(0, length) } });
    const fits = (length: number): boolean => {
      nameUpTo(length);
      return deflateSync(JSON.stringify(facts.all())).length <= MAX_FACTS_BYTES;
    };
    let [fitting, tooLong] = [0, words.length];
    while (tooLong - fitting > 1) {
      const length = Math.floor((fitting + tooLong) / 2);
      if (fits(length)) fitting = length;
      else tooLong = length;
    }
    nameUpTo(tooLong);
    await expect(facts.save()).rejects.toThrow(FactsTooLargeError);
    nameUpTo(fitting);
    expect(await facts.save()).toBe(true);
    await tryCommand(db(), 'a_2', contactCommand('山田'));
    await run(db());
    expect((await dashboardRef(db()).get()).get('serving')).toMatchObject({ generation: 2, parts: 2 });
    expect(await kept(db())).toEqual(await told(db()));
  });

  test('whatever is done to accounts between runs, at once or cut short, it is what their histories tell', async () => {
    const ids = ['a_1', 'a_2', 'a_3', 'a_4'];
    const step = fc.record({
      what: fc.constantFrom(
        'work',
        'contact',
        'undo',
        'undo',
        'merge',
        'unmerge',
        'run',
        'twice',
        'cut',
        'recount',
      ),
      id: fc.constantFrom(...ids),
      other: fc.constantFrom(...ids),
    });
    const act = async ({
      what,
      id,
      other,
    }: {
      what: string;
      id: string;
      other: string;
    }): Promise<unknown> => {
      switch (what) {
        case 'work':
          return tryCommand(db(), id, TO_WORKING);
        case 'contact':
          return tryCommand(db(), id, contactCommand('山田'));
        case 'undo':
          return tryCommand(db(), id, {
            type: 'undo',
            version: (await loadAccount(db(), id))?.version ?? 1,
          });
        case 'merge':
          return tryCommand(db(), id, mergeInto(other, { survivorStatus: 'WORKING' }));
        case 'unmerge':
          return tryCommand(db(), id, UNMERGE);
        case 'twice':
          return Promise.all([run(db()), run(db(), { recount: true })]);
        default:
          return run(db(), { isTimeUp: () => what === 'cut', recount: what === 'recount' });
      }
    };
    await submitAll(db(), ...ids.map((id) => aRegisterSubmit(id)));
    return fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16, size: 'max' }), async (steps) => {
        for (const one of steps) await act(one);
        await run(db());
        expect(await kept(db())).toEqual(await told(db()));
        const owned = await loads(db());
        expect(owned.kept).toEqual(owned.counted);
        expect((await run(db(), { recount: true })).recount).toEqual({ compared: 4, differing: [] });
        expect((await loads(db())).kept).toEqual(owned.counted);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
