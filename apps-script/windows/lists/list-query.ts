/** What the functions are asked of a list: all that a person has left open is left to them. */

/** A query has no word for what was left open; the fields that are left keep their types, which `fromEntries` does not tell. */
export const withoutNulls = <T extends object>(query: T): { [Key in keyof T]?: Exclude<T[Key], null> } =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null)) as {
    [Key in keyof T]?: Exclude<T[Key], null>;
  };
