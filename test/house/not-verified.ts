/** What the code rests on that nobody has seen at Google: said in its comments, and listed for whoever deploys. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['functions', 'apps-script', 'emulator', 'deploy'];

export interface Unverified {
  readonly file: string;
  /** Without the dot at its end. */
  readonly what: string;
}

const COMMENT = /\/\*\*?[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n)+/gm;
const MARKER = /Not verified against Google: (.+?)\.(?= |$)/g;

/** In the order of a source's comments; a marker ends with its sentence. */
export const markersIn = (source: string): string[] =>
  (source.match(COMMENT) ?? []).flatMap((comment) => {
    const text = comment
      .split('\n')
      .map((line) =>
        line
          .replace(/^\s*(?:\/\*\*?|\*\/|\*|\/\/)?/, '')
          .replace(/\*\/\s*$/, '')
          .trim(),
      )
      .join(' ')
      .trim();
    return [...text.matchAll(MARKER)].map(([, what = '']) => what);
  });

export const readUnverified = (): Unverified[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(folder, path))
      .sort(),
  ).flatMap((file) => markersIn(readFileSync(file, 'utf8')).map((what) => ({ file, what })));

const [START, END] = [
  '<!-- what is not verified, made by test/house/not-verified.test.ts -->',
  '<!-- end of what is not verified -->',
];

/** The page with the list in its place. Throws where it has none. */
export const withUnverified = (page: string, found: readonly Unverified[]): string => {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The page has no place for the list.');
  const rows = found.map(({ file, what }) => `| \`${file}\` | ${what} |`).join('\n');
  return `${before}${START}\n\n| where | what |\n| --- | --- |\n${rows}\n\n${END}${after}`;
};
