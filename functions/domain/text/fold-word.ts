/** A word or label as it is compared: the same in any width, case and spacing. */
export const foldWord = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** A longer text is a note and no word. In characters. */
export const MAX_WORD_LENGTH = 100;
