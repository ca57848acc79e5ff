/** Finds texts with one typing error: a character missing, doubled or wrong, or two neighbours swapped. */

/** Whether at most one typing error lies between the two. */
export function isWithinOneEdit(one: string, other: string): boolean {
  const [first, second] = [[...one], [...other]];
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = (characters: string[], from: number): string => characters.slice(from).join('');
  if (long.length > short.length) return rest(short, at) === rest(long, at + 1);
  if (rest(short, at + 1) === rest(long, at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && rest(short, at + 2) === rest(long, at + 2)
  );
}

/** Up to this length each single deletion has a key; longer texts leave out one of a few windows instead. */
const LONGEST_WITH_ALL_DELETIONS = 8;
const SHORTEST = 3;
const WINDOWS = 4;

const singleDeletions = (characters: readonly string[]): string[] =>
  characters.map((_, at) => [...characters.slice(0, at), ...characters.slice(at + 1)].join(''));

/** How many characters of a long key stand before and after each window; windows overlap by one character because of swaps. */
const windowsOf = (length: number): { front: number; behind: number }[] =>
  Array.from({ length: WINDOWS }, (_, n) => ({
    front: Math.floor((length * n) / WINDOWS),
    behind: Math.max(0, length - Math.floor((length * (n + 1)) / WINDOWS) - 1),
  }));

const windowDeletions = (characters: readonly string[], length: number): string[] =>
  windowsOf(length).map(
    ({ front, behind }, n) =>
      `${length}.${n}.${characters.slice(0, front).join('')}.${characters.slice(characters.length - behind).join('')}`,
  );

/** Keys to store for a key, so that any spelling with one typing error finds it; their number does not grow with the length. */
export function editKeys(key: string): string[] {
  const characters = [...key];
  if (characters.length < SHORTEST) return [];
  if (characters.length > LONGEST_WITH_ALL_DELETIONS) return windowDeletions(characters, characters.length);
  return [...new Set([key, ...singleDeletions(characters)])];
}

/** Keys to search for a typed text: with one typing error in it, one of them is stored for the right spelling. */
export function editQueryKeys(typed: string): string[] {
  const characters = [...typed];
  const { length } = characters;
  if (length < SHORTEST - 1) return [];
  const keys = length <= LONGEST_WITH_ALL_DELETIONS + 1 ? [typed, ...singleDeletions(characters)] : [];
  for (const meant of [length - 1, length, length + 1])
    if (meant > LONGEST_WITH_ALL_DELETIONS) keys.push(...windowDeletions(characters, meant));
  return [...new Set(keys)];
}
