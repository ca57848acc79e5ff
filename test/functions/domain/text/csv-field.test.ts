import fc from 'fast-check';
import { csvField } from '../../../../functions/domain/text/csv-field';

test.each([
  ['株式会社', '株式会社'],
  ['a,b', '"a,b"'],
  ['say "x"', '"say ""x"""'],
  ['two\nlines', '"two\nlines"'],
  ['a=b', 'a=b'],
  ['　株式会社', '　株式会社'],
  ['ー', 'ー'],
  ['', ''],
  ['=1+1', "'=1+1"],
  ['+81', "'+81"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\rx', `"'\rx"`],
  ['\nx', `"'\nx"`],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
])('the text %j is the field %j', (text, field) => {
  expect(csvField(text)).toBe(field);
});

const BLANKS = [
  ' ',
  '\u00a0',
  '\u3000',
  '\u2003',
  '\t',
  '\r',
  '\n',
  '\u200b',
  '\u2060',
  '\ufeff',
  '\u0000',
  '\u202e',
];
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−'];

test('a sign that a formula may begin with is found in every width, behind whatever blanks', () => {
  const blanks = fc.string({ unit: fc.constantFrom(...BLANKS), maxLength: 4 });
  const formula = fc.tuple(blanks, fc.constantFrom(...SIGNS), fc.string()).map((parts) => parts.join(''));
  fc.assert(
    fc.property(formula, (text) => {
      expect(csvField(text).replace(/^"/, '')[0]).toBe("'");
    }),
  );
});

test.each(['-5', '-1.5', '+3'])('the number %s stays one', (number) => {
  expect(csvField(number, 'number')).toBe(number);
});
