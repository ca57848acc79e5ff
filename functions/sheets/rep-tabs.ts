/** The tabs of members in the queue's spreadsheet, by their IDs. */

/** Those of members lie behind all others of ours. */
const FIRST_REP_TAB = 1_000_000;
const REP_TABS = 2 ** 31 - FIRST_REP_TAB;

/** FNV-1a: the same member has the same tab in every run. */
export const repTabOf = (memberId: string): number => {
  let hash = 0x811c9dc5;
  for (const letter of memberId) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return FIRST_REP_TAB + ((hash >>> 0) % REP_TABS);
};
