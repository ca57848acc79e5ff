import type { CommandRequest } from '../../../functions/contract/commands';
import { ACCOUNT_SCHEMA_VERSION } from '../../../functions/store/account-document';
import { hasOfficialFirestore, officialNotFound } from '../../firestores';
import {
  aCommandRequest,
  aRegisterRequest,
  idOf,
  rowOf,
  type TestSuite,
  TODAY,
  usingSuite,
} from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';

const contact = (name: string): CommandRequest['command'] => ({ type: 'saveContact', contact: { name } });
const toWorking: CommandRequest['command'] = {
  type: 'changeStatus',
  to: 'WORKING',
  data: { ownerId: idOf('is'), action: { kind: 'call', date: TODAY, with: '総務部' } },
};

const story = (suite: () => TestSuite): void => {
  afterEach(() => expectConsistentStore(suite().db));

  const made = async (name = '株式会社サンプル') =>
    rowOf((await suite().submit('is', aRegisterRequest(name)))[0]);

  test('registers, changes the status, and answers with the row', async () => {
    const cold = await made();
    const [outcome] = await suite().submit('is', aCommandRequest(toWorking, cold));
    expect(outcome).toMatchObject({
      status: 200,
      replayed: false,
      row: { id: cold.id, version: 2, status: 'WORKING', statusSince: TODAY, ownerId: idOf('is') },
    });
  });

  test('the same call again has the same answer', async () => {
    const body = { commands: [aRegisterRequest('株式会社二度'), aRegisterRequest('株式会社三度')] };
    const [first, again] = [
      await suite().call('is', 'commands', { body }),
      await suite().call('is', 'commands', { body }),
    ];
    expect(again.body.outcomes).toEqual(
      first.body.outcomes.map((outcome: object) => ({ ...outcome, replayed: true })),
    );
    // Another member's key is another request.
    const theirs = await suite().call('is2', 'commands', { body });
    expect(theirs.body.outcomes.map(({ refusal }: { refusal: { code: string } }) => refusal.code)).toEqual([
      'REQUEST_KEY_REUSED',
      'REQUEST_KEY_REUSED',
    ]);
  });

  test('of two who change a status at once, the second answer says who, when, what, and both values', async () => {
    const cold = await made();
    const away: CommandRequest['command'] = {
      type: 'changeStatus',
      to: 'ON_FILE',
      data: { onFile: { reason: 'LEGAL_HOLD' } },
    };
    const answers = await Promise.all([
      suite().call('is', 'commands', { body: { commands: [aCommandRequest(toWorking, cold)] } }),
      suite().call('fs', 'commands', { body: { commands: [aCommandRequest(away, cold)] } }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [won, lost] = answers[0].status === 200 ? answers : [answers[1], answers[0]];
    expect(lost.body.outcomes[0]).toMatchObject({
      status: 409,
      row: won.body.outcomes[0].row,
      refusal: {
        code: 'CONFLICT',
        facts: {
          since: [
            {
              version: 2,
              on: TODAY,
              by: idOf(answers[0].status === 200 ? 'is' : 'fs'),
              byName: answers[0].status === 200 ? 'is' : 'fs',
              changes: expect.arrayContaining([
                { path: 'status', before: 'COLD', after: won.body.outcomes[0].row.status },
              ]),
            },
          ],
          yours: answers[0].status === 200 ? away : toWorking,
        },
      },
    });
  });

  test('one that is malformed does not refuse the others, and stands in its place', async () => {
    const cold = await made();
    const block = [
      aCommandRequest(contact('一'), cold),
      { ...aCommandRequest(contact('二'), cold), colour: 'red' },
      aCommandRequest(contact('三'), cold),
      7,
    ];
    const { status, body } = await suite().call('is', 'commands', { body: { commands: block } });
    expect(status).toBe(200);
    expect(body.outcomes).toMatchObject([
      { status: 200 },
      {
        status: 400,
        row: null,
        requestId: (block[1] as CommandRequest).requestId,
        refusal: { code: 'REQUEST_INVALID', issues: [{ path: 'colour', code: 'unrecognized_keys' }] },
      },
      { status: 200 },
      { status: 400, requestId: null, refusal: { code: 'REQUEST_INVALID' } },
    ]);
  });

  test.each<[string, number, string, (row: { id: string; version: number }) => CommandRequest]>([
    [
      'a rule that says no',
      422,
      'MEETING_FIRST',
      (row) => aCommandRequest({ type: 'changeStatus', to: 'DEAD_OPPORTUNITY' }, row),
    ],
    [
      'an unknown account',
      404,
      'ACCOUNT_UNKNOWN',
      () => aCommandRequest(toWorking, { id: 'a_nobody', version: 1 }),
    ],
    ['a version of the future', 409, 'CONFLICT', ({ id }) => aCommandRequest(toWorking, { id, version: 9 })],
    [
      'what only a manager does',
      403,
      'ROLE_NOT_ALLOWED',
      (row) => aCommandRequest({ type: 'cutLink', reason: '理由' }, row),
    ],
  ])('alone, %s has its own HTTP status', async (_, status, code, asked) => {
    const answer = await suite().call('is', 'commands', { body: { commands: [asked(await made())] } });
    expect(answer.status).toBe(status);
    expect(answer.body.outcomes).toMatchObject([
      { status, refusal: { code, message: { ja: expect.any(String), en: expect.any(String) } } },
    ]);
  });

  test('a manager speaks by a trigger: what needs a manager is refused, the rest is recorded as theirs', async () => {
    const cold = await made();
    const byTrigger = async (command: CommandRequest['command'], version: number) => {
      const body = { channel: 'trigger', commands: [aCommandRequest(command, { id: cold.id, version })] };
      return (await suite().call('manager', 'commands', { body })).body.outcomes[0];
    };
    const owned = await byTrigger({ type: 'handOver', toId: idOf('is2'), note: '担当' }, 1);
    expect(owned).toMatchObject({ status: 200, row: { ownerId: idOf('is2') } });
    for (const command of [
      { type: 'cutLink', reason: '別会社' },
      { type: 'handOver', toId: idOf('is'), note: '担当替え' },
    ] satisfies CommandRequest['command'][])
      expect((await byTrigger(command, 2)).refusal).toMatchObject({
        code: 'ROLE_NOT_ALLOWED',
        facts: expect.anything(),
      });
    const { history } = (await suite().call('is', 'account', { query: { id: cold.id } })).body;
    expect(history[0]).toMatchObject({ command: 'handOver', channel: 'trigger', by: idOf('manager') });
    const [byHand] = await suite().submit(
      'manager',
      aCommandRequest({ type: 'handOver', toId: idOf('is'), note: '担当替え' }, { id: cold.id, version: 2 }),
    );
    expect(byHand).toMatchObject({ status: 200, row: { ownerId: idOf('is') } });
  });

  test('the contact and the condition are cells of the row', async () => {
    const cold = await made();
    const [named, waiting] = await suite().submit(
      'is',
      aCommandRequest({ type: 'setAwaited', contact: { name: '山田' } }, cold),
      aCommandRequest({ type: 'setAwaited', awaitedCondition: '来期' }, cold),
    );
    expect(named).toMatchObject({ status: 200, row: { contact: '山田', version: 2 } });
    expect(waiting).toMatchObject({ status: 422, refusal: { code: 'CONDITION_NOT_AWAITED' } });
  });

  test('a viewer reads and does not write', async () => {
    const { status, body } = await suite().call('viewer', 'commands', {
      body: { commands: [aRegisterRequest('会社')] },
    });
    expect([status, body.outcomes[0].refusal.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
    expect((await suite().call('viewer', 'accounts')).status).toBe(200);
  });

  test('a wave of the same register makes one account', async () => {
    const body = { channel: 'menu', commands: [aRegisterRequest('株式会社連打')] };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => suite().call('is', 'commands', { body })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => answer.body.outcomes[0].row.id)).size).toBe(1);
    const found = await suite().call('is', 'lookup', { body: { name: '連打' } });
    expect(found.body.hits).toHaveLength(1);
    const { history } = (await suite().call('is', 'account', { query: { id: found.body.hits[0].row.id } }))
      .body;
    expect(history).toMatchObject([{ version: 1, channel: 'menu', by: idOf('is'), command: 'register' }]);
  });

  test('a command on a broken document is refused with what is broken, and not with what is stored', async () => {
    const cold = await made();
    const ref = suite().db.doc(`accounts/${cold.id}`);
    const kept = (await ref.get()).data() ?? {};
    const cases: [object, string][] = [
      [{ ...kept, schema: ACCOUNT_SCHEMA_VERSION + 1 }, 'schema'],
      [{ ...kept, state: { ...kept.state, status: 'LUKEWARM' } }, 'status'],
    ];
    for (const [broken, field] of cases) {
      await ref.set(broken);
      const body = { commands: [aCommandRequest(contact('山田'), cold)] };
      const answer = await suite().call('is', 'commands', { body });
      expect(answer.status).toBe(422);
      expect(answer.body.outcomes[0].refusal).toMatchObject({
        code: 'DOCUMENT_UNREADABLE',
        facts: { kind: 'account', accountId: cold.id, id: cold.id, fields: [field] },
      });
      expect(JSON.stringify(answer.body)).not.toContain('LUKEWARM');
      expect((await ref.get()).data()).toEqual(broken);
    }
    await ref.set(kept);
  });

  // The last one: each test before it would have all these accounts checked behind it.
  test('a block of 200 is answered one by one, and one account in it may come again', async () => {
    const cold = await made();
    const block = [
      ...Array.from({ length: 197 }, (_, n) => aRegisterRequest(`会社 ${n}`)),
      aCommandRequest(toWorking, cold),
      aCommandRequest(contact('山田'), cold),
      aCommandRequest({ type: 'undo', version: 2 }, cold),
    ];
    const { status, body } = await suite().call('is', 'commands', { body: { commands: block } });
    expect(status).toBe(200);
    expect(body.outcomes.map((one: { status: number }) => one.status)).toEqual(Array(200).fill(200));
    expect(body.outcomes.slice(-3).map(({ row }: { row: object }) => row)).toMatchObject([
      { version: 2, status: 'WORKING' },
      { version: 3, status: 'WORKING' },
      { version: 4, status: 'COLD' },
    ]);
  });
};

describe('commands (embedded Firestore)', () => story(usingSuite('embedded')));
if (hasOfficialFirestore) describe('commands (official Firestore)', () => story(usingSuite('official')));
else officialNotFound('commands');
