/** Folds the many spellings of a company's name into keys that are equal where the name is the same (product.md 8). */
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

/**
 * Forms written before or behind the name: spelled out, in kana, as the short form in brackets, ㈱ and (株), as
 * banks shorten it, カ) and (カ, and in Latin letters. In a Latin spelling a space stands for any or no dots, commas and spaces.
 */
const JAPANESE_FORMS: readonly {
  form: string;
  kana?: readonly string[];
  short?: readonly string[];
  latin?: readonly string[];
}[] = [
  {
    form: '株式会社',
    kana: ['カブシキガイシャ', 'カブシキカイシャ', 'カブシキガイシヤ', 'カブシキカイシヤ'],
    short: ['株', 'カ'],
    latin: ['k k', 'kabushiki kaisha', 'kabushiki gaisha'],
  },
  {
    form: '有限会社',
    kana: ['ユウゲンガイシャ', 'ユウゲンカイシャ', 'ユウゲンガイシヤ', 'ユウゲンカイシヤ'],
    short: ['有', 'ユ'],
    latin: ['y k', 'yugen kaisha', 'yugen gaisha'],
  },
  {
    form: '合同会社',
    kana: ['ゴウドウガイシャ', 'ゴウドウカイシャ', 'ゴウドウガイシヤ', 'ゴウドウカイシヤ'],
    short: ['同', 'ド'],
    latin: ['g k', 'godo kaisha', 'godo gaisha'],
  },
  { form: '合資会社', kana: ['ゴウシガイシャ', 'ゴウシガイシヤ'], short: ['資', 'シ'] },
  { form: '合名会社', kana: ['ゴウメイガイシャ', 'ゴウメイガイシヤ'], short: ['名', 'メ'] },
  { form: '相互会社', short: ['相', 'ソ'] },
  { form: '特定目的会社' },
  { form: '一般社団法人', short: ['一社'] },
  { form: '一般財団法人', short: ['一財'] },
  { form: '公益社団法人', short: ['公社'] },
  { form: '公益財団法人', short: ['公財'] },
  { form: '社団法人', short: ['社', 'シヤ', 'シャ'] },
  { form: '財団法人', short: ['財', 'ザイ'] },
  { form: '医療法人社団' },
  { form: '医療法人財団' },
  { form: '社会医療法人' },
  { form: '医療法人', short: ['医', 'イ'] },
  { form: '学校法人', short: ['学', 'ガク'] },
  { form: '社会福祉法人', short: ['福', '社福', 'フク'] },
  { form: '宗教法人', short: ['宗', 'シユウ', 'シュウ'] },
  { form: '特定非営利活動法人', short: ['特非', 'トクヒ'] },
  { form: '認定特定非営利活動法人' },
  { form: 'NPO法人' },
  { form: '認定NPO法人' },
  { form: '独立行政法人', short: ['独', 'ドク'] },
  { form: '地方独立行政法人', short: ['地独'] },
  { form: '国立研究開発法人' },
  { form: '国立大学法人' },
  { form: '公立大学法人' },
  { form: '監査法人' },
  { form: '有限責任監査法人' },
  { form: '弁護士法人', short: ['ベン'] },
  { form: '税理士法人', short: ['ゼイ'] },
  { form: '司法書士法人' },
  { form: '行政書士法人' },
  { form: '社会保険労務士法人' },
  { form: '特許業務法人' },
  { form: '農事組合法人', short: ['ノウ'] },
  { form: '投資法人' },
  { form: '有限責任事業組合' },
  { form: '股份有限公司' },
  { form: '有限公司' },
  { form: '주식회사', short: ['주'] },
];

/** Forms written behind the name only. */
const FOREIGN_FORMS: readonly { form: string; latin: readonly string[] }[] = [
  { form: 'Co., Ltd.', latin: ['co ltd', 'co limited', 'company ltd', 'company limited'] },
  { form: 'Inc.', latin: ['inc', 'incorporated'] },
  { form: 'Ltd.', latin: ['ltd', 'limited'] },
  { form: 'Co.', latin: ['co', '& co', 'company', '& company', 'and company'] },
  { form: 'Corp.', latin: ['corp', 'corporation'] },
  { form: 'LLC', latin: ['l l c'] },
  { form: 'LLP', latin: ['l l p'] },
  { form: 'PLC', latin: ['p l c'] },
  { form: 'GmbH', latin: ['gmbh'] },
  { form: 'GmbH & Co. KG', latin: ['gmbh & co kg'] },
  { form: 'AG', latin: ['ag'] },
  { form: 'S.A.', latin: ['s a'] },
  { form: 'SAS', latin: ['s a s'] },
  { form: 'SARL', latin: ['s a r l'] },
  { form: 'S.r.l.', latin: ['s r l'] },
  { form: 'B.V.', latin: ['b v'] },
  { form: 'N.V.', latin: ['n v'] },
  { form: 'Pte. Ltd.', latin: ['pte ltd', 'private limited', 'pvt ltd'] },
  { form: 'Pty Ltd', latin: ['pty ltd', 'proprietary limited'] },
  { form: 'Sdn. Bhd.', latin: ['sdn bhd'] },
  { form: 'Bhd.', latin: ['bhd', 'berhad'] },
];

const OPEN = '[(\\[〔【]';
const CLOSE = '[)\\]〕】]';
// Bounded, so that a row of commas costs no more than a name.
const SEPARATORS = '[ .,]{0,4}';
const LETTERS = '\\p{sc=Latin}\\p{N}';
const DASHES_DOTS_SPACES = /[\s・·•‧∙⋅゠=‐-―−ー〜~─━⁃˗➖⸺⸻ㅡ_-]/g;
// A cell may hold 50,000 characters; a text longer than this is no name, and no form is looked for in it.
export const LONGEST_NAME = 300;
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const PUNCTUATION = /[\p{P}\p{S}]/gu;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/;
const BETWEEN_KANJI = /(?<=\p{sc=Han})[ヶケヵガ箇](?=\p{sc=Han})/gu;
const REPEATED = /(.)([々〻ヽ]+)/gu;
const IN_KATAKANA = /(?<=[ァ-ヺー])[一二口力工夕八卜千才三](?=[ァ-ヺー]|$)/g;

type FormPosition = 'front' | 'back' | 'middle';

export interface FoldedName {
  /** Equal for the same name in two spellings; never empty, unless the name has no visible character. */
  key: string;
  /** As the key, with old and new kanji, small and large kana, digits, accents and punctuation made one as well. */
  weakKey: string;
  /** In front from the outside in, then behind from the outside in, then in the middle. */
  legalForms: readonly { form: string; position: FormPosition }[];
  /** The name without the legal forms around it, in half width but else as typed; null if nothing else is left. */
  tradeName: string | null;
}

const SHAPES_OF: ReadonlyMap<string, string> = new Map(
  KANJI_SHAPES.flatMap((group) => [...group].map((shape) => [shape, group])),
);

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

// Hiragana and katakana lie 0x60 apart in Unicode.
function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

export function toKatakana(text: string): string {
  return text.replace(/[ぁ-ゖゝゞ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));
}

/** One way to write a form, as the source of a regular expression. */
interface FormPattern {
  form: string;
  source: string;
}

/** Each character in any shape or kana, with or without a space behind it: 株 式 會 社. */
function patternOfSpelling(text: string): string {
  return [...text].map((one) => `[${SHAPES_OF.get(one) ?? one + toHiragana(one)}]`).join(' ?');
}

function patternsOfSpellings(
  spellings: (form: (typeof JAPANESE_FORMS)[number]) => readonly string[],
): FormPattern[] {
  return JAPANESE_FORMS.flatMap((row) =>
    spellings(row).map((spelling) => ({ form: row.form, source: patternOfSpelling(spelling) })),
  );
}

function patternsOfShortForms(open: string, close: string): FormPattern[] {
  return JAPANESE_FORMS.flatMap(({ form, short = [] }) =>
    short.map((letters) => ({ form, source: `${open} ?${letters} ?${close}` })),
  );
}

function patternsOfLatinForms(
  forms: readonly { form: string; latin?: readonly string[] }[],
  bounded: (spelling: string) => string,
): FormPattern[] {
  return forms.flatMap(({ form, latin = [] }) =>
    latin.map((spelling) => ({ form, source: bounded(spelling) })),
  );
}

function withOptionalSeparators(spelling: string): string {
  return spelling.split(' ').join(SEPARATORS);
}

function frontLatinPattern(spelling: string): string {
  return `${withOptionalSeparators(spelling)}(?:[ .,]{1,4}|(?![${LETTERS}]))`;
}

/** Zinc does not end in Inc., and U.S.A. not in S.A.; but ASSIST.CO.,LTD. ends in Co., Ltd. */
function backLatinPattern(spelling: string): string {
  const isInitials = /^\w /.test(spelling);
  const boundary = spelling.startsWith('&') ? '' : `(?<![${LETTERS}${isInitials ? '.' : ''}@-])`;
  return `${SEPARATORS}${boundary}${withOptionalSeparators(spelling)}${SEPARATORS}`;
}

/** Puts what `replacement` says of the form in the place of each form that stands where `placed` looks for it. */
function replacer(patterns: readonly FormPattern[], placed: (anyForm: string) => string) {
  // The longest first, so that 一般社団法人 is not taken for 社団法人.
  const ordered = [...patterns].sort((a, b) => b.source.length - a.source.length);
  const anyForm = `(?:${ordered.map(({ source }) => `(${source})`).join('|')})`;
  const pattern = new RegExp(placed(anyForm), 'giu');
  return (name: string, replacement: (form: string) => string): string =>
    name.replace(pattern, (_match: string, ...groups: unknown[]) => {
      const written = ordered[groups.findIndex((group) => group !== undefined)];
      return replacement(written?.form ?? '');
    });
}

const PATTERNS_IN_KANJI_AND_KANA = patternsOfSpellings(({ form, kana = [] }) => [form, ...kana]);

const replaceInFront = replacer(
  [
    ...PATTERNS_IN_KANJI_AND_KANA,
    ...patternsOfShortForms(`${OPEN}?`, CLOSE),
    ...patternsOfLatinForms(JAPANESE_FORMS, frontLatinPattern),
  ],
  (anyForm) => `^${anyForm}[ ,、]{0,4}`,
);

const replaceBehind = replacer(
  [
    ...PATTERNS_IN_KANJI_AND_KANA,
    ...patternsOfShortForms(OPEN, `${CLOSE}?`),
    ...patternsOfLatinForms([...JAPANESE_FORMS, ...FOREIGN_FORMS], backLatinPattern),
  ],
  (anyForm) => `[ ,、]{0,4}${anyForm}$`,
);

const replaceInTheMiddle = replacer(
  [...patternsOfSpellings(({ form }) => [form]), ...patternsOfShortForms(OPEN, CLOSE)],
  (anyForm) => anyForm,
);

function foldText(text: string): string {
  return toKatakana(text.toLowerCase()).replace(DASHES_DOTS_SPACES, '');
}

function weakenKey(key: string): string {
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

/** The weak key of a text that is a trade name already: no legal form is looked for. */
export function weakKeyOf(tradeName: string): string {
  const key = foldText(tradeName);
  return key === '' ? '' : weakenKey(key);
}

/** Half width, one space where there are several, nothing invisible. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
}

/** Takes the forms off one end, the outermost first. The last is left where nothing else is. */
function stripForms(name: string, replace: typeof replaceInFront) {
  const forms: string[] = [];
  let rest = name;
  for (;;) {
    const before = forms.length;
    const left = replace(rest, (form) => {
      forms.push(form);
      return '';
    }).trim();
    if (forms.length === before) return { forms, rest, onlyForms: false };
    if (foldText(left) === '') return { forms, rest, onlyForms: true };
    rest = left;
  }
}

function formsAt(position: FormPosition, forms: readonly string[]): FoldedName['legalForms'] {
  return forms.map((form) => ({ form, position }));
}

/**
 * The keys under which a company is found whatever way its name is written. A form in the middle belongs to the
 * name (日本株式会社設計), and a name that is only a legal form keeps it as its key.
 */
export function foldCompanyName(name: string): FoldedName {
  const plain = plainName(name);
  if (plain.length > LONGEST_NAME) {
    const key = foldText(plain) || plain.toLowerCase();
    return { key, weakKey: weakenKey(key), legalForms: [], tradeName: plain };
  }
  const front = stripForms(plain, replaceInFront);
  const back = front.onlyForms ? { ...front, forms: [] } : stripForms(front.rest, replaceBehind);
  const middle: string[] = [];
  const spelledOneWay = back.onlyForms
    ? back.rest
    : replaceInTheMiddle(back.rest, (form) => {
        middle.push(form);
        return form;
      });
  const key = foldText(spelledOneWay) || plain.toLowerCase();
  return {
    key,
    weakKey: weakenKey(key),
    legalForms: [
      ...formsAt('front', front.forms),
      ...formsAt('back', back.forms),
      ...formsAt('middle', middle),
    ],
    tradeName: back.onlyForms || plain === '' ? null : back.rest,
  };
}
