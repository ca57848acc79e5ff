import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createPrivateFile,
  makePrivate,
  makePrivateFolder,
  openPrivateFile,
  PARTIAL_FILE,
  replacePrivateFile,
} from '../../../emulator/data-folder/private-files';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder is its owner’s alone, with those above it; one that exists stays as it is', () => {
  mkdirSync(at('open'), { mode: 0o755 });
  makePrivateFolder(at('open', 'a', 'b'));
  expect(['open', 'open/a', 'open/a/b'].map((name) => modeOf(at(name)))).toEqual(['755', '700', '700']);
  expect(() => makePrivateFolder(at('open', 'a'))).not.toThrow();
});

test('a file is its owner’s alone, however it is made, and is not made twice', () => {
  createPrivateFile(at('created'), 'first');
  expect(() => createPrivateFile(at('created'), 'second')).toThrow(
    expect.objectContaining({ code: 'EEXIST' }),
  );
  replacePrivateFile(at('replaced'), 'first');
  replacePrivateFile(at('replaced'), 'second');
  closeSync(openPrivateFile(at('opened'), 'a'));
  expect(readdirSync(folder).map((name) => [name, modeOf(at(name))])).toEqual([
    ['created', '600'],
    ['opened', '600'],
    ['replaced', '600'],
  ]);
  expect([readFileSync(at('created'), 'utf8'), readFileSync(at('replaced'), 'utf8')]).toEqual([
    'first',
    'second',
  ]);
});

test('what others could read is taken from them; what a link leads to is left alone', () => {
  writeFileSync(at('file'), '');
  mkdirSync(at('folder'));
  writeFileSync(at('elsewhere'), '');
  for (const name of ['file', 'folder', 'elsewhere']) chmodSync(at(name), 0o755);
  symlinkSync(at('elsewhere'), at('link'));
  for (const name of ['file', 'folder', 'link']) makePrivate(at(name));
  expect(['file', 'folder', 'elsewhere'].map((name) => modeOf(at(name)))).toEqual(['600', '700', '755']);
});

test.each([
  ['state.json.4711.partial', true],
  ['state.json', false],
  ['state.json.partial', false],
  ['state.json.4711.partial.bak', false],
])('%s is a file that was not finished: %p', (name, expected) => {
  expect(PARTIAL_FILE.test(name)).toBe(expected);
});
