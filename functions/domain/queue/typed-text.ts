/** Words that people type into a cell, within what the functions take of anybody. */

/** Letters of a name, and of a sentence. */
const MAX_WORDS = 200;
const MAX_SENTENCE = 2_000;

/** Characters that nobody types on purpose: pasted along with a text, or one half of a pair. */
const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu;

/** On one line; null where it is too long. */
export const cellWords = (typed: string): string | null => {
  const words = typed.replace(CONTROL, ' ').trim();
  return words.length > MAX_WORDS ? null : words;
};

/** It may have several lines; null where it is too long. */
export const cellSentence = (typed: string): string | null => {
  const lines = typed.replace(/\r\n?/g, '\n');
  const words = lines.replace(CONTROL, (run) => run.replace(/[^\n]+/g, ' ')).trim();
  return words.length > MAX_SENTENCE ? null : words;
};
