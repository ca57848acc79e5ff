/** Which lines of a file are in which encoding, so that a person finds those that something has mixed up. */
import { isAscii } from 'node:buffer';
import { decodeStrictly } from './strict-decoding';
import { compositionOf, isWestern } from './text-composition';

const CR = 0x0d;
const LF = 0x0a;
const MAX_RANGES_NAMED = 20;

/** By encoding the numbers of the lines, from 1; those of ASCII alone are left out. */
export function encodedLines(bytes: Uint8Array): Record<'utf-8' | 'cp932' | 'neither', number[]> {
  const lines: Record<'utf-8' | 'cp932' | 'neither', number[]> = { 'utf-8': [], cp932: [], neither: [] };
  splitLines(bytes).forEach((line, index) => {
    const encoding = encodingOfLine(line);
    if (encoding !== 'ascii') lines[encoding].push(index + 1);
  });
  return lines;
}

/**
 * Japanese text in UTF-8 is often valid Shift_JIS too, hardly ever the other way round: so UTF-8 is asked first, and has to make
 * sense. What is half-width kana in Shift_JIS, as ﾃｽ, is valid UTF-8 as well.
 */
function encodingOfLine(line: Uint8Array): 'ascii' | 'utf-8' | 'cp932' | 'neither' {
  if (isAscii(line)) return 'ascii';
  const japanese = decodeStrictly(line, 'cp932')?.text;
  const utf8 = decodeStrictly(line, 'utf-8');
  if (utf8 !== null && !utf8.cut) {
    const found = compositionOf(utf8.text);
    const isSensible = found.japanese > 0 || (isWestern(found) && found.runsInWords > 0);
    if (isSensible || japanese === undefined) return 'utf-8';
  }
  return japanese === undefined ? 'neither' : 'cp932';
}

/** Splits at CRLF, LF and CR, none of which is ever a part of a longer character in an encoding of eight bits. */
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
