import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { madeParts, missingInPictures, withParts } from './architecture';
import { BORDERS } from './borders';
import { arrowOf, borderOf, bordersIn, type Cruise, cruise } from './cruise';

const PAGE = 'docs/architecture.md';

let cruised: Cruise;
beforeAll(() => {
  cruised = cruise();
});

test('every file lies within a border, and every border has files', () => {
  expect(cruised.files.filter((file) => borderOf(file) === undefined)).toEqual([]);
  const used = new Set(cruised.files.map((file) => borderOf(file)?.path));
  expect(BORDERS.filter(({ path }) => !used.has(path)).map(({ path }) => path)).toEqual([]);
});

test('every path in the table stands for a row', () => {
  const named = BORDERS.flatMap(({ imports, typesOf = [] }) => [...imports, ...typesOf]);
  const folders = named.filter((path) => !path.endsWith('.json'));
  expect(folders.filter((path) => bordersIn(path).length === 0)).toEqual([]);
});

test('no import crosses a border', () => {
  expect(cruised.crossings.map(arrowOf)).toEqual([]);
});

test('no file imports itself by way of others', () => {
  expect(cruised.circles.map((files) => files.join(' → '))).toEqual([]);
});

test('the borders themselves allow no circle', () => {
  const below = new Map(
    BORDERS.map(({ path, imports, typesOf = [] }) => [
      path,
      [...imports, ...typesOf].flatMap(bordersIn).filter((other) => other !== path),
    ]),
  );
  const free: string[] = [];
  for (let found = true; found; ) {
    const next = [...below].filter(([, others]) => others.every((other) => free.includes(other)));
    found = next.length > 0;
    for (const [path] of next) {
      free.push(path);
      below.delete(path);
    }
  }
  expect([...below.keys()]).toEqual([]);
});

test('a picture shows every row of its table, or leaves it out by name', () => {
  expect(missingInPictures()).toEqual([]);
});

/** What the files of a border import when they run: a type import is gone by then. */
const importedAtRun = async (path: string): Promise<string[]> => {
  const files = cruised.files.filter((file) => borderOf(file)?.path === path && !file.endsWith('.d.ts'));
  const { metafile } = await build({
    entryPoints: files,
    bundle: true,
    packages: 'external',
    write: false,
    outdir: 'build',
    // Printed once, and not into a bundle of each file.
    splitting: true,
    format: 'esm',
    metafile: true,
    platform: 'node',
    logLevel: 'silent',
  });
  return files.flatMap((file) => (metafile.inputs[file]?.imports ?? []).map((imported) => imported.path));
};

test.each(BORDERS.filter(({ typesOf }) => typesOf))(
  '$path knows types only of $typesOf',
  async ({ path, typesOf = [] }) => {
    const imported = await importedAtRun(path);
    expect(imported.filter((file) => typesOf.includes(borderOf(file)?.path ?? ''))).toEqual([]);
  },
);

test(`${PAGE} is what the borders and the sources say (UPDATE_DOCS=1 npm test -- borders writes it anew)`, () => {
  const made = withParts(readFileSync(PAGE, 'utf8'), madeParts(cruised));
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, made);
  expect(readFileSync(PAGE, 'utf8')).toBe(made);
});
