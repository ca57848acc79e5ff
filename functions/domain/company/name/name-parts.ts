/**
 * Names without their words of trade, and names that are written partly in kana. All texts are weak keys: without long marks, and
 * with small kana written large (weak-key.ts).
 */
import { weakKeyOf } from './company-name';
import { soundOf } from './romaji';
import { KANJI_FIRST_WORDS, KANJI_TRADE_WORDS, TRADE_WORDS } from './trade-words';

const WORDS: ReadonlySet<string> = new Set(TRADE_WORDS.map(weakKeyOf));
const LONGEST_WORD = Math.max(...[...WORDS].map((word) => word.length));
const MOST_WORDS = 3;
const IN_LATIN = /^[\p{sc=Latin}\p{N}]+$/u;
const SHORTEST_HEAD = { latin: 3, other: 2 } as const;

/** Too many names begin with one of these for it to stand for a company. */
const COMMON_HEADS: ReadonlySet<string> = new Set([
  ...KANJI_FIRST_WORDS.flatMap(({ kanji, readings }) => [kanji, ...readings]).map(weakKeyOf),
  ...'japan nippon nihon tokyo osaka the first asia global'.split(' '),
]);

/** The name without its last word of trade, without its last two, and so on: 日産 for 日産自動車, 日本光電 for 日本光電工業. */
export const headsOf = (weakKey: string): readonly string[] => {
  const heads: string[] = [];
  let rest = weakKey;
  while (heads.length < MOST_WORDS) {
    const shorter = withoutLastWord(rest);
    const least = IN_LATIN.test(shorter) ? SHORTEST_HEAD.latin : SHORTEST_HEAD.other;
    if (shorter === rest || [...shorter].length < least || COMMON_HEADS.has(shorter)) return heads;
    heads.push(shorter);
    rest = shorter;
  }
  return heads;
};

const withoutLastWord = (weakKey: string): string => {
  for (let length = Math.min(LONGEST_WORD, weakKey.length - 1); length > 0; length -= 1)
    if (WORDS.has(weakKey.slice(-length))) return weakKey.slice(0, -length);
  return weakKey;
};

const KANJI_ONLY = /^\p{sc=Han}+$/u;
const KANJI_OF_CONTRACTION = 2;

/**
 * Two-kanji contractions of the name: the first kanji of its head with the first or last of its first word of trade in kanji. 東大
 * for 東京大学, 日鉄 for 日本製鉄, 東電 for 東京電力ホールディングス.
 */
export const contractionsOf = (weakKey: string): string[] => {
  let rest = weakKey;
  for (let left = MOST_WORDS; left > 0; left -= 1) {
    const head = withoutLastWord(rest);
    if (head === rest) return [];
    const word = [...rest.slice(head.length)];
    const [first = ''] = head;
    if (KANJI_ONLY.test(word.join('')) && KANJI_ONLY.test(head) && head.length > 1)
      return [...new Set([first + word[0], first + word[word.length - 1]])];
    rest = head;
  }
  return [];
};

/** Whether a typed name may be such a contraction. */
export const isContraction = (weakKey: string): boolean =>
  weakKey.length === KANJI_OF_CONTRACTION && KANJI_ONLY.test(weakKey);

/**
 * The key of a head, or of a whole name that may be one: its sound where it can be read, so that クラボウ and Kurabo match. In a weak
 * key シャ is written シヤ and ッサ is ツサ.
 */
export const headKey = (weakKey: string): string => {
  const sound = soundOf(weakKey);
  return sound === null ? weakKey : `~${sound.replace(/iy(?=[auo])/g, 'y').replace(/tu(?=[sktp])/g, '')}`;
};

const KANA_ONLY = /^[ァ-ヺ]+$/;
const HAS_KANA = /[ァ-ヺ]/;
const MOST_SPELLINGS = 6;

const inWeakKeys = ({ kanji, readings }: { kanji: string; readings: readonly string[] }) => ({
  kanji: weakKeyOf(kanji),
  readings: readings.map(weakKeyOf),
});
const LAST_WORDS = KANJI_TRADE_WORDS.map(inWeakKeys);
const FIRST_WORDS = KANJI_FIRST_WORDS.map(inWeakKeys);
const READINGS: ReadonlyMap<string, readonly string[]> = new Map(
  [...LAST_WORDS, ...FIRST_WORDS].map(({ kanji, readings }) => [kanji, readings]),
);
const ANY_WORD = new RegExp([...READINGS.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/**
 * Other spellings of a typed name as weak keys: たけうち製作所 in kana, 竹内せいさくしょ with the word of trade in kanji, JR九州 with its group's
 * words. A name typed in kana is never turned into kanji completely: にほんせいこう could be 日本精工 or 日本精鉱.
 */
export const respellings = (weakKey: string): string[] => [
  ...ofGroup(weakKey),
  ...inKana(weakKey),
  ...inKanji(weakKey).filter((spelling) => !KANA_ONLY.test(weakKey) || HAS_KANA.test(spelling)),
];

/** Groups whose members use the group's letters and are registered with its words: JR九州 is 九州旅客鉄道. */
const GROUPS: readonly (readonly [letters: string, words: string])[] = [
  ['jr', '旅客鉄道'],
  ['ntt', '電信電話'],
];

const ofGroup = (weakKey: string): string[] =>
  GROUPS.flatMap(([letters, words]) => {
    const member = weakKey.startsWith(letters) ? weakKey.slice(letters.length) : '';
    return HAS_KANJI.test(member) ? [member + weakKeyOf(words)] : [];
  });

/** A name partly in kana as kana; empty unless only words of trade are in kanji. */
const inKana = (weakKey: string): string[] => {
  return KANA_ONLY.test(weakKey) || !HAS_KANA.test(weakKey) ? [] : readingsOf(weakKey);
};

/** Empty where a part of it has no known reading. */
const readingsOf = (written: string): string[] => {
  const ways = [0, 1].map((way) =>
    written.replace(ANY_WORD, (word) => {
      const readings = READINGS.get(word) ?? [];
      return readings[way] ?? readings[0] ?? word;
    }),
  );
  return [...new Set(ways)].filter((spelling) => KANA_ONLY.test(spelling));
};

/** The name with the words at its ends written in kanji, in each possible way. */
const inKanji = (weakKey: string): string[] => {
  const last = withLastWordInKanji(weakKey);
  return [
    ...last,
    ...last.flatMap(withLastWordInKanji),
    ...[weakKey, ...last].flatMap(withFirstWordInKanji),
  ].slice(0, MOST_SPELLINGS);
};

/** Kanji may follow the word already. */
const withLastWordInKanji = (weakKey: string): string[] => {
  const [, front = '', behind = ''] = KANA_BEFORE_KANJI.exec(weakKey) ?? [];
  return longestOf(LAST_WORDS, (kana) => front.length > kana.length && front.endsWith(kana)).map(
    ({ kanji, kana }) => front.slice(0, -kana.length) + kanji + behind,
  );
};

const withFirstWordInKanji = (weakKey: string): string[] =>
  longestOf(FIRST_WORDS, (kana) => weakKey.length > kana.length && weakKey.startsWith(kana)).map(
    ({ kanji, kana }) => kanji + weakKey.slice(kana.length),
  );

const KANA_BEFORE_KANJI = /^(.*[ァ-ヺ])([^ァ-ヺ]*)$/u;

const longestOf = (
  words: typeof LAST_WORDS,
  fits: (kana: string) => boolean,
): { kanji: string; kana: string }[] => {
  const found = words.flatMap(({ kanji, readings }) =>
    readings.filter(fits).map((kana) => ({ kanji, kana })),
  );
  const length = Math.max(0, ...found.map(({ kana }) => kana.length));
  return found.filter(({ kana }) => kana.length === length);
};

const KANA_TAIL = /^(.*[^ァ-ヺ])([ァ-ヺ]{2,})$/u;
const KANA_HEAD = /^([ァ-ヺ]{2,})([^ァ-ヺ].*)$/u;
const HAS_KANJI = /\p{sc=Han}/u;
/** The most kana that one kanji is read as, alone and among others. */
const MOST_KANA_OF_ONE = 5;
const MOST_KANA = 3;
const EDGE = 3;

/** Stored keys that find a name typed partly in kana: its first or last character with three kana of its reading. */
export const mixedScriptKeys = (name: string, reading: string): string[] =>
  !HAS_KANJI.test(name) || !KANA_ONLY.test(reading) || reading.length <= EDGE
    ? []
    : [`${[...name][0]}…${reading.slice(-EDGE)}`, `${reading.slice(0, EDGE)}…${[...name].pop()}`];

/** Keys to search for a typed name; empty where it is not partly in kana. */
export const mixedScriptQueryKeys = (typed: string): string[] => {
  const [, head, kanaTail] = KANA_TAIL.exec(typed) ?? [];
  const [, kanaHead, tail] = KANA_HEAD.exec(typed) ?? [];
  return [
    ...(head === undefined || kanaTail === undefined || kanaTail.length < EDGE
      ? []
      : [`${[...head][0]}…${kanaTail.slice(-EDGE)}`]),
    ...(kanaHead === undefined || tail === undefined || kanaHead.length < EDGE
      ? []
      : [`${kanaHead.slice(0, EDGE)}…${[...tail].pop()}`]),
  ];
};

/** Whether the typed name has its kanji from the name and its kana from the reading: 安藤ハザマ is 安藤間, read アンドウハザマ. */
export const isHalfInKana = (typed: string, name: string, reading: string): boolean => {
  const [, head = '', kanaTail = ''] = KANA_TAIL.exec(typed) ?? [];
  if (head !== '' && name.startsWith(head) && reading.endsWith(kanaTail))
    return (
      canBeRead(name.slice(head.length), kanaTail) && canBeRead(head, reading.slice(0, -kanaTail.length))
    );
  const [, kanaHead = '', tail = ''] = KANA_HEAD.exec(typed) ?? [];
  if (tail === '' || !name.endsWith(tail) || !reading.startsWith(kanaHead)) return false;
  return canBeRead(name.slice(0, -tail.length), kanaHead) && canBeRead(tail, reading.slice(kanaHead.length));
};

/** Decided by the readings of its words where all are known, otherwise by the lengths. */
const canBeRead = (written: string, kana: string): boolean => {
  if (!HAS_KANJI.test(written)) return false;
  const known = readingsOf(written);
  if (known.length > 0) return known.includes(kana);
  const { length } = [...written];
  return kana.length >= length && kana.length <= length * (length === 1 ? MOST_KANA_OF_ONE : MOST_KANA);
};
