/** What is wrong with a whole call, from outside: each has a status, a code and a sentence in both languages, and changes nothing. */
import { aRegisterRequest, type CallOptions, rowOf, usingSuite, type Who } from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';
import { anyBlock, anyContactCommand, anyRequest } from './any-requests';

const suite = usingSuite();
let account = { id: '', version: 0 };

beforeAll(async () => {
  account = rowOf((await suite().submit('is', aRegisterRequest('株式会社寒い')))[0]);
});

/** With nothing wrong. */
const aRequest = () => anyRequest(anyContactCommand('山田'), account);
const raw = (file: string | Uint8Array, type = 'application/json'): CallOptions => ({
  file,
  headers: { 'content-type': type },
});
const deep = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

const BAD_CALLS: [string, () => [Who | null, string, CallOptions], number, string][] = [
  [
    '10,001 commands',
    () => ['is', 'commands', { body: { commands: Array.from({ length: 10_001 }, () => 1) } }],
    400,
    'REQUEST_INVALID',
  ],
  ['an empty block', () => ['is', 'commands', anyBlock()], 400, 'REQUEST_INVALID'],
  ['no block', () => ['is', 'commands', { body: {} }], 400, 'REQUEST_INVALID'],
  ['a block that is no list', () => ['is', 'commands', { body: { commands: {} } }], 400, 'REQUEST_INVALID'],
  [
    'an unknown field',
    () => ['is', 'commands', { body: { commands: [aRequest()], colour: 'red' } }],
    400,
    'REQUEST_INVALID',
  ],
  [
    'a channel of the functions own',
    () => ['is', 'commands', { body: { channel: 'import', commands: [aRequest()] } }],
    400,
    'REQUEST_INVALID',
  ],
  [
    'a name of 10 MB',
    () => ['is', 'commands', anyBlock(anyRequest(anyContactCommand('x'.repeat(10_000_000)), account))],
    413,
    'BODY_TOO_LARGE',
  ],
  ['a member who left', () => ['left', 'commands', anyBlock(aRequest())], 403, 'MEMBER_LEFT'],
  ['a stranger', () => ['stranger', 'commands', anyBlock(aRequest())], 403, 'NOT_A_MEMBER'],
  ['nobody', () => [null, 'commands', anyBlock(aRequest())], 401, 'NOT_SIGNED_IN'],
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
    () => ['is', 'commands', { ...anyBlock(aRequest()), query: { dryRun: true } }],
    400,
    'REQUEST_INVALID',
  ],
  ['GET of commands', () => ['is', 'commands', {}], 405, 'METHOD_NOT_ALLOWED'],
  ['GET of a lookup', () => ['is', 'lookup', { query: { q: '山田' } }], 405, 'METHOD_NOT_ALLOWED'],
  ['the mending of no account', () => ['manager', 'account', { body: {} }], 400, 'REQUEST_INVALID'],
  ['no account at all', () => ['is', 'account', {}], 400, 'REQUEST_INVALID'],
  [
    'an account ID that Firestore keeps for itself',
    () => ['is', 'account', { query: { id: '__all__' } }],
    400,
    'REQUEST_INVALID',
  ],
  [
    '201 entries',
    () => ['is', 'account', { query: { id: account.id, entries: 201 } }],
    400,
    'REQUEST_INVALID',
  ],
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
    'a list of 32 MB',
    () => ['is', 'import', { file: Buffer.alloc(32_000_000, 65), query: { list: 'L' } }],
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

test.each(BAD_CALLS)('%s', async (_, callOf, status, code) => {
  const { status: answeredStatus, body } = await suite().call(...callOf());
  expect([answeredStatus, body.error?.code]).toEqual([status, code]);
  expect(body.error.message).toEqual({
    ja: expect.stringMatching(/[ぁ-ん]/),
    en: expect.stringMatching(/^[A-Z]/),
  });
  expect(JSON.stringify(body)).not.toMatch(/ at .*:\d+|node_modules|<html/i);
});

test('nothing of all that has changed the account, or made another', async () => {
  const { body } = await suite().call('is', 'account', { query: { id: account.id } });
  expect(body.account.version).toBe(account.version);
  expect((await suite().db.collection('accounts').get()).size).toBe(1);
  await expectConsistentStore(suite().db);
});
