/** A sentence in several cells below each other, where one cell would hide the half of it. */

/** Japanese, too, is broken between words. */
const WORDS = new Intl.Segmenter('ja', { granularity: 'word' });
/** What no line begins with. */
const CLOSING = /^[、。,.;:!?)」』】%・ー〜–\s]+$/;
/** What takes no room at the end of a line. */
const HANGING = /[、。,.\s]+$/;
/** What no line ends with. */
const OPENING = /[(「『【〜–]$/;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** In letters of the Latin script, of which a Japanese one takes two. */
const widthOf = (value: string): number => value.length + (value.match(WIDE)?.length ?? 0);

/** Lines of at most that width, but for a single word that is wider. */
export const textLines = (value: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const part of partsOf(value)) {
    const fits = widthOf((line + part).replace(HANGING, '')) <= width;
    if (line.trim() === '' || fits) line += part;
    else {
      lines.push(line.trim());
      line = part;
    }
  }
  return line.trim() === '' ? lines : [...lines, line.trim()];
};

/** Words, each with the marks that stay with it. */
const partsOf = (value: string): string[] => {
  const parts: string[] = [];
  for (const { segment } of WORDS.segment(value)) {
    const last = parts.at(-1);
    if (last !== undefined && (CLOSING.test(segment) || OPENING.test(last)))
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
};
