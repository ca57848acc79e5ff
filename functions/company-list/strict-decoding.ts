/** Decodes bytes in one encoding or not at all: no character is ever replaced. */

/** The encodings that a person can choose for a list. */
export const NAMED_ENCODINGS = [
  'utf-8',
  'cp932',
  'utf-16le',
  'utf-16be',
  'euc-jp',
  'iso-2022-jp',
  'windows-1252',
] as const;
export type NamedEncoding = (typeof NAMED_ENCODINGS)[number];

export const ENCODING_NAMES: Readonly<Record<NamedEncoding, string>> = {
  'utf-8': 'UTF-8',
  cp932: 'Shift_JIS',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'euc-jp': 'EUC-JP',
  'iso-2022-jp': 'ISO-2022-JP',
  'windows-1252': 'Latin-1 (Windows-1252)',
};

export interface DecodedText {
  text: string;
  /** The bytes end within a character, which U+FFFD replaces. */
  cut: boolean;
}

/**
 * The names by which the decoder knows them. WHATWG's shift_jis is Microsoft's code page 932: it has 髙 and ①, and 0x8160 is
 * U+FF5E; its euc-jp and iso-2022-jp have the same characters at the same places.
 */
const LABELS: Readonly<Record<NamedEncoding, string>> = {
  'utf-8': 'utf-8',
  cp932: 'shift_jis',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'euc-jp': 'euc-jp',
  'iso-2022-jp': 'iso-2022-jp',
  'windows-1252': 'windows-1252',
};

/** Null where a byte is invalid. */
export function decodeStrictly(bytes: Uint8Array, encoding: NamedEncoding): DecodedText | null {
  const decoder = new TextDecoder(LABELS[encoding], { fatal: true });
  const input = encoding === 'iso-2022-jp' ? withoutIdleMarks(bytes) : bytes;
  const text = nullIfInvalid(() => decoder.decode(input, { stream: true }));
  if (text === null) return null;
  const rest = nullIfInvalid(() => decoder.decode());
  if (encoding === 'windows-1252') return { text: withWesternSigns(text), cut: false };
  return { text: text + (rest ?? '\ufffd'), cut: rest === null };
}

const MARK = '\u001b(?:\\([BJI]|\\$[@B])';
const IDLE_MARKS = new RegExp(`(?:${MARK})+(?=${MARK})`, 'g');

/** A mark that another one follows at once says nothing, and the decoder takes it for an error. */
const withoutIdleMarks = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replace(IDLE_MARKS, ''), 'latin1');

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

/** What Windows-1252 has for the bytes 0x80 to 0x9F; several versions of Node leave them as control characters. */
const WESTERN_SIGNS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const withWesternSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) => WESTERN_SIGNS[control.charCodeAt(0) - 0x80] ?? control);
