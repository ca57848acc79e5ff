/** A script says which spreadsheet it is bound to; a copy of the register is sent away before anything is done. */
import { QUEUE_ID, REGISTER_ID } from '../../../emulator/suite';
import { aRegisterRequest, type CallOptions, usingSuite } from '../../suite';

const suite = usingSuite();
const HEADER = 'X-Hachi-Spreadsheet';
const registration = (): CallOptions => ({ body: { commands: [aRegisterRequest('株式会社写し')] } });

test('the register, the queue, and a caller that is no script, are let in', async () => {
  for (const headers of [{ [HEADER]: REGISTER_ID }, { [HEADER]: QUEUE_ID }, {}] as Record<string, string>[]) {
    expect((await suite().call('is', 'commands', { ...registration(), headers })).status).toBe(200);
    expect((await suite().call('is', 'members', { headers })).status).toBe(200);
  }
});

test.each([
  ['another ID', 'copy-of-the-register'],
  ['no ID', ''],
  ['two of them', `${REGISTER_ID}, ${REGISTER_ID}`],
  ['another case', REGISTER_ID.toUpperCase()],
])('%s is refused by every function, and nothing changes', async (_, told) => {
  const headers = { [HEADER]: told };
  const calls: [string, CallOptions][] = [
    ['commands', registration()],
    ['members', {}],
    ['accounts', {}],
    ['layout', { body: {} }],
    ['duplicates', { body: {} }],
    ['import', { file: '会社名\n株式会社写し\n', query: { list: 'L' } }],
  ];
  const before = (await suite().db.collection('accounts').count().get()).data();
  for (const [name, call] of calls) {
    const { status, body } = await suite().call('manager', name, { ...call, headers });
    expect([name, status, body.error.code]).toEqual([name, 403, 'SPREADSHEET_IS_COPY']);
    expect(body.error.message.ja).toContain('何も変更していません');
    expect(body.error.message.en).toContain('Open the original');
  }
  expect((await suite().db.collection('accounts').count().get()).data()).toEqual(before);
});

test('without a sign-in, that is the first refusal', async () => {
  const { body } = await suite().call(null, 'commands', { ...registration(), headers: { [HEADER]: 'copy' } });
  expect(body.error.code).toBe('NOT_SIGNED_IN');
});

test.each([
  ['of a copy, is told that it is one', 'copy-of-the-register', 'SPREADSHEET_IS_COPY'],
  ['of the register itself, that its token is not valid', REGISTER_ID, 'TOKEN_INVALID'],
])('a script whose client ID is not known, %s', async (_, spreadsheet, code) => {
  const audience = 'another.apps.googleusercontent.com';
  const token = await suite().identity.issue({ email: 'is@hachi.example', audience });
  const headers = { authorization: `Bearer ${token}`, [HEADER]: spreadsheet };
  const { body } = await suite().call(null, 'members', { headers });
  expect(body.error.code).toBe(code);
});
