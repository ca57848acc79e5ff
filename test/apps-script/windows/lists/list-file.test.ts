/** The file of a list, as a script can send it. */
import { encodeListFile } from '../../../../apps-script/windows/lists/list-file';

it.each([0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000])('%d bytes come through in base64', async (size) => {
  const bytes = Buffer.from(Array.from({ length: size }, (_, index) => (index * 7) % 256));
  const read = await encodeListFile({
    size,
    arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
  });
  expect(read).toEqual(size === 0 ? { problem: 'emptyFile' } : { base64: bytes.toString('base64') });
});

it('a file that is too large is not even read', async () => {
  const arrayBuffer = jest.fn();
  expect(await encodeListFile({ size: 20 * 1024 * 1024 + 1, arrayBuffer })).toEqual({ problem: 'tooLarge' });
  expect(arrayBuffer).not.toHaveBeenCalled();
});

it('a file that vanished after it was chosen has a message of its own', async () => {
  const arrayBuffer = () => Promise.reject(new Error('NotReadableError'));
  expect(await encodeListFile({ size: 9, arrayBuffer })).toEqual({ problem: 'fileGone' });
});
