/** A value without its undefined fields: for inputs that say by absence that nothing is said. */

/** The fields of `T`; what may be undefined in `T` may be absent here, but is never undefined. */
export type DefinedFields<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export function definedFields<T extends object>(value: T): DefinedFields<T>;
export function definedFields(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}

/** `map` of the value; undefined stays undefined. */
export const mapDefined = <T>(value: T | undefined, map: (value: T) => T): T | undefined =>
  value === undefined ? undefined : map(value);

/** `map` of the value; null stays null. */
export const mapNullable = <T>(value: T | null, map: (value: T) => T): T | null =>
  value === null ? null : map(value);

/** The value of a field after an input: what the input says, or the known value where it says nothing. Null clears the value. */
export const saidOrKnown = <T>(said: T | null | undefined, known: T | null | undefined): T | null =>
  said === undefined ? (known ?? null) : said;
