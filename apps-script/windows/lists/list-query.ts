/** The query for a list: choices that a person left open are left to the functions. */

/** A query leaves out what is null; the other fields keep their types, which `fromEntries` loses. */
export const withoutNulls = <T extends object>(query: T): { [Key in keyof T]?: Exclude<T[Key], null> } =>
  Object.fromEntries(Object.entries(query).filter(([, value]) => value !== null)) as {
    [Key in keyof T]?: Exclude<T[Key], null>;
  };
