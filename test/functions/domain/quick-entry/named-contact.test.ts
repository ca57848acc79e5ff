import { namedContact } from '../../../../functions/domain/quick-entry/named-contact';
import { aContact, anAccount } from '../../../builders';

const CONTACTS = [
  { name: '佐藤 花子', title: '営業部長' },
  { name: '佐藤 次郎', title: '課長' },
  { name: '田中一郎', title: '課長' },
  { name: '山本 太郎' },
  { name: '林田三郎' },
  { name: '森一' },
  { name: '鈴木様' },
  { name: 'Yuki Brown' },
  { name: '去田', state: 'left' as const },
];
const account = anAccount({
  contacts: Object.fromEntries(
    CONTACTS.map((contact, index) => [`c${index}`, aContact({ ...contact, id: `c${index}` })]),
  ),
});

test.each([
  ['佐藤部長', '佐藤 花子'],
  ['佐藤課長', '佐藤 次郎'],
  ['佐藤次郎様', '佐藤 次郎'],
  ['田中様', '田中一郎'],
  ['田中課長', '田中一郎'],
  ['山本部長', '山本 太郎'],
  ['森社長', '森一'],
  ['鈴木専務', '鈴木様'],
  ['Ms Brown', 'Yuki Brown'],
])('%s is %s', (person, name) => expect(namedContact(person, account)).toMatchObject({ contact: { name } }));

test.each([
  ['one of two', '佐藤様'],
  ['neither of two', '佐藤社長'],
  ['the same one since promoted, or another', '田中部長'],
  ['a place, or a name', '横浜支店長'],
  ['a name that may be split in two ways', '秋元社長'],
])('%s is in doubt', (_, person) => expect(namedContact(person, account)).toBe('inDoubt'));

test.each([
  ['高橋部長', { newName: '高橋', title: '部長' }],
  ['高橋様', { newName: '高橋', title: null }],
  ['林様', { newName: '林', title: null }],
  ['去田様', { newName: '去田', title: null }],
])('%s is nobody whom we know here', (person, named) => expect(namedContact(person, account)).toEqual(named));
