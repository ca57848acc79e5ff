import { createHash } from 'node:crypto';

/** A hash of the texts, their order and their lengths, short enough for a label of Google Cloud. */
export const contentHash = (texts: readonly string[]): string => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${Buffer.byteLength(text)}\n`).update(text);
  return hash.digest('hex').slice(0, 16);
};
