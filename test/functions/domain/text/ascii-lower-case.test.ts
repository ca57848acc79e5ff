import { asciiLowerCase } from '../../../../functions/domain/text/ascii-lower-case';

test.each([
  ['Sato@Example.JP', 'sato@example.jp'],
  ['AZaz09', 'azaz09'],
  // Unicode's lower case makes ASCII letters of the Kelvin sign, and of the dotted capital I: another address is not this one.
  ['\u212aato@example.jp', '\u212aato@example.jp'],
  ['\u0130s@example.jp', '\u0130s@example.jp'],
  ['ＳＡＴＯ', 'ＳＡＴＯ'],
  ['ÄÖ', 'ÄÖ'],
])('%s is compared as %s', (value, expected) => {
  expect(asciiLowerCase(value)).toBe(expected);
});
