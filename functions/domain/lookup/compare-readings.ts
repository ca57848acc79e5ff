/** How alike two readings of names are: the one that was asked for, and one that an account has. */
import { isWithinOneEdit } from '../company/name/edit-distance';
import { contractionsOf, isContraction } from '../company/name/name-parts';
import { headMatch, type NameReading } from '../company/name/name-readings';

export type MatchKind =
  | 'equal'
  | 'spelling'
  | 'sound'
  | 'head'
  | 'contraction'
  | 'initials'
  | 'slip'
  | 'part'
  | 'misread';

export const MATCH_SCORES: Readonly<Record<MatchKind, number>> = {
  equal: 100,
  spelling: 80,
  sound: 60,
  head: 55,
  contraction: 45,
  initials: 45,
  slip: 50,
  part: 30,
  misread: 20,
};

const SHORTEST_PART = 2;

/** How the two match, and how well; null where they do not. */
export const compareReadings = (
  asked: NameReading,
  stored: NameReading,
): { how: MatchKind; score: number } | null => {
  const as = (how: MatchKind, more = 0) => ({ how, score: MATCH_SCORES[how] + more });
  if (asked.key === stored.key) return as('equal');
  if (asked.weakKey === stored.weakKey) return as('spelling', 5);
  const weak = [stored.weakKey, ...stored.loose];
  if ([asked.weakKey, ...asked.loose].some((key) => weak.includes(key))) return as('spelling');
  if (asked.sound !== null && asked.sound === stored.sound) return as('sound');
  if (asked.role === 'shortened') return null;
  const head = headMatch(asked, stored);
  if (head !== null) return as('head', head);
  if (asked.role === 'lookAlike') return partialMatch(asked, stored);
  if (asked.role === 'respelled') return null;
  if (isContraction(asked.weakKey) && contractionsOf(stored.weakKey).includes(asked.weakKey))
    return as('contraction', asked.weakKey.length / stored.weakKey.length);
  if (isLongEnough(asked.weakKey, stored.weakKey) && isWithinOneEdit(asked.weakKey, stored.weakKey))
    return as('slip', stored.weakKey.length / 10);
  return partialMatch(asked, stored);
};

/** Whether the keys are long enough for a slip: of two characters, one slip leaves only one to compare. */
const isLongEnough = (asked: string, stored: string): boolean => Math.max(asked.length, stored.length) > 2;

/** The nearer the part comes to the whole, and the nearer to its beginning, the better. */
const partialMatch = (asked: NameReading, stored: NameReading): { how: MatchKind; score: number } | null => {
  if ([...asked.weakKey].length < SHORTEST_PART) return null;
  const at = stored.weakKey.indexOf(asked.weakKey);
  if (at < 0) return null;
  const share = asked.weakKey.length / stored.weakKey.length;
  return { how: 'part', score: MATCH_SCORES.part + 10 * share + (at === 0 ? 3 : 0) };
};
