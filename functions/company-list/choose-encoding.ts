/** Chooses the encoding of a list's bytes; where several are possible, it decides only if all others can be excluded. */
import { decodeStrictly, type NamedEncoding } from './strict-decoding';
import { compositionOf, isJapanese, isWestern, type TextComposition } from './text-composition';
import { hasPlausibleWords } from './western-words';

/** From this many characters on, text in another encoding is no longer valid UTF-8 by chance. */
const MANY_CHARACTERS = 40;
const MANY_JAPANESE = 2;

type ReadText = TextComposition & { text: string };

const composition = (bytes: Uint8Array, encoding: NamedEncoding): ReadText | null => {
  const decoded = decodeStrictly(bytes, encoding);
  if (decoded === null) return null;
  // Where the bytes end inside a character, another reading may be complete.
  const text = decoded.cut ? decoded.text.slice(0, -1) : decoded.text;
  return { ...compositionOf(text), text };
};

const isPossible = (found: ReadText | null): found is ReadText => found !== null && found.impossible === 0;

/** Words of lists and addresses. Korean and Chinese read as Japanese give many kanji, but no kana and none of these words. */
const JAPANESE_WORDS =
  /会社|株式|有限|合同|法人|企業|取引|顧客|得意|商号|名称|氏名|担当|電話|住所|所在|東京|大阪|京都|名古|神奈|北海|製作|工業|商事|産業|電機|建設|日本|[都道府県]\p{sc=Han}{1,4}[区町村市]/u;
const speaksJapanese = ({ kana, text }: ReadText): boolean => kana > 0 || JAPANESE_WORDS.test(text);

/** Marks and small kana, which only stand between others; Taiwanese Chinese read as half-width kana is full of them. */
const HALF_WIDTH_MARKS = /[\uff61-\uff6f]/g;
const isHalfWidthKana = ({ characters, halfWidth, text }: ReadText): boolean =>
  halfWidth === characters && (text.match(HALF_WIDTH_MARKS)?.length ?? 0) * 4 <= characters;

/**
 * Few texts in another encoding are valid UTF-8, as ﾃｽ in Shift_JIS, which is ý: of these the short ones, which have nothing
 * else that tells.
 */
export function isSurelyUtf8(bytes: Uint8Array, text: string): boolean {
  const found = compositionOf(text);
  if (found.japanese >= MANY_JAPANESE || found.characters >= MANY_CHARACTERS) return true;
  if (isPunctuation(text)) return true;
  const rivals = (['cp932', 'euc-jp'] as const)
    .map((encoding) => composition(bytes, encoding))
    .filter(isPossible);
  // A character within a word is a letter, and neither kana nor kanji.
  return rivals.length === 0 || isInWords(found);
}

/** Dashes, quotation marks, bullets and ©, which read as Shift_JIS give what no word has: 窶｢, ﾂｩ. */
const isPunctuation = (text: string): boolean => /^[\p{ASCII}\u00a9\u00ae\u2010-\u2044]*$/u.test(text);

const isInWords = (found: TextComposition): boolean =>
  isWestern(found) && found.runs === found.runsInWords && found.asciiLetters >= found.runs * 3;

/** Null where a person has to be asked, or where no encoding is possible. */
export function chooseEightBitEncoding(
  bytes: Uint8Array,
): Extract<NamedEncoding, 'cp932' | 'euc-jp' | 'windows-1252'> | null {
  const cp932 = composition(bytes, 'cp932');
  const euc = composition(bytes, 'euc-jp');
  const western = composition(bytes, 'windows-1252');
  const mayBeWestern = western !== null && isWestern(western);
  const isPlausible = western !== null && hasPlausibleWords(western.text);
  if (cp932 === null && euc === null) return mayBeWestern && isPlausible ? 'windows-1252' : null;
  if (isPossible(euc) && isSurelyEuc(euc, cp932, mayBeWestern)) return 'euc-jp';
  if (isPossible(euc)) return null;
  if (cp932 === null) return null;
  if (mayBeWestern) return isPlausible && isSurelyWestern(cp932) ? 'windows-1252' : null;
  return isSurelyJapanese(cp932) ? 'cp932' : null;
}

const FEW_CHARACTERS = 4;

/**
 * Of EUC-JP, Shift_JIS makes half-width kana and characters that no text has. Where it makes kana only, as of very short
 * texts, nothing but the kana of EUC-JP tells: in Shift_JIS each would begin with ､ or ･.
 */
const isSurelyEuc = (euc: ReadText, cp932: ReadText | null, mayBeWestern: boolean): boolean => {
  if (!speaksJapanese(euc)) return false;
  if (!isJapanese(euc) || (mayBeWestern && euc.characters < FEW_CHARACTERS)) return false;
  if (!isPossible(cp932)) return true;
  return euc.kana >= FEW_CHARACTERS && euc.japanese === euc.characters;
};

/** Western words read as Shift_JIS have a kanji or a half-width kana within their letters. */
const isSurelyWestern = (cp932: TextComposition): boolean =>
  cp932.runs >= 3 &&
  cp932.runsInWords === cp932.runs &&
  cp932.japanese === 0 &&
  cp932.characters <= cp932.runs * 2 &&
  cp932.asciiLetters >= cp932.runs * 4;

/** A few user-defined characters are accepted: the rows that have them are reported. */
const isSurelyJapanese = (cp932: ReadText): boolean =>
  (speaksJapanese(cp932) || isHalfWidthKana(cp932)) &&
  (cp932.impossible * 5 <= cp932.characters || isJapanese(cp932));
