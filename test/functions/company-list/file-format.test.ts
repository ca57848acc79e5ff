import { zipSync } from 'fflate';
import { recogniseFormat } from '../../../functions/company-list/file-format';
import { xlsx } from './xlsx';

const zip = (...names: string[]): Uint8Array =>
  zipSync(Object.fromEntries(names.map((name) => [name, new Uint8Array([1])])));
const text = (content: string): Uint8Array => Buffer.from(content);
const compound = (name: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.from(name, 'utf16le'),
  ]);

test.each<[string, Uint8Array]>([
  ['FILE_IS_OLD_EXCEL', compound('Workbook')],
  ['FILE_IS_OLD_EXCEL', Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06])],
  ['FILE_IS_ENCRYPTED', compound('EncryptedPackage')],
  ['FILE_IS_DOCUMENT', compound('WordDocument')],
  ['FILE_IS_DOCUMENT', zip('[Content_Types].xml', 'word/document.xml')],
  ['FILE_IS_DOCUMENT', text('{\\rtf1\\ansi')],
  ['FILE_IS_BINARY_EXCEL', zip('xl/workbook.bin')],
  ['FILE_IS_NUMBERS', zip('Index/Document.iwa', 'preview.jpg')],
  ['FILE_IS_OPEN_DOCUMENT', zip('mimetype', 'content.xml')],
  ['FILE_IS_ARCHIVE', zip('companies.csv')],
  ['FILE_IS_ARCHIVE', Buffer.from([0x1f, 0x8b, 0x08, 0x00])],
  ['FILE_IS_PDF', text('%PDF-1.7\n')],
  ['FILE_IS_IMAGE', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ['FILE_IS_HTML', text('<html><table><tr><td>会社名</td></tr></table></html>')],
  ['FILE_IS_HTML', text('\ufeff\r\n<!DOCTYPE html>\n<html>')],
  ['FILE_IS_HTML', text('MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\n')],
  ['FILE_IS_OTHER_SPREADSHEET', text('ID;PWXL;N;E\r\nC;Y1;X1;K"会社名"\r\n')],
  ['FILE_IS_OTHER_SPREADSHEET', text('TABLE\r\n0,1\r\n"EXCEL"\r\n')],
  ['FILE_IS_OTHER_SPREADSHEET', Buffer.from('037e0101020000004100200000000000', 'hex')],
  ['FILE_IS_HTML', text('<table border="1"><tr>')],
  ['FILE_IS_HTML', Buffer.from('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel">', 'utf16le')],
  [
    'FILE_IS_XML',
    text('<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
  ],
  ['FILE_IS_JSON', text('[{"name": "甲"}]')],
  ['FILE_IS_JSON', text('{"name": "甲"}')],
  ['FILE_IS_VCARD', text('BEGIN:VCARD\nVERSION:3.0')],
  ['WORKBOOK_UNREADABLE', Buffer.from('PK\u0003\u0004 and no more')],
])('%s', (problem, bytes) => {
  expect(recogniseFormat(bytes)).toEqual({ kind: 'other', problem });
});

test.each([
  ['workbook', xlsx({ 一: [['会社名']] })],
  ['text', text('会社名,住所\n')],
  ['text', text('')],
  ['text', text('<株式会社甲>,東京\n')],
  ['text', text('{会社名},住所\n')],
  ['text', text('ID;会社名\n1;甲\n')],
  ['text', text('[会社名]\t住所\n')],
  ['text', Buffer.from('\ufeff会社名', 'utf16le')],
])('%s', (kind, bytes) => {
  expect(recogniseFormat(bytes)).toEqual({ kind });
});
