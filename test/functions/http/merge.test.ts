/** Duplicates, merge and groups over HTTP: as the windows ask. */
import type { CommandRequest, CommandResult } from '../../../functions/contract/commands';
import { aCommandRequest, aRegisterRequest, idOf, rowOf, TODAY, usingSuite } from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';

const suite = usingSuite();
afterEach(() => expectConsistentStore(suite().db));

const made = async (name: string, over: Parameters<typeof aRegisterRequest>[1] = {}) =>
  rowOf((await suite().submit('is', aRegisterRequest(name, over)))[0]);
const refusalOf = (outcome: CommandResult | undefined) => {
  if (outcome === undefined || !('refusal' in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.refusal;
};
const into = (intoId: string, more: object = {}): CommandRequest['command'] => ({
  type: 'merge',
  intoId,
  reason: 'DUPLICATE',
  ...more,
});
const shown = async (id: string) => {
  const { body } = await suite().call('viewer', 'account', { query: { id } });
  return body;
};
const commands = async (who: 'is' | 'manager', ask: CommandRequest) => {
  const { status, body } = await suite().call(who, 'commands', { body: { commands: [ask] } });
  return { status, outcome: body.outcomes[0] };
};

test('a likely duplicate is refused until it is marked as another company; from then on it is only mentioned', async () => {
  const details = { name: '株式会社尋ねる', phone: '03-1111-2222' };
  const first = await made('株式会社尋ねる', { details });
  const again = aRegisterRequest('株式会社尋ねる', { details });
  const { status, outcome } = await commands('is', again);
  expect(status).toBe(409);
  expect(outcome.refusal).toMatchObject({
    code: 'DUPLICATE_LIKELY',
    facts: { candidates: [{ id: first.id, name: '株式会社尋ねる', why: ['name', 'phone'] }] },
  });
  const apart = { ...again, command: { ...again.command, notDuplicateOf: [first.id] } } as CommandRequest;
  const second = await commands('is', apart);
  expect(second.outcome.sameName).toEqual({
    accounts: [{ id: first.id, name: '株式会社尋ねる', status: 'COLD' }],
    count: 1,
  });
  expect((await commands('is', apart)).outcome).toEqual({ ...second.outcome, replayed: true });
  const { account, history } = await shown(second.outcome.row.id);
  expect(account.notDuplicateOf).toEqual({ [first.id]: { on: TODAY, by: idOf('is') } });
  expect(history[0].events[0].changes.map(({ path }: { path: string }) => path)).toContain(
    `notDuplicateOf.${first.id}`,
  );
});

test('looked at, confirmed, merged and taken apart', async () => {
  const action = { kind: 'call', date: TODAY, with: '総務部' } as const;
  const gone = await made('株式会社去る', { status: 'WORKING', data: { ownerId: idOf('is'), action } });
  const stays = await made('株式会社残る');
  const preview = await commands('is', aCommandRequest(into(stays.id, { preview: true }), gone));
  expect(preview).toMatchObject({
    status: 200,
    outcome: {
      row: { id: gone.id, version: 1 },
      preview: {
        proposed: 'WORKING',
        choices: ['WORKING', 'COLD'],
        from: { id: gone.id },
        into: { id: stays.id, version: 1 },
        survivor: { id: stays.id, status: 'WORKING' },
        needsManager: [],
      },
    },
  });
  const unconfirmed = await commands('is', aCommandRequest(into(stays.id), gone));
  expect(unconfirmed.status).toBe(409);
  expect(unconfirmed.outcome.refusal).toMatchObject({
    code: 'MERGE_CONFIRM',
    facts: preview.outcome.preview,
  });

  const confirmed = into(stays.id, { survivorStatus: 'WORKING', intoVersion: 1, note: '二重登録' });
  const merged = await commands('is', aCommandRequest(confirmed, gone));
  expect(merged.outcome.row).toMatchObject({ status: 'ON_FILE', version: 2 });
  const [left, right] = [await shown(gone.id), await shown(stays.id)];
  expect(left.account).toMatchObject({ onFile: { successorId: stays.id }, merged: { intoVersion: 2 } });
  expect(right.account).toMatchObject({ status: 'WORKING', ownerId: idOf('is') });
  expect(right.history[0]).toMatchObject({
    command: 'absorb',
    events: [
      { type: 'merged', data: { fromId: gone.id, fromName: '株式会社去る', intoName: '株式会社残る' } },
    ],
  });

  const { outcome } = await commands(
    'is',
    aCommandRequest({ type: 'unmerge', reason: '別会社でした' }, merged.outcome.row),
  );
  expect(outcome.row).toMatchObject({ status: 'WORKING', version: 3 });
  expect((await shown(stays.id)).account).toMatchObject({ status: 'COLD', ownerId: null });
});

test('a client is merged by a manager', async () => {
  const product = { product: 'Cloud', since: TODAY, reference: 'PO-1' };
  const client = await made('株式会社顧客', { status: 'CURRENT_CLIENT', data: { product } });
  const other = await made('顧客株式会社');
  const ask = () => aCommandRequest(into(client.id, { survivorStatus: 'CURRENT_CLIENT' }), other);
  const { status, outcome } = await commands('is', ask());
  expect([status, refusalOf(outcome)]).toMatchObject([403, { facts: { because: ['client'] } }]);
  expect((await commands('manager', ask())).status).toBe(200);
});

test.each([
  [{ reason: 'BORED' }],
  [{ survivorStatus: 'SOLD' }],
  [{ data: { onFile: { reason: 'DUPLICATE' } } }],
  [{ intoId: '__x__' }],
  [{ force: true }],
])('a merge with %j is no request', async (more) => {
  const row = await made('株式会社誤り');
  const { status } = await suite().call('is', 'commands', {
    body: { commands: [aCommandRequest(into('a', more) as CommandRequest['command'], row)] },
  });
  expect(status).toBe(400);
});

test('what only the functions give to themselves is no request', async () => {
  const row = await made('株式会社内緒');
  for (const type of ['absorb', 'release', 'receive']) {
    const command = { type, from: {}, reason: 'DUPLICATE' } as unknown as CommandRequest['command'];
    const { status } = await suite().call('manager', 'commands', {
      body: { commands: [aCommandRequest(command, row)] },
    });
    expect([type, status]).toEqual([type, 400]);
  }
});

test('a group: accounts of their own that know each other', async () => {
  const product = { product: 'Cloud', since: TODAY, reference: 'PO-1' };
  const parent = await made('株式会社親', { status: 'CURRENT_CLIENT', data: { product } });
  const child = await made('株式会社子', { details: { name: '株式会社子', parentId: parent.id } });
  expect((await shown(child.id)).group).toEqual({
    parent: { id: parent.id, name: '株式会社親', status: 'CURRENT_CLIENT' },
    children: [],
  });
  expect((await shown(parent.id)).group).toEqual({
    parent: null,
    children: [{ id: child.id, name: '株式会社子', status: 'COLD' }],
  });
  const round = aCommandRequest({ type: 'editDetails', details: { parentId: child.id } }, parent);
  expect(refusalOf((await suite().submit('is', round))[0])).toMatchObject({
    code: 'PARENT_REFUSED',
    facts: { problem: 'circle' },
  });
});

test('possible duplicates are looked for by every member and by schedule, and stand on their tab', async () => {
  await made('株式会社候補', { details: { name: '株式会社候補' } });
  await made('(株)候補');
  for (const who of ['viewer', 'is', 'scheduler'] as const) {
    const { status, body } = await suite().call(who, 'duplicates', { body: {} });
    expect(status).toBe(200);
    expect(body).toMatchObject({ date: TODAY, next: null, calls: who === 'viewer' ? 1 : 0 });
  }
  const tab = await fetch(`${suite().local}sheets/hachi-register/${encodeURIComponent('重複候補')}.csv`);
  expect(await tab.text()).toContain('(株)候補');
  expect((await suite().call('stranger', 'duplicates', { body: {} })).status).toBe(403);
  expect((await suite().call('is', 'duplicates', { body: { from: -1 } })).status).toBe(400);
});
