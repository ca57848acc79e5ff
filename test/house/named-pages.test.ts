/** What the comments of the sources name of the pages: the pages themselves, and the rules by their numbers. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pages } from './pages';

const FOLDERS = ['functions', 'apps-script', 'emulator', 'deploy', 'test'];

/** These checks themselves name pages and rules that do not exist. */
const sources = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
).filter((path) => /\.(?:tsx?|css|html)$/.test(path) && dirname(path) !== 'test/house');

const texts = sources.map((path) => [path, readFileSync(path, 'utf8')] as const);

const NAMED_PAGE = /\bdocs\/[\w.-]+\.md\b/g;
/** A document of somebody else is not at hand for who reads the code. */
const PAGE_ELSEWHERE = /(?<![\w/.-])[a-z]+(?:-[a-z]+)*\.md\b|\b[Ss]ection \d/g;
const NAMED_RULE = /\b[Rr]ules? (\d+)(?:, (\d+))*(?: and (\d+))?/g;

/** Numbers of rules in the text, such as 1, 7 and 8 of "rules 1, 7 and 8". */
const rulesIn = (text: string): string[] =>
  [...text.matchAll(NAMED_RULE)].flatMap(([named]) => named.match(/\d+/g) ?? []);

const RULES = new Set(
  [...readFileSync('docs/rules.md', 'utf8').matchAll(/^## Rule (\d+): /gm)].map(([, rule]) => rule),
);

test('every page that a source names exists', () => {
  const known = new Set(pages());
  const dead = texts.flatMap(([path, text]) =>
    (text.match(NAMED_PAGE) ?? []).filter((page) => !known.has(page)).map((page) => `${path}: ${page}`),
  );
  expect(dead).toEqual([]);
});

test('no source points to a document that is not here', () => {
  const elsewhere = texts.flatMap(([path, text]) =>
    (text.match(PAGE_ELSEWHERE) ?? []).map((named) => `${path}: ${named}`),
  );
  expect(elsewhere).toEqual([]);
});

test('every rule that a source names by its number is told in docs/rules.md', () => {
  expect(RULES.size).toBeGreaterThan(0);
  const unknown = texts.flatMap(([path, text]) =>
    rulesIn(text)
      .filter((rule) => !RULES.has(rule))
      .map((rule) => `${path}: rule ${rule}`),
  );
  expect(unknown).toEqual([]);
});

test('numbers of rules are found one by one and in rows', () => {
  expect(rulesIn('(rule 12); what is hard of rules 1, 7 and 8 refuses; Rule 3: it teaches')).toEqual([
    '12',
    '1',
    '7',
    '8',
    '3',
  ]);
});

/** The terms of the glossary, each of which may stand beside others in its row. */
const terms = [...readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| ([^|]+) \|/gm)]
  .flatMap(([, cell = '']) => cell.split(', '))
  .filter((term) => term !== 'term' && !/^-+$/.test(term));

test('a word stands in the glossary once', () => {
  expect(terms.filter((term, index) => terms.indexOf(term) !== index)).toEqual([]);
});
