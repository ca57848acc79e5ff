/**
 * Tables by their keys, as the types know them. `Object.keys` tells text only, since a value may have more than its type says:
 * what is handed in here is written out in the code, or was parsed, and has nothing else.
 */

export const keysOf = <Key extends string>(table: Readonly<Partial<Record<Key, unknown>>>): Key[] =>
  Object.keys(table) as Key[];

/** A value for each of the keys. */
export const tableOf = <Key extends string, Value>(
  keys: readonly Key[],
  valueFor: (key: Key) => Value,
): Record<Key, Value> => Object.fromEntries(keys.map((key) => [key, valueFor(key)])) as Record<Key, Value>;
