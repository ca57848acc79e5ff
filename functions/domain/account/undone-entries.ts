/** Which entries of a history have no effect any more: those that were taken back, and those that took them back. */

/** That the entry of version `by` took back the one of version `undoes`. */
export interface UndonePair {
  undoes: number;
  by: number;
}

/** Versions without effect: an entry and its undo are both gone, unless the undo was itself undone. */
export const goneVersions = (pairs: readonly UndonePair[]): ReadonlySet<number> => {
  const gone = new Set<number>();
  for (const { undoes, by } of [...pairs].sort((a, b) => b.by - a.by))
    if (!gone.has(by)) {
      gone.add(by);
      gone.add(undoes);
    }
  return gone;
};
