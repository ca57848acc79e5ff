/** Short digests of texts: to tell whether two texts are the same one, not to keep a secret. */

/** FNV-1a, 32 bits, with its bits stirred at the end; eight hexadecimal digits. */
const fnv1a = (input: string, seed: number): string => {
  let value = seed;
  for (let at = 0; at < input.length; at += 1) value = Math.imul(value ^ input.charCodeAt(at), 16777619);
  value = Math.imul(value ^ (value >>> 16), 2246822507);
  value = Math.imul(value ^ (value >>> 13), 3266489909);
  return ((value ^ (value >>> 16)) >>> 0).toString(16).padStart(8, '0');
};

const SEEDS = [2166136261, 3339451269, 506832829, 1831565813] as const;

/** 128 bits. */
export const longDigest = (input: string): string => SEEDS.map((seed) => fnv1a(input, seed)).join('');

/** 32 bits. */
export const shortDigest = (input: string): string => fnv1a(input, SEEDS[0]);
