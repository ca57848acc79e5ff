import fc from 'fast-check';
import { otherOfPair, pairColors } from '../../../emulator/workbook/colors';
import { DEFAULT_THEME } from '../../../emulator/workbook/default-look';

const paired = (value: object): object => pairColors(value, DEFAULT_THEME);

test.each([
  [{ backgroundColor: { red: 0.9, green: 0 } }, { red: 0.9019608 }],
  [{ backgroundColor: { red: 0.25882354, blue: 1 } }, { red: 0.25882354, blue: 1 }],
  [{ backgroundColorStyle: { rgbColor: { green: 0.5 } } }, { green: 0.5019608 }],
  [{ backgroundColor: { red: 1 }, backgroundColorStyle: { rgbColor: { blue: 1 } } }, { blue: 1 }],
  [{ backgroundColor: {} }, {}],
])('%j is kept as a pair of eight bits a channel', (format, color) => {
  const pair = { backgroundColor: color, backgroundColorStyle: { rgbColor: color } };
  expect(paired({ rows: [{ values: [{ userEnteredFormat: format }] }] })).toEqual({
    rows: [{ values: [{ userEnteredFormat: pair }] }],
  });
});

test('a colour of the theme is answered with what it is in this theme', () => {
  const style = { themeColor: 'ACCENT1' };
  expect(paired({ tabColorStyle: style })).toEqual({
    tabColor: { red: 0.25882354, green: 0.52156866, blue: 0.95686275 },
    tabColorStyle: style,
  });
});

test('a style that names no colour takes it away', () => {
  expect(paired({ title: 'x', tabColorStyle: {} })).toEqual({ title: 'x' });
});

test('a theme has styles only, and what has no colour stays the very same', () => {
  const theme = { themeColors: [{ colorType: 'TEXT', color: { rgbColor: { red: 1 } } }] };
  expect(paired(theme)).toEqual(theme);
  const plain = { rows: [{ values: [{ note: 'x' }] }] };
  expect(paired(plain)).toBe(plain);
});

test('every colour is one of 256 levels, and is kept as it is when it comes again', () => {
  const channel = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(channel, channel, (red, green) => {
      const once = paired({ color: { red, green } });
      expect(paired(once)).toEqual(once);
      const { color = {} } = once as { color?: { red?: number } };
      expect(Math.abs((color.red ?? 0) * 255 - Math.round(red * 255))).toBeLessThan(1e-4);
    }),
  );
});

test.each([
  ['backgroundColor', 'backgroundColorStyle'],
  ['colorStyle', 'color'],
  ['rgbColor', undefined],
  ['bold', undefined],
])('a mask with %s names %s, too', (name, other) => {
  expect(otherOfPair(name)).toBe(other);
});
