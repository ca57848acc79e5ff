/** The sound of a name, equal for a reading in kana and in Latin letters, whatever the romanisation. */
import { toKatakana } from './kana';

const VOWELS = 'aiueo';
/** Kana by their consonant; a dot where there is none. */
const KANA_ROWS =
  ':アイウエオ k:カキクケコ s:サシスセソ t:タチツテト n:ナニヌネノ h:ハヒフヘホ m:マミムメモ y:ヤ.ユ.ヨ r:ラリルレロ w:ワヰ.ヱヲ g:ガギグゲゴ z:ザジズゼゾ d:ダヂヅデド b:バビブベボ p:パピプペポ'.split(
    ' ',
  );
const SMALL_KANA = new Map(
  [...'ァィゥェォャュョヮ'].map((kana, n) => [
    kana,
    ['a', 'i', 'u', 'e', 'o', 'ya', 'yu', 'yo', 'wa'][n] ?? '',
  ]),
);
const SYLLABLE: ReadonlyMap<string, string> = new Map([
  ...KANA_ROWS.flatMap((row) => {
    const [consonant = '', kana = ''] = row.split(':');
    return [...kana].map((one, n): [string, string] => [one, consonant + VOWELS[n]]);
  }),
  ['ン', 'n'],
  ['ヴ', 'bu'],
  ['ッ', ''],
  ['ー', ''],
]);

function romaniseKana(kana: string): string {
  let latin = '';
  for (const one of kana) {
    const small = SMALL_KANA.get(one);
    if (small === undefined) latin += SYLLABLE.get(one) ?? '';
    // キャ is kya, ファ is fa and ティ is ti: the small kana replaces the vowel before it.
    else latin = latin.replace(/[aiueo]$/, '') + small;
  }
  return latin;
}

const SOUND_RULES: readonly [RegExp, string][] = [
  [/[^a-z]/g, ''],
  [/tch/g, 'ch'],
  [/dz/g, 'z'],
  [/sh(?=i)/g, 's'],
  [/sh/g, 'sy'],
  [/ch(?=i)/g, 't'],
  [/ch/g, 'ty'],
  [/ts(?=u)/g, 't'],
  [/f/g, 'h'],
  [/j(?=i)/g, 'z'],
  [/j/g, 'zy'],
  [/d(?=[iu])/g, 'z'],
  [/l/g, 'r'],
  [/v/g, 'b'],
  [/c|q/g, 'k'],
  [/x/g, 'ks'],
  [/m(?=[bpm])/g, 'n'],
  [/([bcdfghjkmnpqrstvwxyz])\1+/g, '$1'],
  [/yy/g, 'y'],
  [/o(?:[uow]|h(?![aiueo]))+/g, 'o'],
  [/u+/g, 'u'],
  [/a+/g, 'a'],
  [/i+/g, 'i'],
  [/e+/g, 'e'],
];

const READABLE = /^[a-zァ-ヺー]+$/;
const SHORTEST = 4;

/** Null for a name with kanji or digits, and for one too short to distinguish companies. */
export function soundOf(tradeName: string): string | null {
  const bare = toKatakana(tradeName.normalize('NFKC').toLowerCase()).replace(/[\s\p{P}\p{S}]/gu, '');
  if (!READABLE.test(bare)) return null;
  const latin = bare.replace(/[ァ-ヺー]+/g, romaniseKana);
  const sound = SOUND_RULES.reduce((text, [pattern, standard]) => text.replace(pattern, standard), latin);
  return sound.length < SHORTEST ? null : sound;
}
