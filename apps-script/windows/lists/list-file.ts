/** Encodes a list's file in base64, as the functions accept it. They detect its format. */

/** The largest file that the functions accept. */
const MAX_BYTES = 20 * 1024 * 1024;

export type ListFile = { base64: string } | { problem: 'tooLarge' | 'emptyFile' | 'fileGone' };

/** A multiple of three, so that the encoded parts can be joined. */
const BYTES_AT_ONCE = 3 * 8192;

const base64Of = (bytes: Uint8Array): string => {
  let encoded = '';
  for (let at = 0; at < bytes.length; at += BYTES_AT_ONCE)
    encoded += btoa(String.fromCharCode(...bytes.subarray(at, at + BYTES_AT_ONCE)));
  return encoded;
};

/** A file that is too large is not read. */
export const encodeListFile = async (file: Pick<File, 'size' | 'arrayBuffer'>): Promise<ListFile> => {
  if (file.size > MAX_BYTES) return { problem: 'tooLarge' };
  if (file.size === 0) return { problem: 'emptyFile' };
  try {
    return { base64: base64Of(new Uint8Array(await file.arrayBuffer())) };
  } catch {
    // The file was moved or changed since it was chosen.
    return { problem: 'fileGone' };
  }
};
