/** A contact is erased over HTTP: by whom, what is answered, and what the account and its history tell afterwards. */
import { QUEUE_ID, REGISTER_ID } from '../../../emulator/suite';
import { reindexProgressRef } from '../../../functions/store/firestore';
import {
  aCommandRequest,
  aRegisterRequest,
  idOf,
  type Reply,
  rowOf,
  TODAY,
  usingSuite,
  type Who,
} from '../../suite';

const suite = usingSuite();

const withContact = async () => {
  const cold = rowOf((await suite().submit('is', aRegisterRequest('株式会社サンプル')))[0]);
  const contact = { name: '山田 太郎', email: 'taro@example.jp', department: '経理部' };
  return rowOf((await suite().submit('is', aCommandRequest({ type: 'saveContact', contact }, cold)))[0]);
};
const ERASE = { type: 'eraseContact', contactId: 'c000002', reason: '本人からの依頼' } as const;

test('a manager erases it, once, and only that it was done is told afterwards', async () => {
  const row = await withContact();
  const request = aCommandRequest(ERASE, row);
  const [first] = await suite().submit('manager', request);
  expect(rowOf(first)).toMatchObject({ version: 3, contact: null });
  expect((await suite().submit('manager', request))[0]).toMatchObject({ status: 200, replayed: true });
  const { body } = await suite().call('is', 'account', { query: { id: row.id } });
  expect(body.account.contacts.c000002).toMatchObject({ name: '■■', state: 'erased' });
  expect(body.history[0]).toMatchObject({ by: idOf('manager'), command: 'eraseContact' });
  expect(JSON.stringify(body)).not.toMatch(/山田|太郎|taro|経理/);
});

test('nobody else does, and by no edited cell', async () => {
  const row = await withContact();
  for (const who of ['is', 'fs', 'viewer'] as const)
    expect((await suite().submit(who, aCommandRequest(ERASE, row)))[0]).toMatchObject({ status: 403 });
});

/** Everything in both spreadsheets, notes of cells included. */
const sheets = (): string =>
  JSON.stringify([REGISTER_ID, QUEUE_ID].map((id) => suite().workbooks.get(id).tabs));
const runJobs = async (): Promise<void> => {
  for (const name of ['layout', 'queue', 'duplicates'])
    expect([name, (await suite().call('manager', name, { body: {} })).status]).toEqual([name, 200]);
};

test('the register, the queue and the duplicates show nothing of the person after their next run', async () => {
  const details = { address: '東京都千代田区神田1-2-3', phone: '03-1111-2222' };
  const action = { kind: 'call', date: TODAY, with: '総務部' } as const;
  const twins = await suite().submit(
    'is',
    ...['株式会社双子', '双子株式会社'].map((name) =>
      aRegisterRequest(name, {
        details: { ...details, name },
        ...{ status: 'WORKING', data: { ownerId: idOf('is'), action } },
      }),
    ),
  );
  const waits = aCommandRequest(
    {
      type: 'changeStatus',
      to: 'QUARTERLY_CHECK',
      data: {
        meeting: { date: TODAY, with: '佐々木 花子' },
        contact: { name: '佐々木 花子', email: 'hanako@example.jp' },
        bant: { need: 'yes' },
        awaitedCondition: '佐々木様の予算',
      },
    },
    rowOf(twins[0]),
  );
  const row = rowOf((await suite().submit('is', waits))[0]);
  await runJobs();
  expect(sheets()).toContain('佐々木 花子');
  const { body } = await suite().call('manager', 'contacts', { body: { q: '佐々木花子様' } });
  const [{ contactId }] = body.contacts;
  const erasing = aCommandRequest({ type: 'eraseContact', contactId }, row);
  rowOf((await suite().submit('manager', erasing))[0]);
  await runJobs();
  expect(sheets()).not.toMatch(/佐々木|花子|hanako/);
  expect(sheets()).toContain('■■様の予算');
});

describe('where a person is a contact', () => {
  const find = async (q: string, who: Who = 'manager'): Promise<Reply> =>
    suite().call(who, 'contacts', { body: { q } });
  const accountsOf = async (q: string): Promise<string[]> =>
    (await find(q)).body.contacts.map(({ account }: { account: { name: string } }) => account.name).sort();

  beforeAll(async () => {
    const contact = { name: '探田 次郎', email: 'Jiro@Example.jp', phone: '03-9876-5432' };
    for (const name of ['株式会社探A', '株式会社探B', '株式会社探C']) {
      const cold = rowOf((await suite().submit('is', aRegisterRequest(name)))[0]);
      const saved = { ...contact, ...(name.endsWith('C') ? { name: '探田', state: 'left' as const } : {}) };
      rowOf((await suite().submit('is', aCommandRequest({ type: 'saveContact', contact: saved }, cold)))[0]);
    }
  });

  test.each<[string, string[]]>([
    ['探田次郎様', ['株式会社探A', '株式会社探B']],
    ['ｊｉｒｏ＠example.jp', ['株式会社探A', '株式会社探B', '株式会社探C']],
    ['+81 3 9876 5432', ['株式会社探A', '株式会社探B', '株式会社探C']],
    ['探田', ['株式会社探C']],
    ['探', []],
  ])('%s: %p', async (q, names) => expect(await accountsOf(q)).toEqual(names));

  test('each with what erases it, and then no more', async () => {
    const { contacts, more, problems } = (await find('探田')).body;
    expect([more, problems]).toEqual([false, []]);
    const [{ account, contactId, ...person }] = contacts;
    expect(person).toEqual({
      name: '探田',
      department: null,
      email: 'Jiro@Example.jp',
      phone: '03-9876-5432',
    });
    const erasing = aCommandRequest({ type: 'eraseContact', contactId }, { id: account.id, version: 2 });
    rowOf((await suite().submit('manager', erasing))[0]);
    expect(await accountsOf('jiro@example.jp')).toEqual(['株式会社探A', '株式会社探B']);
  });

  test('a manager is told, nobody else, and the question stands in no log', async () => {
    for (const who of ['is', 'fs', 'viewer'] as const)
      expect((await find('探田次郎', who)).body.error.code).toBe('ROLE_NOT_ALLOWED');
    expect(JSON.stringify(suite().logged())).not.toMatch(/探田|jiro/i);
  });

  test('that accounts are still being made findable is said', async () => {
    expect((await suite().call('manager', 'layout', { body: {} })).status).toBe(200);
    expect((await find('探田次郎')).body.complete).toBe(true);
    await reindexProgressRef(suite().db).set({ version: 1, after: null, done: true });
    expect((await find('探田次郎')).body.complete).toBe(false);
  });
});
