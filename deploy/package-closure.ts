/** The part of a package-lock.json that one package needs. */

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** Lockfile version 3: installed packages by their folder below the project's. */
export interface PackageLock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** The package and everything that it requires, at the same places and in the same versions. */
export function closureOf({ packages }: PackageLock, name: string): Record<string, LockedPackage> {
  const closure: Record<string, LockedPackage> = {};
  const visit = (place: string, locked: LockedPackage): void => {
    if (closure[place] !== undefined) return;
    closure[place] = locked;
    const { dependencies, optionalDependencies, peerDependencies } = locked;
    for (const required of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      const found = placesOf(required, place).find((candidate) => packages[candidate] !== undefined);
      // An optional package may be missing.
      if (found !== undefined) visit(found, packages[found] ?? {});
    }
  };
  const place = `node_modules/${name}`;
  const locked = packages[place];
  if (locked === undefined) throw new Error(`package-lock.json does not have ${name}.`);
  visit(place, locked);
  return Object.fromEntries(Object.entries(closure).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The places where Node.js looks for a package required by the one at `from`: its own folder first, then each one above. */
function placesOf(name: string, from: string): readonly string[] {
  const own = `${from}/node_modules/${name}`;
  const above = from.lastIndexOf('/node_modules/');
  return above < 0 ? [own, `node_modules/${name}`] : [own, ...placesOf(name, from.slice(0, above))];
}
