/** Of a package-lock.json, the part that one package needs. */

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Lockfile version 3: by its folder below the project's, each package that is installed there. */
export interface PackageLock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** The package and everything that it requires, at the same places, so that an installation has the very same versions. */
export function closureOf({ packages }: PackageLock, name: string): Record<string, LockedPackage> {
  const closure: Record<string, LockedPackage> = {};
  const visit = (place: string, locked: LockedPackage): void => {
    if (closure[place] !== undefined) return;
    closure[place] = locked;
    const { dependencies, optionalDependencies, peerDependencies } = locked;
    for (const required of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = placesOf(required, place).find((candidate) => packages[candidate] !== undefined);
      // An optional one need not be there.
      if (found !== undefined) visit(found, packages[found] ?? {});
    }
  };
  const place = `node_modules/${name}`;
  const locked = packages[place];
  if (locked === undefined) throw new Error(`package-lock.json does not have ${name}.`);
  visit(place, locked);
  return Object.fromEntries(Object.entries(closure).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Where Node.js looks for a package that the one at `from` requires: in its own folder first, then in each one above. */
function placesOf(name: string, from: string): readonly string[] {
  const own = `${from}/node_modules/${name}`;
  const above = from.lastIndexOf('/node_modules/');
  return above < 0 ? [own, `node_modules/${name}`] : [own, ...placesOf(name, from.slice(0, above))];
}
