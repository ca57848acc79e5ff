/** What is wrong with one request of a block, from outside: each has a status, a code and a sentence in both languages, and changes nothing. */
import { aCommandRequest, aRegisterRequest, idOf, rowOf, TODAY, usingSuite } from '../../suite';
import { expectConsistentStore } from '../store/expect-consistent-store';
import { anyBlock, anyContactCommand, anyRequest } from './any-requests';

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
  const { version } = (await suite().call('manager', 'settings')).body;
  await suite().call('manager', 'settings', {
    body: { expectedVersion: version, settings: { products: ['Cloud'] } },
  });
  const rows = await suite().submit(
    'fs',
    aRegisterRequest('株式会社寒い'),
    aRegisterRequest('株式会社働く', { status: 'WORKING', data }),
    aRegisterRequest('株式会社案件', { status: 'WORKING', data }),
  );
  [cold, working, active] = [rowOf(rows[0]), rowOf(rows[1]), rowOf(rows[2])];
  const opening = aCommandRequest({ type: 'addOpportunity', opportunity }, active);
  active = rowOf((await suite().submit('fs', opening))[0]);
});

const one = (command: unknown, account: { id: string | null; version: number } = cold) =>
  anyRequest(command, account);
const call = (date: unknown) => ({ type: 'logActivity', activity: { kind: 'call', date, with: '総務部' } });
const to = (status: unknown, data: unknown = {}) => ({ type: 'changeStatus', to: status, data });

/** Alone in a block, a request has its own status. */
const BAD_REQUESTS: [string, () => object, number, string][] = [
  [
    'an unknown account',
    () => one(anyContactCommand('山田'), { id: 'a_nobody', version: 1 }),
    404,
    'ACCOUNT_UNKNOWN',
  ],
  [
    'a name of every object as the account',
    () => one(anyContactCommand('山田'), { id: 'constructor', version: 1 }),
    404,
    'ACCOUNT_UNKNOWN',
  ],
  [
    'an ID that Firestore keeps for itself',
    () => one(anyContactCommand('山田'), { id: '__all__', version: 1 }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'an ID with a path in it',
    () => one(anyContactCommand('山田'), { id: 'a/b/c', version: 1 }),
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
  ['a control character', () => one(anyContactCommand('山\u0007田')), 400, 'REQUEST_INVALID'],
  ['a NUL', () => one(anyContactCommand('山\u0000田')), 400, 'REQUEST_INVALID'],
  ['a line break in a name', () => one(anyContactCommand('山\n田')), 400, 'REQUEST_INVALID'],
  ['a DEL', () => one(anyContactCommand('山\u007f田')), 400, 'REQUEST_INVALID'],
  ['half of a surrogate pair', () => one(anyContactCommand('山\ud83d田')), 400, 'REQUEST_INVALID'],
  ['the other half', () => one(anyContactCommand('\ude00')), 400, 'REQUEST_INVALID'],
  ['null for a text', () => one(anyContactCommand(null)), 400, 'REQUEST_INVALID'],
  ['null for the contact', () => one({ type: 'saveContact', contact: null }), 400, 'REQUEST_INVALID'],
  ['null for the command', () => one(null), 400, 'REQUEST_INVALID'],
  [
    'null within lists',
    () => one({ type: 'saveContact', contact: { name: '山田', speaksWith: [null] } }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'no account where one is needed',
    () => one(anyContactCommand('山田'), { id: null, version: 0 }),
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
    () => ({ ...one(anyContactCommand('山田')), requestId: 'short' }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'a key with a space',
    () => ({ ...one(anyContactCommand('山田')), requestId: 'request 12345' }),
    400,
    'REQUEST_INVALID',
  ],
  [
    'a wrong corporate number',
    () => one({ type: 'editDetails', details: { corporateNumber: '1234567890123' } }),
    422,
    'CORPORATE_NUMBER_INVALID',
  ],
  ['an unknown contact', () => one(anyContactCommand('山田', { id: 'c999999' })), 422, 'CONTACT_UNKNOWN'],
  [
    'a contact by the name of every object',
    () => one(anyContactCommand('山田', { id: 'constructor' })),
    422,
    'CONTACT_UNKNOWN',
  ],
  ['a change that there was not', () => one({ type: 'undo', version: 99 }), 422, 'UNDO_UNKNOWN'],
];

test.each(BAD_REQUESTS)('%s', async (_, requestOf, status, code) => {
  const answer = await suite().call('manager', 'commands', anyBlock(requestOf()));
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
    const answer = await suite().call('is', 'commands', anyBlock(one(anyContactCommand(name), cold)));
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
  const answer = await suite().call('is', 'commands', anyBlock(one(logged, working)));
  expect(answer.status).toBe(200);
});
