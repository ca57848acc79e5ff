/** A contact is erased over HTTP: by whom, what is answered, and what the account and its history tell afterwards. */
import { aCommandRequest, aRegisterRequest, idOf, rowOf, usingSuite } from '../../suite';

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
