/**
 * Endings that hundreds of company names have. They do not distinguish companies, so they are removed before names are compared,
 * also where a scanner has damaged them. All of them are weak keys (name/weak-key.ts).
 */

const ENDINGS = (
  'ホルデイングス グルプ システムズ システム サビス コポレシヨン テクノロジズ インタナシヨナル 製作所 工業 商事 産業 建設 不動産 ' +
  'holdings group corporation international technologies industries systems'
).split(' ');
const COMMON_ENDING = new RegExp(`(?:${ENDINGS.join('|')})(?=\\d*$)`, 'u');

/** Whether the text is a part of such an ending. */
export const isOfEnding = (part: string): boolean => ENDINGS.some((ending) => ending.includes(part));

/** Splits a name into its stem and its ending, which is empty where it has none. Digits after the ending stay with the stem. */
export const splitEnding = (weakKey: string): { stem: string; ending: string } => {
  const [ending = ''] = COMMON_ENDING.exec(weakKey) ?? [];
  return { stem: ending === '' ? weakKey : weakKey.replace(COMMON_ENDING, ''), ending };
};

/** The number of characters that both have in the same order. */
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

/** The text before a damaged form of that ending; null where the text ends with nothing like it. */
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

/** For each ending that the damaged one may have been the possible stems before it; empty where the ending is intact. */
export const damagedEndings = (weakKey: string): { stems: string[]; ending: string }[] =>
  COMMON_ENDING.test(weakKey)
    ? []
    : ENDINGS.flatMap((ending) => {
        const stem = withoutDamagedEnding(weakKey, ending);
        // The first character of the ending may be misread, too.
        return stem === null ? [] : [{ stems: [stem, [...stem].slice(0, -1).join('')], ending }];
      });

const LONG_ENDING = 4;
const SHORTEST_STEM = 2;

/** The name with a long ending restored, for misread ones such as ミナトボ一ルディングス. */
export const withEndingRestored = (weakKey: string): string[] =>
  damagedEndings(weakKey)
    .filter(({ ending }) => ending.length >= LONG_ENDING)
    .flatMap(({ stems, ending }) =>
      stems.filter(({ length }) => length >= SHORTEST_STEM).map((stem) => stem + ending),
    );
