/** Words with letters beyond ASCII, which show whether a text really is in the western encoding that it is read in. */

const MAX_WORDS = 6;
/** Bounded, as are all patterns here: an unbounded one would not end on megabytes of one word. */
const WORD = /[\p{L}\p{M}'’-]{0,60}[^\p{ASCII}][\p{L}\p{M}'’-]{0,60}/gu;

/** The first words, each once, so that a person can check them. */
export const westernWordsOf = (text: string): string[] => {
  const words = new Set<string>();
  for (const [word] of text.matchAll(WORD)) {
    words.add(word);
    if (words.size === MAX_WORDS) break;
  }
  return [...words];
};

/** A word without ASCII letters, as Cyrillic or Greek words become when read so. */
const NO_ASCII = /(?<!\p{L})[^\p{ASCII}\P{L}]{3,60}(?!\p{L})|[^\p{ASCII}\P{L}]{61}/u;
/** A capital within a word that is not all in capitals, as the letters of the Macintosh are: MŸller, ƒlectricitŽ. */
const STRAY_CAPITAL = /\p{Ll}(?=\p{Lu})[^\p{ASCII}]|\p{L}(?=\p{Lu})[^\p{ASCII}]\p{Ll}|\p{L}ƒ|ƒ\p{L}/u;
/** A sign within a word, as letters of Poland and Hungary are: Spó³ka. */
const SIGN_IN_WORD =
  /\p{L}[\u00a1-\u00a9\u00ab-\u00b4\u00b6\u00b8\u00b9\u00bb-\u00bf]\p{L}|(?<![\d\s\p{P}\p{L}])[\u00b3\u00b9\u00a3\u00a5]\p{L}/u;

/** False where a text read as western has words that no western language has. */
export const hasPlausibleWords = (text: string): boolean =>
  !NO_ASCII.test(text) && !STRAY_CAPITAL.test(text) && !SIGN_IN_WORD.test(text);
