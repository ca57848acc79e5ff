import { fileLines } from '../../deploy/file-lines';

const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`a/parts/${n}.mjs`, 'あ']));

test('each file is told with its size, and a folder of many in one line', () => {
  expect(fileLines({ 'a/package.json': '{}', ...many(2) })).toEqual([
    'a/package.json, 2 bytes',
    'a/parts/0.mjs, 3 bytes',
    'a/parts/1.mjs, 3 bytes',
  ]);
  expect(fileLines({ ...many(150), 'a/package.json': '{}' })).toEqual([
    'a/parts/: 150 files, 450 bytes',
    'a/package.json, 2 bytes',
  ]);
});
