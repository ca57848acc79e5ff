/** A document that cannot be read is a problem of its account alone: everything else answers, and a manager mends it. */
import { randomUUID } from 'node:crypto';
import { FieldValue } from '@google-cloud/firestore';
import { REGISTER_ID } from '../../../emulator/suite';
import type { RegisterRow } from '../../../functions/domain/register/row';
import {
  accountRef,
  entryRef,
  numberRef,
  registerRef,
  requestRef,
  shownAccountsOf,
} from '../../../functions/store/firestore';
import { aCommandRequest, aRegisterRequest, type CallOptions, rowOf, TODAY, usingSuite } from '../../suite';

const suite = usingSuite();
const DETAILS = {
  address: '東京都千代田区一番町1',
  corporateNumber: '5010401067252',
  domains: ['kowareta.example'],
};
const activity = { kind: 'meeting', date: TODAY, with: '山田' } as const;
const log = (row: Pick<RegisterRow, 'id' | 'version'>, with_ = '山田') =>
  aCommandRequest({ type: 'logActivity', activity: { ...activity, with: with_ } }, row);

let broken: RegisterRow;
let whole: RegisterRow;
beforeEach(async () => {
  const { db } = suite();
  await Promise.all((await db.collection('accounts').listDocuments()).map((doc) => db.recursiveDelete(doc)));
  await Promise.all((await db.collection('corporateNumbers').listDocuments()).map((doc) => doc.delete()));
  const name = '株式会社壊れた';
  const [one, other] = await suite().submit(
    'is',
    aRegisterRequest(name, { details: { name, ...DETAILS } }),
    aRegisterRequest('株式会社無事'),
  );
  [broken, whole] = [rowOf(one), rowOf(other)];
  broken = rowOf((await suite().submit('is', log(broken)))[0]);
});

const account = () => accountRef(suite().db, broken.id);
const get = (who: 'is' | 'manager', name: string, query: NonNullable<CallOptions['query']> = {}) =>
  suite().call(who, name, { query });
const mend = (who: 'is' | 'manager', id = broken.id) => suite().call(who, 'account', { body: { mend: id } });

const BREAKS: [string, () => Promise<unknown>, string[]][] = [
  ['no name', () => account().update({ 'state.name': FieldValue.delete() }), ['name']],
  ['a status that there is not', () => account().update({ 'state.status': 'HOT' }), ['status']],
  ['a number for its activities', () => account().update({ 'state.activities': 7 }), ['activities']],
  ['a list for its state', () => account().update({ state: [1] }), ['state']],
  ['another ID', () => account().update({ 'state.id': whole.id }), ['id']],
  ['a field too many', () => account().update({ 'state.colour': 'red' }), ['colour']],
  ['no state', () => account().update({ state: FieldValue.delete() }), ['state']],
];

test.each(BREAKS)('an account with %s', async (_name, breakIt, fields) => {
  const { body: before } = await get('is', 'account', { id: broken.id });
  await breakIt();
  const document = { kind: 'account', accountId: broken.id, id: broken.id, fields };
  const problem = { code: 'DOCUMENT_UNREADABLE', ...document };

  const page = await get('is', 'accounts');
  expect([page.status, page.body.rows.map(({ id }: RegisterRow) => id)]).toEqual([200, [whole.id]]);
  expect(page.body.problems).toEqual([expect.objectContaining(problem)]);
  expect((await get('is', 'accounts', { changes: true })).body.problems).toHaveLength(1);
  const one = await get('is', 'account', { id: broken.id });
  expect([one.status, one.body.error]).toEqual([422, expect.objectContaining(problem)]);
  for (const q of ['株式会社壊れた', broken.id, DETAILS.corporateNumber, 'kowareta.example']) {
    const { status, body } = await suite().call('is', 'lookup', { body: { q } });
    expect([q, status, body.hits, body.problems]).toEqual([q, 200, [], [expect.objectContaining(problem)]]);
  }

  const results = await suite().submit(
    'is',
    log(whole),
    log(broken),
    aRegisterRequest('株式会社新しい'),
    aRegisterRequest('株式会社同番号', { details: { name: '株式会社同番号', ...DETAILS } }),
    aCommandRequest({ type: 'undo', version: 2 }, broken),
  );
  expect(results.map((result) => ('refusal' in result ? result.refusal.code : result.status))).toEqual([
    ...[200, 'DOCUMENT_UNREADABLE', 200, 'DOCUMENT_UNREADABLE', 'DOCUMENT_UNREADABLE'],
  ]);
  expect(results[1]).toMatchObject({ status: 422, refusal: { facts: document } });
  for (const name of ['layout', 'queue', 'duplicates'])
    expect([name, (await suite().call('manager', name, { body: {} })).status]).toEqual([name, 200]);
  const list = {
    file: `会社名,法人番号\n株式会社壊れた,${DETAILS.corporateNumber}\n株式会社別,\n`,
    query: { list: randomUUID() },
  };
  expect((await suite().call('manager', 'import', list)).status).toBe(200);

  expect((await mend('is')).body.error.code).toBe('ROLE_NOT_ALLOWED');
  expect((await mend('manager')).body).toEqual({ accountId: broken.id, version: 2, mended: true });
  expect((await mend('manager')).body.mended).toBe(false);
  expect((await get('is', 'account', { id: broken.id })).body.account).toEqual(before.account);
  expect((await suite().submit('is', log(broken, '別の人')))[0]?.status).toBe(200);
  expect((await get('is', 'accounts')).body.problems).toEqual([]);
});

test('the register lists it until it is mended, with a row and without one', async () => {
  const layout = () => suite().call('manager', 'layout', { body: {} });
  const findings = (): string =>
    JSON.stringify(
      suite()
        .workbooks.get(REGISTER_ID)
        .tabs.find(({ properties }) => properties.title === '要確認'),
    );
  await layout();
  const changedAt = FieldValue.serverTimestamp();
  await account().update({ 'state.name': 7, changedAt });
  await accountRef(suite().db, 'a_without_row').set({ state: 7, changedAt });
  for (const run of ['first', 'second']) {
    await layout();
    expect([run, findings().includes(broken.id), findings().includes('a_without_row')]).toEqual([
      run,
      true,
      true,
    ]);
  }
  await mend('manager');
  await accountRef(suite().db, 'a_without_row').delete();
  await layout();
  expect([findings().includes(broken.id), findings().includes('a_without_row')]).toEqual([false, false]);
});

test('an account that a later version has written is not written over', async () => {
  await account().update({ schema: 99 });
  const { status, body } = await mend('manager');
  expect([status, body.error]).toMatchObject([422, { code: 'DOCUMENT_UNREADABLE', fields: ['schema'] }]);
  expect((await account().get()).get('schema')).toBe(99);
});

test('an account that is gone comes back from its history; one that never was is unknown', async () => {
  await account().delete();
  expect((await mend('manager')).body).toMatchObject({ mended: true, version: 2 });
  expect((await get('is', 'account', { id: broken.id })).body.account.everMet).toBe(true);
  expect((await mend('manager', 'a_nobody')).body.error.code).toBe('ACCOUNT_UNKNOWN');
});

test.each<[string, () => Promise<unknown>]>([
  ['has no events', () => entryRef(suite().db, broken.id, 1).update({ events: FieldValue.delete() })],
  ['is gone', () => entryRef(suite().db, broken.id, 1).delete()],
  ['is of another account', () => entryRef(suite().db, broken.id, 1).update({ accountId: 'a_other' })],
])('a broken account of which an entry %s is not mended, and stays as it is', async (_name, breakIt) => {
  await breakIt();
  await account().update({ 'state.name': 7 });
  const { status, body } = await mend('manager');
  expect([status, body.error]).toMatchObject([422, { code: 'DOCUMENT_UNREADABLE', kind: 'entry', id: '1' }]);
  expect((await account().get()).get('state.name')).toBe(7);
});

test('an entry that cannot be read is left out of the history; what needs it is refused, all else goes on', async () => {
  await entryRef(suite().db, broken.id, 2).update({ events: [{ kind: 'nonsense' }] });
  const { status, body } = await get('is', 'account', { id: broken.id });
  expect([status, body.history.map(({ version }: { version: number }) => version)]).toEqual([200, [1]]);
  expect(body.problems).toMatchObject([{ kind: 'entry', accountId: broken.id, id: '2' }]);
  const results = await suite().submit(
    'is',
    aCommandRequest({ type: 'undo', version: 2 }, broken),
    // Made on version 1: what has changed since cannot be told.
    log({ ...broken, version: 1 }),
    log(broken, '別の人'),
    log(whole),
  );
  expect(results.map((result) => ('refusal' in result ? result.refusal.code : result.status))).toEqual([
    ...['DOCUMENT_UNREADABLE', 'DOCUMENT_UNREADABLE', 200, 200],
  ]);
});

test('a request whose answer cannot be read is refused by itself, and has no second effect', async () => {
  const request = log(broken, '別の人');
  await suite().submit('is', request);
  await requestRef(suite().db, request.requestId).update({ row: 'x' });
  const [again, other] = await suite().submit('is', request, log(whole));
  expect([again?.status, other?.status]).toEqual([422, 200]);
  expect(again).toMatchObject({ refusal: { code: 'DOCUMENT_UNREADABLE', facts: { kind: 'request' } } });
  expect((await get('is', 'account', { id: broken.id })).body.account.version).toBe(3);
});

test('a number of which is not stored who has it belongs to the account that says so, and can be given up and taken', async () => {
  await numberRef(suite().db, DETAILS.corporateNumber).set({ accountId: 7 });
  const take = () =>
    aRegisterRequest('株式会社後', {
      details: { name: '株式会社後', corporateNumber: DETAILS.corporateNumber },
    });
  expect((await suite().submit('is', take()))[0]).toMatchObject({
    refusal: { code: 'DUPLICATE_CORPORATE_NUMBER', facts: { accountId: broken.id } },
  });
  await account().update({ corporateNumber: null, 'state.corporateNumber': null });
  const holder = rowOf((await suite().submit('is', take()))[0]);
  expect((await numberRef(suite().db, DETAILS.corporateNumber).get()).get('accountId')).toBe(holder.id);
});

test('what the jobs keep for themselves is begun anew where it cannot be read', async () => {
  const { db } = suite();
  await suite().call('manager', 'layout', { body: {} });
  await registerRef(db, REGISTER_ID).set({ cursor: 7 });
  const shown = (await shownAccountsOf(db, REGISTER_ID).get()).docs;
  expect(shown).not.toEqual([]);
  for (const { ref } of shown) await ref.set({ ids: 7 });
  await db.collection('duplicateSearches').doc(REGISTER_ID).set({ after: 7 });
  await db
    .collection('queueNotes')
    .doc('0')
    .set({ notes: { a_1: 7, a_2: 'メモ' } });
  await db.collection('queueNotes').doc('1').set({ notes: 'x' });
  for (const name of ['layout', 'queue', 'duplicates'])
    expect([name, (await suite().call('manager', name, { body: {} })).status]).toEqual([name, 200]);
});

test('an import whose record cannot be read says so', async () => {
  const list = { file: '会社名\n株式会社一覧\n', query: { list: randomUUID() } };
  const { body } = await suite().call('manager', 'import', list);
  await suite().db.collection('batches').doc(body.batch).update({ state: 'half' });
  const again = await suite().call('manager', 'import', list);
  expect([again.status, again.body.error]).toMatchObject([
    422,
    { code: 'DOCUMENT_UNREADABLE', kind: 'batch' },
  ]);
});

test('a team that is none is a typed problem of every call', async () => {
  const team = suite().db.collection('team').doc('team');
  const stored = (await team.get()).data() ?? {};
  await team.update({ version: 'x' });
  const answer = await get('is', 'accounts');
  await team.set(stored);
  expect([answer.status, answer.body.error]).toMatchObject([
    422,
    { code: 'DOCUMENT_UNREADABLE', kind: 'team' },
  ]);
  expect((await get('is', 'accounts')).status).toBe(200);
});
