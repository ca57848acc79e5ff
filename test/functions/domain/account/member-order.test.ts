import { compareMembers, inOrderOfReading } from '../../../../functions/domain/account/member-order';
import type { Member } from '../../../../functions/domain/account/team';
import { aMember } from '../../../builders';

const named = (...names: readonly (readonly [name: string, kana?: string])[]): Record<string, Member> =>
  Object.fromEntries(
    names.map(([name, kana], index) => [
      `m${index}`,
      aMember({ id: `m${index}`, name, ...(kana === undefined ? {} : { kana }) }),
    ]),
  );
const order = (members: Record<string, Member>): string[] =>
  inOrderOfReading(members).map(({ name }) => name);

test('by reading, in hiragana or katakana of any width', () => {
  expect(
    order(named(['渡辺', 'わたなべ'], ['鈴木', 'スズキ'], ['伊藤', 'いとう'], ['高橋', 'ﾀｶﾊｼ'])),
  ).toEqual(['伊藤', '鈴木', '高橋', '渡辺']);
});

test('without a reading by name: western letters, kana, kanji; one with a reading stands among the kana', () => {
  expect(order(named(['吉田'], ['さくら'], ['Brown'], ['山本', 'あやまもと']))).toEqual([
    'Brown',
    '山本',
    'さくら',
    '吉田',
  ]);
});

test('a family stands together, whatever the given names', () => {
  expect(order(named(['佐藤 葵', 'さとう あおい'], ['里', 'さと りん'], ['佐藤 愛', 'さとう あい']))).toEqual(
    ['里', '佐藤 愛', '佐藤 葵'],
  );
});

test('two of one name stand by ID, and a member beside nobody but themselves', () => {
  const { m0, m1 } = named(['佐藤'], ['佐藤']);
  if (m0 === undefined || m1 === undefined) throw new Error('two members were made');
  expect(inOrderOfReading({ m1, m0 }).map(({ id }) => id)).toEqual(['m0', 'm1']);
  expect(compareMembers(m0, m0)).toBe(0);
});
