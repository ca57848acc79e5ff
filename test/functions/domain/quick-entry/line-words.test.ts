import { keyOfPhrase, LineWords } from '../../../../functions/domain/quick-entry/line-words';
import {
  ANSWER_WORDS,
  BANT_KEY_WORDS,
  BANT_VALUE_WORDS,
  CHECK_RESULT_WORDS,
  KIND_WORDS,
} from '../../../../functions/domain/quick-entry/quick-entry-words';
import { keysOf } from '../../../../functions/domain/status/table-keys';
import { foldWord } from '../../../../functions/domain/text/fold-word';

test('the longest phrase is taken first, and only what something is made of', () => {
  const words = new LineWords('  check　back\nquarterly  budget ');
  const upTo = (most: number) => (phrase: string) => (phrase.split(' ').length <= most ? phrase : null);
  expect(words.take(() => null)).toBeNull();
  expect(words.take(upTo(2))).toBe('check back');
  expect(words.take(upTo(3), 1)).toBe('quarterly');
  expect([words.rest(), words.rest()]).toEqual(['budget', '']);
});

test('words are taken wherever they stand, the others keep their order', () => {
  const words = new LineWords('a 1 b 2 c');
  expect(words.takeAll((word) => (/\d/.test(word) ? Number(word) : null))).toEqual([1, 2]);
  expect(words.rest()).toBe('a b c');
});

test.each([
  ['no answer', 'unanswered'],
  ['ＮＯ　ＡＮＳＷＥＲ', 'unanswered'],
  ['話せた', 'answered'],
  ['話せたら', null],
  ['', null],
])('%j stands under %s', (phrase, key) => expect(keyOfPhrase(ANSWER_WORDS)(phrase)).toBe(key));

test.each([KIND_WORDS, ANSWER_WORDS, CHECK_RESULT_WORDS, BANT_KEY_WORDS, BANT_VALUE_WORDS])(
  'no word means two things',
  (table: Readonly<Record<string, readonly string[]>>) => {
    const words = keysOf(table).flatMap((key) => (table[key] ?? []).map(foldWord));
    expect(new Set(words).size).toBe(words.length);
  },
);
