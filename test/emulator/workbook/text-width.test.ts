import { textWidth } from '../../../emulator/workbook/text-width';

test.each<[string, string, number]>([
  ['as Google measured it, without its margin of 7', 'A'.repeat(1024), 8684],
  ['nothing', '', 0],
  ['full-width characters', '松島', 26],
  ['the longest of several lines', 'AA\nA', (2 * 1336 * 13) / 2048],
])('%s', (_, text, pixels) => {
  expect(textWidth(text, undefined)).toBeCloseTo(pixels);
});

test('a larger font is wider in proportion', () => {
  expect(textWidth('x', { textFormat: { fontSize: 20 } })).toBeCloseTo(2 * textWidth('x', undefined));
});
