/**
 * The number of lines of a wrapped text, broken as Google does: between words and between Japanese characters, and within a word
 * only where it does not fit.
 */

/** A word with trailing punctuation, a run of blanks, or a character that lines may break around. */
const PARTS = /[\x21-\x7e\u00a1-\u024f]+|\s+|./gu;

/** `measure` and `room` use the same unit. */
export const wrappedLines = (text: string, room: number, measure: (part: string) => number): number =>
  text.split('\n').reduce((lines, line) => lines + linesOf(line, room, measure), 0);

const linesOf = (line: string, room: number, measure: (part: string) => number): number => {
  if (measure(line) <= room) return 1;
  let lines = 1;
  let used = 0;
  for (const [part] of line.matchAll(PARTS)) {
    const width = measure(part);
    // Blanks at the end of a line take no room.
    if (used > 0 && used + width > room && part.trim() !== '') {
      lines += 1;
      used = 0;
    }
    const broken = part.trim() === '' ? 0 : Math.max(0, Math.ceil(width / room) - 1);
    lines += broken;
    used = broken === 0 ? used + width : width - broken * room;
  }
  return lines;
};
