/** Long values in short messages. */

export const shorten = (words: string, most: number): string => {
  const characters = [...words];
  return characters.length <= most ? words : `${characters.slice(0, most - 1).join('')}…`;
};

/** Of one value among several in a sentence. */
const MAX_VALUE_CHARACTERS = 60;

export const shortenValue = (words: string): string => shorten(words, MAX_VALUE_CHARACTERS);
