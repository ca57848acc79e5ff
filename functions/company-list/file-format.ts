/**
 * Recognises a file by its bytes: a list as text, a workbook, or another format, which is named with how to save it as a list.
 */
import { unzipSync } from 'fflate';
import type { ListProblemCode } from './list-problems';

export type FileFormat =
  | { kind: 'text' }
  | { kind: 'workbook' }
  | { kind: 'other'; problem: ListProblemCode };

const TEXT: FileFormat = { kind: 'text' };
const other = (problem: ListProblemCode): FileFormat => ({ kind: 'other', problem });

/** First characters, as Latin-1. */
const SIGNATURES: readonly (readonly [string, ListProblemCode])[] = [
  ['%PDF-', 'FILE_IS_PDF'],
  ['{\\rtf', 'FILE_IS_DOCUMENT'],
  ['\u001f\u008b', 'FILE_IS_ARCHIVE'],
  ['7z\u00bc\u00af', 'FILE_IS_ARCHIVE'],
  ['Rar!', 'FILE_IS_ARCHIVE'],
  ['BZh', 'FILE_IS_ARCHIVE'],
  ['\u0089PNG', 'FILE_IS_IMAGE'],
  ['\u00ff\u00d8\u00ff', 'FILE_IS_IMAGE'],
  ['GIF8', 'FILE_IS_IMAGE'],
  ['\t\b\u0010\0', 'FILE_IS_OLD_EXCEL'],
  ['\t\b\b\0', 'FILE_IS_OLD_EXCEL'],
  ['\t\u0004\u0006\0', 'FILE_IS_OLD_EXCEL'],
  ['\t\u0002\u0006\0', 'FILE_IS_OLD_EXCEL'],
  ['\t\0\u0004\0', 'FILE_IS_OLD_EXCEL'],
  ['ID;P', 'FILE_IS_OTHER_SPREADSHEET'],
  ['TABLE\r\n0,1\r\n', 'FILE_IS_OTHER_SPREADSHEET'],
  ['\0\0\u0002\0', 'FILE_IS_OTHER_SPREADSHEET'],
  ['\0\0\u001a\0', 'FILE_IS_OTHER_SPREADSHEET'],
];
const DBASE_VERSIONS: readonly (number | undefined)[] = [0x03, 0x30, 0x83, 0x8b];

/** A dBASE file has its version, the day of its last change, and zeros after the sizes. */
const isDbase = (bytes: Uint8Array): boolean => {
  const [version, , month = 0, day = 0] = bytes;
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return DBASE_VERSIONS.includes(version) && isDay && bytes[12] === 0 && bytes[13] === 0;
};

export function recogniseFormat(bytes: Uint8Array): FileFormat {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  if (start.startsWith('PK\u0003\u0004')) return recogniseZip(bytes);
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return recogniseCompound(bytes);
  const signature = SIGNATURES.find(([characters]) => start.startsWith(characters));
  if (signature !== undefined) return other(signature[1]);
  return isDbase(bytes) ? other('FILE_IS_OTHER_SPREADSHEET') : recogniseMarkup(start);
}

/** Names of the archive's parts, without inflating any; null where it is damaged. */
const namesInZip = (bytes: Uint8Array): string[] | null => {
  const names: string[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.push(name);
        return false;
      },
    });
    return names;
  } catch {
    return null;
  }
};

function recogniseZip(bytes: Uint8Array): FileFormat {
  const names = namesInZip(bytes);
  if (names === null) return other('WORKBOOK_UNREADABLE');
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^\/?xl\/workbook\.xml$/i)) return { kind: 'workbook' };
  if (has(/^xl\/workbook\.bin$/i)) return other('FILE_IS_BINARY_EXCEL');
  if (has(/^(?:word|ppt)\//i)) return other('FILE_IS_DOCUMENT');
  if (has(/\.iwa$|^Index\.zip$/i)) return other('FILE_IS_NUMBERS');
  if (has(/^content\.xml$/i)) return other('FILE_IS_OPEN_DOCUMENT');
  return other('FILE_IS_ARCHIVE');
}

/** The container of old Office files, and of workbooks with a password. */
function recogniseCompound(bytes: Uint8Array): FileFormat {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const has = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return other('FILE_IS_ENCRYPTED');
  return other(has('WordDocument') || has('PowerPoint Document') ? 'FILE_IS_DOCUMENT' : 'FILE_IS_OLD_EXCEL');
}

/** Also recognises UTF-16, in which ASCII characters have a zero byte beside them. */
function recogniseMarkup(start: string): FileFormat {
  const text = start
    .replaceAll('\u0000', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/, '');
  if (/^<(?:!doctype html|html|head|body|table|meta|style|div)\b/i.test(text)) return other('FILE_IS_HTML');
  // Excel saves a page with its pictures in one such file.
  if (/^(?:From|MIME-Version|Content-Type): /i.test(text) && /^(?:MIME-Version|Content-Type): /im.test(text))
    return other('FILE_IS_HTML');
  if (/^<\?xml\b/i.test(text)) return other(/<html\b/i.test(text) ? 'FILE_IS_HTML' : 'FILE_IS_XML');
  if (/^<(?:[\w:]+[\s>])/.test(text) && /<\/?\w/.test(text.slice(1))) return other('FILE_IS_XML');
  if (/^(?:\[\s*)?\{\s*"/.test(text)) return other('FILE_IS_JSON');
  return /^BEGIN:VCARD/i.test(text) ? other('FILE_IS_VCARD') : TEXT;
}
