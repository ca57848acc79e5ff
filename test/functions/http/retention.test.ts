import { aRegisterRequest, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
const run = (who: Who | null, body: unknown = {}) => suite().call(who, 'retention', { body });

test.each<Who>(['scheduler', 'manager', 'admin'])('%s may run it', async (who) => {
  const { status, body } = await run(who);
  expect([status, body]).toEqual([
    200,
    {
      date: '2026-07-01',
      erasures: { finished: 0, stopped: 0 },
      answers: 0,
      sentBack: 0,
      teamEntries: 0,
      digestMarks: 0,
      done: true,
    },
  ]);
});

test.each<[Who | null, number, string]>([
  ['is', 403, 'ROLE_NOT_ALLOWED'],
  ['viewer', 403, 'ROLE_NOT_ALLOWED'],
  ['left', 403, 'MEMBER_LEFT'],
  [null, 401, 'NOT_SIGNED_IN'],
])('%s may not', async (who, status, code) => {
  const answer = await run(who);
  expect([answer.status, answer.body.error.code]).toEqual([status, code]);
});

test('an erasure that a document stops is told, and stands in the log without any word of the person', async () => {
  const [registered] = await suite().submit('is', aRegisterRequest('甲商事'));
  const accountId = registered?.row?.id ?? '';
  const erasure = {
    accountId,
    version: 9,
    at: '2026-07-01T00:00:00.000Z',
    contactId: 'c1',
    words: ['山田'],
    labels: [],
  };
  await suite().db.doc('erasures/x').set(erasure);
  await suite().db.doc(`accounts/${accountId}/events/00000001`).update({ events: 'none' });
  expect((await run('scheduler')).body).toMatchObject({ erasures: { finished: 0, stopped: 1 } });
  const line = suite().logged().at(-1);
  expect(line).toMatchObject({ severity: 'ERROR', function: 'retention', accounts: [accountId] });
  expect(JSON.stringify(line)).not.toContain('山田');
});
