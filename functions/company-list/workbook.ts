/** Reads the sheets of a workbook (.xlsx) as texts; its declared sizes are checked before anything is inflated. */
import { type Unzipped, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { type ListProblem, listProblem } from './list-problems';
import { type MergedBlock, mergedBlocksIn } from './merged-cells';

/** Limit for all parts that are read; a list of 100,000 rows has about 100 MB. */
const MAX_INFLATED_BYTES = 160 * 1024 * 1024;
const MAX_PARTS = 1000;
const MAX_COLUMNS = 1000;
const MAX_CELLS = 10_000_000;

const PARTS =
  /^\/?(?:xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)|xl\/_rels\/workbook\.xml\.rels|\[Content_Types\]\.xml|_rels\/\.rels)$/i;

/** Titles of the sheets with cells, without hidden ones. Refuses a damaged or too large workbook. */
export function openWorkbook(bytes: Uint8Array): OpenWorkbook | { problem: ListProblem } {
  const parts = inflate(bytes);
  if ('problem' in parts) return parts;
  const info = parts.entries['xl/workbook.xml'];
  if (info === undefined) return { problem: listProblem(null, 'WORKBOOK_UNREADABLE') };
  const text = new TextDecoder().decode(info);
  // The reader knows only one of the two ways to declare that days count from 1904.
  parts.entries['xl/workbook.xml'] = new TextEncoder().encode(
    text.replace(/date1904\s*=\s*["'](?:true|on)["']/i, 'date1904="1"'),
  );
  const sheets = sheetsOf(text);
  if (sheets.length === 0) return { problem: listProblem(null, 'WORKBOOK_UNREADABLE') };
  const isTooLarge = Object.entries(parts.entries).some(
    ([name, part]) => /worksheets/i.test(name) && hasTooManyCells(part),
  );
  if (isTooLarge) return { problem: listProblem(null, 'WORKBOOK_TOO_LARGE') };
  for (const [name, part] of Object.entries(parts.entries)) {
    const texts = /worksheets/i.test(name) ? withErrorsAsTexts(part) : null;
    if (texts !== null) parts.entries[name] = texts;
  }
  const whole = zipSync(parts.entries, { level: 0 });
  const read: OpenWorkbook['read'] = async (title) => {
    const rows = await rowsOf(whole, title);
    const part = partOf(parts.entries, sheets, title);
    if (rows === null) return null;
    return part === undefined
      ? { rows, merged: [], hidden: [] }
      : { rows, merged: mergedBlocksIn(part), hidden: hiddenRowsIn(part) };
  };
  return { sheets: sheets.map((sheet) => sheet.title), read };
}

export interface OpenWorkbook {
  sheets: string[];
  /** All cells as text: numbers in full, days as 2026-04-01. Null where the sheet cannot be read. */
  read: (title: string) => Promise<SheetTable | null>;
}

export interface SheetTable {
  rows: string[][];
  merged: MergedBlock[];
  /** Numbers of the rows that are not shown, from 1. */
  hidden: number[];
}

const hiddenRowsIn = (part: Uint8Array): number[] => {
  const text = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
  if (!text.includes('hidden=')) return [];
  return [...text.matchAll(/<(?:\w+:)?row\s([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const isHidden = /(?:^|\s)hidden\s*=\s*["'](?:1|true)["']/.test(attributes);
    return isHidden ? Number(/(?:^|\s)r\s*=\s*["'](\d+)["']/.exec(attributes)?.[1] ?? 0) : [];
  });
};

/** No part can inflate beyond its declared size, so the sum of these is a bound. */
function inflate(bytes: Uint8Array): { entries: Unzipped } | { problem: ListProblem } {
  let size = 0;
  let count = 0;
  let isTooLarge = false;
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count += 1;
        if (!PARTS.test(name)) return false;
        size += originalSize;
        isTooLarge ||= size > MAX_INFLATED_BYTES || count > MAX_PARTS;
        return !isTooLarge;
      },
    });
    if (isTooLarge) return { problem: listProblem(null, 'WORKBOOK_TOO_LARGE') };
    return {
      entries: Object.fromEntries(
        Object.entries(entries).map(([name, part]) => [name.replace(/^\//, ''), part]),
      ),
    };
  } catch {
    return { problem: listProblem(null, 'WORKBOOK_UNREADABLE') };
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

interface SheetEntry {
  title: string;
  /** ID of its part in the workbook's relationships. */
  relation: string;
}

const sheetsOf = (workbook: string): SheetEntry[] =>
  [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].flatMap(([tag]) => {
    const title = attributeOf(tag, 'name');
    const isHidden = /\bstate\s*=\s*["'](?:very)?hidden["']/i.test(tag);
    return title === null || isHidden ? [] : [{ title, relation: attributeOf(tag, '\\w+:id') ?? '' }];
  });

const attributeOf = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? null : unescapeXml(found[1] ?? found[2] ?? '');
};

/** The part with the cells of a sheet. */
const partOf = (entries: Unzipped, sheets: readonly SheetEntry[], title: string): Uint8Array | undefined => {
  const relation = sheets.find((sheet) => sheet.title === title)?.relation;
  const relations = new TextDecoder().decode(entries['xl/_rels/workbook.xml.rels']);
  const tag = [...relations.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)]
    .map(([whole]) => whole)
    .find((whole) => attributeOf(whole, 'Id') === relation);
  const target = tag === undefined ? '' : (attributeOf(tag, 'Target') ?? '');
  return entries[target.startsWith('/') ? target.slice(1) : `xl/${target}`];
};

/** The reader takes a formula with an error for an empty cell, so errors are made texts. Null for a sheet without one. */
function withErrorsAsTexts(part: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.length);
  if (!bytes.includes('t="e"') && !bytes.includes("t='e'")) return null;
  const text = bytes.toString('latin1').replace(/(<(?:\w+:)?c\s[^>]*?\bt=["'])e(?=["'])/g, '$1str');
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

/** A single distant cell would make the table as large as a sheet can be. */
function hasTooManyCells(part: Uint8Array): boolean {
  const text = Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');
  let columns = 0;
  let rows = 0;
  for (const [, letters = '', row] of text.matchAll(/<(?:\w+:)?c\s[^>]*?\br="([A-Z]+)(\d+)"/g)) {
    columns = Math.max(columns, columnNumber(letters));
    rows = Math.max(rows, Number(row));
    if (columns > MAX_COLUMNS || columns * rows > MAX_CELLS) return true;
  }
  return false;
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

async function rowsOf(workbook: Uint8Array, sheet: string): Promise<string[][] | null> {
  try {
    const rows = await readSheet(new Blob([workbook]), sheet, { trim: false, parseNumber: wholeNumber });
    return rows.map((row) => row.map(cellText));
  } catch {
    return null;
  }
}

/** 5.070001000715E12 becomes 5070001000715, as the cell shows it. */
const wholeNumber = (written: string): string => {
  const value = Number(written);
  return Number.isSafeInteger(value) ? value.toFixed(0) : String(value);
};

const cellText = (cell: unknown): string => {
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell == null ? '' : String(cell);
};

/** The reader returns the cell's local date as if it were UTC. */
const dateText = (date: Date): string => {
  const [day = '', time = ''] = date.toISOString().split('T');
  const minutes = time.slice(0, 5);
  return minutes === '00:00' ? day : `${day} ${minutes}`;
};
