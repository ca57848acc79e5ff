/**
 * From the bytes of a list to its text: one encoding for the whole file, or a problem. Where two readings are possible, the
 * person is asked: a wrong character must not come out.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { chooseEightBitEncoding, isSurelyUtf8 } from './choose-encoding';
import { encodedLines, lineRanges } from './encoded-lines';
import { type ListProblem, listProblem } from './list-problems';
import { type DecodedText, decodeStrictly, ENCODING_NAMES, type NamedEncoding } from './strict-decoding';
import { compositionOf } from './text-composition';

export type ListEncoding = NamedEncoding | 'utf-8-bom';

export type DecodedList =
  | ({ encoding: ListEncoding } & DecodedText)
  | { encoding: 'mixed' | 'unknown'; problem: ListProblem };

/** `named` is what a person says that the encoding is. */
export function decodeList(bytes: Uint8Array, named?: NamedEncoding): DecodedList {
  const decoded = decodedAsWritten(bytes, named);
  return 'problem' in decoded ? decoded : { ...decoded, text: inCommonLines(decoded.text) };
}

const END_OF_FILE = '\u001a';

/** Without the mark that old programs end a file with; and where there is no other line break, those of Unicode are some. */
const inCommonLines = (text: string): string => {
  const whole = text.endsWith(END_OF_FILE) ? text.slice(0, -1) : text;
  return /[\r\n]/.test(whole) ? whole : whole.replace(/[\u0085\u2028\u2029]/g, '\n');
};

function decodedAsWritten(bytes: Uint8Array, named?: NamedEncoding): DecodedList {
  if (named !== undefined) return decodeAsNamed(bytes, named);
  if (startsWith(bytes, 0xff, 0xfe)) return decodeUtf16(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return decodeUtf16(bytes, 'utf-16be');
  const utf16 = decodeUnmarkedUtf16(bytes);
  if (utf16 !== null) return utf16;
  if (isAscii(bytes)) return decodeSevenBit(bytes);
  const hasMark = startsWith(bytes, 0xef, 0xbb, 0xbf);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  if (utf8 !== null) {
    if (hasMark) return { encoding: 'utf-8-bom', ...utf8 };
    return isSurelyUtf8(bytes, utf8.text)
      ? { encoding: 'utf-8', ...utf8 }
      : ask(bytes, ['utf-8', 'cp932', 'euc-jp']);
  }
  return decodeEightBit(bytes);
}

function decodeEightBit(bytes: Uint8Array): DecodedList {
  const lines = encodedLines(bytes);
  if (lines['utf-8'].length === 0) {
    const encoding = chooseEightBitEncoding(bytes);
    const decoded = encoding === null ? null : decodeStrictly(bytes, encoding);
    if (encoding !== null && decoded !== null) return { encoding, ...decoded };
  }
  if (lines.neither.length > 0) {
    const problem = listProblem(lines.neither[0] ?? null, 'ENCODING_UNKNOWN', lineRanges(lines.neither));
    return { encoding: 'unknown', problem };
  }
  if (lines['utf-8'].length === 0) return ask(bytes, ['cp932', 'euc-jp', 'windows-1252']);
  const [fewer] = [lines['utf-8'], lines.cp932].sort((a, b) => a.length - b.length);
  const detail = `UTF-8: ${lineRanges(lines['utf-8'])}; Shift_JIS: ${lineRanges(lines.cp932)}`;
  return { encoding: 'mixed', problem: listProblem(fewer?.[0] ?? null, 'ENCODING_MIXED', detail) };
}

const ISO_2022_JP_MARK = /\p{Cc}(?:\$[@B]|\([JI])/u;
/** The first characters that are not ASCII, up to the end of their line. */
const OTHER_CHARACTERS = /[^\p{ASCII}][^\r\n]*/u;

/** An encoding of seven bits is ASCII between its marks. */
function decodeSevenBit(bytes: Uint8Array): DecodedList {
  const text = latin1(bytes);
  const isMarked = ISO_2022_JP_MARK.test(text);
  const japanese = isMarked ? decodeStrictly(bytes, 'iso-2022-jp') : null;
  return japanese === null
    ? { encoding: 'utf-8', text, cut: false }
    : { encoding: 'iso-2022-jp', ...japanese };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedList {
  const decoded = decodeStrictly(bytes, encoding);
  return decoded
    ? { encoding, ...decoded }
    : { encoding: 'unknown', problem: listProblem(null, 'ENCODING_UNKNOWN') };
}

/**
 * In UTF-16 every ASCII character has a zero byte, a line break too; read with its bytes exchanged, that is U+0A00, which
 * no text has. Null where it is something else, such as a text with a stray NUL.
 */
function decodeUnmarkedUtf16(bytes: Uint8Array): DecodedList | null {
  if (!bytes.includes(0)) return null;
  const readings = (['utf-16le', 'utf-16be'] as const).flatMap((encoding) => {
    const decoded = decodeStrictly(bytes, encoding);
    if (decoded === null || !/[\r\n]/.test(decoded.text)) return [];
    const { impossible } = compositionOf(decoded.text.replace('\ufffd', ''));
    return impossible === 0 && !decoded.text.includes('\0') ? [{ encoding, ...decoded }] : [];
  });
  const [reading] = readings;
  if (reading === undefined) return null;
  const isDoubtful = readings.length > 1 || (isUtf8(bytes) && hasFewZeros(bytes));
  return isDoubtful ? ask(bytes, ['utf-16le', 'utf-16be', 'utf-8']) : reading;
}

const hasFewZeros = (bytes: Uint8Array): boolean => {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros += 1;
  return zeros * 50 < bytes.length;
};

function decodeAsNamed(bytes: Uint8Array, named: NamedEncoding): DecodedList {
  const decoded = decodeStrictly(bytes, named);
  return decoded === null
    ? { encoding: 'unknown', problem: listProblem(null, 'ENCODING_NOT_AS_NAMED', ENCODING_NAMES[named]) }
    : { encoding: named, ...decoded };
}

const SAMPLE_LENGTH = 30;

/** Each reading that is possible, with the first characters that tell it from the others. */
function ask(bytes: Uint8Array, encodings: readonly NamedEncoding[]): DecodedList {
  const readings = encodings.flatMap((encoding) => {
    const text = decodeStrictly(bytes, encoding)?.text;
    const sample = text === undefined ? undefined : OTHER_CHARACTERS.exec(text)?.[0];
    return sample === undefined ? [] : [`${ENCODING_NAMES[encoding]}: ${sample.slice(0, SAMPLE_LENGTH)}`];
  });
  return { encoding: 'unknown', problem: listProblem(null, 'ENCODING_AMBIGUOUS', readings.join(' / ')) };
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);
