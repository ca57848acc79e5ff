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
