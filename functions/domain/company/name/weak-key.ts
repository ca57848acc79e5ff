/** Makes one what people write in several ways: shapes of kanji and kana, digits, accents, punctuation. */
import { KANJI_SHAPES } from './kanji-shapes';

/** Small kana written large, as in キヤノン and by banks, historical kana, and kana that sound alike. */
const KANA_SHAPES =
  'アァ イィヰ ウゥ エェヱ オォヲ ツッ ヤャ ユュ ヨョ ワヮ カヵ ケヶ ジヂ ズヅ ブヴ ノ之乃'.split(' ');
/** Two kana for one sound, replaced before the single ones. */
const KANA_PAIRS =
  'ヴァバ ヴィビ ヴェベ ヴォボ ヴアバ ヴイビ ヴエベ ヴオボ ヷワ ヸイ ヹエ ヺオ クヮカ グヮガ'.split(' ');
const DIGITS = '0〇零 1一壱 2二弐 3三参 4四 5五 6六 7七 8八 9九'.split(' ');
/** Kanji that are typed or read in the place of the kana of their shape. */
const KANJI_LIKE_KANA = '一 二ニ 口ロ 力カ 工エ 夕タ 八ハ 卜ト 千チ 才オ 三ミ'.split(' ');

const PUNCTUATION = /[\p{P}\p{S}]/gu;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/;
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

/** Of a key as it was folded; the key itself where nothing of it would be left. */
export function weakenKey(key: string): string {
  // Decomposing is slow and changes nothing of a name without accents.
  const withoutAccents = ACCENTED.test(key)
    ? key
        .normalize('NFD')
        .replace(/(\p{sc=Latin})\p{Mn}+/gu, '$1')
        .normalize('NFC')
    : key;
  const inKana = withoutAccents
    .replace(IN_KATAKANA, (kanji) => KANA_OF.get(kanji) ?? '')
    .replace(REPEATED, (_, one: string, marks: string) => one.repeat(marks.length + 1))
    .replace(BETWEEN_KANJI, 'ケ')
    .replace(ANY_KANA_PAIR, (pair) => KANA_PAIR.get(pair) ?? pair)
    .replace(/×/g, 'x');
  const standard = [...inKana].map((shape) => STANDARD_SHAPE.get(shape) ?? shape).join('');
  return standard.replace(PUNCTUATION, '') || key;
}
