import { aContact, anAccount, byId, TODAY } from '../../../builders';
import { accepted, cold, type Life, refused } from '../account-lives';

const person = () =>
  accepted(cold(), { type: 'saveContact', contact: { name: '山田', email: 'y@old.example' } });
const idOf = ({ account }: Life): string => Object.keys(account.contacts)[0] ?? '';
const other = anAccount({ id: 'a_2', name: '株式会社先', version: 4 });
const filed = anAccount({
  ...{ id: 'a_3', status: 'ON_FILE' },
  onFile: { reason: 'DUPLICATE', reasonText: null, successorId: 'a_2', from: 'COLD', on: TODAY },
});
const others = { a_2: other, a_3: filed };
const move = (life: Life, toId = 'a_2') => ({ type: 'moveContact' as const, contactId: idOf(life), toId });

test('the person has left, and is found at the other company', () => {
  const life = person();
  const { account, history } = accepted(life, move(life), { others });
  expect(account.contacts[idOf(life)]).toMatchObject({
    ...{ name: '山田', email: 'y@old.example', state: 'left' },
    movedTo: { accountId: 'a_2', contactId: 'c000005', company: '株式会社先', on: TODAY },
  });
  expect(history.at(-1)?.events).toMatchObject([
    { type: 'contactMoved', data: { fromVersion: account.version, toId: 'a_2', toVersion: 5 } },
  ]);
});

test.each([
  ['the company they are at', 'acc-1', 'CONTACT_MOVE_SAME'],
  ['one that nobody registered', 'a_9', 'CONTACT_MOVE_UNKNOWN'],
  ['one that was merged away', 'a_3', 'CONTACT_MOVE_FILED'],
])('not to %s', (_, toId, code) => {
  const life = person();
  expect(refused(life, move(life, toId), { others }).code).toBe(code);
});

test('nobody who is not known moves', () =>
  expect(refused(cold(), { type: 'moveContact', contactId: 'c9', toId: 'a_2' }, { others }).code).toBe(
    'CONTACT_UNKNOWN',
  ));

test('once is enough, and from here they go nowhere else', () => {
  const life = person();
  const moved = accepted(life, move(life), { others });
  expect(accepted(moved, move(moved), { others }).account).toEqual(moved.account);
  expect(
    refused(moved, move(moved, 'a_4'), { others: { ...others, a_4: anAccount({ id: 'a_4' }) } }),
  ).toMatchObject({ code: 'CONTACT_MOVED', facts: { toId: 'a_2', toName: '株式会社先' } });
});

test('who comes back is the contact that they were', () => {
  const life = person();
  const movedTo = { accountId: 'acc-1', contactId: idOf(life), company: '', on: TODAY };
  const known = anAccount({
    ...{ id: 'a_2', version: 4 },
    contacts: byId(aContact({ id: 'c1', name: '山田' }), aContact({ id: 'c2', state: 'left', movedTo })),
  });
  const { account } = accepted(life, move(life), { others: { a_2: known } });
  expect(account.contacts[idOf(life)]?.movedTo?.contactId).toBe('c2');
});
