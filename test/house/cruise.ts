/** What imports what, read from the sources by dependency-cruiser, and held against the borders. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IConfiguration, ICruiseResult, IForbiddenRuleType } from 'dependency-cruiser';
import { BORDERS, type Border } from './borders';

/** The folders that have borders. */
export const ROOTS = ['functions', 'apps-script', 'emulator', 'deploy', 'test'];

const CIRCLE = 'no circles';

const isBelow = (path: string, above: string): boolean => path.startsWith(`${above}/`);

/** The innermost border that a file lies within. */
export const borderOf = (file: string): Border | undefined =>
  BORDERS.filter(({ path }) => file === path || isBelow(file, path))
    .sort((a, b) => a.path.length - b.path.length)
    .at(-1);

/** The paths of all borders that a path in a row of the table stands for. */
export const bordersIn = (named: string): string[] => {
  const paths = BORDERS.map(({ path }) => path);
  if (named === '**') return paths;
  const above = named.replace(/\/\*\*$/, '');
  return paths.filter((path) => path === above || (named !== above && isBelow(path, above)));
};

const escaped = (text: string): string => text.replace(/[.\-/]/g, '\\$&');

/** The files of one border, without those of the borders within it. */
const filesOf = (path: string): string => {
  if (path.endsWith('.ts')) return `^${escaped(path)}$`;
  const within = bordersIn(`${path}/**`)
    .filter((other) => other !== path)
    .map((other) => escaped(other.slice(path.length + 1)));
  return `^${escaped(path)}/${within.length === 0 ? '' : `(?!(?:${within.join('|')})(?:/|$))`}`;
};

const ruleOf = ({ path, what, imports, typesOf = [], packages = [] }: Border): IForbiddenRuleType => ({
  name: path,
  comment: what,
  severity: 'error',
  from: { path: filesOf(path) },
  to: {
    pathNot: [
      ...[path, ...[...imports, ...typesOf].flatMap(bordersIn)].map(filesOf),
      ...imports.filter((file) => file.endsWith('.json')).map((file) => `^${escaped(file)}$`),
      ...packages.map((name) => `(?:^|/)node_modules/${escaped(name)}/`),
    ],
    ...(packages.includes('node') && { dependencyTypesNot: ['core'] }),
  },
});

const configuration = (): IConfiguration => ({
  forbidden: [
    { name: CIRCLE, severity: 'error', from: {}, to: { circular: true } },
    ...BORDERS.filter(({ imports }) => !imports.includes('**')).map(ruleOf),
  ],
  options: {
    // TypeScript 7 has no API that the tool could read sources with. This parser knows type imports, too.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
});

/** The tool lets swc parse every file as TypeScript without JSX, and has no option for it. */
const PARSE_TSX = `
  import { createRequire } from 'node:module';
  const swc = createRequire(process.cwd() + '/')('@swc/core');
  const { parseFileSync } = swc;
  swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });
`;

const readImports = (): ICruiseResult => {
  const folder = mkdtempSync(join(tmpdir(), 'hachi-borders-'));
  try {
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify(configuration()));
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(PARSE_TSX)}`,
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        ...ROOTS,
        '--config',
        config,
        '-T',
        'json',
      ],
      { encoding: 'utf8', maxBuffer: 1e8 },
    );
    if (!stdout.startsWith('{')) throw new Error(stderr || stdout);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

export interface Import {
  from: string;
  to: string;
}

export const arrowOf = ({ from, to }: Import): string => `${from} → ${to}`;

export interface Cruise {
  /** Every file of ours. */
  files: string[];
  /** Every import of a file of ours by another. */
  imports: Import[];
  /** Every import that a border forbids, of a file or of a package. */
  crossings: Import[];
  /** The files of every circle, in the order of its imports. */
  circles: string[][];
}

const isOurs = (path: string): boolean => ROOTS.some((root) => isBelow(path, root));

/** The name of the package that a file belongs to, wherever it is installed. */
const packageOf = (path: string): string | undefined =>
  path.match(/.*\/?\bnode_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1];

const byFrom = (a: Import, b: Import): number =>
  a.from === b.from ? (a.to < b.to ? -1 : 1) : a.from < b.from ? -1 : 1;

export const cruise = (): Cruise => {
  const { modules, summary } = readImports();
  const ours = modules.filter(({ source }) => isOurs(source));
  const broken = summary.violations.filter(({ rule }) => rule.name !== CIRCLE);
  const circles = summary.violations
    .filter(({ rule }) => rule.name === CIRCLE)
    .map(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)]);
  return {
    files: ours.map(({ source }) => source).sort(),
    imports: ours
      .flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
      )
      .filter(({ to }) => isOurs(to))
      .sort(byFrom),
    crossings: broken.map(({ from, to }) => ({ from, to: packageOf(to) ?? to })).sort(byFrom),
    circles: circles.sort(),
  };
};
