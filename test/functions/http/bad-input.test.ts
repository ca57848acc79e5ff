/** What is wrong with a call, from outside: each has a status, a code and a sentence in both languages, and changes nothing. */
import { aRegisterRequest, type CallOptions, idOf, rowOf, TODAY, usingSuite, type Who } from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';

const suite = usingSuite();
let cold = { id: '', version: 0 };
let working = { id: '', version: 0 };
let active = { id: '', version: 0 };

beforeAll(async () => {
  const data = { ownerId: idOf('fs'), action: { kind: 'call', date: TODAY, with: '総務部' } } as const;
  const opportunity = {
    product: 'Cloud',
    fsOwnerId: idOf('fs'),
    since: TODAY,
    handOverNote: { metWith: '山田', bant: '予算あり', nextStep: '見積' },
  };
  const rows = await suite().submit(
    'fs',
    aRegisterRequest('株式会社寒い'),
    aRegisterRequest('株式会社働く', { status: 'WORKING', data }),
    aRegisterRequest('株式会社案件', { status: 'WORKING', data }),
  );
  [cold, working, active] = [rowOf(rows[0]), rowOf(rows[1]), rowOf(rows[2])];
  const opening = { ...one({ type: 'addOpportunity', opportunity }, active), requestId: 'opening-1' };
  active = rowOf((await suite().submit('fs', opening as never))[0]);
});

let number = 0;
const one = (command: object, { id, version }: { id: string | null; version: number } = cold) => {
  number += 1;
  return { requestId: `request-${number}`, accountId: id, expectedVersion: version, command };
};
const block = (...commands: unknown[]): CallOptions => ({ body: { commands } });
const contact = (name: unknown, more: object = {}) => ({ type: 'saveContact', contact: { name, ...more } });
const call = (date: unknown) => ({ type: 'logActivity', activity: { kind: 'call', date, with: '総務部' } });
const to = (status: unknown, data: unknown = {}) => ({ type: 'changeStatus', to: status, data });
const raw = (file: string | Uint8Array, type = 'application/json'): CallOptions => ({
  file,
  headers: { 'content-type': type },
});
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

/** Alone in a block, a request has its own status. */
const OF_ONE_REQUEST: [string, () => object, number, string][] = [
  ['an unknown account', () => one(contact('山田'), { id: 'a_nobody', version: 1 }), 404, 'ACCOUNT_UNKNOWN'],
  [
    'a name of every object as the account',
    () => one(contact('山田'), { id: 'constructor', version: 1 }),
    404,
    'ACCOUNT_UNKNOWN',
  ],
  [
    'an ID that Firestore keeps for itself',
    () => one(contact('山田'), { id: '__all__', version: 1 }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'an ID with a path in it',
    () => one(contact('山田'), { id: 'a/b/c', version: 1 }),
    400,
    'REQUEST_INVALID',
  ],
  ['a version of the future', () => one(to('WORKING'), { ...cold, version: 99 }), 409, 'CONFLICT'],
  ['a negative version', () => one(to('WORKING'), { ...cold, version: -1 }), 400, 'REQUEST_INVALID'],
  ['half a version', () => one(to('WORKING'), { ...cold, version: 0.5 }), 400, 'REQUEST_INVALID'],
  ['an unknown status', () => one(to('LUKEWARM')), 400, 'REQUEST_INVALID'],
  ['a status in Japanese', () => one(to('コールド')), 400, 'REQUEST_INVALID'],
  [
    'guard data of the wrong kind: a number',
    () => one(to('WORKING', { ownerId: 7 })),
    400,
    'REQUEST_INVALID',
  ],
  ['guard data of the wrong kind: a list', () => one(to('WORKING', { action: [] })), 400, 'REQUEST_INVALID'],
  [
    'guard data of the wrong kind: a text',
    () => one(to('QUARTERLY_CHECK', { bant: 'yes' }), working),
    400,
    'REQUEST_INVALID',
  ],
  ['guard data of the wrong kind: null', () => one(to('WORKING', null)), 400, 'REQUEST_INVALID'],
  ['guard data that there is not', () => one(to('WORKING', { colour: 'red' })), 400, 'REQUEST_INVALID'],
  ['guard data that is missing', () => one(to('WORKING')), 422, 'OWNER'],
  [
    'an owner who has left',
    () =>
      one(to('WORKING', { ownerId: idOf('left'), action: { kind: 'call', date: TODAY, with: '総務部' } })),
    422,
    'MEMBER_UNKNOWN',
  ],
  [
    'an owner by the name of every object',
    () =>
      one(to('WORKING', { ownerId: 'constructor', action: { kind: 'call', date: TODAY, with: '総務部' } })),
    422,
    'MEMBER_UNKNOWN',
  ],
  [
    'a BANT value that there is not',
    () => one({ type: 'setBant', bant: { need: 'perhaps' } }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'a BANT key that there is not',
    () => one({ type: 'setBant', bant: { colour: 'yes' } }),
    400,
    'REQUEST_INVALID',
  ],
  ['2026-02-30', () => one(call('2026-02-30')), 400, 'REQUEST_INVALID'],
  ['a date with a time', () => one(call('2026-06-01T00:00:00Z')), 400, 'REQUEST_INVALID'],
  ['a date as a number', () => one(call(46_000)), 400, 'REQUEST_INVALID'],
  [
    'a meeting in the future',
    () =>
      one({ type: 'logActivity', activity: { kind: 'meeting', date: '2026-07-02', with: '山田' } }, working),
    422,
    'DATE_IN_FUTURE',
  ],
  [
    'a check on a Sunday',
    () => one({ type: 'setNextCheck', date: '2026-09-06' }, working),
    422,
    'CHECK_NOT_RUNNING',
  ],
  [
    'an opportunity of another account',
    () =>
      one(
        { type: 'closeOpportunity', closing: { opportunityId: 'o000002', outcome: 'lost', on: TODAY } },
        working,
      ),
    422,
    'OPPORTUNITY_UNKNOWN',
  ],
  [
    'an opportunity of another account among those closed by a move',
    () =>
      one(
        to('WORKING', {
          reason: '差し戻します',
          closing: [{ opportunityId: 'o000009', outcome: 'returned', on: TODAY }],
        }),
        active,
      ),
    422,
    'OPPORTUNITY_UNKNOWN',
  ],
  [
    'a name of 301 characters',
    () => one({ type: 'editDetails', details: { name: '長'.repeat(301) } }),
    400,
    'REQUEST_INVALID',
  ],
  ['an empty name', () => one({ type: 'editDetails', details: { name: '' } }), 400, 'REQUEST_INVALID'],
  ['a name of spaces', () => one({ type: 'editDetails', details: { name: '  ' } }), 422, 'NAME_NEEDED'],
  ['a control character', () => one(contact('山\u0007田')), 400, 'REQUEST_INVALID'],
  ['a NUL', () => one(contact('山\u0000田')), 400, 'REQUEST_INVALID'],
  ['a line break in a name', () => one(contact('山\n田')), 400, 'REQUEST_INVALID'],
  ['a DEL', () => one(contact('山\u007f田')), 400, 'REQUEST_INVALID'],
  ['half of a surrogate pair', () => one(contact('山\ud83d田')), 400, 'REQUEST_INVALID'],
  ['the other half', () => one(contact('\ude00')), 400, 'REQUEST_INVALID'],
  ['null for a text', () => one(contact(null)), 400, 'REQUEST_INVALID'],
  ['null for the contact', () => one({ type: 'saveContact', contact: null }), 400, 'REQUEST_INVALID'],
  ['null for the command', () => one(null as never), 400, 'REQUEST_INVALID'],
  [
    'null within lists',
    () => one({ type: 'saveContact', contact: { name: '山田', speaksWith: [null] } }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'no account where one is needed',
    () => one(contact('山田'), { id: null, version: 0 }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'an account for a registration',
    () => one({ type: 'register', details: { name: '会社' }, status: 'COLD' }),
    400,
    'REQUEST_INVALID',
  ],
  ['a command that there is not', () => one({ type: 'delete' }), 400, 'REQUEST_INVALID'],
  ['a command of the functions own: import', () => one({ type: 'import', row: {} }), 400, 'REQUEST_INVALID'],
  [
    'a command of the functions own: receive',
    () => one({ type: 'receive', fromId: working.id, products: [], opportunities: [] }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'a key that is too short',
    () => ({ ...one(contact('山田')), requestId: 'short' }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'a key with a space',
    () => ({ ...one(contact('山田')), requestId: 'request 12345' }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'a wrong corporate number',
    () => one({ type: 'editDetails', details: { corporateNumber: '1234567890123' } }),
    422,
    'CORPORATE_NUMBER_INVALID',
  ],
  ['an unknown contact', () => one(contact('山田', { id: 'c999999' })), 422, 'CONTACT_UNKNOWN'],
  [
    'a contact by the name of every object',
    () => one(contact('山田', { id: 'constructor' })),
    422,
    'CONTACT_UNKNOWN',
  ],
  ['a change that there was not', () => one({ type: 'undo', version: 99 }), 422, 'UNDO_UNKNOWN'],
];

test.each(OF_ONE_REQUEST)('one request: %s', async (_, asked, status, code) => {
  const answer = await suite().call('is', 'commands', block(asked()));
  expect(answer.status).toBe(status);
  expect(answer.body.outcomes).toMatchObject([
    {
      status,
      refusal: {
        code,
        message: { ja: expect.stringMatching(/[ぁ-ん]/), en: expect.stringMatching(/^[A-Z]/) },
      },
    },
  ]);
  for (const issue of answer.body.outcomes[0].refusal.issues ?? [])
    expect(issue.message).toEqual({ ja: expect.any(String), en: expect.any(String) });
});

const OF_THE_CALL: [string, () => [Who | null, string, CallOptions], number, string][] = [
  [
    '201 commands',
    () => ['is', 'commands', block(...Array.from({ length: 201 }, () => one(contact('山田'))))],
    400,
    'REQUEST_INVALID',
  ],
  ['an empty block', () => ['is', 'commands', block()], 400, 'REQUEST_INVALID'],
  ['no block', () => ['is', 'commands', { body: {} }], 400, 'REQUEST_INVALID'],
  ['a block that is no list', () => ['is', 'commands', { body: { commands: {} } }], 400, 'REQUEST_INVALID'],
  [
    'an unknown field',
    () => ['is', 'commands', { body: { commands: [one(contact('山田'))], colour: 'red' } }],
    400,
    'REQUEST_INVALID',
  ],
  [
    'a channel of the functions own',
    () => ['is', 'commands', { body: { channel: 'import', commands: [one(contact('山田'))] } }],
    400,
    'REQUEST_INVALID',
  ],
  [
    'a name of 10 MB',
    () => ['is', 'commands', block(one(contact('x'.repeat(10_000_000))))],
    413,
    'BODY_TOO_LARGE',
  ],
  ['a member who left', () => ['left', 'commands', block(one(contact('山田')))], 403, 'MEMBER_LEFT'],
  ['a stranger', () => ['stranger', 'commands', block(one(contact('山田')))], 403, 'NOT_A_MEMBER'],
  ['nobody', () => [null, 'commands', block(one(contact('山田')))], 401, 'NOT_SIGNED_IN'],
  ['malformed JSON', () => ['is', 'commands', raw('{"commands":[')], 400, 'BODY_NOT_JSON'],
  ['a bare primitive', () => ['is', 'commands', raw('7')], 400, 'REQUEST_INVALID'],
  ['a bare null', () => ['is', 'commands', raw('null')], 400, 'REQUEST_INVALID'],
  ['a bare list', () => ['is', 'commands', raw('[]')], 400, 'REQUEST_INVALID'],
  ['an empty body', () => ['is', 'commands', raw(' ')], 400, 'BODY_EMPTY'],
  [
    'no UTF-8',
    () => ['is', 'commands', raw(Buffer.from([0x7b, 0x22, 0x83, 0x41, 0x22, 0x3a, 0x31, 0x7d]))],
    400,
    'BODY_NOT_UTF8',
  ],
  [
    'a wrong content type',
    () => ['is', 'commands', raw('{"commands":[]}', 'text/plain')],
    415,
    'CONTENT_TYPE_UNSUPPORTED',
  ],
  [
    'a form',
    () => ['is', 'commands', raw('commands=1', 'application/x-www-form-urlencoded')],
    415,
    'CONTENT_TYPE_UNSUPPORTED',
  ],
  [
    'JSON in Shift_JIS',
    () => ['is', 'commands', raw('{}', 'application/json; charset=shift_jis')],
    415,
    'CONTENT_TYPE_UNSUPPORTED',
  ],
  ['a field twice', () => ['is', 'commands', raw('{"commands":[],"commands":[]}')], 400, 'REQUEST_INVALID'],
  ['__proto__', () => ['is', 'commands', raw('{"commands":[],"__proto__":{"a":1}}')], 400, 'REQUEST_INVALID'],
  [
    'lists a hundred deep',
    () => ['is', 'commands', raw(`{"commands":${deep(100)}}`)],
    400,
    'REQUEST_INVALID',
  ],
  [
    'a query on a command',
    () => ['is', 'commands', { ...block(one(contact('山田'))), query: { dryRun: true } }],
    400,
    'REQUEST_INVALID',
  ],
  ['GET of commands', () => ['is', 'commands', {}], 405, 'METHOD_NOT_ALLOWED'],
  ['POST of an account', () => ['is', 'account', { body: {} }], 405, 'METHOD_NOT_ALLOWED'],
  ['no account at all', () => ['is', 'account', {}], 400, 'REQUEST_INVALID'],
  [
    'an account ID that Firestore keeps for itself',
    () => ['is', 'account', { query: { id: '__all__' } }],
    400,
    'REQUEST_INVALID',
  ],
  ['201 entries', () => ['is', 'account', { query: { id: cold.id, entries: 201 } }], 400, 'REQUEST_INVALID'],
  [
    'an unknown status to filter by',
    () => ['is', 'accounts', { query: { status: 'LUKEWARM' } }],
    400,
    'REQUEST_INVALID',
  ],
  ['1001 rows', () => ['is', 'accounts', { query: { limit: 1001 } }], 400, 'REQUEST_INVALID'],
  ['no row', () => ['is', 'accounts', { query: { limit: 0 } }], 400, 'REQUEST_INVALID'],
  [
    'a filter that there is not',
    () => ['is', 'accounts', { query: { colour: 'red' } }],
    400,
    'REQUEST_INVALID',
  ],
  ['a list without a name', () => ['is', 'import', { file: '会社名\n会社\n' }], 400, 'LIST_NAME_NEEDED'],
  [
    'a list by a name that Firestore keeps for itself',
    () => ['is', 'import', { file: '会社名\n会社\n', query: { list: '__x__' } }],
    400,
    'REQUEST_INVALID',
  ],
  [
    'a list as JSON',
    () => ['is', 'import', { body: [], query: { list: 'L' } }],
    415,
    'CONTENT_TYPE_UNSUPPORTED',
  ],
  [
    'a list of 21 MB',
    () => ['is', 'import', { file: Buffer.alloc(21_000_000, 65), query: { list: 'L' } }],
    413,
    'BODY_TOO_LARGE',
  ],
  [
    'a batch that there is not',
    () => ['is', 'import', { query: { batch: 'b_nobody' } }],
    404,
    'BATCH_UNKNOWN',
  ],
  [
    'a batch to undo that there is not',
    () => ['is', 'import', { file: '', headers: {}, query: { undo: 'b_nobody' } }],
    404,
    'BATCH_UNKNOWN',
  ],
  [
    'a member without an address',
    () => [
      'admin',
      'members',
      { body: { expectedVersion: 0, member: { email: 'x', name: 'x', role: 'is', active: true } } },
    ],
    400,
    'REQUEST_INVALID',
  ],
  [
    'a role that there is not',
    () => [
      'admin',
      'members',
      { body: { expectedVersion: 0, member: { email: 'x@x.jp', name: 'x', role: 'boss', active: true } } },
    ],
    400,
    'REQUEST_INVALID',
  ],
];

test.each(OF_THE_CALL)('the whole call: %s', async (_, asked, status, code) => {
  const { status: told, body } = await suite().call(...asked());
  expect([told, body.error?.code]).toEqual([status, code]);
  expect(body.error.message).toEqual({
    ja: expect.stringMatching(/[ぁ-ん]/),
    en: expect.stringMatching(/^[A-Z]/),
  });
  expect(JSON.stringify(body)).not.toMatch(/ at .*:\d+|node_modules|<html/i);
});

test('nothing of all that has changed an account', async () => {
  for (const { id, version } of [cold, working, active]) {
    const { body } = await suite().call('is', 'account', { query: { id } });
    expect(body.account.version).toBe(version);
  }
  expect((await suite().db.collection('accounts').get()).size).toBe(3);
  await expectConsistentStore(suite().db);
});

test.each(['😀 山田', '👩‍👩‍👧‍👦', '𠮷野', 'Ｈａｃｈｉ㈱', '=1+1', '</script>', 'é', 'عربي'])(
  'the name %p is taken as it is',
  async (name) => {
    const answer = await suite().call('is', 'commands', block(one(contact(name), cold)));
    expect(answer.status).toBe(200);
    const { body } = await suite().call('is', 'account', { query: { id: cold.id } });
    expect(
      Object.values(body.account.contacts as Record<string, { name: string }>).map((found) => found.name),
    ).toContain(name);
  },
);

test('a note keeps its line breaks and tabs', async () => {
  const note = '一行目\n\t二行目';
  const logged = { type: 'logActivity', activity: { kind: 'note', date: TODAY, with: '', note } };
  const answer = await suite().call('is', 'commands', block(one(logged, working)));
  expect(answer.status).toBe(200);
});
