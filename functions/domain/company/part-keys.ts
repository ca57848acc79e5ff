/** Keys of parts of a name: what people type of a long name, and what a scanner has read correctly. */
import { isOfEnding } from './common-ending';
import type { NameField } from './company-identity';
import type { NameReading } from './name/name-readings';

const partKey = (part: string): string => `p:${part}`;
const beginningKey = (part: string): string => `b:${part}`;

/** Two kanji make a word; in kana and mixed text three characters distinguish names, and five are rare. */
const GRAMS = [3, 5];
const BEGINNINGS = [3, 4, 6, 8];
const SHORTEST_WORD = 3;
const HAS_KANJI = /\p{sc=Han}/u;
const KANJI_WORD = /(?=(\p{sc=Han}{2}))/gu;
const LATIN_WORD = /[\p{sc=Latin}\p{N}]+/gu;

const grams = (text: string, length: number): string[] => {
  const characters = [...text];
  return Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, at) =>
    characters.slice(at, at + length).join(''),
  );
};
const kanjiWords = (text: string): string[] => [...text.matchAll(KANJI_WORD)].map(([, word = '']) => word);
const latinWords = (text: string): string[] =>
  (text.normalize('NFKC').toLowerCase().match(LATIN_WORD) ?? []).filter(
    (word) => word.length >= SHORTEST_WORD,
  );
const isJapanese = (text: string): boolean => /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u.test(text);

/** Cut by characters, since half of one cannot be stored. */
const beginningOf = (characters: readonly string[], length: number): string =>
  beginningKey(characters.slice(0, length).join(''));

const beginningsOf = (key: string): string[] => {
  const characters = [...key];
  return BEGINNINGS.filter((length) => length < characters.length).map((length) =>
    beginningOf(characters, length),
  );
};

/** People type the beginning or whole words of a reading in kana or an English name, and any part of a name. */
export const partKeys = ({ weakKey, tradeName, text }: NameReading, field: NameField): string[] => {
  const words = latinWords(tradeName ?? text).map(partKey);
  if (field === 'kana' || !isJapanese(weakKey)) return [...words, ...beginningsOf(weakKey)];
  return [
    ...words,
    ...[...kanjiWords(weakKey), ...GRAMS.flatMap((length) => grams(weakKey, length))].map(partKey),
  ];
};

/**
 * Words so common that their parts would match anything. Short endings (common-ending.ts) are not among them, since they
 * distinguish together with what precedes: 崎商事 matches few companies, while 高崎 without its ending matches more than a lookup
 * reads.
 */
const COMMON_WORDS =
  /ホルデイングス|グルプ|システム|サビス|コポレシヨン|テクノロジズ|インタナシヨナル|製作所|工業|日本|株式会社/g;

/** Empty for a name with kanji: beginnings are stored of readings in kana and of names in Latin letters. */
const beginningQueryKeys = (weakKey: string): string[] => {
  const characters = [...weakKey];
  const length = BEGINNINGS.filter((one) => one <= characters.length).pop();
  const beginning = length === undefined ? null : beginningOf(characters, length);
  return beginning === null || HAS_KANJI.test(beginning) ? [] : [beginning];
};

export const partQueryKeys = ({ weakKey, tradeName, text }: NameReading): string[] => {
  const words = latinWords(tradeName ?? text).sort((a, b) => b.length - a.length);
  const beginnings = beginningQueryKeys(weakKey);
  if (!isJapanese(weakKey)) return [...words.slice(0, 1).map(partKey), ...beginnings];
  const rare =
    weakKey
      .replace(COMMON_WORDS, ' ')
      .split(' ')
      .sort((a, b) => b.length - a.length)[0] ?? '';
  const [long, short] = [grams(rare, 5), grams(rare, 3)].map((found) => found[Math.floor(found.length / 2)]);
  const gram = long ?? short ?? kanjiWords(weakKey)[0] ?? grams(weakKey, 3)[0];
  return [...(gram === undefined ? words.slice(0, 1) : [gram]).map(partKey), ...beginnings];
};

const MAX_FRAGMENTS = 8;

/** Parts of what is no common word, spread over the whole name. */
export const fragmentKeys = (weakKey: string): string[] => {
  const found = weakKey
    .replace(COMMON_WORDS, ' ')
    .split(' ')
    .flatMap((rare) => [...grams(rare, 3), ...kanjiWords(rare)])
    .filter((part) => !isOfEnding(part));
  const step = Math.max(1, found.length / MAX_FRAGMENTS);
  return found.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).map(partKey);
};
