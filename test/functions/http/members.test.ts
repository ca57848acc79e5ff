import { PROBLEM_TEXTS } from '../../../functions/contract/problem-texts';
import type { Member } from '../../../functions/domain/account/team';
import { teamRef } from '../../../functions/store/firestore';
import { aRegisterRequest, emailOf, idOf, type Reply, rowOf, TODAY, usingSuite } from '../../suite';

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
/** The member of that address in an answer. */
const memberIn = ({ body }: Reply, address: string): Member => {
  const member = body.members.find(({ email }: Member) => email === address.toLowerCase());
  if (member === undefined) throw new Error(`no member has ${address}`);
  return member;
};
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
  const emails = body.members.map(({ email }: Member) => email);
  expect(status).toBe(200);
  expect(emails).toContain('new@hachi.example');
});

test('members stand by reading, which is kept in kana of full width and refused where it is none', async () => {
  const { id, name, role, email, active } = (await read()).members.find(
    (one) => one.id === idOf('is2'),
  ) as Member;
  const is2 = { id, name, role, email, active };
  const latin = (await read()).members.map((one) => one.id);
  expect((await save({ ...is2, kana: 'ｱｵｷ  ﾊﾙ' })).status).toBe(200);
  const { members } = await read();
  expect(members.at(-1)).toEqual({ ...is2, kana: 'アオキ ハル' });
  expect(latin.at(-1)).not.toBe(id);
  for (const kana of ['青木', 'Aoki', ' ']) {
    const { status, body } = await save({ ...is2, kana });
    expect([status, body.error.issues]).toEqual([
      400,
      [expect.objectContaining({ path: 'member.kana', code: 'reading_not_in_kana' })],
    ]);
  }
  expect((await save({ ...is2, kana: null })).body.members.map((one: Member) => one.id)).toEqual(latin);
});

test('how many accounts each member owns is counted where it is asked for', async () => {
  const action = { kind: 'call', date: TODAY, with: '総務部' } as const;
  const client = { product: 'Hachi', since: TODAY, reference: '契約 1' };
  const [working, cold] = await suite().submit(
    'is2',
    aRegisterRequest('株式会社一', { status: 'WORKING', data: { ownerId: idOf('is2'), action } }),
    aRegisterRequest('株式会社二', {
      status: 'CURRENT_CLIENT',
      data: { ownerId: idOf('is2'), product: client },
    }),
  );
  expect([rowOf(working).ownerId, rowOf(cold).ownerId]).toEqual([idOf('is2'), idOf('is2')]);
  const { loads } = (await suite().call('manager', 'members', { query: { loads: true } })).body;
  expect(loads).toHaveLength((await read()).members.length);
  expect(loads).toEqual(
    expect.arrayContaining([
      { id: idOf('is2'), accounts: 2, open: 1 },
      { id: idOf('fs'), accounts: 0, open: 0 },
    ]),
  );
  expect((await suite().call('manager', 'members')).body.loads).toEqual([]);
});

test('the same request again changes nothing; one on an older list is refused', async () => {
  const { version } = await read();
  const first = await save(newcomer('once'), 'admin', version);
  const again = await save(
    { ...newcomer('once'), id: memberIn(first, 'once@hachi.example').id },
    'admin',
    version,
  );
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

test('a leave is set by the member or a manager, and stays when the member is changed', async () => {
  const [is, fs] = [idOf('is'), idOf('fs')];
  const periods = [{ from: '2026-08-10', to: '2026-08-14', standInId: fs }];
  const setLeave = async (who: Parameters<ReturnType<typeof suite>['call']>[0], leave: object) =>
    suite().call(who, 'members', { body: { expectedVersion: (await read()).version, leave } });
  const leavesOf = async (id: string) => (await read()).members.find((member) => member.id === id)?.leaves;
  expect(codeOf(await setLeave('fs', { memberId: is, periods }))).toEqual([403, 'ROLE_NOT_ALLOWED']);
  expect((await setLeave('is', { memberId: is, periods })).status).toBe(200);
  expect(await leavesOf(is)).toEqual(periods);
  const { id, email, name, role, active } = (await read()).members.find((member) => member.id === is) ?? {};
  await save({ id, email, name: `${name} 改`, role, active });
  expect(await leavesOf(is)).toEqual(periods);
  await save({ id, email, name, role, active });
  const own = [{ ...periods[0], standInId: is }];
  expect((await setLeave('manager', { memberId: is, periods: own })).body).toMatchObject({
    error: { code: 'LEAVE_REFUSED', problem: 'standIn' },
  });
  expect(codeOf(await setLeave('manager', { memberId: 'm_nobody', periods }))).toEqual([
    404,
    'MEMBER_UNKNOWN',
  ]);
  expect((await setLeave('manager', { memberId: is, periods: [] })).status).toBe(200);
  expect(await leavesOf(is)).toBeUndefined();
});

test('the last admin stays one', async () => {
  const { you } = await read();
  expect(codeOf(await save({ ...you, role: 'manager' }))).toEqual([422, 'LAST_ADMIN']);
  expect(codeOf(await save({ ...you, active: false }))).toEqual([422, 'LAST_ADMIN']);
  const reply = await save({ ...newcomer('second'), role: 'admin' });
  expect(memberIn(reply, 'second@hachi.example').role).toBe('admin');
});

test('who has left, who was never a member, and who has another subject may not sign in', async () => {
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

const signedInAs = async (email: string, sub: string): Promise<Reply> => {
  const token = await suite().identity.issue({ email, sub });
  return suite().call(null, 'members', { headers: { authorization: `Bearer ${token}` } });
};
const saved = async (member: { email: string }): Promise<Member> => {
  const reply = await save(member);
  expect([reply.status, reply.body.error]).toEqual([200, undefined]);
  return memberIn(reply, member.email);
};
const unbind = async (id: string, who: 'admin' | 'manager' = 'admin', expectedVersion?: number) =>
  suite().call(who, 'members', {
    body: { expectedVersion: expectedVersion ?? (await read()).version, unbind: id },
  });
const boundIds = async (): Promise<string[]> => (await suite().call('admin', 'members')).body.bound;

test('with another address a member is another Google account: the old one is out, the new one in', async () => {
  const member = await saved(newcomer('before'));
  expect((await signedInAs(member.email, '71')).body.you.id).toBe(member.id);
  expect(await boundIds()).toContain(member.id);
  expect((await save({ ...member, name: 'renamed', email: 'BEFORE@hachi.example' })).status).toBe(200);
  expect((await signedInAs(member.email, '71')).status).toBe(200);
  const after = 'after@hachi.example';
  expect((await save({ ...member, email: after })).status).toBe(200);
  expect(await boundIds()).not.toContain(member.id);
  expect(codeOf(await signedInAs(member.email, '71'))).toEqual([403, 'NOT_A_MEMBER']);
  expect((await signedInAs(after, '72')).body.you.id).toBe(member.id);
  expect(codeOf(await signedInAs(after, '71'))).toEqual([403, 'NOT_A_MEMBER']);
});

test('an address that a member had before goes to a new member, under another ID', async () => {
  const first = await saved(newcomer('handed'));
  await save({ ...first, email: 'moved@hachi.example' });
  const second = await saved(newcomer('handed'));
  expect(second.id).not.toBe(first.id);
  expect((await signedInAs('handed@hachi.example', '73')).body.you.id).toBe(second.id);
  expect((await signedInAs('moved@hachi.example', '74')).body.you.id).toBe(first.id);
  const { version } = await read();
  expect((await save(newcomer('handed'), 'admin', version)).body.version).toBe(version);
});

test('an admin unbinds a sign-in: the next Google account of the address is bound; the history names the admin', async () => {
  const member = await saved(newcomer('loose'));
  await signedInAs(member.email, '75');
  expect(codeOf(await signedInAs(member.email, '76'))).toEqual([403, 'NOT_A_MEMBER']);
  expect(codeOf(await unbind(member.id, 'manager'))).toEqual([403, 'ROLE_NOT_ALLOWED']);
  expect(codeOf(await unbind('m_nobody'))).toEqual([404, 'MEMBER_UNKNOWN']);
  const { version } = await read();
  expect(codeOf(await unbind(member.id, 'admin', version - 1))).toEqual([409, 'TEAM_CHANGED']);
  const { status, body } = await unbind(member.id);
  expect([status, body.version, body.bound.includes(member.id)]).toEqual([200, version + 1, false]);
  expect((await unbind(member.id, 'admin', version)).body.version).toBe(version + 1);
  const { docs } = await teamRef(suite().db).collection('events').orderBy('version', 'desc').limit(1).get();
  expect(docs[0]?.data()).toMatchObject({ version: version + 1, by: idOf('admin') });
  expect((await signedInAs(member.email, '76')).body.you.id).toBe(member.id);
  expect(codeOf(await signedInAs(member.email, '75'))).toEqual([403, 'NOT_A_MEMBER']);
});

test.each([{}, { member: newcomer('both'), unbind: 'm_x' }])(
  '%j is neither a member nor an unbinding',
  async (body) => {
    const answer = await suite().call('admin', 'members', { body: { expectedVersion: 1, ...body } });
    expect([answer.status, answer.body.error.issues[0].code]).toEqual([400, 'one_of_member_unbind']);
  },
);

test('letters that only look alike make another address', async () => {
  const member = await saved(newcomer('kasai'));
  for (const email of ['\u212aasai@hachi.example', 'ka\u017fai@hachi.example', 'ｋasai@hachi.example']) {
    expect(codeOf(await signedInAs(email, email))).toEqual([403, 'NOT_A_MEMBER']);
    expect(codeOf(await save({ ...member, email }))).toEqual([400, 'REQUEST_INVALID']);
  }
  expect((await signedInAs('KASAI@Hachi.Example', '77')).body.you.id).toBe(member.id);
});

test('a member who cannot be read is a problem that admins see and mend; everybody else works on', async () => {
  const member = await saved(newcomer('broken'));
  expect((await signedInAs(member.email, '78')).status).toBe(200);
  await teamRef(suite().db).update({ [`members.${member.id}.role`]: 'boss' });
  for (const name of ['members', 'accounts', 'settings', 'lookup'])
    expect((await suite().call('is', name, name === 'lookup' ? { body: { q: 'x' } } : {})).status).toBe(200);
  expect(codeOf(await signedInAs(member.email, '78'))).toEqual([403, 'MEMBER_UNREADABLE']);
  expect((await suite().call('manager', 'members')).body.problems).toEqual([]);
  const reply = await suite().call('admin', 'members');
  const { problems } = reply.body;
  const shown = memberIn(reply, member.email);
  expect(problems).toEqual([
    { code: 'MEMBER_UNREADABLE', id: member.id, fields: ['role'], message: PROBLEM_TEXTS.MEMBER_UNREADABLE },
  ]);
  expect(shown).toEqual({ ...member, role: 'viewer', active: false });
  expect(codeOf(await unbind(member.id))).toEqual([403, 'MEMBER_UNREADABLE']);
  await saved(newcomer('another'));
  expect((await suite().call('admin', 'members')).body.problems).toHaveLength(1);
  // The very values that are shown mend it, too.
  expect((await save(shown)).body.problems).toEqual([]);
  expect((await save(member)).status).toBe(200);
  expect((await signedInAs(member.email, '78')).body.you).toEqual(member);
});

test('a member who was marked as having left is refused from the next call on', async () => {
  const soon = await saved(newcomer('soon'));
  const token = await suite().identity.issue({ email: 'soon@hachi.example' });
  const headers = { authorization: `Bearer ${token}` };
  expect((await suite().call(null, 'members', { headers })).status).toBe(200);
  await save({ ...soon, active: false });
  expect(codeOf(await suite().call(null, 'members', { headers }))).toEqual([403, 'MEMBER_LEFT']);
});
