/** Cell styles, numbered once for all windows, so that a cell is sent with a number instead of its style. */
import { colorToHex } from '../apps-script/color';
import type { CellFormat } from '../workbook/model';
import type { UniverStyle } from './protocol';

export interface StyleTable {
  /** Equal styles have the same number. */
  numberOf(style: UniverStyle): number;
  /** The styles from this number on. */
  since(index: number): readonly UniverStyle[];
  readonly count: number;
}

export function makeStyleTable(): StyleTable {
  const numbers = new Map<string, number>();
  const styles: UniverStyle[] = [];
  return {
    numberOf(style) {
      const key = JSON.stringify(style);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, styles.length);
      styles.push(style);
      return styles.length - 1;
    },
    since: (index) => styles.slice(index),
    get count() {
      return styles.length;
    },
  };
}

export const hexColour = (color: CellFormat['backgroundColor'] | null): string | undefined =>
  color ? colorToHex(color) : undefined;

export const backgroundColorOf = (format: CellFormat | undefined): string | undefined =>
  hexColour(format?.backgroundColorStyle?.rgbColor ?? format?.backgroundColor);

const HORIZONTAL: Readonly<Record<string, number>> = { LEFT: 1, CENTER: 2, RIGHT: 3 };
const VERTICAL: Readonly<Record<string, number>> = { TOP: 1, MIDDLE: 2, BOTTOM: 3 };
const WRAP: Readonly<Record<string, number>> = { OVERFLOW_CELL: 1, LEGACY_WRAP: 1, CLIP: 2, WRAP: 3 };
const LINK_COLOUR = '#1155cc';

/** Univer's form of a switch: `{ s: 1 }` for on. */
const line = (on: boolean | null | undefined): { s: 1 } | undefined => (on ? { s: 1 } : undefined);

/** The cell's format in Univer's spelling. Numbers are aligned right, as in Google, unless the format says otherwise. */
export function univerStyleOf(
  format: CellFormat | undefined,
  isNumber: boolean,
  isLink: boolean,
): UniverStyle {
  const { textFormat, horizontalAlignment, verticalAlignment, wrapStrategy } = format ?? {};
  const colour = hexColour(textFormat?.foregroundColorStyle?.rgbColor ?? textFormat?.foregroundColor);
  const background = backgroundColorOf(format);
  const style = {
    ht: HORIZONTAL[horizontalAlignment ?? ''] ?? (isNumber ? HORIZONTAL.RIGHT : undefined),
    vt: VERTICAL[verticalAlignment ?? ''],
    tb: WRAP[wrapStrategy ?? ''],
    bl: textFormat?.bold ? 1 : undefined,
    it: textFormat?.italic ? 1 : undefined,
    st: line(textFormat?.strikethrough),
    ul: line(textFormat?.underline ?? isLink),
    fs: textFormat?.fontSize ?? undefined,
    cl: colour || isLink ? { rgb: colour ?? LINK_COLOUR } : undefined,
    bg: background && background !== '#ffffff' ? { rgb: background } : undefined,
  };
  return JSON.parse(JSON.stringify(style));
}
