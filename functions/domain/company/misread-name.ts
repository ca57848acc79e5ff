/**
 * Names as scanners misread them: look-alikes in place of characters, runs of characters lost, a legal form that is none any more.
 * Such a name is compared by how many edits lie between it and a real one; it is never more than *similar*.
 */
import { commonLength, damagedEndings, splitEnding, withoutDamagedEnding } from './common-ending';
import { inJapaneseShapes, lookOf } from './name/look-alikes';
import type { NameReading } from './name/name-readings';

/** A longer text is compared no further. */
const LONGEST = 40;
const SHORTEST = 2;

/** Two pieces of a name that were read right lead to it; pieces of Latin letters tell less, so they are longer. */
const PIECE = 2;
const LATIN_PIECE = 3;
const IS_LATIN = /^[\p{sc=Latin}\p{N}]+$/u;

/** A name's first two pieces and its last two; where one character was lost or added, the inner ones begin one earlier or later. */
interface Pieces {
  first: string;
  second: readonly string[];
  lastButOne: readonly string[];
  last: string;
}

/** Null for a name too short to be cut. */
const piecesOf = (weakKey: string, shifts: readonly number[]): Pieces | null => {
  const characters = [...lookOf(withoutCommonEnding(weakKey))];
  const { length } = characters;
  const size = IS_LATIN.test(weakKey) ? LATIN_PIECE : PIECE;
  if (length < 2 * PIECE || length <= size) return null;
  const pieceAt = (at: number): string => characters.slice(Math.max(0, at), Math.max(0, at) + size).join('');
  return {
    first: pieceAt(0),
    second: shifts.map((shift) => pieceAt(Math.min(size + shift, length - size))),
    lastButOne: shifts.map((shift) => pieceAt(length - 2 * size + shift)),
    last: pieceAt(length - size),
  };
};

const pairs = (sign: string, some: readonly string[], others: readonly string[]): string[] =>
  some.flatMap((one) => others.map((other) => `${sign}${one}.${other}`));

/** Of pieces that may be one and the same, as in a name of four characters: twice in a name, a piece says no more than once. */
const pairsOfTwo = (sign: string, some: readonly string[], others: readonly string[]): string[] =>
  some.flatMap((one) =>
    pairs(
      sign,
      [one],
      others.filter((other) => other !== one),
    ),
  );

const SHORTEST_STEM = 4;
const withoutCommonEnding = (weakKey: string): string => {
  const { stem } = splitEnding(weakKey);
  return [...stem].length < SHORTEST_STEM ? weakKey : stem;
};

/** The beginning of a name tells more than its end, and is asked for by itself. */
const frontKeys = ({ first, second, last }: Pieces): string[] => [
  ...pairs('<', [first], second),
  ...pairs('-', [first], [last]),
];
const backKeys = ({ first, second, lastButOne, last }: Pieces): string[] => [
  ...pairs('>', lastButOne, [last]),
  ...pairsOfTwo('=', [first], lastButOne),
  ...pairsOfTwo('+', second, [last]),
  ...pairsOfTwo('*', second, lastButOne),
];

/** Of a weak key that an account has. */
export const pieceKeys = (weakKey: string): string[] => {
  const pieces = piecesOf(weakKey, [0]);
  return pieces === null ? [] : [...frontKeys(pieces), ...backKeys(pieces)];
};

/** Of a weak key that was asked for: where two pieces of it were read right, one of these is among the keys of the right name. */
export const pieceQueryKeys = (weakKey: string): { front: string[]; back: string[] } => {
  const pieces = piecesOf(weakKey, [0, -1, 1]);
  return pieces === null ? { front: [], back: [] } : { front: frontKeys(pieces), back: backKeys(pieces) };
};

const IS_KANJI = /\p{sc=Han}/u;

/** In a name so short two pieces are hardly ever read right; three characters in their order are. */
const LONGEST_BY_THREES = 6;

const indexesOfThrees = (length: number): [number, number, number][] => {
  const found: [number, number, number][] = [];
  for (let first = 0; first < length; first += 1)
    for (let second = first + 1; second < length; second += 1)
      for (let third = second + 1; third < length; third += 1) found.push([first, second, third]);
  return found;
};

/** Of a short weak key; of an ending that many names have, one character at most. */
export const threesKeys = (weakKey: string, longest = LONGEST_BY_THREES): string[] => {
  // Of kana so many look like another that three would be those of any name.
  const characters = [...weakKey].map((character) =>
    IS_KANJI.test(character) ? lookOf(character) : character,
  );
  const { length } = characters;
  if (length < 3 || length > longest) return [];
  const stem = [...splitEnding(weakKey).stem].length;
  const keys = indexesOfThrees(length)
    .filter(([, second]) => second < stem)
    .map((indexes) => `3${indexes.map((index) => characters[index]).join('')}`);
  return [...new Set(keys)];
};

/** Of one that may have a stain besides. */
export const threesQueryKeys = (weakKey: string): string[] => threesKeys(weakKey, LONGEST_BY_THREES + 1);

/**
 * What is left of a name whose middle is lost: its ends, two characters at one of them at least. Of an ending that many names have
 * its own beginning says enough; of two characters one was read right.
 */
const endKeysOf = (stemLook: string, ending: string): string[] => {
  const stem = [...stemLook];
  const { length } = stem;
  const sign = `.${[...ending].slice(0, 2).join('')}`;
  const [first, last] = [stem[0], stem[length - 1]];
  const [front, back] = [stem.slice(0, 2).join(''), stem.slice(-2).join('')];
  if (length < 2) return [];
  if (length === 2)
    return [`^${first}_${sign}`, `^_${last}${sign}`, ...(ending === '' ? [] : [`^${front}${sign}`])];
  if (ending !== '') return [`^${front}${sign}`, `^${first}-${last}${sign}`];
  if (IS_LATIN.test(stemLook)) return length < 2 * PIECE ? [] : [`^${front}-${back}`];
  return [`^${front}-${last}`, `^${first}-${back}`];
};

/** Of a weak key that an account has. */
export const endKeys = (weakKey: string): string[] => {
  const { stem, ending } = splitEnding(weakKey);
  return endKeysOf(lookOf(stem), ending);
};

/** Of one that was asked for, whose ending may be damaged, too. */
export const endQueryKeys = (weakKey: string): string[] => [
  ...endKeys(weakKey),
  ...damagedEndings(weakKey).flatMap(({ stems, ending }) =>
    stems.flatMap((stem) => endKeysOf(lookOf(stem), ending)),
  ),
];

type AskedName = Pick<NameReading, 'weakKey' | 'legalForms'>;

/** What may have been written, the likeliest last: each is a weak key in kanji of Japan. */
export const misreadSpellings = ({ weakKey, legalForms }: AskedName): string[] => {
  const text = inJapaneseShapes([...weakKey].slice(0, LONGEST).join(''));
  const hasForm = legalForms.some(({ position }) => position !== 'middle');
  const formless = hasForm ? null : withoutDamagedForm(text);
  return formless === null ? [text] : [text, formless];
};

const FORMS = ['株式会社', '有限会社', '合同会社'];
const MOST_OF_FORM = 5;

/** 札樽自動車運輸株系社, 有限加藤自動車: what is left of a form at an end; null where there is none. */
const withoutDamagedForm = (text: string): string | null => {
  const characters = [...text];
  let best: { rest: string; common: number } | null = null;
  for (let length = 1; length <= MOST_OF_FORM && characters.length - length >= 2; length += 1)
    for (const isBack of [true, false]) {
      const cut = isBack ? characters.length - length : length;
      const [front, back] = [characters.slice(0, cut), characters.slice(cut)];
      const [rest, form] = isBack ? [front, back] : [back, front];
      const common = Math.max(...FORMS.map((one) => commonLength(form, [...one])));
      const isForm = common >= 2 || (form[0] === '株' && length <= 4);
      if (isForm && (best === null || common > best.common)) best = { rest: rest.join(''), common };
    }
  return best?.rest ?? null;
};

/**
 * How near a spelling is to a weak key: 1 where they are equal, hardly less where only look-alikes differ, 0 where nothing is common.
 * An ending that hundreds of names have is left out of both: it tells nothing of the rest.
 */
export const spellingLikeness = (asked: string, stored: string): number => {
  const { stem, ending } = splitEnding(stored);
  const rest = withoutDamagedEnding(asked, ending);
  return ending === '' || stem.length < SHORTEST || rest === null
    ? stemLikeness(asked, stored)
    : stemLikeness(rest, stem);
};

const LONGEST_WRITTEN = 60;
const asWritten = (name: string): string[] =>
  [...name.normalize('NFKC').toLowerCase()].slice(0, LONGEST_WRITTEN);

/** How near two names are as they are written, with their legal forms, long marks and spaces, which weak keys are without: 0 to 1. */
export const writtenLikeness = (asked: string, stored: string): number =>
  likenessOfCharacters(asWritten(asked), asWritten(stored));

const stemLikeness = (asked: string, stored: string): number => {
  const [one, other] = [[...asked].slice(0, LONGEST), [...stored].slice(0, LONGEST)];
  if (one.length < SHORTEST || other.length < SHORTEST) return 0;
  const [oneLook, otherLook] = [[...lookOf(one.join(''))], [...lookOf(other.join(''))]];
  if (mostLikeness(oneLook, otherLook) < LEAST_LIKENESS) return 0;
  return (
    SHARE_OF_LOOK * likenessOfCharacters(oneLook, otherLook) +
    (1 - SHARE_OF_LOOK) * likenessOfCharacters(one, other)
  );
};

/** Below this two names have nothing to do with each other. */
export const LEAST_LIKENESS = 0.5;
/** Of two names at one distance, the one whose very characters are the same comes first. */
const SHARE_OF_LOOK = 0.85;

/** Which no order of the characters can exceed: cheap, and it spares most comparisons. */
const mostLikeness = (one: readonly string[], other: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const character of other) left.set(character, (left.get(character) ?? 0) + 1);
  let common = 0;
  for (const character of one) {
    const count = left.get(character) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(character, count - 1);
  }
  return common / Math.min(one.length, other.length);
};

const GAP_OPENED = 1;
/** A run of characters is lost at once. */
const GAP_LENGTHENED = 0.5;

const likenessOfCharacters = (one: readonly string[], other: readonly string[]): number =>
  Math.max(0, 1 - editCost(one, other) / Math.max(one.length, other.length));

/** Edit distance with runs that are lost or added at a lower cost (Gotoh), and two swapped neighbours as one edit. */
const editCost = (one: readonly string[], other: readonly string[]): number => {
  const width = other.length + 1;
  const gap = (length: number): number => (length === 0 ? 0 : GAP_OPENED + GAP_LENGTHENED * (length - 1));
  let beforeLast: number[] = [];
  let last = Array.from({ length: width }, (_, column) => gap(column));
  const lost = Array.from({ length: width }, () => Number.POSITIVE_INFINITY);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [gap(row)];
    let added = Number.POSITIVE_INFINITY;
    for (let column = 1; column < width; column += 1) {
      const [above, left, diagonal] = [last[column] ?? 0, current[column - 1] ?? 0, last[column - 1] ?? 0];
      lost[column] = Math.min((lost[column] ?? 0) + GAP_LENGTHENED, above + GAP_OPENED);
      added = Math.min(added + GAP_LENGTHENED, left + GAP_OPENED);
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          lost[column] ?? 0,
          added,
          diagonal + (isSame ? 0 : 1),
          isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[width - 1] ?? 0;
};
