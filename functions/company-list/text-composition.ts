/** Counts the kinds of characters in a text, to distinguish a correct decoding of a list from a wrong one. */
import { decodeStrictly } from './strict-decoding';

/** How many of its characters, ASCII left out, are of which kind. */
export interface TextComposition {
  /** All characters except ASCII. */
  characters: number;
  /** Hiragana, katakana, kanji of the first level, the signs and the full-width forms that Japanese is written with. */
  japanese: number;
  /** Full-width kana. */
  kana: number;
  /** Half-width kana beside other half-width kana: ﾃｽﾄ, but not Sociﾃｩtﾃｩ. */
  halfWidth: number;
  /** Letters of western Europe that stand in a word, and the quotation marks, dashes and signs of its texts. */
  western: number;
  /** Runs of characters within words of ASCII letters. */
  runsInWords: number;
  runs: number;
  /** Control, user-defined and unassigned characters, which texts hardly ever have. */
  impossible: number;
  asciiLetters: number;
}

const OTHER = 0;
const ASCII = 1;
const ASCII_LETTER = 2;
const KANA = 3;
const JAPANESE = 4;
const HALF_WIDTH_KANA = 5;
const WESTERN_LETTER = 6;
const WESTERN_SIGN = 7;
const IMPOSSIBLE = 8;

/** Kanji of the first level stand together in EUC-JP: 0xB0A1 to 0xCFD3. */
const firstLevelKanji = (): string => {
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xcf; lead += 1)
    for (let trail = 0xa1; trail <= (lead === 0xcf ? 0xd3 : 0xfe); trail += 1) bytes.push(lead, trail);
  return decodeStrictly(Uint8Array.from(bytes), 'euc-jp')?.text ?? '';
};

const WESTERN_SIGNS = '“”‘’„‚«»‹›–—…•€£¥§©®™°·¿¡ªº½¼¾²³\u00a0';
/** Kanji outside the first level that are common in names. */
const COMMON_KANJI = '髙﨑德濵瀨侑凜桒邉邊澤濱廣嶋冨栁槇鷗埜曻釼㈱㈲㈹㍿①②③④⑤⑥⑦⑧⑨№℡〒〃々〆ヶ－～∥―‐';

const makeKinds = (): Uint8Array => {
  const kinds = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code += 1) kinds[code] = kindByRange(code);
  for (const character of firstLevelKanji() + COMMON_KANJI) kinds[character.charCodeAt(0)] = JAPANESE;
  for (const sign of WESTERN_SIGNS) kinds[sign.charCodeAt(0)] = WESTERN_SIGN;
  return kinds;
};

const kindByRange = (code: number): number => {
  const character = String.fromCharCode(code);
  if (code < 0x80) return /[a-z]/i.test(character) ? ASCII_LETTER : ASCII;
  if ((code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30fc)) return KANA;
  if ((code >= 0x3000 && code <= 0x301f) || (code >= 0xff01 && code <= 0xff5e)) return JAPANESE;
  if (code >= 0xff61 && code <= 0xff9f) return HALF_WIDTH_KANA;
  if (/[\u00c0-\u024f\u1e00-\u1eff]/.test(character) && /\p{L}/u.test(character)) return WESTERN_LETTER;
  // Half of a surrogate pair means nothing by itself.
  return /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u.test(character) ? IMPOSSIBLE : OTHER;
};

let kinds: Uint8Array | null = null;

const isLetter = (kind: number): boolean => kind === ASCII_LETTER || kind === WESTERN_LETTER;

export function compositionOf(text: string): TextComposition {
  kinds ??= makeKinds();
  const found: TextComposition = {
    characters: 0,
    japanese: 0,
    kana: 0,
    halfWidth: 0,
    western: 0,
    runsInWords: 0,
    runs: 0,
    impossible: 0,
    asciiLetters: 0,
  };
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < 0x80) {
      if (kinds[text.charCodeAt(at)] === ASCII_LETTER) found.asciiLetters += 1;
      continue;
    }
    const start = at;
    while (at < text.length && text.charCodeAt(at) >= 0x80) at += 1;
    addRun(found, text, start, at, kinds);
    at -= 1;
  }
  return found;
}

/** A run of characters from `start` up to `end`, with ASCII or nothing on either side. */
function addRun(found: TextComposition, text: string, start: number, end: number, kindOf: Uint8Array): void {
  const at = (index: number): number => kindOf[text.charCodeAt(index)] ?? ASCII;
  const touchesWord = at(start - 1) === ASCII_LETTER || at(end) === ASCII_LETTER;
  found.runs += 1;
  if (touchesWord) found.runsInWords += 1;
  found.characters += end - start;
  for (let index = start; index < end; index += 1) {
    const kind = at(index);
    if (kind === KANA) found.kana += 1;
    if (kind === KANA || kind === JAPANESE) found.japanese += 1;
    else if (kind === HALF_WIDTH_KANA && !touchesWord) found.halfWidth += 1;
    else if (kind === WESTERN_SIGN) found.western += 1;
    else if (kind === WESTERN_LETTER && (isLetter(at(index - 1)) || isLetter(at(index + 1))))
      found.western += 1;
    else if (kind === IMPOSSIBLE) found.impossible += 1;
  }
}

/** Most characters are common in Japanese, and hardly any is impossible. */
export const isJapanese = ({ characters, japanese, halfWidth, impossible }: TextComposition): boolean =>
  (japanese + halfWidth) * 2 >= characters && impossible * 10 <= characters;

/** All characters are letters within words, or punctuation of western texts. */
export const isWestern = ({ characters, western }: TextComposition): boolean => western === characters;
