import type { CheckAnswer } from '../../../functions/contract/check';
import { checkProgressRef } from '../../../functions/store/firestore';
import { aRegisterRequest, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
const run = (who: Who | null, body: unknown = {}) => suite().call(who, 'check', { body });

test.each<Who>(['scheduler', 'manager', 'admin'])('%s may have the store checked', async (who) => {
  const { status, body } = await run(who);
  expect([status, body.findings, body.next]).toEqual([200, [], null]);
});

test.each<[Who | null, number, string]>([
  ['is', 403, 'ROLE_NOT_ALLOWED'],
  ['fs', 403, 'ROLE_NOT_ALLOWED'],
  ['viewer', 403, 'ROLE_NOT_ALLOWED'],
  ['left', 403, 'MEMBER_LEFT'],
  ['stranger', 403, 'NOT_A_MEMBER'],
  [null, 401, 'NOT_SIGNED_IN'],
])('%s may not', async (who, status, code) => {
  const answer = await run(who);
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});

test('a call that ends in time says where the next one goes on; both together read all', async () => {
  const [first, second] = await suite().submit('is', aRegisterRequest('甲商事'), aRegisterRequest('乙商事'));
  expect([first?.status, second?.status]).toEqual([200, 200]);
  const { limits } = suite().service;
  const { runMilliseconds } = limits;
  limits.runMilliseconds = 0;
  let [accounts, calls] = [0, 0];
  for (let from: string | null | undefined; from !== null; calls += 1) {
    const { status, body } = await run('manager', from === undefined ? {} : { from });
    expect(status).toBe(200);
    const { checked, next }: CheckAnswer = body;
    accounts += checked.accounts;
    from = next;
  }
  limits.runMilliseconds = runMilliseconds;
  expect([accounts, calls]).toEqual([2, 6]);
});

test('the scheduler sees all of the store, call by call, however short each of them is', async () => {
  const { limits } = suite().service;
  const { jobMilliseconds } = limits;
  limits.jobMilliseconds = 0;
  const calls: CheckAnswer[] = [];
  do calls.push((await run('scheduler')).body);
  while (calls.at(-1)?.next !== null);
  limits.jobMilliseconds = jobMilliseconds;
  const accounts = calls.map(({ checked }) => checked.accounts);
  expect([calls.length, accounts.reduce((sum, n) => sum + n, 0)]).toEqual([6, 2]);
  // Behind the end it begins anew, and so it does where what it kept cannot be read.
  expect((await run('scheduler')).body).toMatchObject({ checked: { accounts: 2 }, next: null });
  await checkProgressRef(suite().db).set({ next: { part: 'nothing', after: null } });
  expect((await run('scheduler')).body).toMatchObject({ checked: { accounts: 2 }, next: null });
});

test.each([
  'x',
  '',
  Buffer.from('{"part":"team"}').toString('base64url'),
  Buffer.from('{"part":"accounts","after":"a/b"}').toString('base64url'),
])('a position that is none: %j', async (from) => {
  const { status, body } = await run('manager', { from });
  expect([status, body.error.code]).toEqual([400, 'CURSOR_UNKNOWN']);
});

test('a finding has words in both languages, and stands in the log', async () => {
  const [registered] = await suite().submit('is', aRegisterRequest('丙商事'));
  const id = registered?.row?.id ?? '';
  await suite().db.doc(`accounts/${id}`).update({ 'state.kana': 'チガウ' });
  const { body } = await run('manager');
  expect(body.found).toBe(2);
  expect(body.findings[0]).toEqual({
    code: 'HISTORY_DIFFERS',
    accountId: id,
    name: '丙商事',
    document: `accounts/${id}`,
    detail: 'kana',
    message: { ja: expect.any(String), en: expect.any(String) },
  });
  expect(suite().logged().at(-1)).toMatchObject({
    severity: 'ERROR',
    function: 'check',
    findings: ['HISTORY_DIFFERS', 'KEYS_OUTDATED'],
  });
});
