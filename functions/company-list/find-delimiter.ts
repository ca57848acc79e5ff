/** Finds the delimiter of a list: the one that gives most of its first lines the same number of values. */
import { type Delimiter, readRecords } from './csv-records';

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';', '|'];
const LINES_LOOKED_AT = 50;
const MAX_CHARACTERS = 200_000;

/** Excel reads such a line as the delimiter and not as a row: `sep=;` */
const SEPARATOR_LINE = /^"?sep=(.)"?[;,\t|]*(?:\r\n|\r|\n|$)/i;

/** The text with an empty line in its place, so that line numbers stay right, and the delimiter that it names. */
export function takeSeparatorLine(text: string): { text: string; delimiter: Delimiter | null } {
  const [line = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
  const delimiter = DELIMITERS.find((one) => one === separator) ?? null;
  return { text: delimiter === null ? text : `\n${text.slice(line.length)}`, delimiter };
}

/**
 * Lines of a title, of notes or of totals have another number than the table: so the delimiter by which the most of the first
 * lines have the same number of values wins; of several the one that does so first, then the one that makes the most values.
 */
export function findDelimiter(text: string): Delimiter {
  const head = text.slice(0, MAX_CHARACTERS);
  let best: { delimiter: Delimiter; table: Table } | null = null;
  for (const delimiter of DELIMITERS) {
    const table = tableOf(widthsOf(head, delimiter));
    if (table !== null && (best === null || isBetter(table, best.table))) best = { delimiter, table };
  }
  return best?.delimiter ?? ',';
}

interface Table {
  lines: number;
  firstLine: number;
  width: number;
}

const isBetter = (one: Table, other: Table): boolean =>
  one.lines !== other.lines
    ? one.lines > other.lines
    : one.firstLine !== other.firstLine
      ? one.firstLine < other.firstLine
      : one.width > other.width;

function widthsOf(text: string, delimiter: Delimiter): number[] {
  const widths: number[] = [];
  for (const record of readRecords(text, delimiter)) {
    // With a wrong delimiter, every quotation mark is misplaced.
    widths.push('cells' in record ? record.cells.length : 0);
    if (widths.length >= LINES_LOOKED_AT) break;
  }
  return widths;
}

/** The lines with the most common number of values above one; null where no line, or only a late one, has several. */
function tableOf(widths: readonly number[]): Table | null {
  let best: Table | null = null;
  for (const width of new Set(widths)) {
    if (width < 2) continue;
    const lines = widths.filter((one) => one === width).length;
    const table = { lines, firstLine: widths.indexOf(width), width };
    if ((lines > 1 || table.firstLine === 0) && (best === null || isBetter(table, best))) best = table;
  }
  return best;
}
