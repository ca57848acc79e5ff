import { encodedLines, lineRanges } from '../../../functions/company-list/encoded-lines';
import { cp932 } from './cp932';

test('each line by its encoding, ASCII left out', () => {
  const bytes = Buffer.concat([
    cp932('甲社\r\n'),
    Buffer.from('name\r乙社\n'),
    Buffer.from([0x83, 0x2c, 0x0a]),
  ]);
  expect(encodedLines(bytes)).toEqual({ 'utf-8': [3], cp932: [1], neither: [4] });
});

test.each([
  [[1, 3, 4, 5], '1, 3–5'],
  [[], ''],
  [
    Array.from({ length: 30 }, (_, index) => index * 2),
    `${Array.from({ length: 20 }, (_, index) => index * 2).join(', ')}, …`,
  ],
])('ranges of %j', (lines, text) => {
  expect(lineRanges(lines)).toBe(text);
});
