import { colorToHex, parseColor } from '../../../emulator/apps-script/color';

test.each([
  ['#ff8000', '#ff8000'],
  ['#FF8000', '#ff8000'],
  ['#f80', '#ff8800'],
  [' Red ', '#ff0000'],
  ['lightgray', '#d3d3d3'],
])('%s is %s', (text, hex) => {
  expect(colorToHex(parseColor(text))).toBe(hex);
});

test.each(['', 'ff8000', '#ff80', 'crimson', '#gggggg'])('%s is no colour', (text) => {
  expect(() => parseColor(text)).toThrow('Invalid argument');
});

test('a missing part is 0, and no colour is white', () => {
  expect(colorToHex({ green: 0.5 })).toBe('#008000');
  expect(colorToHex(null)).toBe('#ffffff');
});
