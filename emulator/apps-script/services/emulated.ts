/** Ties a local class to Google's class that it emulates, and refuses the members that it lacks. */

/** For `implements`: every member must be one of Google's, with Google's signature. */
export type Emulates<Local, Google> = Pick<Google, keyof Local & keyof Google> & {
  [Name in Exclude<keyof Local, keyof Google | 'toString'>]: never;
};

export const emulatedMemberNames: Record<string, string[]> = {};

const PLAIN_OBJECT_MEMBERS = new Set<string | symbol>([
  ...Object.getOwnPropertyNames(Object.prototype),
  'toJSON',
  'then',
]);

/** From now on an instance throws, with the name, for a member that the class lacks. */
export function emulates(kind: string, local: { prototype: object }): void {
  emulatedMemberNames[kind] = Object.getOwnPropertyNames(local.prototype).filter(
    (name) => name !== 'constructor',
  );
  const guard = new Proxy(Object.create(null), {
    get(_, name) {
      if (typeof name === 'symbol') return undefined;
      if (PLAIN_OBJECT_MEMBERS.has(name)) return Reflect.get(Object.prototype, name);
      throw new Error(`not emulated: ${kind}.${name}`);
    },
  });
  Object.setPrototypeOf(local.prototype, guard);
}

/** The instance with Google's complete type; a member that it lacks throws at run time. */
export const asGoogle = <Google>(local: Partial<Google>): Google => local as Google;
