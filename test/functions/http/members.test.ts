import type { Member } from '../../../functions/domain/account/team';
import { emailOf, idOf, type Reply, usingSuite } from '../../suite';

const suite = usingSuite();
const read = async () =>
  (await suite().call('admin', 'members')).body as { version: number; you: Member; members: Member[] };
const save = async (
  member: object,
  who: 'admin' | 'manager' | 'is' = 'admin',
  expectedVersion?: number,
): Promise<Reply> =>
  suite().call(who, 'members', {
    body: { expectedVersion: expectedVersion ?? (await read()).version, member },
  });
const newcomer = (name: string) => ({ email: `${name}@hachi.example`, name, role: 'is', active: true });
const codeOf = ({ status, body }: Reply) => [status, body.error?.code];

test('everybody reads the list, without the sign-in subjects; who asks is named', async () => {
  const { status, body } = await suite().call('viewer', 'members');
  expect(status).toBe(200);
  expect(body.you).toEqual({
    id: idOf('viewer'),
    email: emailOf('viewer'),
    name: 'viewer',
    role: 'viewer',
    active: true,
  });
  expect(body.members.map(({ role }: Member) => role).sort()).toEqual([
    'admin',
    'fs',
    'is',
    'is',
    'is',
    'manager',
    'viewer',
  ]);
  expect(JSON.stringify(body)).not.toContain('sub');
});

test('only an admin changes it', async () => {
  for (const who of ['manager', 'is'] as const)
    expect(codeOf(await save(newcomer('new'), who, 1))).toEqual([403, 'ROLE_NOT_ALLOWED']);
  const { status, body } = await save(newcomer('NEW'));
  expect([status, body.members.at(-1).email]).toEqual([200, 'new@hachi.example']);
});

test('the same request again changes nothing; one on an older list is told so', async () => {
  const { version } = await read();
  const first = await save(newcomer('once'), 'admin', version);
  const again = await save({ ...newcomer('once'), id: first.body.members.at(-1).id }, 'admin', version);
  expect([again.status, again.body.version]).toEqual([200, version + 1]);
  expect(codeOf(await save(newcomer('late'), 'admin', version))).toEqual([409, 'TEAM_CHANGED']);
});

test('one address, one member', async () => {
  expect(codeOf(await save({ ...newcomer('is'), name: 'double' }))).toEqual([409, 'EMAIL_TAKEN']);
  const { members } = await read();
  const viewer = members.find(({ role }) => role === 'viewer');
  expect(codeOf(await save({ ...viewer, email: emailOf('is') }))).toEqual([409, 'EMAIL_TAKEN']);
});

test('an unknown member is 404, also under a name that every object has', async () => {
  for (const id of ['m_nobody', 'constructor', 'toString'])
    expect(codeOf(await save({ ...newcomer('x'), id }))).toEqual([404, 'MEMBER_UNKNOWN']);
});

test('the last admin stays one', async () => {
  const { you } = await read();
  expect(codeOf(await save({ ...you, role: 'manager' }))).toEqual([422, 'LAST_ADMIN']);
  expect(codeOf(await save({ ...you, active: false }))).toEqual([422, 'LAST_ADMIN']);
  const { body } = await save({ ...newcomer('second'), role: 'admin' });
  expect(body.members.at(-1).role).toBe('admin');
});

test('who has left, who never was here, and who has another subject may not come in', async () => {
  for (const name of ['members', 'accounts', 'settings']) {
    expect(codeOf(await suite().call('left', name))).toEqual([403, 'MEMBER_LEFT']);
    expect(codeOf(await suite().call('stranger', name))).toEqual([403, 'NOT_A_MEMBER']);
    expect(codeOf(await suite().call(null, name))).toEqual([401, 'NOT_SIGNED_IN']);
  }
  expect((await suite().call('is', 'members')).status).toBe(200);
  const other = await suite().identity.issue({ email: emailOf('is'), sub: '999' });
  const answer = await suite().call(null, 'members', { headers: { authorization: `Bearer ${other}` } });
  expect(codeOf(answer)).toEqual([403, 'NOT_A_MEMBER']);
});

test('a member who is told to have left is out with the next call', async () => {
  const { body } = await save(newcomer('soon'));
  const token = await suite().identity.issue({ email: 'soon@hachi.example' });
  const headers = { authorization: `Bearer ${token}` };
  expect((await suite().call(null, 'members', { headers })).status).toBe(200);
  await save({ ...body.members.at(-1), active: false });
  expect(codeOf(await suite().call(null, 'members', { headers }))).toEqual([403, 'MEMBER_LEFT']);
});
