import * as fc from 'fast-check';
import { cellSentence, cellWords } from '../../../../functions/domain/queue/typed-text';
import { longText, shortText } from '../../../../functions/schema/scalars';

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 2_100 }), fc.string({ maxLength: 250 }));

test('whatever is typed is taken as the functions would take it, or is too long', () => {
  void fc.assert(
    fc.property(anyText, (typed) => {
      const [words, sentence] = [cellWords(typed), cellSentence(typed)];
      if (words !== null) expect(shortText.safeParse(words).data).toBe(words);
      if (sentence !== null) expect(longText.safeParse(sentence).data).toBe(sentence);
    }),
  );
});

test.each([
  [' 情報\nシステム部\t ', '情報 システム部', '情報\nシステム部'],
  ['a\r\nb', 'a b', 'a\nb'],
  ['a\ud800b', 'a b', 'a b'],
  ['', '', ''],
  ['八'.repeat(200), '八'.repeat(200), '八'.repeat(200)],
  ['八'.repeat(201), null, '八'.repeat(201)],
  ['八'.repeat(2_001), null, null],
])('%j', (typed, words, sentence) => {
  expect([cellWords(typed), cellSentence(typed)]).toEqual([words, sentence]);
});
