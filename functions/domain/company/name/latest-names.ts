/** Caches what was made of the latest names: the keys of an account, its check, its row and a lookup all need it. */

/** The result of `make` for the name, cached while the name is among the `most` latest ones in `kept`. */
export const keepLatest = <Made>(
  kept: Map<string, Made>,
  most: number,
  name: string,
  make: (name: string) => Made,
): Made => {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = make(name);
  const [oldest] = kept.keys();
  if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
  kept.set(name, made);
  return made;
};
