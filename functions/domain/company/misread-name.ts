/**
 * Names as scanners misread them: with look-alike characters, lost characters, or a legal form that is no longer one. They are
 * compared by edit distance, and a match is never more than *similar*.
 */
import { commonLength, damagedEndings, splitEnding, withoutDamagedEnding } from './common-ending';
import { foldLookAlikes, inJapaneseShapes } from './name/look-alikes';
import type { NameReading } from './name/name-readings';

/** Longer texts are cut to this length before they are compared. */
const LONGEST = 40;
const SHORTEST = 2;

/** Two correctly read pieces are enough to find a name. Pieces in Latin letters are longer, since they distinguish less. */
const PIECE = 2;
const LATIN_PIECE = 3;
const IS_LATIN = /^[\p{sc=Latin}\p{N}]+$/u;

/** The first two and the last two pieces of a name. With a lost or added character the inner ones are shifted by one. */
interface Pieces {
  first: string;
  second: readonly string[];
  lastButOne: readonly string[];
  last: string;
}

/** Null for a name too short to be cut into pieces. */
const piecesOf = (weakKey: string, shifts: readonly number[]): Pieces | null => {
  const characters = [...foldLookAlikes(withoutCommonEnding(withoutArticle(weakKey)))];
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

/** So many English names begin with it that a piece of it tells nothing. */
const ARTICLE = /^the(?=[a-z]{4,}$)/;
const withoutArticle = (weakKey: string): string => weakKey.replace(ARTICLE, '');

const pairs = (prefix: string, some: readonly string[], others: readonly string[]): string[] =>
  some.flatMap((one) => others.map((other) => `${prefix}${one}.${other}`));

/** Pairs two pieces unless they are equal, as they may be in a name of four characters. */
const pairsOfTwo = (prefix: string, some: readonly string[], others: readonly string[]): string[] =>
  some.flatMap((one) =>
    pairs(
      prefix,
      [one],
      others.filter((other) => other !== one),
    ),
  );

const SHORTEST_STEM = 4;
const withoutCommonEnding = (weakKey: string): string => {
  const { stem } = splitEnding(weakKey);
  return [...stem].length < SHORTEST_STEM ? weakKey : stem;
};

/** The beginning of a name distinguishes more than its end, so it has keys of its own. */
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

/** For a weak key that is stored with an account. */
export const pieceKeys = (weakKey: string): string[] => {
  const pieces = piecesOf(weakKey, [0]);
  return pieces === null ? [] : [...frontKeys(pieces), ...backKeys(pieces)];
};

/** For a weak key that is searched: where two of its pieces were read correctly, one of these is a key of the right name. */
export const pieceQueryKeys = (weakKey: string): { front: string[]; back: string[] } => {
  const pieces = piecesOf(weakKey, [0, -1, 1]);
  return pieces === null ? { front: [], back: [] } : { front: frontKeys(pieces), back: backKeys(pieces) };
};

const IS_KANJI = /\p{sc=Han}/u;

/** Names up to this length are too short for two correct pieces, but mostly have three correct characters in their order. */
const LONGEST_BY_TRIPLES = 6;

const tripleIndexes = (length: number): [number, number, number][] => {
  const found: [number, number, number][] = [];
  for (let first = 0; first < length; first += 1)
    for (let second = first + 1; second < length; second += 1)
      for (let third = second + 1; third < length; third += 1) found.push([first, second, third]);
  return found;
};

/** Each three characters of a short weak key, at most one of which belongs to a common ending. */
export const tripleKeys = (weakKey: string, longest = LONGEST_BY_TRIPLES): string[] => {
  // Kana keep their own shapes: so many of them look alike that three would match any name.
  const characters = [...weakKey].map((character) =>
    IS_KANJI.test(character) ? foldLookAlikes(character) : character,
  );
  const { length } = characters;
  if (length < 3 || length > longest) return [];
  const stem = [...splitEnding(weakKey).stem].length;
  const keys = tripleIndexes(length)
    .filter(([, second]) => second < stem)
    .map((indexes) => `3${indexes.map((index) => characters[index]).join('')}`);
  return [...new Set(keys)];
};

/** For a searched name, which may be one character longer by a stain. */
export const tripleQueryKeys = (weakKey: string): string[] => tripleKeys(weakKey, LONGEST_BY_TRIPLES + 1);

/**
 * The ends of a name whose middle is lost: two characters at one end and one at the other. The beginning of a common ending is
 * enough of it; of a stem of two characters one is enough.
 */
const headAndTailKeysOf = (stemLook: string, ending: string): string[] => {
  const stem = [...stemLook];
  const { length } = stem;
  const endingMark = `.${[...ending].slice(0, 2).join('')}`;
  const [first, last] = [stem[0], stem[length - 1]];
  const [front, back] = [stem.slice(0, 2).join(''), stem.slice(-2).join('')];
  if (length < 2) return [];
  if (length === 2)
    return [
      `^${first}_${endingMark}`,
      `^_${last}${endingMark}`,
      ...(ending === '' ? [] : [`^${front}${endingMark}`]),
    ];
  if (ending !== '') return [`^${front}${endingMark}`, `^${first}-${last}${endingMark}`];
  if (IS_LATIN.test(stemLook)) return length < 2 * PIECE ? [] : [`^${front}-${back}`];
  return [`^${front}-${last}`, `^${first}-${back}`];
};

/** For a weak key that is stored with an account. */
export const headAndTailKeys = (weakKey: string): string[] => {
  const { stem, ending } = splitEnding(withoutArticle(weakKey));
  return headAndTailKeysOf(foldLookAlikes(stem), ending);
};

/** For a searched weak key, whose ending may be damaged, too. */
export const headAndTailQueryKeys = (weakKey: string): string[] => [
  ...headAndTailKeys(weakKey),
  ...damagedEndings(weakKey).flatMap(({ stems, ending }) =>
    stems.flatMap((stem) => headAndTailKeysOf(foldLookAlikes(stem), ending)),
  ),
];

type AskedName = Pick<NameReading, 'weakKey' | 'legalForms'>;

/** What may have been written, the likeliest last, as weak keys in Japanese kanji. */
export const misreadSpellings = ({ weakKey, legalForms }: AskedName): string[] => {
  const text = inJapaneseShapes([...weakKey].slice(0, LONGEST).join(''));
  const hasForm = legalForms.some(({ position }) => position !== 'middle');
  const formless = hasForm ? null : withoutDamagedForm(text);
  return formless === null ? [text] : [text, formless];
};

const FORMS = ['株式会社', '有限会社', '合同会社'];
const MOST_OF_FORM = 5;

const LATIN_FORMS = ['coltd', 'incorporated', 'corporation', 'limited', 'corp', 'ltd', 'inc'].map(
  foldLookAlikes,
);
const SHORTEST_LATIN = 3;

/** Removes a form that only looks like one, as in ASSIST Co.,Ltcl. and ASSIST lnc., and leaves the name as it looks. */
const withoutDamagedLatinForm = (text: string): string | null => {
  const look = foldLookAlikes(text);
  const form = LATIN_FORMS.find((one) => look.endsWith(one) && look.length >= one.length + SHORTEST_LATIN);
  return form === undefined || text.endsWith(form) ? null : look.slice(0, -form.length);
};

/** Removes the remainder of a legal form at either end, as in 札樽自動車運輸株系社 and 有限加藤自動車; null where there is none. */
const withoutDamagedForm = (text: string): string | null => {
  if (IS_LATIN.test(text)) return withoutDamagedLatinForm(text);
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
 * How similar a spelling is to a weak key: 1 where they are equal, slightly less where only look-alikes differ, 0 where they have
 * nothing in common. A common ending is removed from both, since it does not distinguish names.
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

/** How similar two names are as written, 0 to 1, with legal forms, long marks and spaces, which weak keys do not have. */
export const writtenLikeness = (asked: string, stored: string): number =>
  likenessOfCharacters(asWritten(asked), asWritten(stored));

const stemLikeness = (asked: string, stored: string): number => {
  const [one, other] = [[...asked].slice(0, LONGEST), [...stored].slice(0, LONGEST)];
  if (one.length < SHORTEST || other.length < SHORTEST) return 0;
  const [oneLook, otherLook] = [[...foldLookAlikes(one.join(''))], [...foldLookAlikes(other.join(''))]];
  if (mostLikeness(oneLook, otherLook) < LEAST_LIKENESS) return 0;
  return (
    SHARE_OF_LOOK * likenessOfCharacters(oneLook, otherLook) +
    (1 - SHARE_OF_LOOK) * likenessOfCharacters(one, other)
  );
};

/** Names below this are not related. */
export const LEAST_LIKENESS = 0.5;
/**
 * The weight of the look-alike comparison; the rest goes to the exact characters, so that of two equally distant names the exact
 * one wins.
 */
const SHARE_OF_LOOK = 0.85;

/** An upper limit for any order of the characters, cheap enough to avoid most comparisons. */
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
/** Cost of each further character of a gap: scanners lose characters in runs. */
const GAP_LENGTHENED = 0.5;

const likenessOfCharacters = (one: readonly string[], other: readonly string[]): number =>
  Math.max(0, 1 - editCost(one, other) / Math.max(one.length, other.length));

/** Edit distance in which a run of lost or added characters costs less (Gotoh), and two swapped neighbours count as one edit. */
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
