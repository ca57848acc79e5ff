import { longDigest, shortDigest } from '../../../../functions/domain/text/text-digest';

const texts = ['', 'a', 'b', 'ab', 'ba', '四半期チェック', '四半期チェツク', ' '];

test.each([
  ['long', longDigest, 32],
  ['short', shortDigest, 8],
])('%s digests: one for each text, always the same', (_, digest, length) => {
  const all = texts.map(digest);
  expect(all).toEqual(texts.map(digest));
  expect(new Set(all).size).toBe(texts.length);
  for (const one of all) expect(one).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
});
