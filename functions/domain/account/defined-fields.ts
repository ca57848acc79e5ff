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

/** Undefined stays undefined. */
export const mapDefined = <T>(value: T | undefined, map: (value: T) => T): T | undefined =>
  value === undefined ? undefined : map(value);

/** Null stays null. */
export const mapNullable = <T>(value: T | null, map: (value: T) => T): T | null =>
  value === null ? null : map(value);

/** What an input says of a field or, where it says nothing, what is known of it. Null takes the value away. */
export const saidOrKnown = <T>(said: T | null | undefined, known: T | null | undefined): T | null =>
  said === undefined ? (known ?? null) : said;
