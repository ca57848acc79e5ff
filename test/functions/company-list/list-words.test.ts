import {
  ownerOfWord,
  statusOfWord,
  unknownWordsOf,
  type WordMeanings,
} from '../../../functions/company-list/list-words';
import { aMember, NO_WORD_MEANINGS } from '../../builders';

const MEMBERS = [
  aMember({ id: 'sato', name: '佐藤 花子' }),
  aMember({ id: 'gone', name: '鈴木', active: false }),
];
const SAID: WordMeanings = {
  status: new Map([
    ['休眠', 'DEAD_OPPORTUNITY'],
    ['dormant', 'empty'],
    // Another team may mean something else by a word that we know.
    ['顧客', 'COLD'],
  ]),
  owner: new Map([
    ['営業一課', 'sato'],
    ['退職者', 'gone'],
    ['-', 'empty'],
  ]),
};

test.each([
  [undefined, undefined],
  ['休眠', 'DEAD_OPPORTUNITY'],
  [' 休 眠 ', 'DEAD_OPPORTUNITY'],
  ['ＤＯＲＭＡＮＴ', 'empty'],
  ['顧客', 'COLD'],
  ['既存', 'CURRENT_CLIENT'],
  ['休眠中', null],
  // Words of other products for a record in use, and their numbers for kinds of their own.
  ['Active', null],
  ['アクティブ', null],
  ['アクティブ案件', 'ACTIVE_OPPORTUNITY'],
  ['1', null],
  ['④', null],
])('the status %j is %j', (word, status) => {
  expect(statusOfWord(word, SAID)).toBe(status);
});

test.each([
  '休眠',
  '元顧客',
  '解約済み',
  '取引中',
  '契約中',
  '見込み客',
  'アポ',
  '留守電・不通',
  'Churned',
  'Dormant',
])('%s is never guessed', (word) => {
  expect(statusOfWord(word, NO_WORD_MEANINGS)).toBeNull();
});

test.each([
  [undefined, undefined],
  ['佐藤花子', 'sato'],
  ['営業一課', 'sato'],
  ['－', undefined],
  ['退職者', null],
  ['鈴木', null],
])('the owner %j is %j', (word, owner) => {
  expect(ownerOfWord(word, SAID, MEMBERS)).toBe(owner);
});

test('each unknown word is listed once with its rows; a known one is not, but for what was said of it', () => {
  const rows = [
    { status: '休眠', owner: '佐藤 花子' },
    { status: '既存', owner: '退職者' },
    { status: '休眠 ' },
    { status: '取引中', owner: '営業１課' },
    { status: 'い'.repeat(101), owner: '営業一課' },
    { status: '顧客' },
    {},
  ].map((values, index) => ({ line: index + 2, values }));
  expect(
    unknownWordsOf(rows, SAID, MEMBERS).map(({ kind, word, line, rows: count, means }) =>
      [kind, word, line, count, means].join(' '),
    ),
  ).toEqual([
    'status 休眠 2 2 DEAD_OPPORTUNITY',
    'owner 退職者 3 1 ',
    'status 取引中 5 1 ',
    'owner 営業１課 5 1 ',
    'owner 営業一課 6 1 sato',
    'status 顧客 7 1 COLD',
  ]);
});
