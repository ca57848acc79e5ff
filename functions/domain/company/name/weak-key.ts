/** Unifies what people write in several ways: shapes of kanji and kana, digits, accents, punctuation. */
import { ATEJI } from './ateji';
import { KANJI_SHAPES } from './kanji-shapes';

/** Small kana become large, as in キヤノン and at banks; historical kana and kana that sound alike are unified. */
const KANA_SHAPES =
  'アァ イィヰ ウゥ エェヱ オォヲ ツッ ヤャ ユュ ヨョ ワヮ カヵ ケヶ ジヂ ズヅ ブヴ ノ之乃'.split(' ');
/** Two kana for one sound, replaced before single ones. */
const KANA_PAIRS =
  'ヴァバ ヴィビ ヴェベ ヴォボ ヴアバ ヴイビ ヴエベ ヴオボ ヷワ ヸイ ヹエ ヺオ クヮカ グヮガ'.split(' ');
const DIGITS = '0〇零 1一壱 2二弐 3三参 4四 5五 6六 7七 8八 9九'.split(' ');
/** Kanji that are typed or read instead of kana of the same shape. */
const KANJI_LIKE_KANA = '一 二ニ 口ロ 力カ 工エ 夕タ 八ハ 卜ト 千チ 才オ 三ミ'.split(' ');

const PUNCTUATION = /[\p{P}\p{S}]/gu;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]|\p{Mn}/u;
/** Letters that Unicode does not decompose into a letter and an accent. */
const LATIN_LETTERS = new Map(
  'øo łl đd ðd ħh ıi ŧt ŋn ßss æae œoe þth'.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);
const ANY_LATIN_LETTER = new RegExp(`[${[...LATIN_LETTERS.keys()].join('')}]`, 'g');
const BETWEEN_KANJI = /(?<=\p{sc=Han})[ヶケヵガ箇](?=\p{sc=Han})/gu;
const REPEATED = /(.)([々〻ヽ]+)/gu;
const IN_KATAKANA = /(?<=[ァ-ヺー])[一二口力工夕八卜千才三](?=[ァ-ヺー]|$)/g;

const STANDARD_SHAPE: ReadonlyMap<string, string> = new Map(
  [...KANJI_SHAPES, ...KANA_SHAPES, ...DIGITS].flatMap((group) => {
    const [standard = '', ...others] = group;
    return others.map((other) => [other, standard]);
  }),
);
const KANA_PAIR: ReadonlyMap<string, string> = new Map(
  KANA_PAIRS.map((pair) => [pair.slice(0, -1), pair.slice(-1)]),
);
const ANY_KANA_PAIR = new RegExp([...KANA_PAIR.keys()].join('|'), 'g');
const KANA_OF: ReadonlyMap<string, string> = new Map(
  KANJI_LIKE_KANA.map((one) => [one.slice(0, 1), one.slice(1)]),
);

const standardShapes = (text: string): string =>
  [...text].map((shape) => STANDARD_SHAPE.get(shape) ?? shape).join('');

/** As they appear in a key: without long marks, kana and kanji in their standard shapes. */
const KANA_OF_ATEJI: ReadonlyMap<string, string> = new Map(
  ATEJI.flatMap(([kana, ...spellings]) =>
    spellings.map((kanji) => [standardShapes(kanji), standardShapes(kana.replace(/ー/g, ''))]),
  ),
);
const ANY_ATEJI = new RegExp([...KANA_OF_ATEJI.keys()].sort((a, b) => b.length - a.length).join('|'), 'g');

/** Expects a folded key, and returns it unchanged where nothing would be left. */
export function weakenKey(key: string): string {
  // Decomposing is slow, and changes nothing in a name without accents.
  const withoutAccents = ACCENTED.test(key)
    ? key
        .normalize('NFD')
        .replace(/(\p{sc=Latin})\p{Mn}+/gu, '$1')
        .normalize('NFC')
        .replace(ANY_LATIN_LETTER, (letter) => LATIN_LETTERS.get(letter) ?? letter)
    : key;
  const inKana = withoutAccents
    .replace(IN_KATAKANA, (kanji) => KANA_OF.get(kanji) ?? '')
    .replace(REPEATED, (_, one: string, marks: string) => one.repeat(marks.length + 1))
    .replace(BETWEEN_KANJI, 'ケ')
    .replace(ANY_KANA_PAIR, (pair) => KANA_PAIR.get(pair) ?? pair)
    .replace(/×/g, 'x');
  const standard = standardShapes(inKana).replace(PUNCTUATION, '');
  return standard.replace(ANY_ATEJI, (kanji) => KANA_OF_ATEJI.get(kanji) ?? kanji) || key;
}
