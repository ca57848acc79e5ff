/** Labelled pairs from a real list: each company as people write it, by kind. Deterministic: the same list gives the same pairs. */
import { foldCompanyName } from '../../functions/domain/company/name/company-name';
import { KANJI_SHAPES } from '../../functions/domain/company/name/kanji-shapes';
import { LETTER_NAMES } from '../../functions/domain/company/name/name-words';

export interface ListedCompany {
  name: string;
  englishName: string | null;
  kana: string | null;
  corporateNumber: string;
  securitiesCode: string | null;
}

export interface NamePair {
  query: string;
  corporateNumber: string;
  kind: string;
}

const halfWidth = (text: string): string => text.normalize('NFKC');
const fullWidth = (text: string): string =>
  halfWidth(text)
    .replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
    .replace(/ /g, '　');
const bareName = (name: string): string => foldCompanyName(name).tradeName ?? name;
const hiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60));
const HALF_KANA = new Map(
  [...'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝｧｨｩｪｫｬｭｮｯｰ'].flatMap((one) => [
    [one.normalize('NFKC'), one],
    [`${one}ﾞ`.normalize('NFKC'), `${one}ﾞ`],
    [`${one}ﾟ`.normalize('NFKC'), `${one}ﾟ`],
  ]),
);
const halfKana = (text: string): string => [...text].map((one) => HALF_KANA.get(one) ?? one).join('');

const NEW_OF = new Map(
  KANJI_SHAPES.flatMap((group) =>
    [...group].slice(1).map((old): [string, string] => [old, [...group][0] ?? old]),
  ),
);
const OLD_OF = new Map([...NEW_OF].reverse().map(([old, modern]) => [modern, old]));
const OLD_KANA = new Map(
  [...'イヰエヱジヂズヅ'].flatMap((one, at, all) => (at % 2 === 0 ? [[one, all[at + 1] ?? one]] : [])),
);
const replaceShapes = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((one) => table.get(one) ?? one).join('');
const KANJI_DIGITS = '〇一二三四五六七八九';

/** The form where it stands, or at the other end. */
const withForm = (name: string, written: string, moved = false): string => {
  const isFront = halfWidth(name).startsWith('株式会社');
  const isBack = halfWidth(name).endsWith('株式会社');
  if (isFront === isBack) return name;
  return isFront !== moved ? `${written}${bareName(name)}` : `${bareName(name)}${written}`;
};

const spelledOut = (name: string, between: string): string =>
  bareName(name).replace(/(?<![A-Za-z])[A-Z]{2,4}(?![A-Za-z])/g, (letters) =>
    [...letters.toLowerCase()].map((letter) => LETTER_NAMES[letter]?.[0] ?? letter).join(between),
  );

type SpellingWriter = (company: ListedCompany) => string | null;

/** Exactly the company, written differently. */
const SPELLINGS: Readonly<Record<string, SpellingWriter>> = {
  official: ({ name }) => name,
  no_form: ({ name }) => bareName(name),
  short_form: ({ name }) => withForm(name, '(株)'),
  square_form: ({ name }) => withForm(name, '㈱'),
  wide_form: ({ name }) => withForm(name, '（株） '),
  bank_form: ({ name }) =>
    halfWidth(name).startsWith('株式会社') ? `カ)${bareName(name)}` : `${bareName(name)}(カ`,
  moved_form: ({ name }) => withForm(name, '株式会社', true),
  moved_short_form: ({ name }) => withForm(name, '(株)', true),
  half_width: ({ name }) => halfWidth(name),
  full_width: ({ name }) => fullWidth(name),
  half_kana: ({ name }) => halfKana(halfWidth(name)),
  dash_minus: ({ name }) => name.replace(/[ー‐－―-]/g, '－'),
  dash_hyphen: ({ name }) => halfWidth(name).replace(/[ー‐－―-]/g, '-'),
  dash_horizontal: ({ name }) => name.replace(/[ー‐－―-]/g, '―'),
  dash_left_out: ({ name }) => name.replace(/[ー‐－―-]/g, ''),
  dash_kanji_one: ({ name }) => name.replace(/(?<=[ァ-ヶ])ー(?=[ァ-ヶ])/g, '一'),
  dots_left_out: ({ name }) => name.replace(/[・　 ]/g, ''),
  dots_for_spaces: ({ name }) => name.replace(/(?<=\S)[　 ](?=\S)/g, '・'),
  spaces_for_dots: ({ name }) => name.replace(/・/g, ' '),
  new_kanji: ({ name }) => replaceShapes(name, NEW_OF),
  old_kanji: ({ name }) => withForm(replaceShapes(bareName(name), OLD_OF), '株式会社'),
  large_kana: ({ name }) =>
    name.replace(/[ァィゥェォッャュョ]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 1)),
  old_kana: ({ name }) => replaceShapes(bareName(name), OLD_KANA),
  kana: ({ kana }) => kana,
  kana_bare: ({ kana }) => (kana === null ? null : bareName(kana)),
  hiragana: ({ kana }) => (kana === null ? null : hiragana(bareName(kana))),
  half_width_kana: ({ kana }) => (kana === null ? null : halfKana(bareName(kana))),
  english: ({ englishName }) => englishName,
  english_bare: ({ englishName }) => (englishName === null ? null : bareName(englishName)),
  english_upper: ({ englishName }) => englishName?.toUpperCase() ?? null,
  english_wide: ({ englishName }) => (englishName === null ? null : fullWidth(englishName)),
  english_no_spaces: ({ englishName }) => englishName?.replace(/\s/g, '') ?? null,
  english_other_form: ({ englishName }) =>
    englishName === null ? null : `${bareName(englishName)} Co., Ltd.`,
  letters_in_kana: ({ name }) => spelledOut(halfWidth(name), ''),
  letters_with_dots: ({ name }) => spelledOut(halfWidth(name), '・'),
  kanji_digits: ({ name }) => halfWidth(name).replace(/\d/g, (digit) => KANJI_DIGITS[Number(digit)] ?? digit),
  holdings: ({ name }) => name.replace(/ホールディングス/g, 'ＨＤ'),
  and: ({ name }) => name.replace(/[＆&]/g, 'アンド'),
  no_and: ({ name }) => name.replace(/・?アンド・?/g, '＆'),
  envelope: ({ name }) => `${name} 御中`,
  branch: ({ name }) => `${name} 東京支店`,
  department: ({ name }) => `${name}営業部`,
  in_a_list: ({ name }) => `1. ${name}`,
  with_aside: ({ name }) => `${bareName(name)}（旧 東西商会）`,
  number: ({ corporateNumber }) => corporateNumber,
  number_hyphens: ({ corporateNumber: n }) =>
    `${n.slice(0, 1)}-${n.slice(1, 5)}-${n.slice(5, 9)}-${n.slice(9)}`,
  number_full_width: ({ corporateNumber }) => fullWidth(corporateNumber),
  number_invoice: ({ corporateNumber }) => `T${corporateNumber}`,
  number_decimal: ({ corporateNumber }) => `${corporateNumber}.0`,
  number_scientific: ({ corporateNumber: n }) => `${n.slice(0, 1)}.${n.slice(1)}E+12`,
  number_apostrophe: ({ corporateNumber }) => `'${corporateNumber}`,
  securities_code: ({ securitiesCode }) => securitiesCode,
  securities_code_4: ({ securitiesCode }) => securitiesCode?.slice(0, 4) ?? null,
};

/** A short name with a slip in it is another name. */
const LONG_ENOUGH = 4;

/** One slip within the trade name; where it falls follows from the name. */
const withSlip = (
  written: string | null,
  make: (characters: string[], at: number) => void,
): string | null => {
  if (written === null) return null;
  const characters = [...bareName(written)];
  if (characters.length < LONG_ENOUGH) return null;
  const sum = characters.reduce((total, one) => (total * 31 + (one.codePointAt(0) ?? 0)) % 100_003, 7);
  make(characters, sum % (characters.length - 1));
  return characters.join('');
};
const drop = (characters: string[], at: number): void => void characters.splice(at, 1);
const double = (characters: string[], at: number): void =>
  void characters.splice(at, 0, characters[at] ?? '');
const swap = (characters: string[], at: number): void =>
  void characters.splice(at, 2, characters[at + 1] ?? '', characters[at] ?? '');

const SLIPS: Readonly<Record<string, SpellingWriter>> = {
  dropped: ({ name }) => withSlip(name, drop),
  doubled: ({ name }) => withSlip(name, double),
  swapped: ({ name }) => withSlip(name, swap),
  dropped_kana: ({ kana }) => withSlip(kana, drop),
  swapped_kana: ({ kana }) => withSlip(kana, swap),
  dropped_english: ({ englishName }) => withSlip(englishName, drop),
  doubled_english: ({ englishName }) => withSlip(englishName, double),
  swapped_english: ({ englishName }) => withSlip(englishName, swap),
};

/** Whether what was written is the name of another company than the one that is meant. */
export const isOthersName = (
  all: readonly ListedCompany[],
): ((written: string, meant: ListedCompany) => boolean) => {
  const holders = new Map<string, Set<string>>();
  for (const { name, englishName, kana, corporateNumber } of all)
    for (const spelling of [name, englishName, kana]) {
      if (spelling === null) continue;
      const { weakKey } = foldCompanyName(spelling);
      holders.set(weakKey, (holders.get(weakKey) ?? new Set()).add(corporateNumber));
    }
  return (written, { corporateNumber }) =>
    [...(holders.get(foldCompanyName(written).weakKey) ?? [])].some((holder) => holder !== corporateNumber);
};

/**
 * A pair a kind and company. A slip that makes another company's name is left out, as is, but for the official spelling, what
 * two companies share: nobody can tell which is meant.
 */
export const namePairsOf = (
  companies: readonly ListedCompany[],
  all: readonly ListedCompany[],
): NamePair[] => {
  const isOthers = isOthersName(all);
  return companies.flatMap((company) =>
    [...Object.entries(SPELLINGS), ...Object.entries(SLIPS)].flatMap(([kind, write]): NamePair[] => {
      const query = write(company)?.trim() ?? '';
      const isSpelled = kind !== 'official' && query === company.name;
      if (query === '' || isSpelled || (kind !== 'official' && isOthers(query, company))) return [];
      return [{ query, corporateNumber: company.corporateNumber, kind }];
    }),
  );
};

export const isSlip = (kind: string): boolean => Object.hasOwn(SLIPS, kind);
