/** The reading of a member's name, in kana. */

/** As it is kept: kana of full width, single blanks. */
export const tidyReading = (typed: string): string => typed.normalize('NFKC').trim().replace(/\s+/g, ' ');

const KANA = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・ ]+$/u;
const KANA_LETTER = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Hiragana or katakana of any width, blanks and the dot between names; nothing else says how a name is read. */
export const isReading = (typed: string): boolean => {
  const reading = tidyReading(typed);
  return KANA.test(reading) && KANA_LETTER.test(reading);
};
