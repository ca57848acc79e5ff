/** Writes CP932, which Node only reads: the inverse of what its decoder says about every byte and pair of bytes. */

const decoder = new TextDecoder('shift_jis', { fatal: true });

const BYTES: ReadonlyMap<string, readonly number[]> = new Map(
  [...singles(), ...pairs()].flatMap((bytes): [string, readonly number[]][] => {
    const character = decode(bytes);
    return character === null ? [] : [[character, bytes]];
  }),
);

/** Throws for a character that CP932 lacks. */
export function cp932(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = BYTES.get(character);
      if (!bytes) throw new RangeError(`not in CP932: ${character}`);
      return bytes;
    }),
  );
}

/** Every character that CP932 has two bytes for, user-defined ones left out. */
export const CP932_CHARACTERS: readonly string[] = [...BYTES]
  .filter(([character, bytes]) => bytes.length === 2 && !/\p{Co}/u.test(character))
  .map(([character]) => character);

function* singles(): Generator<number[]> {
  for (let byte = 0; byte <= 0xff; byte++) yield [byte];
}

function* pairs(): Generator<number[]> {
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) yield [lead, trail];
  }
}

function decode(bytes: readonly number[]): string | null {
  try {
    return decoder.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
