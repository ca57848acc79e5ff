/** Tells which lines of a file are in which encoding, so that a person finds those that were mixed up. */
import { isAscii, isUtf8 } from 'node:buffer';
import { compositionOf, isWestern } from './text-composition';

const CR = 0x0d;
const LF = 0x0a;
const MAX_RANGES_NAMED = 20;

/** Line numbers, from 1, by encoding; lines of ASCII alone are left out. */
export function encodedLines(bytes: Uint8Array): Record<'utf-8' | 'cp932' | 'neither', number[]> {
  const lines: Record<'utf-8' | 'cp932' | 'neither', number[]> = { 'utf-8': [], cp932: [], neither: [] };
  const isShiftJis = shiftJisTeller();
  splitLines(bytes).forEach((line, index) => {
    const encoding = encodingOfLine(line, isShiftJis);
    if (encoding !== 'ascii') lines[encoding].push(index + 1);
  });
  return lines;
}

/**
 * Japanese text in UTF-8 is often valid Shift_JIS too, hardly ever the other way round: so UTF-8 is asked first, and has to make
 * sense. What is half-width kana in Shift_JIS, as ﾃｽ, is valid UTF-8 as well.
 */
function encodingOfLine(
  line: Uint8Array,
  isShiftJis: (line: Uint8Array) => boolean,
): 'ascii' | 'utf-8' | 'cp932' | 'neither' {
  if (isAscii(line)) return 'ascii';
  if (isUtf8(line)) {
    const found = compositionOf(Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8'));
    const isSensible = found.japanese > 0 || (isWestern(found) && found.runsInWords > 0);
    return isSensible || !isShiftJis(line) ? 'utf-8' : 'cp932';
  }
  return isShiftJis(line) ? 'cp932' : 'neither';
}

const isBetween = (byte: number | undefined, first: number, last: number): boolean =>
  byte !== undefined && byte >= first && byte <= last;

/** The bytes of a line that are valid Shift_JIS, up to a character cut off at its end; null where another byte is invalid. */
const lengthInShiftJis = (line: Uint8Array): number | null => {
  for (let at = 0; at < line.length; at += 1) {
    const byte = line[at];
    if (isBetween(byte, 0x00, 0x80) || isBetween(byte, 0xa1, 0xdf)) continue;
    if (!isBetween(byte, 0x81, 0x9f) && !isBetween(byte, 0xe0, 0xfc)) return null;
    at += 1;
    if (at === line.length) return at - 1;
    if (!isBetween(line[at], 0x40, 0xfc)) return null;
  }
  return line.length;
};

/** Makes one decoder for all lines: a file may have millions of them, and a decoder for each would take minutes. */
const shiftJisTeller = (): ((line: Uint8Array) => boolean) => {
  let decoder = new TextDecoder('shift_jis', { fatal: true });
  return (line) => {
    const length = lengthInShiftJis(line);
    if (length === null) return false;
    try {
      decoder.decode(line.subarray(0, length));
      return true;
    } catch {
      // It is not specified whether a decoder continues after an error, so a new one is made.
      decoder = new TextDecoder('shift_jis', { fatal: true });
      return false;
    }
  };
};

/** Splits at CRLF, LF and CR, which are never part of a longer character in an eight-bit encoding. */
function splitLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF)) {
      lines.push(bytes.subarray(start, at));
      start = at + 1;
    }
  }
  lines.push(bytes.subarray(start));
  return lines;
}

/** `1, 3–5`, the first ones when there are many. */
export function lineRanges(lines: readonly number[]): string {
  const found: { first: number; last: number }[] = [];
  for (const line of lines) {
    const range = found.at(-1);
    if (range && line === range.last + 1) range.last = line;
    else found.push({ first: line, last: line });
  }
  const named = found
    .slice(0, MAX_RANGES_NAMED)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return [...named, ...(found.length > MAX_RANGES_NAMED ? ['…'] : [])].join(', ');
}
