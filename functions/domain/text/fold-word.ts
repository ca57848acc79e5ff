/** A word or label as it is compared: the same in any width, case and spacing. */
export const foldWord = (word: string): string => word.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
