import { contactVersions, erasureOf, isContactKnown } from '../../../../functions/domain/account/erasure';
import { accepted, met } from '../account-lives';

const named = accepted(met(), { type: 'saveContact', contact: { name: '山田 太郎', phone: '03-1234-5678' } });
const [id = ''] = Object.keys(named.account.contacts);
const renamed = accepted(named, { type: 'saveContact', contact: { id, name: '佐藤 太郎', phone: null } });
const call = { kind: 'call', twoWay: true, date: '2026-06-30', contactId: id, with: '経理部長' } as const;
const life = accepted(renamed, { type: 'logActivity', activity: call });
const erased = accepted(life, { type: 'eraseContact', contactId: id }, { by: 'manager' });

test('a person is called as at any time, and as activities say', () =>
  expect(erasureOf(life.account, life.history, id, ['さとう'])).toEqual({
    contactId: id,
    words: ['03-1234-5678', '佐藤 太郎', '山田 太郎', 'さとう', '佐藤', '太郎', '山田'],
    familyNames: [],
    labels: ['経理部長'],
  }));

test('a family name is guessed of further spellings, too', () =>
  expect(erasureOf(life.account, life.history, id, ['山田太郎']).familyNames).toContain('山田'));

test('a part of the name that another contact has is not looked for', () => {
  const { account, history } = accepted(life, { type: 'saveContact', contact: { name: '佐藤花子' } });
  expect(erasureOf(account, history, id, []).words).not.toContain('佐藤');
});

test('all versions of a contact, and none of one who is unknown or erased', () => {
  const names = ({ account, history }: typeof life, contactId: string) => [
    ...new Set(contactVersions(account, history, contactId).map(({ name }) => name)),
  ];
  expect(names(life, id)).toEqual(['佐藤 太郎', '山田 太郎']);
  expect(names(life, 'c9')).toEqual([]);
  expect(contactVersions(erased.account, erased.history.slice(-1), id)).toEqual([]);
});

test('a contact is known by the account, by its history, or by the erasure', () => {
  const gone = { contacts: {} };
  expect(isContactKnown(life.account, [], id)).toBe(true);
  expect(isContactKnown(gone, life.history, id)).toBe(true);
  expect(isContactKnown(gone, erased.history.slice(-1), id)).toBe(true);
  expect(isContactKnown(gone, life.history, 'c9')).toBe(false);
});
