/** How many lines a wrapped text takes, as Google wraps it: between words and between characters of Japanese, within a word only where it has no room. */

/** A word with the marks behind it, a run of blanks, or a character that a line may break on either side of. */
const PARTS = /[\x21-\x7e\u00a1-\u024f]+|\s+|./gu;

/** `measure` and `room` in one unit. */
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
