/** From the bytes of a list to its text: one encoding for the whole file, or a problem that names the lines. */
import { isAscii, isUtf8 } from 'node:buffer';
import { type ListProblem, listProblem } from './list-problems';

export type ListEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'cp932';

export type DecodedList =
  | { encoding: ListEncoding; text: string; cut: boolean }
  | { encoding: 'mixed' | 'unknown'; problem: ListProblem };

/** WHATWG's shift_jis is Microsoft's code page 932: it has 髙 and ①, and 0x8160 is U+FF5E. */
const CP932 = 'shift_jis';
const MAX_RANGES_NAMED = 20;
const CR = 0x0d;
const LF = 0x0a;

export function decodeList(bytes: Uint8Array): DecodedList {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, 'utf-16be');
  const bom = startsWith(bytes, 0xef, 0xbb, 0xbf);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8) return { encoding: bom ? 'utf-8-bom' : 'utf-8', ...utf8 };

  const lines: Record<'utf-8' | 'cp932' | 'neither', number[]> = { 'utf-8': [], cp932: [], neither: [] };
  splitLines(bytes).forEach((line, index) => {
    const kind = encodingOfLine(line);
    if (kind !== 'ascii') lines[kind].push(index + 1);
  });
  const japanese = decodeStrictly(bytes, CP932);
  if (japanese && lines['utf-8'].length === 0) return { encoding: 'cp932', ...japanese };
  if (lines.neither.length > 0) {
    return {
      encoding: 'unknown',
      problem: listProblem(lines.neither[0] ?? null, 'ENCODING_UNKNOWN', lineRanges(lines.neither)),
    };
  }
  const [fewer] = [lines['utf-8'], lines.cp932].sort((a, b) => a.length - b.length);
  return {
    encoding: 'mixed',
    problem: listProblem(
      fewer?.[0] ?? null,
      'ENCODING_MIXED',
      `UTF-8: ${lineRanges(lines['utf-8'])}; Shift_JIS: ${lineRanges(lines.cp932)}`,
    ),
  };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedList {
  const decoded = decodeStrictly(bytes, encoding);
  return decoded
    ? { encoding, ...decoded }
    : { encoding: 'unknown', problem: listProblem(null, 'ENCODING_UNKNOWN') };
}

/** Null where a byte is wrong. Where only the end of the last character lacks, the text is cut and U+FFFD stands for it. */
function decodeStrictly(bytes: Uint8Array, encoding: string): { text: string; cut: boolean } | null {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const text = nullIfInvalid(() => decoder.decode(bytes, { stream: true }));
  if (text === null) return null;
  const rest = nullIfInvalid(() => decoder.decode());
  return { text: text + (rest ?? '\ufffd'), cut: rest === null };
}

function nullIfInvalid(decode: () => string): string | null {
  try {
    return decode();
  } catch (error) {
    if (isInvalidData(error)) return null;
    throw error;
  }
}

const isInvalidData = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

/**
 * Japanese text in UTF-8 is often valid CP932 too (as mojibake), hardly ever the other way round: so UTF-8 is
 * asked first. The exception is half-width kana, where ﾃｽ and ý are the same two bytes.
 */
function encodingOfLine(line: Uint8Array): 'ascii' | 'utf-8' | 'cp932' | 'neither' {
  if (isAscii(line)) return 'ascii';
  const japanese = decodeStrictly(line, CP932)?.text;
  if (isUtf8(line)) return japanese !== undefined && isHalfWidthKana(japanese) ? 'cp932' : 'utf-8';
  return japanese === undefined ? 'neither' : 'cp932';
}

/** Kana that touches a Latin letter is an accented letter: Sociﾃｩtﾃｩ is Société. */
const isHalfWidthKana = (text: string): boolean =>
  /^[\0-\x7f｡-ﾟ]*$/.test(text) && !/[a-z][｡-ﾟ]|[｡-ﾟ][a-z]/i.test(text);

/** Splits at CRLF, LF and CR, none of which is ever a part of a longer character in UTF-8 or CP932. */
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
function lineRanges(lines: readonly number[]): string {
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

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);
