import { wrappedLines } from '../../../../emulator/page/client/wrapped-lines';

/** In letters of the Latin script, of which a Japanese one takes two. */
const measure = (part: string): number =>
  [...part].reduce((width, letter) => width + (letter > '\u3000' ? 2 : 1), 0);

test.each([
  ['', 10, 1],
  ['one two', 7, 1],
  ['one two', 6, 2],
  // What fits by its letters alone does not by its words.
  ['queue nextrun on', 9, 3],
  ['trailing      ', 8, 1],
  ['Opportunity', 4, 3],
  ['a Opportunity', 6, 3],
  ['四半期チェックを続ける', 8, 3],
  ['一行\n二行', 10, 2],
  ['\n', 10, 2],
])('%j in a room of %d: %d lines', (text, room, lines) => {
  expect(wrappedLines(text, room, measure)).toBe(lines);
});
