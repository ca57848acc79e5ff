/** The looks that the page has met, numbered once for all windows: sending a number is cheaper than sending the look. */
import type { CellFormat } from '../workbook/model';
import type { Style } from './protocol';

export interface Styles {
  /** Its number; the same look has the same one. */
  numberOf(style: Style): number;
  since(index: number): readonly Style[];
  readonly count: number;
}

export function makeStyles(): Styles {
  const known = new Map<string, number>();
  const styles: Style[] = [];
  return {
    numberOf(style) {
      const key = JSON.stringify(style);
      const found = known.get(key);
      if (found !== undefined) return found;
      known.set(key, styles.length);
      styles.push(style);
      return styles.length - 1;
    },
    since: (index) => styles.slice(index),
    get count() {
      return styles.length;
    },
  };
}

type Colour = NonNullable<CellFormat['backgroundColor']>;

export function hexOf(colour: Colour | undefined | null): string | undefined {
  if (!colour) return undefined;
  const part = (value: number | null | undefined): string =>
    Math.round((value ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(colour.red)}${part(colour.green)}${part(colour.blue)}`;
}

export const backgroundOf = (format: CellFormat | undefined): string | undefined =>
  hexOf(format?.backgroundColorStyle?.rgbColor ?? format?.backgroundColor);

const HORIZONTAL: Readonly<Record<string, number>> = { LEFT: 1, CENTER: 2, RIGHT: 3 };
const VERTICAL: Readonly<Record<string, number>> = { TOP: 1, MIDDLE: 2, BOTTOM: 3 };
const WRAP: Readonly<Record<string, number>> = { OVERFLOW_CELL: 1, LEGACY_WRAP: 1, CLIP: 2, WRAP: 3 };
const LINK = '#1155cc';

/** As Univer writes it: on, off or unsaid. */
const line = (on: boolean | null | undefined): { s: 1 } | undefined => (on ? { s: 1 } : undefined);

/** Numbers stand right, as in Google, unless somebody aligned them. */
export function styleOf(format: CellFormat | undefined, isNumber: boolean, isLink: boolean): Style {
  const { textFormat, horizontalAlignment, verticalAlignment, wrapStrategy } = format ?? {};
  const colour = hexOf(textFormat?.foregroundColorStyle?.rgbColor ?? textFormat?.foregroundColor);
  const background = backgroundOf(format);
  const style = {
    ht: HORIZONTAL[horizontalAlignment ?? ''] ?? (isNumber ? HORIZONTAL.RIGHT : undefined),
    vt: VERTICAL[verticalAlignment ?? ''],
    tb: WRAP[wrapStrategy ?? ''],
    bl: textFormat?.bold ? 1 : undefined,
    it: textFormat?.italic ? 1 : undefined,
    st: line(textFormat?.strikethrough),
    ul: line(textFormat?.underline ?? isLink),
    fs: textFormat?.fontSize ?? undefined,
    cl: colour || isLink ? { rgb: colour ?? LINK } : undefined,
    bg: background && background !== '#ffffff' ? { rgb: background } : undefined,
  };
  return JSON.parse(JSON.stringify(style));
}
