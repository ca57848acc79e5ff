import { aCommandRequest, aRegisterRequest, idOf, type Reply, rowOf, TODAY, usingSuite } from '../../suite';

const suite = usingSuite();
const NAMES = Array.from({ length: 9 }, (_, n) => `会社 ${n}`);
const ask = (query: Record<string, string | number | boolean> = {}): Promise<Reply> =>
  suite().call('viewer', 'accounts', { query });
const namesOf = ({ body }: Reply): string[] => body.rows.map(({ name }: { name: string }) => name);

beforeAll(async () => {
  const rows = (await suite().submit('is', ...NAMES.map((name) => aRegisterRequest(name)))).map(rowOf);
  const data = { ownerId: idOf('is2'), action: { kind: 'call', date: TODAY, with: '総務部' } } as const;
  for (const row of rows.slice(0, 2))
    rowOf(
      (await suite().submit('is', aCommandRequest({ type: 'changeStatus', to: 'WORKING', data }, row)))[0],
    );
});

test('pages through everybody', async () => {
  const seen: string[] = [];
  let reply = await ask({ limit: 4 });
  seen.push(...namesOf(reply));
  while (reply.body.cursor !== null) {
    reply = await ask({ limit: 4, cursor: reply.body.cursor });
    seen.push(...namesOf(reply));
  }
  expect(seen.sort()).toEqual(NAMES);
});

test('by status, by owner, by both', async () => {
  expect(namesOf(await ask({ status: 'WORKING' })).sort()).toEqual(['会社 0', '会社 1']);
  expect(namesOf(await ask({ ownerId: idOf('is2') })).sort()).toEqual(['会社 0', '会社 1']);
  expect(namesOf(await ask({ ownerId: idOf('is2'), status: 'COLD' }))).toEqual([]);
  expect(namesOf(await ask({ status: 'ON_FILE' }))).toEqual([]);
});

test('what has changed since a cursor, and nothing twice', async () => {
  let reply = await ask({ changes: true, limit: 1000 });
  expect(namesOf(reply)).toHaveLength(9);
  const since = reply.body.cursor;
  expect((await ask({ changes: true, cursor: since })).body).toEqual({
    rows: [],
    problems: [],
    cursor: since,
  });
  const row = rowOf((await suite().submit('is', aRegisterRequest('会社 新')))[0]);
  rowOf((await suite().submit('is', aCommandRequest({ type: 'undo', version: 1 }, row)))[0]);
  reply = await ask({ changes: true, cursor: since });
  expect(reply.body.rows).toMatchObject([{ name: '会社 新', withdrawn: true }]);
  expect(namesOf(await ask({ changes: true, cursor: reply.body.cursor }))).toEqual([]);
  // A withdrawn account is told of as a change, and stands in no page.
  expect(namesOf(await ask({ limit: 1000 })).sort()).toEqual(NAMES);
});

test('a cursor of the other kind, or of nobody, is refused', async () => {
  const page = (await ask({ limit: 1 })).body.cursor;
  const change = (await ask({ limit: 1, changes: true })).body.cursor;
  const wrong: Record<string, string | boolean>[] = [
    { cursor: change },
    { changes: true, cursor: page },
    { cursor: 'x' },
    { changes: true, cursor: 'x' },
  ];
  for (const query of wrong) {
    const { status, body } = await ask(query);
    expect([status, body.error.code]).toEqual([400, 'CURSOR_UNKNOWN']);
  }
});

test('what was handed to somebody and waits for them: accounts, and opportunities on those of others', async () => {
  const [first, second, third] = (await ask({ limit: 1000, sort: 'name' })).body.rows.slice(3);
  const version = (await suite().call('is', 'settings')).body.version;
  await suite().call('manager', 'settings', {
    body: { expectedVersion: version, settings: { products: ['Cloud'] } },
  });
  const toFs = { toId: idOf('fs'), note: '窓口は総務部' };
  rowOf((await suite().submit('manager', aCommandRequest({ type: 'handOver', ...toFs }, first)))[0]);
  const handOverNote = { metWith: '山田部長', bant: '予算あり', nextStep: '見積もり' };
  const opportunity = { product: 'Cloud', fsOwnerId: idOf('fs'), since: TODAY, handOverNote };
  const data = { ownerId: idOf('is'), opportunity };
  for (const row of [second, third])
    rowOf(
      (
        await suite().submit(
          'is',
          aCommandRequest({ type: 'changeStatus', to: 'ACTIVE_OPPORTUNITY', data }, row),
        )
      )[0],
    );
  const names = [first, second, third].map(({ name }) => name);
  expect(namesOf(await ask({ handedTo: idOf('fs') })).sort()).toEqual(names);
  expect(namesOf(await ask({ handedTo: idOf('is') }))).toEqual([]);
  expect(namesOf(await ask({ pursuedBy: idOf('fs') })).sort()).toEqual(names.slice(1));
  expect(namesOf(await ask({ insideSalesOf: idOf('is') })).sort()).toEqual([]);
  expect(namesOf(await ask({ insideSalesOf: idOf('fs') }))).toEqual([]);
  const page = await ask({ pursuedBy: idOf('fs'), limit: 1 });
  expect(namesOf(await ask({ pursuedBy: idOf('fs'), limit: 1, cursor: page.body.cursor }))).toHaveLength(1);
  const accept = { type: 'acknowledgeHandOver', accept: true } as const;
  rowOf((await suite().submit('fs', aCommandRequest(accept, { ...second, version: second.version + 1 })))[0]);
  expect(namesOf(await ask({ handedTo: idOf('fs') })).sort()).toEqual([names[0], names[2]]);
});

describe('filtered and sorted', () => {
  /** 会社 0 and 1 are WORKING and their owner leaves; 会社 2 has a bad fit to be approved; 会社 3 owes data. */
  beforeAll(async () => {
    const { rows } = (await ask({ limit: 1000, sort: 'name' })).body;
    const fit = { reason: 'SIZE', explicitNeed: 'none', latentNeed: 'none', products: ['Cloud'] };
    await suite().call('manager', 'settings', {
      body: {
        expectedVersion: (await suite().call('is', 'settings')).body.version,
        settings: { products: ['Cloud'] },
      },
    });
    rowOf(
      (
        await suite().submit(
          'is',
          aCommandRequest({ type: 'changeStatus', to: 'BAD_FIT', data: { fit } } as never, rows[2]),
        )
      )[0],
    );
    await suite().call('manager', 'import', {
      file: '会社名,ステータス,次回確認日\n会社 待ち,四半期チェック,2026-06-30\n会社 明日,四半期チェック,2026-07-02\n',
      query: { list: 'L' },
    });
    const { version, members } = (await suite().call('admin', 'members')).body;
    const { name, email, id } = members.find((member: { id: string }) => member.id === idOf('is2'));
    const member = { id, name, email, role: 'is', active: false };
    expect(
      (await suite().call('admin', 'members', { body: { expectedVersion: version, member } })).status,
    ).toBe(200);
  });

  test.each<[Record<string, string | boolean>, string[]]>([
    [{ pending: true }, ['会社 2']],
    [{ debts: true }, ['会社 待ち', '会社 明日']],
    [{ overdue: true }, ['会社 待ち']],
    [{ ownerLeft: true, sort: 'name' }, ['会社 0', '会社 1']],
    [{ ownerLeft: true, status: 'WORKING', ownerId: idOf('is2'), sort: 'name' }, ['会社 0', '会社 1']],
    [{ ownerLeft: true, ownerId: idOf('is') }, []],
    [{ ownerId: 'none', status: 'QUARTERLY_CHECK' }, ['会社 待ち', '会社 明日']],
    [{ ownerId: 'none', status: 'WORKING' }, []],
    [{ ownerId: 'none', ownerLeft: true }, []],
    [{ overdue: true, debts: true, sort: 'name', order: 'desc' }, ['会社 待ち']],
    [{ overdue: true, pending: true }, []],
    [{ judgedBy: idOf('is') }, ['会社 2']],
    [{ judgedBy: idOf('is2') }, []],
    [{ status: 'QUARTERLY_CHECK', sort: 'nextCheck' }, ['会社 待ち', '会社 明日']],
    [{ status: 'QUARTERLY_CHECK', sort: 'nextCheck', order: 'desc' }, ['会社 明日', '会社 待ち']],
    [{ pending: false, overdue: false, ownerLeft: true, sort: 'name', order: 'desc' }, ['会社 1', '会社 0']],
  ])('%j', async (query, names) => {
    expect([query, namesOf(await ask(query))]).toEqual([query, names]);
  });

  test('a check is overdue by the day of the team', async () => {
    suite().clock.set(new Date('2026-07-01T15:00:00.000Z'));
    const zone = async (name: string) => {
      const { version } = (await suite().call('is', 'settings')).body;
      const body = { expectedVersion: version, settings: { zone: name } };
      expect((await suite().call('manager', 'settings', { body })).status).toBe(200);
      return namesOf(await ask({ overdue: true }));
    };
    expect(await zone('America/Los_Angeles')).toEqual(['会社 待ち']);
    expect(await zone('Pacific/Kiritimati')).toEqual(['会社 待ち']);
    suite().clock.set(new Date('2026-07-02T15:00:00.000Z'));
    expect(await zone('America/Los_Angeles')).toEqual(['会社 待ち']);
    expect(await zone('Asia/Tokyo')).toEqual(['会社 待ち', '会社 明日']);
  });

  test.each<[Record<string, string | boolean>, string, string]>([
    [{ status: 'LUKEWARM' }, 'status', 'QUARTERLY_CHECK'],
    [{ sort: 'colour' }, 'sort', 'nextCheck'],
    [{ sort: 'name', order: 'up' }, 'order', 'desc'],
    [{ order: 'desc' }, 'order', 'sort'],
    [{ pending: 'perhaps' }, 'pending', 'true'],
    [{ limit: '0' }, 'limit', '1'],
    [{ limit: '1001' }, 'limit', '1000'],
    [{ limit: 'all' }, 'limit', 'number'],
    [{ colour: 'red' }, 'colour', 'ownerLeft'],
    [{ changes: true, overdue: true }, 'overdue', 'changes'],
    [{ changes: true, sort: 'name' }, 'sort', 'changes'],
    [{ handedTo: 'x', sort: 'name' }, 'handedTo', 'no other filter'],
    [{ pursuedBy: 'x', status: 'COLD' }, 'pursuedBy', 'no other filter'],
    [{ insideSalesOf: 'x', sort: 'name' }, 'insideSalesOf', 'no other filter'],
    [{ judgedBy: 'x', pending: true }, 'judgedBy', 'no other filter'],
  ])('%j is refused and says what is possible', async (query, path, possible) => {
    const { status, body } = await ask(query);
    expect([status, body.error.code, body.error.issues.length]).toEqual([400, 'REQUEST_INVALID', 1]);
    expect(body.error.issues[0].path).toBe(path);
    expect(body.error.issues[0].message.en).toContain(possible);
    expect(body.error.issues[0].message.ja).not.toBe('');
  });
});
