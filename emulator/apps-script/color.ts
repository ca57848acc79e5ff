/** Converts colours between the form of scripts, `#rrggbb` or a name, and that of cells, parts from 0 to 1. */
interface Rgb {
  red?: number | null;
  green?: number | null;
  blue?: number | null;
}

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
};

export function parseColor(text: string): Rgb {
  const name = text.trim().toLowerCase();
  const hex = (NAMED_COLORS[name] ?? name).replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3');
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`Invalid argument: ${text}`);
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}

/** White for no colour. */
export function colorToHex(color: Rgb | null | undefined): string {
  if (!color) return '#ffffff';
  const part = (value: number | null | undefined): string =>
    Math.round((value ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`;
}
