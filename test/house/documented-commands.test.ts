/** Commands that the pages tell people to run: their scripts, what they are asked to do, their options and paths all exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pages } from './pages';

const SCRIPTS: Readonly<Record<string, string>> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

/** As they stand in code: within a line, or as a line of a block. */
const commands = pages().flatMap((page) => {
  const text = readFileSync(page, 'utf8');
  const found = [
    ...text.matchAll(/`((?:npm|npx) [^`\n]+)`/g),
    ...text.matchAll(/^ {0,3}((?:npm|npx) .+)$/gm),
  ];
  return found
    .flatMap(([, line = '']) => line.split(/ && | {2,}#/))
    .map((line) => [line.trim(), page] as const);
});

/** What is bundled to run a script, and all that stands beside it, for the options of a program may stand in any of its files. */
const sourcesOf = (script: string): string => {
  const entries = [...(SCRIPTS[script] ?? '').matchAll(/[\w/-]+\.ts\b/g)].map(([path]) => path);
  const folders = script === 'start' ? ['emulator'] : entries.map(dirname);
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
};

/** As a key of the options that `parseArgs` takes, or of the table of what a program can do. */
const hasKey = (sources: string, name: string): boolean =>
  new RegExp(`(?:^|[\\s{,])['"]?${name}['"]?(?::|,| =)|['"\`]${name}['"\`]`, 'm').test(sources);

test('the pages name some', () => {
  expect(commands.length).toBeGreaterThan(30);
});

test.each(commands.filter(([line]) => /^npm (?:run |start|test)/.test(line)))('%s', (line) => {
  const [, script = '', rest = ''] = /^npm (?:run )?([\w:]+)(?: -- (.*))?$/.exec(line) ?? [];
  expect(Object.keys(SCRIPTS)).toContain(script);
  const sources = rest === '' ? '' : sourcesOf(script);
  const options = [...rest.matchAll(/--([a-z][a-z-]*)/g)].map(([, name = '']) => name);
  const [task] = /^[a-z][a-z-]*(?= |$)/.exec(rest) ?? [];
  const names = [...options, ...(task === undefined ? [] : [task])];
  expect(names.filter((name) => name !== 'help' && !hasKey(sources, name))).toEqual([]);
});

test.each(commands.filter(([line]) => line.startsWith('npx jest ')))('%s', (line) => {
  const paths = line.split(' ').filter((part) => part.startsWith('test/'));
  const isThere = (path: string): boolean => existsSync(path) || existsSync(`${path}.test.ts`);
  expect(paths.filter((path) => !isThere(path))).toEqual([]);
});
