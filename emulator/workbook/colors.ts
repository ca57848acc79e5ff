/**
 * Colours as Google Sheets stores them: eight bits for each channel, without channels that are 0, and as a pair of fields,
 * `color` and `colorStyle`. Where a request sets both, `colorStyle` wins.
 */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { isPlainObject, type PlainObject } from './plain-object';

type Color = sheets_v4.Schema$Color;
type ColorStyle = sheets_v4.Schema$ColorStyle;
type ColorTheme = sheets_v4.Schema$SpreadsheetTheme;

/** The channel as Google writes it: the shortest decimal that names the same 32-bit number. */
function shortestFraction(byte: number): number {
  const exact = Math.fround(byte / 255);
  for (let digits = 1; digits <= 9; digits++) {
    const short = Number(exact.toPrecision(digits));
    if (Math.fround(short) === exact) return short;
  }
  return exact;
}

const FRACTIONS = Array.from({ length: 256 }, (_, byte) => shortestFraction(byte));

/** The nearest of 256 levels; values outside 0 to 1 give the first or the last. */
function eightBits(channel: number | null | undefined): number {
  return FRACTIONS[Math.round(Math.min(1, Math.max(0, channel ?? 0)) * 255)] ?? 0;
}

function colorOf(color: Color): Color {
  const [red, green, blue] = [eightBits(color.red), eightBits(color.green), eightBits(color.blue)];
  return {
    ...(red > 0 && { red }),
    ...(green > 0 && { green }),
    ...(blue > 0 && { blue }),
    ...(color.alpha != null && { alpha: eightBits(color.alpha) }),
  };
}

const COLOR_NAME = /(?:^c|C)olor$/;
const STYLE_NAME = /(?:^c|C)olorStyle$/;
/** Frequent fields that never contain a colour. */
const COLORLESS = new Set(['userEnteredValue', 'range', 'start', 'fields', 'note', 'sourceRange']);

const isColorStyle = (value: PlainObject): value is PlainObject & ColorStyle =>
  'rgbColor' in value || 'themeColor' in value;

function styleOf(style: ColorStyle): ColorStyle {
  return style.rgbColor ? { rgbColor: colorOf(style.rgbColor) } : style;
}

function rgbOf(style: ColorStyle, theme: ColorTheme): Color | undefined {
  if (style.rgbColor) return style.rgbColor;
  return theme.themeColors?.find(({ colorType }) => colorType === style.themeColor)?.color?.rgbColor;
}

/** The pair for one colour; undefined for a style without one, by which a request removes the colour. */
function pairOf(color: unknown, style: unknown, theme: ColorTheme): [Color, ColorStyle] | undefined {
  if (isPlainObject(style)) {
    const kept = styleOf(style);
    const rgb = rgbOf(kept, theme);
    return rgb && [rgb, kept];
  }
  if (!isPlainObject(color)) return undefined;
  const rgb = colorOf(color);
  return [rgb, { rgbColor: rgb }];
}

function pairFields(fields: PlainObject, theme: ColorTheme): PlainObject {
  const changed: PlainObject = {};
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (typeof value !== 'object' || value === null || COLORLESS.has(name)) continue;
    if (name === 'rgbColor' && isPlainObject(value)) changed.rgbColor = colorOf(value);
    else if (COLOR_NAME.test(name) && isPlainObject(value) && isColorStyle(value))
      changed[name] = styleOf(value);
    else if (COLOR_NAME.test(name) || STYLE_NAME.test(name)) {
      const base = name.replace(/Style$/, '');
      const pair = pairOf(fields[base], fields[`${base}Style`], theme);
      changed[base] = pair?.[0];
      changed[`${base}Style`] = pair?.[1];
    } else {
      const below = pairColors(value, theme);
      if (below !== value) changed[name] = below;
    }
  }
  if (Object.keys(changed).length === 0) return fields;
  const paired: PlainObject = { ...fields, ...changed };
  for (const name of Object.keys(changed)) if (paired[name] === undefined) delete paired[name];
  return paired;
}

/** The value with all its colours as Google stores them; the same object where there is none. */
export function pairColors<T extends object>(value: T, theme: ColorTheme): T {
  if (!Array.isArray(value)) return pairFields(value as PlainObject, theme) as T;
  let isSame = true;
  const items = value.map((each: unknown) => {
    if (typeof each !== 'object' || each === null) return each;
    const paired = pairColors(each, theme);
    if (paired !== each) isSame = false;
    return paired;
  });
  return isSame ? value : (items as T);
}

/** The other field of a pair of colour fields; undefined for any other field. */
export function otherOfPair(name: string): string | undefined {
  if (name === 'rgbColor') return undefined;
  if (COLOR_NAME.test(name)) return `${name}Style`;
  return STYLE_NAME.test(name) ? name.replace(/Style$/, '') : undefined;
}
