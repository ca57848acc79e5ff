/** Every kind of damage is found where it is, and nothing else is; a store that is whole has no findings. */

import { deflateSync } from 'node:zlib';
import type { Firestore } from '@google-cloud/firestore';
import { runCheckJob } from '../../../functions/app/check-job';
import { keepFacts } from '../../../functions/app/dashboard-facts';
import type { StoreFindingCode } from '../../../functions/domain/check/store-finding-texts';
import { type HistoryFacts, noFacts } from '../../../functions/domain/statistics/account-facts';
import { checkFactsPage } from '../../../functions/store/check-facts';
import { historyFactsOf } from '../../../functions/store/firestore';
import { FACTS_DOCUMENT, factsId } from '../../../functions/store/history-facts';
import { writeCursor } from '../../../functions/store/page-cursor';
import { corporateNumberOf } from '../../corporate-numbers';
import { NOW, saveTeam } from './queue-scene';
import {
  aClientSubmit,
  aNumberedSubmit,
  aRegisterSubmit,
  aSubmitRequest,
  contactCommand,
  eachOpenStore,
  submitAll,
} from './submit-requests';

const event = (id: string, version: number): string =>
  `accounts/${id}/events/${String(version).padStart(8, '0')}`;

/** A numbered account of two versions, one that stands on file for it, and a client. */
const fill = async (db: Firestore): Promise<void> => {
  await saveTeam(db);
  await db.doc('team/team/events/00000001').set({ version: 1 });
  await submitAll(
    db,
    aNumberedSubmit('a_1', 1),
    aSubmitRequest('a_1', 1, { type: 'saveContact', contact: { name: '佐藤' } }),
    aRegisterSubmit('a_2'),
    aSubmitRequest('a_2', 1, { type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: 'a_1' } }),
    { ...aClientSubmit('a_3'), requestId: 'of a_3' },
  );
};
const check = (db: Firestore) => runCheckJob(NOW, db, null, () => false);
const firstRequest = async (db: Firestore): Promise<string> =>
  (await db.collection('requests').limit(1).get()).docs[0]?.ref.path ?? '';

type Damage = readonly [
  what: string,
  damage: (db: Firestore) => Promise<unknown>,
  found: readonly (readonly [StoreFindingCode, accountId: string | null])[],
];

const DAMAGES: readonly Damage[] = [
  [
    'a field of an account',
    (db) => db.doc('accounts/a_1').update({ 'state.kana': 'カナ' }),
    [
      ['HISTORY_DIFFERS', 'a_1'],
      ['KEYS_OUTDATED', 'a_1'],
    ],
  ],
  [
    'keys in another order, as a merge leaves them: it is no damage',
    async (db) => {
      const keys: readonly string[] = (await db.doc('accounts/a_1').get()).get('matchKeys');
      expect(new Set(keys).size).toBeGreaterThan(1);
      return db.doc('accounts/a_1').update({ matchKeys: [...keys].reverse() });
    },
    [],
  ],
  [
    'a met account that is cold',
    (db) => db.doc('accounts/a_1').update({ 'state.everMet': true }),
    [
      ['HISTORY_DIFFERS', 'a_1'],
      ['RULE_BROKEN', 'a_1'],
    ],
  ],
  [
    'an account of a schema to come',
    (db) => db.doc('accounts/a_3').update({ schema: 99 }),
    [['DOCUMENT_UNREADABLE', 'a_3']],
  ],
  [
    'an account without a status',
    (db) => db.doc('accounts/a_3').update({ 'state.status': 'NONE' }),
    [['DOCUMENT_UNREADABLE', 'a_3']],
  ],
  [
    'an account without its history',
    (db) => db.doc(event('a_3', 1)).delete(),
    [
      ['HISTORY_GAP', 'a_3'],
      ['REQUEST_WITHOUT_ENTRY', 'a_3'],
    ],
  ],
  [
    'a history without its account',
    (db) => db.doc('accounts/a_3').delete(),
    [['HISTORY_WITHOUT_ACCOUNT', 'a_3']],
  ],
  [
    'an entry that cannot be read',
    (db) => db.doc(event('a_1', 2)).update({ events: 'none' }),
    [['DOCUMENT_UNREADABLE', 'a_1']],
  ],
  [
    'a status that queries ask for',
    (db) => db.doc('accounts/a_1').update({ status: 'WORKING' }),
    [['QUERY_FIELDS_DIFFER', 'a_1']],
  ],
  [
    'keys of older code',
    (db) => db.doc('accounts/a_1').update({ matchKeys: ['x'] }),
    [['KEYS_OUTDATED', 'a_1']],
  ],
  [
    'an import that nobody made',
    (db) => db.doc('accounts/a_1').update({ batches: ['b_1'] }),
    [['BATCH_UNKNOWN_TO_HISTORY', 'a_1']],
  ],
  [
    'a number that is free',
    (db) => db.doc(`corporateNumbers/${corporateNumberOf(1)}`).delete(),
    [['NUMBER_NOT_HELD', 'a_1']],
  ],
  [
    'a number of another account',
    (db) => db.doc(`corporateNumbers/${corporateNumberOf(1)}`).set({ accountId: 'a_3' }),
    [
      ['NUMBER_NOT_HELD', 'a_1'],
      ['NUMBER_ASTRAY', 'a_3'],
    ],
  ],
  [
    'a number of no account',
    (db) => db.doc(`corporateNumbers/${corporateNumberOf(2)}`).set({ accountId: 'a_9' }),
    [['NUMBER_ASTRAY', 'a_9']],
  ],
  [
    'a number of nobody',
    (db) => db.doc(`corporateNumbers/${corporateNumberOf(2)}`).set({}),
    [['NUMBER_ASTRAY', null]],
  ],
  [
    'a lost request',
    async (db) => db.doc(await firstRequest(db)).update({ 'row.id': 'a_9' }),
    [['REQUEST_WITHOUT_ENTRY', 'a_9']],
  ],
  [
    'a request that cannot be read',
    async (db) => db.doc(await firstRequest(db)).set({}),
    [['DOCUMENT_UNREADABLE', null]],
  ],
  [
    'an import that cannot be read',
    (db) => db.doc('batches/b_1').set({ id: 'b_1' }),
    [['DOCUMENT_UNREADABLE', null]],
  ],
  [
    'an import with wrong counts',
    (db) => db.doc('batches/b_1').set(aBatch({ done: 3, created: 2 })),
    [['BATCH_MISCOUNTED', null]],
  ],
  [
    'a finished import that is not',
    (db) => db.doc('batches/b_1').set(aBatch({ done: 2, created: 2 })),
    [['BATCH_MISCOUNTED', null]],
  ],
  [
    'a member',
    (db) => db.doc('team/team').update({ 'members.is.role': 'king' }),
    [['MEMBER_UNREADABLE', null]],
  ],
  [
    'a setting',
    (db) => db.doc('team/team').update({ 'settings.language': 'la' }),
    [['SETTING_UNREADABLE', null]],
  ],
  ['the team', (db) => db.doc('team/team').set({}), [['DOCUMENT_UNREADABLE', null]]],
  [
    'an owner whom nobody knows',
    (db) => db.doc('accounts/a_1').update({ 'state.ownerId': 'gone' }),
    [
      ['HISTORY_DIFFERS', 'a_1'],
      ['QUERY_FIELDS_DIFFER', 'a_1'],
      ['KEYS_OUTDATED', 'a_1'],
      ['MEMBER_UNKNOWN', 'a_1'],
    ],
  ],
  [
    'how far the register is',
    (db) => db.doc('registers/x').set({ cursor: 1 }),
    [['DOCUMENT_UNREADABLE', null]],
  ],
  [
    'facts of the dashboard',
    (db) => db.doc('historyFacts/0').set({ facts: 1 }),
    [['DOCUMENT_UNREADABLE', null]],
  ],
  ['notes of the queue', (db) => db.doc('queueNotes/0').set({ notes: 1 }), [['DOCUMENT_UNREADABLE', null]]],
];

const anUnknown = ([facts]: readonly HistoryFacts[]): HistoryFacts => ({
  ...(facts ?? noFacts('a_9')),
  id: 'a_9',
});
/** Behind the last account of the only part. */
const positionIn = (generation: number) => ({ generation, part: 0, after: 'a_3', counted: 0, cursor: null });

const aBatch = ({ done, created }: { done: number; created: number }) => ({
  ...{ id: 'b_1', list: 'L', total: 3, done, state: 'done' },
  counts: { created, filled: 0, unchanged: 0, refused: 0, withDebts: 0, undecided: 0 },
});

eachOpenStore('the check of the store', (db) => {
  beforeEach(() => fill(db()));

  test('what is whole has no findings', async () => {
    expect(await check(db())).toEqual({
      date: '2026-07-01',
      checked: { accounts: 3, entries: 5, requests: 5, numbers: 1, batches: 0, facts: 0, others: 1 },
      found: 0,
      findings: [],
      next: null,
    });
  });

  test.each(DAMAGES)('%s', async (_, damage, found) => {
    await damage(db());
    const { findings } = await check(db());
    expect(findings.map(({ code, accountId }) => [code, accountId])).toEqual(found);
  });

  test('an account that cannot be read is called by its name, as far as this can be', async () => {
    await db().doc('accounts/a_1').update({ 'state.status': 'NONE' });
    const [named] = (await check(db())).findings;
    expect(named).toMatchObject({ accountId: 'a_1', name: expect.stringMatching(/./) });
    await db().doc('accounts/a_1').update({ state: 5 });
    expect((await check(db())).findings[0]).toMatchObject({ accountId: 'a_1', name: null });
  });

  describe('what the dashboard is made of', () => {
    const count = () => keepFacts({ db: db(), now: NOW, recount: false, isTimeUp: () => false });
    const overwrite = (change: (facts: HistoryFacts[]) => HistoryFacts[]) => async () => {
      const ref = historyFactsOf(db()).doc(factsId({ generation: 1 }, 0));
      const facts = FACTS_DOCUMENT.parse((await ref.get()).data(), { accountId: null, id: ref.id });
      await ref.update({ facts: deflateSync(JSON.stringify(change(facts))) });
    };
    const renamed = (facts: HistoryFacts): HistoryFacts =>
      facts.id === 'a_1' ? { ...facts, current: { ...facts.current, name: '別の会社' } } : facts;

    test.each<[string, damage: () => Promise<unknown>, found: (string | null)[]]>([
      ['is whole', async () => {}, []],
      [
        'does not have yet what was done since',
        () => submitAll(db(), aRegisterSubmit('a_5'), aSubmitRequest('a_3', 1, contactCommand('山田'))),
        [],
      ],
      ['is not what the history makes of an account', overwrite((all) => all.map(renamed)), ['a_1']],
      ['is of an account that is not there', overwrite((all) => [...all, anUnknown(all)]), ['a_9']],
      ['leaves an account out', overwrite((all) => all.slice(1)), [null]],
    ])('%s', async (_, damage, found) => {
      await count();
      await damage();
      const { findings, checked } = await check(db());
      expect(findings.map(({ code, accountId }) => [code, accountId])).toEqual(
        found.map((accountId) => ['FACTS_DIFFER', accountId]),
      );
      expect(checked.facts).toBeGreaterThan(1);
    });

    test('goes on where a run stopped, and begins anew where all was counted anew meanwhile', async () => {
      await count();
      const position = { part: 'facts', after: null } as const;
      const first = await runCheckJob(NOW, db(), position, () => true);
      expect(first).toMatchObject({ checked: { facts: 3 }, found: 0, next: null });
      const { after } = await checkFactsPage(db(), writeCursor(positionIn(1)), '2026-07-01');
      expect(after).toBeNull();
      await keepFacts({ db: db(), now: NOW, recount: true, isTimeUp: () => false });
      const anew = await checkFactsPage(db(), writeCursor(positionIn(1)), '2026-07-01');
      expect(anew).toEqual({ findings: [], checked: { facts: 3 }, after: null });
    });
  });

  test('a circle of successors is found at each account on it, a successor that is none at the account', async () => {
    const successor = (id: string, to: string) =>
      db().doc(`accounts/${id}`).update({ 'state.onFile.successorId': to });
    await successor('a_2', 'a_9');
    expect((await check(db())).findings.map(({ code }) => code)).toEqual([
      'HISTORY_DIFFERS',
      'SUCCESSOR_UNKNOWN',
    ]);
    await successor('a_2', 'a_1');
    await submitAll(
      db(),
      aRegisterSubmit('a_4'),
      aSubmitRequest('a_4', 1, { type: 'putOnFile', onFile: { reason: 'DUPLICATE', successorId: 'a_2' } }),
    );
    await successor('a_2', 'a_4');
    const { findings } = await check(db());
    expect(
      findings.filter(({ code }) => code === 'SUCCESSOR_CIRCLE').map(({ accountId }) => accountId),
    ).toEqual(['a_2', 'a_4']);
  });

  test('run by run, each a page, it reads and finds the same', async () => {
    const more = Array.from({ length: 230 }, (_, n) => aRegisterSubmit(`b_${n}`));
    await submitAll(db(), ...more.slice(0, 200));
    await submitAll(db(), ...more.slice(200));
    for (const id of ['a_1', 'b_229']) await db().doc(`accounts/${id}`).update({ status: null });
    const whole = await check(db());
    expect(whole.checked).toMatchObject({ accounts: 233, entries: 235, requests: 235 });
    expect(whole.findings.map(({ accountId }) => accountId)).toEqual(['a_1', 'b_229']);
    let [accounts, entries, runs] = [0, 0, 0];
    const findings: unknown[] = [];
    for (let next: Awaited<ReturnType<typeof check>>['next'] | undefined; next !== null; runs += 1) {
      const run: Awaited<ReturnType<typeof check>> = await runCheckJob(NOW, db(), next ?? null, () => true);
      accounts += run.checked.accounts;
      entries += run.checked.entries;
      findings.push(...run.findings);
      next = run.next;
    }
    expect([accounts, entries]).toEqual([233, 235]);
    expect(findings).toEqual(whole.findings);
    expect(runs).toBeGreaterThan(5);
  });

  test('while others write it finds nothing, and it writes nothing', async () => {
    const before = await db().collection('accounts').get();
    const writing = (async () => {
      for (let n = 0; n < 20; n += 1)
        await submitAll(
          db(),
          aSubmitRequest('a_3', 1, { type: 'saveContact', contact: { name: `人 ${n}` } }),
        );
    })();
    const found: unknown[] = [];
    for (let n = 0; n < 8; n += 1) found.push(...(await check(db())).findings);
    await writing;
    expect(found).toEqual([]);
    const after = await db().collection('accounts').get();
    const times = (docs: typeof before) =>
      docs.docs.filter(({ id }) => id !== 'a_3').map((doc) => doc.updateTime);
    expect(times(after)).toEqual(times(before));
  });
});
