/**
 * Endings that hundreds of names have. They tell nothing of the rest of a name, so they are left out where names are compared, also
 * as a scanner has damaged them. All of weak keys (name/weak-key.ts).
 */

const ENDINGS = (
  'ホルデイングス グルプ システムズ システム サビス コポレシヨン テクノロジズ インタナシヨナル 製作所 工業 商事 産業 建設 不動産 ' +
  'holdings group corporation international technologies industries systems'
).split(' ');
const COMMON_ENDING = new RegExp(`(?:${ENDINGS.join('|')})(?=\\d*$)`, 'u');

/** Whether a part of a name is one of such an ending. */
export const isOfEnding = (part: string): boolean => ENDINGS.some((ending) => ending.includes(part));

/** The name in front of its ending, and the ending: empty where it has none. Numbers behind it stay with the name. */
export const splitEnding = (weakKey: string): { stem: string; ending: string } => {
  const [ending = ''] = COMMON_ENDING.exec(weakKey) ?? [];
  return { stem: ending === '' ? weakKey : weakKey.replace(COMMON_ENDING, ''), ending };
};

/** How many characters both have in the same order. */
export const commonLength = (one: readonly string[], other: readonly string[]): number => {
  let at = 0;
  let common = 0;
  for (const character of one) {
    const found = other.indexOf(character, at);
    if (found < 0) continue;
    common += 1;
    at = found + 1;
  }
  return common;
};

/** What stands in front of what is left of the ending; null where nothing at the end is like it. */
export const withoutDamagedEnding = (weakKey: string, ending: string): string | null => {
  const [, text = '', digits = ''] = /^(.*?)(\d*)$/su.exec(weakKey) ?? [];
  const characters = [...text];
  const wanted = [...ending];
  let best: { rest: string; common: number } | null = null;
  for (let length = 2; length <= wanted.length + 1 && length < characters.length; length += 1) {
    const common = commonLength(characters.slice(-length), wanted);
    if (common * 2 < wanted.length || common < 2 || common <= (best?.common ?? 0)) continue;
    best = { rest: characters.slice(0, -length).join('') + digits, common };
  }
  return best?.rest ?? null;
};

/** Endings that a damaged one may have been, each with the possible stems in front of it. None where the ending is intact. */
export const damagedEndings = (weakKey: string): { stems: string[]; ending: string }[] =>
  COMMON_ENDING.test(weakKey)
    ? []
    : ENDINGS.flatMap((ending) => {
        const stem = withoutDamagedEnding(weakKey, ending);
        // Its first character may be misread, too.
        return stem === null ? [] : [{ stems: [stem, [...stem].slice(0, -1).join('')], ending }];
      });

const LONG_ENDING = 4;
const SHORTEST_STEM = 2;

/** With a long ending in place of what was read of it: ミナトボ一ルディングス. */
export const withEndingRestored = (weakKey: string): string[] =>
  damagedEndings(weakKey)
    .filter(({ ending }) => ending.length >= LONG_ENDING)
    .flatMap(({ stems, ending }) =>
      stems.filter(({ length }) => length >= SHORTEST_STEM).map((stem) => stem + ending),
    );
