/** Keeps what was made of the latest names: the keys of an account, its check, its row and a lookup each ask for it again. */

/** What `make` makes of the name, made once while the name is among the `most` latest ones of `kept`. */
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
