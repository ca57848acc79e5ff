/** The text of a list, whatever spreadsheet wrote it. */
import { decodeListFile, readListFile } from '../../../../apps-script/windows/lists/list-file';

const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers);

it.each<[string, Uint8Array, ReturnType<typeof decodeListFile>]>([
  ['UTF-8', new TextEncoder().encode('会社名\n㈱あ'), { text: '会社名\n㈱あ', encoding: 'utf-8' }],
  ['UTF-8 with its mark', bytes(0xef, 0xbb, 0xbf, 0xe7, 0xa4, 0xbe), { text: '社', encoding: 'utf-8' }],
  ['Shift_JIS', bytes(0x89, 0xef, 0x8e, 0xd0), { text: '会社', encoding: 'shift_jis' }],
  ['髙 and ① of CP932', bytes(0xfb, 0xfc, 0x87, 0x40), { text: '髙①', encoding: 'shift_jis' }],
  ['UTF-16 as Excel saves Unicode text', bytes(0xff, 0xfe, 0x3e, 0x79), { text: '社', encoding: 'utf-16' }],
  ['a workbook', bytes(0x50, 0x4b, 0x03, 0x04), { problem: 'notText' }],
  ['neither', bytes(0x89, 0xef, 0xff, 0xff), { problem: 'notText' }],
  ['an empty file', bytes(), { problem: 'emptyFile' }],
  ['too large', new Uint8Array(20 * 1024 * 1024 + 1), { problem: 'tooLarge' }],
])('%s', (_, file, expected) => expect(decodeListFile(file)).toEqual(expected));

it('a file that is too large is not even read', async () => {
  const arrayBuffer = jest.fn();
  expect(await readListFile({ size: 20 * 1024 * 1024 + 1, arrayBuffer })).toEqual({ problem: 'tooLarge' });
  expect(arrayBuffer).not.toHaveBeenCalled();
});

it('a file that vanished after it was chosen has a message of its own', async () => {
  const arrayBuffer = () => Promise.reject(new Error('NotReadableError'));
  expect(await readListFile({ size: 9, arrayBuffer })).toEqual({ problem: 'fileGone' });
});
