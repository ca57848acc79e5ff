/** The text of a list's file, in the encodings that spreadsheets of Japan write. */

/** As the functions take at most. */
const MAX_BYTES = 20 * 1024 * 1024;

export type ListFileText =
  | { text: string; encoding: 'utf-8' | 'utf-16' | 'shift_jis' }
  | { problem: 'tooLarge' | 'emptyFile' | 'notText' | 'fileGone' };

const decode = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

/** UTF-8 first: text in it is often valid Shift_JIS too, hardly ever the other way round. */
export const decodeListFile = (bytes: Uint8Array): ListFileText => {
  if (bytes.length === 0) return { problem: 'emptyFile' };
  if (bytes.length > MAX_BYTES) return { problem: 'tooLarge' };
  const [first, second] = bytes;
  const little = first === 0xff && second === 0xfe;
  if (little || (first === 0xfe && second === 0xff)) {
    const text = decode(bytes, little ? 'utf-16le' : 'utf-16be');
    return text === null ? { problem: 'notText' } : { text, encoding: 'utf-16' };
  }
  // A workbook (.xlsx) is a zip, an old one (.xls) begins with D0 CF.
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf))
    return { problem: 'notText' };
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' };
  const japanese = decode(bytes, 'shift_jis');
  return japanese === null ? { problem: 'notText' } : { text: japanese, encoding: 'shift_jis' };
};

/** One that is too large is not even read. */
export const readListFile = async (file: Pick<File, 'size' | 'arrayBuffer'>): Promise<ListFileText> => {
  if (file.size > MAX_BYTES) return { problem: 'tooLarge' };
  try {
    return decodeListFile(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // Moved or changed since it was chosen.
    return { problem: 'fileGone' };
  }
};
