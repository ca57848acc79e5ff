/** Writes the encodings that Node only reads: the inverse of what its decoder says about every byte and sequence of bytes. */
import { cp932 } from './cp932';

type Encoder = (text: string) => Uint8Array;

const decode = (label: string, bytes: readonly number[]): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
};

const tableOf = (label: string, sequences: Iterable<number[]>): ReadonlyMap<string, readonly number[]> => {
  const table = new Map<string, readonly number[]>();
  for (const bytes of sequences) {
    const character = decode(label, bytes);
    if (character !== null && [...character].length === 1 && !table.has(character))
      table.set(character, bytes);
  }
  return table;
};

function* eucSequences(): Generator<number[]> {
  for (let byte = 0; byte < 0x80; byte += 1) yield [byte];
  for (let kana = 0xa1; kana <= 0xdf; kana += 1) yield [0x8e, kana];
  for (let lead = 0xa1; lead <= 0xfe; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) yield [lead, trail];
}

const EUC = tableOf('euc-jp', eucSequences());

/** Every character of two or more bytes. */
export const EUC_CHARACTERS: readonly string[] = [...EUC]
  .filter(([, bytes]) => bytes.length > 1)
  .map(([one]) => one);

/** Throws for a character that EUC-JP lacks. */
export const eucJp: Encoder = (text) =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = EUC.get(character);
      if (!bytes) throw new RangeError(`not in EUC-JP: ${character}`);
      return bytes;
    }),
  );

/** Mail's encoding: the bytes of EUC-JP without their eighth bit, between marks, and ASCII at the end of each line. */
export const iso2022Jp: Encoder = (text) =>
  Uint8Array.from(
    text.split(/([^\0-\x7f]+)/).flatMap((part, index) => {
      if (index % 2 === 0) return [...Buffer.from(part)];
      return [...part].flatMap((character) => {
        const [lead = 0, trail = 0] = eucJp(character);
        return lead === 0x8e
          ? [0x1b, 0x28, 0x49, trail - 0x80, 0x1b, 0x28, 0x42]
          : [0x1b, 0x24, 0x42, lead - 0x80, trail - 0x80, 0x1b, 0x28, 0x42];
      });
    }),
  );

export const latin1: Encoder = (text) => {
  const signs = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
  return Uint8Array.from(
    [...text].map((character) => {
      const sign = signs.indexOf(character);
      const byte = sign < 0 ? character.charCodeAt(0) : 0x80 + sign;
      if (byte > 0xff) throw new RangeError(`not in Windows-1252: ${character}`);
      return byte;
    }),
  );
};

const utf16le: Encoder = (text) => Buffer.from(text, 'utf16le');
const utf16be: Encoder = (text) => Buffer.from(text, 'utf16le').swap16();

export const JAPANESE_ENCODERS: Readonly<Record<string, Encoder>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8-bom': (text) => Buffer.from(`\ufeff${text}`),
  'utf-16le': utf16le,
  'utf-16le with its mark': (text) => utf16le(`\ufeff${text}`),
  'utf-16be': utf16be,
  'utf-16be with its mark': (text) => utf16be(`\ufeff${text}`),
  cp932,
  'euc-jp': eucJp,
  'iso-2022-jp': iso2022Jp,
};
