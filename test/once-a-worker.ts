/** What is slow to make, and the same for all test files, is made once by each worker. */

declare global {
  /** Offered by environment.ts, which keeps it from one test file to the next; programs outside of Jest have none. */
  var madeByWorker: Map<string, unknown> | undefined;
}

/** `key` says all that the value is made of. Nobody changes the value. */
export const onceAWorker = <Value>(key: string, make: () => Value): Value => {
  const made = globalThis.madeByWorker ?? new Map<string, unknown>();
  if (!made.has(key)) made.set(key, make());
  return made.get(key) as Value;
};
