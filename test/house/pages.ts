/** What the pages for people name, and whether it exists: links, files, names of the code, npm scripts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { codeWords } from './code-words';

const FOLDERS = ['functions', 'apps-script', 'emulator', 'deploy', 'test', 'docs'];

const below = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));

/** Every page of the project. */
export const pages = (): string[] =>
  [...readdirSync('.'), ...FOLDERS.flatMap(below)].filter((path) => path.endsWith('.md')).sort();

export interface Project {
  /** Every file and folder. */
  paths: readonly string[];
  /** Every word of the code; what stands in comments only does not count. */
  words: ReadonlySet<string>;
  scripts: readonly string[];
  packages: readonly string[];
  /** Folders that running it leaves behind. */
  made: readonly string[];
}

export const readProject = (): Project => {
  const { scripts, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const paths = [...readdirSync('.'), ...FOLDERS, ...FOLDERS.flatMap(below)];
  // These checks themselves write names down that no longer exist.
  const sources = paths.filter((path) => /\.(?:ts|css|html)$/.test(path) && dirname(path) !== 'test/house');
  return {
    paths,
    words: new Set(sources.flatMap((path) => codeWords(readFileSync(path, 'utf8')))),
    scripts: Object.keys(scripts),
    packages: Object.keys({ ...dependencies, ...devDependencies }),
    made: readFileSync('.gitignore', 'utf8')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''))
      .filter(Boolean),
  };
};

const withoutBlocks = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '');

const blocks = (text: string): string[] => text.match(/^```[\s\S]*?^```/gm) ?? [];

const codeIn = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** As GitHub makes it of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const anchorsOf = (text: string): string[] =>
  [...withoutBlocks(text).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Links and images of a page that lead nowhere, within the project. */
export const deadLinks = (page: string, text: string): string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path));
      if (path !== '' && !existsSync(file)) return true;
      const target = path === '' ? text : anchor === undefined ? '' : readFileSync(file, 'utf8');
      return anchor !== undefined && !anchorsOf(target).includes(anchor);
    });

const isPath = (code: string): boolean =>
  /^[\w@.-]+(?:\/[\w@.-]+)*\/?$/.test(code) &&
  (code.includes('/') || /\.(?:ts|json|csv|md|css|html)$/.test(code));

const isThere = (path: string, { paths, packages, made }: Project): boolean => {
  const plain = path.replace(/\/$/, '');
  if (FOLDERS.includes(plain.split('/')[0] ?? '')) return paths.includes(plain);
  if (made.includes(plain.split('/')[0] ?? '') || packages.includes(plain)) return true;
  return paths.some((other) =>
    [other, other.replace(/\.tsx?$/, '')].some((end) => `/${end}`.endsWith(`/${plain}`)),
  );
};

/** Files and folders in code of a page that do not exist. A path may be short, as long as a file ends with it. */
export const deadPaths = (text: string, project: Project): string[] => [
  ...codeIn(text).filter((code) => isPath(code) && !isThere(code, project)),
  ...blocks(text)
    .flatMap((block) => block.match(/\b(?:functions|apps-script|emulator|test|docs)\/[\w./-]*\.\w+/g) ?? [])
    .filter((path) => !project.paths.includes(path)),
];

/** In a longer piece of code only what cannot be a plain word: camelCase, PascalCase, CONSTANT_CASE, and what is called. */
const namesIn = (code: string): string[] =>
  /^\w+$/.test(code)
    ? [code]
    : (code.match(/\b(?:[a-z]+[A-Z]\w*|[A-Z][a-z]+[A-Z]\w*|[A-Z]+(?:_[A-Z0-9]+)+|[a-z]\w*(?=\())/g) ?? []);

/** Names in code of a page that the sources do not know: identifiers, and files by their name alone. */
export const deadNames = (text: string, { words, paths, packages }: Project): string[] => {
  const files = new Set(paths.map((path) => basename(path).replace(/\.\w+$/, '')));
  return codeIn(text).flatMap((code) => {
    if (isPath(code)) return [];
    if (/^[a-z]+(?:-[a-z]+)+$/.test(code)) return files.has(code) || packages.includes(code) ? [] : [code];
    return namesIn(code).filter((name) => /^[A-Za-z]/.test(name) && !words.has(name));
  });
};

/** npm scripts of a page, in code and blocks, that package.json does not have. */
export const deadScripts = (text: string, { scripts }: Project): string[] =>
  [...codeIn(text), ...blocks(text)]
    .flatMap((code) => [...code.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)])
    .map(([, run, own]) => run ?? own ?? '')
    .filter((script) => !scripts.includes(script));
