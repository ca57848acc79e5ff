/**
 * What package-lock.json promises: whoever installs Hachi, on whatever platform, gets the very files that were locked. npm
 * leaves the digests of other platforms' packages out where it makes the file from an installed folder.
 */
import { readFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  integrity?: string;
  resolved?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const locked: Record<string, LockedPackage> = read('package-lock.json').packages;
const packages = Object.entries(locked).filter(([path]) => path !== '');

/** As Node.js looks for it: in the folder's own node_modules, then in those above. */
const isLockedFor = (path: string, name: string): boolean => {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in locked) return true;
    if (folder === '') return false;
  }
};

test('every package has the digest of its content', () => {
  const withoutDigest = packages.filter(
    ([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''),
  );
  expect(withoutDigest.map(([path]) => path)).toEqual([]);
});

test('every package that a package wants, on whatever platform, is locked', () => {
  const missing = Object.entries(locked).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !isLockedFor(path, name))
      .map((name) => `${path} wants ${name}`),
  );
  expect(missing).toEqual([]);
});

test('no package is bound to one registry', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});

test('package.json names exact versions, and these are locked', () => {
  const { dependencies, devDependencies } = read('package.json');
  const wanted: [string, string][] = Object.entries({ ...dependencies, ...devDependencies });
  expect(wanted.map(([name]) => [name, locked[`node_modules/${name}`]?.version])).toEqual(wanted);
});
