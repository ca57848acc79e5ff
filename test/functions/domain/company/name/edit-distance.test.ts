import fc from 'fast-check';
import {
  editKeys,
  editQueryKeys,
  isWithinOneEdit,
} from '../../../../../functions/domain/company/name/edit-distance';

const written = fc.array(fc.constantFrom(...'アイウエオ東京𠮷ab'), { minLength: 3, maxLength: 30 });
const slips = fc.constantFrom<(characters: string[], at: number) => void>(
  (characters, at) => void characters.splice(at, 1),
  (characters, at) => void characters.splice(at, 0, characters[at] ?? ''),
  (characters, at) => void characters.splice(at, 1, 'x'),
  (characters, at) => void characters.splice(at, 2, ...characters.slice(at, at + 2).reverse()),
);

test('whatever slip, one of the keys to ask for is stored; and a query takes them all', () => {
  fc.assert(
    fc.property(written, fc.nat(), slips, (characters, number, slip) => {
      const typed = [...characters];
      slip(typed, number % characters.length);
      const [right, wrong] = [characters.join(''), typed.join('')];
      expect(isWithinOneEdit(right, wrong)).toBe(true);
      const stored = editKeys(right);
      const queryKeys = editQueryKeys(wrong);
      expect(queryKeys.some((key) => stored.includes(key))).toBe(true);
      expect(queryKeys.length).toBeLessThanOrEqual(30);
      expect(stored.length).toBeLessThanOrEqual(9);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['アシスト', 'アスシト', true],
  ['アシスト', 'アシスト', true],
  ['アシスト', 'アト', false],
  ['アシスト', 'トスシア', false],
  ['アシスト', 'アシストアイ', false],
  ['', 'ア', true],
])('%s and %s: %s', (one, other, within) => {
  expect([isWithinOneEdit(one, other), isWithinOneEdit(other, one)]).toEqual([within, within]);
});

test('two characters are too short to allow for a slip', () => {
  expect(editKeys('東京')).toEqual([]);
});
