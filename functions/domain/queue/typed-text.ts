/** Texts that people type into a cell, within the limits that the functions accept. */

/** Maximum characters of a name, and of a sentence. */
const MAX_WORDS = 200;
const MAX_SENTENCE = 2_000;

/** Characters that nobody types on purpose: control characters, line separators, and half surrogate pairs from pasted text. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu;

/** The text on one line; null where it is too long. */
export const cellWords = (typed: string): string | null => {
  const words = typed.replace(CONTROL, ' ').trim();
  return words.length > MAX_WORDS ? null : words;
};

/** The text, with its line breaks; null where it is too long. */
export const cellSentence = (typed: string): string | null => {
  const lines = typed.replace(/\r\n?/g, '\n');
  const words = lines.replace(CONTROL, (run) => run.replace(/[^\n]+/g, ' ')).trim();
  return words.length > MAX_SENTENCE ? null : words;
};
