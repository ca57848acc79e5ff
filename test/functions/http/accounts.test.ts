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
