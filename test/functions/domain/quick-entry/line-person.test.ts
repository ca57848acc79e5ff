import * as fc from 'fast-check';
import { onePersonIn, personBehind, personIn } from '../../../../functions/domain/quick-entry/line-person';
import {
  ADDRESS_BEGINNINGS,
  ADDRESS_ENDINGS,
  JOB_TITLES,
  NOBODY_ENDINGS,
  PLACE_TITLES,
} from '../../../../functions/domain/quick-entry/name-words';
import { LINKING_WORDS } from '../../../../functions/domain/quick-entry/quick-entry-words';

test('whoever is addressed in any of the forms is a person, before the words and behind them', () => {
  const forms = [
    ...[...ADDRESS_ENDINGS, ...JOB_TITLES, ...PLACE_TITLES].map((ending) => `佐藤${ending}`),
    ...ADDRESS_BEGINNINGS.flatMap((word) => [`${word} Sato`, `${word}. Sato`, `${word.toUpperCase()} Sato`]),
  ];
  for (const person of forms) {
    expect([person, personIn(person)]).toEqual([person, person]);
    expect(personBehind(`budget ${person}`, onePersonIn)).toEqual({ words: 'budget', person });
    expect(personBehind(`予算待ち、${person}`, onePersonIn)).toEqual({ words: '予算待ち', person });
  }
  for (const word of NOBODY_ENDINGS)
    expect([word, personIn(`新${word}`), personBehind(`変更 新${word}`, onePersonIn)]).toEqual([
      word,
      null,
      null,
    ]);
});

test.each([
  ['waiting for budget, Ms Sato', 'waiting for budget', 'Ms Sato'],
  ['waiting for budget Ms Sato', 'waiting for budget', 'Ms Sato'],
  ['waiting for budget from legal; Ms. Yuki Sato', 'waiting for budget from legal', 'Ms. Yuki Sato'],
  ['quote with Ms Sato', 'quote', 'Ms Sato'],
  ['予算待ち 総務部 佐藤様', '予算待ち 総務部', '佐藤様'],
])('%s names somebody behind its words', (said, words, person) =>
  expect(personBehind(said, onePersonIn)).toEqual({ words, person }),
);

test.each([
  ['nobody', '来週見積'],
  ['a word that ends so', '前回と同様'],
  ['a person of what is said', '佐藤様 の 承認待ち'],
  ['a name that a sentence goes on behind', 'waiting until Ms Sato approves'],
  ['two, of whom either may be meant', '予算待ち 鈴木様 佐藤様'],
  ['two in one word', '予算待ち 鈴木様と佐藤課長'],
  ['a title alone', '来年度の予算 部長'],
  ['somebody whom a particle links to what is said', '後任は 佐藤部長'],
  ['somebody for what he is in the matter', '決裁者 佐藤部長'],
  ['a product rather than a person', 'connects with Salesforce'],
  ['a person alone', '佐藤様'],
])('%s is left in the words', (_, said) => expect(personBehind(said, onePersonIn)).toBeNull());

test('a name behind a word that links it belongs to what is said, unless a comma parts them', () => {
  for (const word of LINKING_WORDS) {
    expect([word, personBehind(`budget ${word} Ms Sato`, personIn)]).toEqual([word, null]);
    expect(personBehind(`budget ${word}, Ms Sato`, personIn)).toEqual({
      words: `budget ${word}`,
      person: 'Ms Sato',
    });
  }
});

test('nothing but what parts them is lost between the words and the person', () => {
  void fc.assert(
    fc.property(
      fc.array(fc.constantFrom('予算', 'budget', '来週', '見積書', '=1'), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(' ', '、', ', ', '; '),
      (words, between) => {
        const said = words.join(' ');
        expect(personBehind(`${said}${between}佐藤様`, onePersonIn)).toEqual({
          words: said,
          person: '佐藤様',
        });
      },
    ),
  );
});

test.each([
  ['with Yuki Sato', 'Yuki Sato'],
  ['with Director Sato', 'Director Sato'],
  ['with Sato Monday', null],
  ['with Mr', null],
  ['with CEO', null],
  ['Director Sato', null],
  ['佐藤 様', '佐藤 様'],
  ['佐藤 部長', null],
  ['鈴木様と佐藤課長', '鈴木様と佐藤課長'],
  ['決裁者は佐藤部長', null],
])('of %s, before the words of a line, the person is %s', (phrase, person) =>
  expect(personIn(phrase)).toBe(person),
);
