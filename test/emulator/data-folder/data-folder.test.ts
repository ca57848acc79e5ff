import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataFolder } from '../../../emulator/data-folder/data-folder';
import { SuiteProblem } from '../../../emulator/problems/suite-problem';

const root = mkdtempSync(join(tmpdir(), 'hachi-data-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
/** A folder with these files, by their paths; a path that ends in a slash is an empty folder. */
const aFolder = (files: Readonly<Record<string, string>>): string => {
  count += 1;
  const folder = join(root, String(count));
  mkdirSync(folder);
  for (const [path, content] of Object.entries(files)) {
    const whole = join(folder, path);
    mkdirSync(path.endsWith('/') ? whole : join(whole, '..'), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(whole, content);
  }
  return folder;
};

const contentOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** As at a start of the suite; locks, prepares, unlocks. */
const startAndStop = (folder: string, reset: boolean): void => {
  const data = openDataFolder(folder, { reset });
  try {
    data.prepare();
  } finally {
    data.close();
  }
};

const problemOf = (act: () => unknown): SuiteProblem => {
  try {
    act();
  } catch (error) {
    if (error instanceof SuiteProblem) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
};

const MARKER = { 'hachi.json': '{"product":"hachi","format":1}' };
/** What a version without the marker file has left. */
const EARLIER = {
  'firestore/firestore.jsonl': '',
  'firestore/lock': '999999999',
  'sheets/hachi-register.jsonl': '',
  'sheets/hachi-queue.jsonl': '',
  'script/apps-script.json': '{}',
  'identity.pem': 'key',
};
const EVERY_KIND = {
  ...MARKER,
  ...EARLIER,
  'firestore/firestore.jsonl.new': '',
  'firestore/lock.00000000-0000-0000-0000-000000000000': '999999999',
  'sheets/hachi-register.jsonl.tmp': '',
  'sheets/%E5%8F%B0.jsonl': '',
  'script/apps-script.json.77.partial': '',
  'identity.pem.77.partial': '',
  'hachi.json.77.partial': '',
  lock: '999999999',
};

describe('a folder that is not one of Hachi’s is refused, and nothing in it is touched', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a file', { 'letter.txt': 'Dear' }, ['letter.txt']],
    ['a folder', { 'photos/': '' }, ['photos']],
    ['a hidden file', { '.profile': '' }, ['.profile']],
    ['folders of the same names', { 'firestore/index.ts': '', 'sheets/': '' }, ['firestore', 'sheets']],
    ['somebody’s key', { 'identity.pem': 'key' }, ['identity.pem']],
    ['somebody’s lock', { lock: 'a bicycle' }, ['lock']],
    ['another program’s hachi.json', { 'hachi.json': '{"product":"dog","format":1}' }, ['hachi.json']],
    ['a hachi.json that is none', { 'hachi.json': '8' }, ['hachi.json']],
  ])('%s', (_, files, names) => {
    const folder = aFolder(files);
    const before = contentOf(folder);
    for (const reset of [true, false]) {
      const { code, words } = problemOf(() => openDataFolder(folder, { reset }));
      expect(code).toBe('DATA_NOT_OURS');
      for (const name of names) for (const text of [words.ja, words.en]) expect(text).toContain(name);
    }
    expect(contentOf(folder)).toEqual(before);
    expect(statSync(folder).mode & 0o777).not.toBe(0o700);
  });

  test.each(['/', homedir()])('%s', (folder) => {
    const before = readdirSync(folder);
    expect(problemOf(() => openDataFolder(folder, { reset: true })).code).toBe('DATA_NOT_OURS');
    expect(readdirSync(folder)).toEqual(before);
  });

  test('an empty home', () => {
    const home = aFolder({});
    expect(problemOf(() => openDataFolder(home, { reset: false, home })).code).toBe('DATA_NOT_OURS');
    expect(contentOf(home)).toEqual([]);
  });
});

describe('what is no folder is refused', () => {
  test.each<[string, () => string, string]>([
    ['no name', () => '', 'DATA_NAME_EMPTY'],
    ['blanks', () => ' ', 'DATA_NAME_EMPTY'],
    ['a file', () => join(aFolder({ file: '' }), 'file'), 'DATA_NOT_A_FOLDER'],
    [
      'a link to nothing',
      () => {
        const link = join(aFolder({}), 'link');
        symlinkSync(join(root, 'nowhere'), link);
        return link;
      },
      'DATA_NOT_A_FOLDER',
    ],
    [
      'a newer version’s',
      () => aFolder({ 'hachi.json': '{"product":"hachi","format":2}', x: '' }),
      'DATA_NEWER',
    ],
  ])('%s', (_, pathOf, code) => {
    const path = pathOf();
    for (const reset of [true, false])
      expect(problemOf(() => openDataFolder(path, { reset })).code).toBe(code);
  });
});

describe('a reset', () => {
  test.each<[string, Record<string, string>]>([
    ['all that the suite ever writes', EVERY_KIND],
    ['what an earlier version has left', EARLIER],
    ['nothing', {}],
    ['a start that was killed', { lock: '999999999', 'hachi.json.77.partial': '' }],
  ])('removes %s', (_, files) => {
    const folder = aFolder(files);
    startAndStop(folder, true);
    expect(contentOf(folder)).toEqual(['hachi.json']);
    startAndStop(folder, true);
    expect(contentOf(folder)).toEqual(['hachi.json']);
  });

  test.each([
    'notes.txt',
    'sheets/notes.txt',
    'firestore/lock.old',
    'script/script/apps-script.json',
    'sheets/.jsonl',
    'other/',
  ])('removes nothing where there is %s, too, and says so', (path) => {
    const folder = aFolder({ ...EVERY_KIND, [path]: '' });
    const { code, message } = problemOf(() => openDataFolder(folder, { reset: true }));
    expect(code).toBe('DATA_HOLDS_MORE');
    expect(message).toContain(path.replace(/\/(apps-script\.json)?$/, ''));
    for (const name of Object.keys(EVERY_KIND).filter((each) => each !== 'lock'))
      expect(existsSync(join(folder, name))).toBe(true);
    startAndStop(folder, false);
    expect(existsSync(join(folder, path))).toBe(true);
  });

  test('follows no link that stands for a part', () => {
    const elsewhere = aFolder({ 'precious.jsonl': '' });
    const folder = aFolder(MARKER);
    symlinkSync(elsewhere, join(folder, 'sheets'));
    symlinkSync(join(elsewhere, 'precious.jsonl'), join(folder, 'identity.pem'));
    chmodSync(join(elsewhere, 'precious.jsonl'), 0o644);
    expect(problemOf(() => openDataFolder(folder, { reset: true })).code).toBe('DATA_HOLDS_MORE');
    startAndStop(folder, false);
    expect(contentOf(elsewhere)).toEqual(['precious.jsonl']);
    expect(statSync(join(elsewhere, 'precious.jsonl')).mode & 0o777).toBe(0o644);
  });

  test('empties the folder that a link leads to, and leaves the link', () => {
    const folder = aFolder(EVERY_KIND);
    const link = join(aFolder({}), 'link');
    symlinkSync(folder, link);
    startAndStop(link, true);
    expect(contentOf(folder)).toEqual(['hachi.json']);
    expect(contentOf(link)).toEqual(['hachi.json']);
  });

  test('removes nothing before it is prepared: until then the start may fail', () => {
    const folder = aFolder(EVERY_KIND);
    openDataFolder(folder, { reset: true }).close();
    for (const name of Object.keys(EVERY_KIND).filter((each) => each !== 'lock'))
      expect(existsSync(join(folder, name))).toBe(true);
  });

  test('that was killed halfway goes on at the next start', () => {
    const folder = aFolder({ ...EARLIER, 'hachi.json': '{"product":"hachi","format":1,"resetting":true}' });
    startAndStop(folder, false);
    expect(contentOf(folder)).toEqual(['hachi.json']);
    expect(JSON.parse(readFileSync(join(folder, 'hachi.json'), 'utf8'))).toEqual({
      product: 'hachi',
      format: 1,
    });
  });

  test('is refused while an earlier version runs, which locks its store only', () => {
    const folder = aFolder({ ...EARLIER, 'firestore/lock': String(process.ppid) });
    const { code, message } = problemOf(() => startAndStop(folder, true));
    expect(code).toBe('DATA_IN_USE');
    expect(message).toContain(String(process.ppid));
    for (const name of Object.keys(EARLIER)) expect(existsSync(join(folder, name))).toBe(true);
  });
});

test('the second one is refused, by whatever path it comes, until the first one is closed', () => {
  const folder = aFolder({});
  const link = join(aFolder({}), 'link');
  symlinkSync(folder, link);
  const first = openDataFolder(folder, { reset: false });
  for (const path of [folder, link, `${folder}/.`])
    expect(problemOf(() => openDataFolder(path, { reset: true }))).toMatchObject({
      code: 'DATA_IN_USE',
      message: expect.stringContaining(`process ${process.pid}`),
    });
  first.close();
  openDataFolder(link, { reset: false }).close();
});

test('folders and files become private at a start, what is not of the suite stays as it is', () => {
  const folder = aFolder({ ...EVERY_KIND, 'notes.txt': '' });
  const modes = (): Record<string, string> =>
    Object.fromEntries(
      ['.', ...contentOf(folder)].map((path) => [
        path,
        (statSync(join(folder, path)).mode & 0o777).toString(8),
      ]),
    );
  for (const [path, isFolder] of [...contentOf(folder), '.'].map(
    (each) => [each, statSync(join(folder, each)).isDirectory()] as const,
  ))
    chmodSync(join(folder, path), isFolder ? 0o755 : 0o644);
  startAndStop(folder, false);
  const { 'notes.txt': notes, ...own } = modes();
  expect(notes).toBe('644');
  for (const [path, mode] of Object.entries(own))
    expect([path, mode]).toEqual([
      path,
      ['.', 'firestore', 'sheets', 'script'].includes(path) ? '700' : '600',
    ]);
});

(existsSync('/proc/self') ? test : test.skip)('where nobody can make a folder is an error, and soon', () => {
  expect(() => openDataFolder('/proc/hachi', { reset: false })).toThrow(
    expect.objectContaining({ code: 'ENOENT' }),
  );
});

test('a missing folder is made, with those above it, for its owner only', () => {
  const folder = join(aFolder({}), 'a', 'b');
  startAndStop(folder, false);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});
