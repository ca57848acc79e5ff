/** The file of a list, as the functions take it from a script: its bytes in base64. What it is, they find out. */

/** As the functions take at most, in base64. */
const MAX_BYTES = 20 * 1024 * 1024;

export type ListFile = { base64: string } | { problem: 'tooLarge' | 'emptyFile' | 'fileGone' };

/** Whole triples, so that the parts are the whole one after another. */
const BYTES_AT_ONCE = 3 * 8192;

const base64Of = (bytes: Uint8Array): string => {
  let encoded = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    encoded += btoa(String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE)));
  return encoded;
};

/** One that is too large is not even read. */
export const encodeListFile = async (file: Pick<File, 'size' | 'arrayBuffer'>): Promise<ListFile> => {
  if (file.size > MAX_BYTES) return { problem: 'tooLarge' };
  if (file.size === 0) return { problem: 'emptyFile' };
  try {
    return { base64: base64Of(new Uint8Array(await file.arrayBuffer())) };
  } catch {
    // Moved or changed since it was chosen.
    return { problem: 'fileGone' };
  }
};
