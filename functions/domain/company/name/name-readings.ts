/**
 * All that one spelling of a company's name may mean: as it stands, without what surrounds it, and by what stands in brackets.
 */
import { type FoldedName, foldCompanyName, LONGEST_NAME, plainName } from './company-name';
import { isWithinOneEdit } from './edit-distance';
import { keepLatest } from './latest-names';
import { asItLooks } from './look-alikes';
import { headKey, headsOf, respellings } from './name-parts';
import { splitAsides, variantKeys, withoutSurroundings } from './name-variants';
import { soundOf } from './romaji';

/** How a reading was made, the surest first. */
export type ReadingRole = 'whole' | 'cleaned' | 'respelled' | 'aside' | 'shortened' | 'lookAlike';

/** A reading of another name than the one that was written; a match is never more than *similar*. */
export const isGuess = ({ role }: { role: ReadingRole }): boolean =>
  role === 'shortened' || role === 'lookAlike';

export interface NameReading extends FoldedName {
  role: ReadingRole;
  text: string;
  /** Weak keys beside `weakKey`: abbreviations, letters spelled out, names with an attached legal form removed. */
  loose: readonly string[];
  sound: string | null;
  /** The weak key with common words shortened; letters stay as they are. */
  compact: string;
  /** Weak keys of the name without its words of trade. */
  heads: readonly string[];
}

/** Costly parts are made on demand and once: a reading is compared with many, and most comparisons do not need them. */
export const readName = (text: string, role: ReadingRole = 'whole'): NameReading => {
  const folded = foldCompanyName(text);
  const tradeName = folded.tradeName ?? text;
  const variants = onDemand(() => {
    // In SOTOHCO.,LTD. only the Ltd. was recognised as a legal form.
    const isGlued = /co$/i.test(tradeName) && folded.legalForms.some(({ form }) => form === 'Ltd.');
    return variantKeys(isGlued ? `${tradeName}.` : tradeName);
  });
  const loose = onDemand(() => variants().filter((key) => key !== folded.weakKey && key !== folded.key));
  const sound = onDemand(() => soundOf(tradeName));
  const heads = onDemand(() => [
    ...new Set([folded.weakKey, variants()[0] ?? folded.weakKey].flatMap(headsOf)),
  ]);
  return {
    ...folded,
    role,
    text,
    get loose() {
      return loose();
    },
    get sound() {
      return sound();
    },
    get heads() {
      return heads();
    },
    get compact() {
      return variants()[0] ?? folded.weakKey;
    },
  };
};

const onDemand = <Value>(make: () => Value): (() => Value) => {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

/** How much of the stored name its head is, where one name is the other without its words of trade; null where it is not. */
export const headMatch = (asked: NameReading, stored: NameReading): number | null => {
  const keys = [asked.weakKey, asked.compact].map(headKey);
  const head = stored.heads.find((one) => keys.includes(headKey(one)));
  if (head !== undefined) return head.length / stored.weakKey.length;
  return asked.heads.includes(stored.weakKey) ? 0 : null;
};

const distinctReadings = (readings: readonly NameReading[]): NameReading[] => {
  const seen = new Set<string>();
  return readings.filter(({ key }) => key !== '' && !seen.has(key) && seen.add(key));
};

const latestStored = new Map<string, readonly NameReading[]>();
const MOST_STORED = 500;

/** The readings of a name that is stored with an account. */
export const storedReadings = (text: string): readonly NameReading[] =>
  text.length > LONGEST_NAME
    ? readStoredAnew(text)
    : keepLatest(latestStored, MOST_STORED, text, readStoredAnew);

const readStoredAnew = (text: string): readonly NameReading[] => {
  const { outside, inside } = splitAsides(text);
  const hasAside = inside.length > 0;
  return distinctReadings([
    readName(text),
    ...(hasAside ? [readName(outside, 'aside'), ...inside.map((one) => readName(one, 'aside'))] : []),
  ]);
};

/** The readings of a name that a person typed. */
export const queryReadings = (text: string): NameReading[] => {
  const plain = plainName(text);
  if (plain.length > LONGEST_NAME) return distinctReadings([readName(plain)]);
  const cleaned = withoutSurroundings(plain);
  const { outside, inside } = splitAsides(cleaned);
  const formless = withoutMisspelledForm(cleaned);
  return distinctReadings([
    readName(plain),
    ...(cleaned === plain ? [] : [readName(cleaned, 'cleaned')]),
    ...(formless === null ? [] : [readName(formless, 'cleaned')]),
    ...mendedEndingReadings(cleaned),
    ...(outside === cleaned ? [] : [readName(outside, 'aside')]),
    ...inside.map((one) => readName(one, 'aside')),
    ...shortenedReadings(cleaned),
  ])
    .slice(0, MAX_READINGS)
    .concat(respelledReadings(cleaned), lookAlikeReadings(formless ?? cleaned));
};

/** Only the name is replaced, as in 株式会社束芝; the legal form stays as it is. */
const lookAlikeReadings = (text: string): NameReading[] => {
  const { tradeName, legalForms } = foldCompanyName(text);
  if (tradeName === null || legalForms.some(({ position }) => position === 'middle')) return [];
  const looked = asItLooks(tradeName);
  return looked === tradeName ? [] : [readName(text.replace(tradeName, looked), 'lookAlike')];
};

/** The name with its words of trade in kana, or in kanji. */
const respelledReadings = (text: string): NameReading[] =>
  respellings(foldCompanyName(text).weakKey).map((spelling) => readName(spelling, 'respelled'));

const MAX_READINGS = 7;
const MAX_WORDS_LEFT_OUT = 2;

/** The name without its last words, which may be a person, a place or a product. */
const shortenedReadings = (text: string): NameReading[] => {
  const words = text.split(' ');
  const most = Math.min(MAX_WORDS_LEFT_OUT, words.length - 1);
  return Array.from({ length: most }, (_, left) => withoutSurroundings(words.slice(0, -1 - left).join(' ')))
    .filter((rest) => rest !== '' && foldCompanyName(rest).tradeName !== null)
    .map((rest) => {
      // Words after a legal form at the end, as in ハチ株式会社, are no part of the name.
      const isWhole = foldCompanyName(rest).legalForms.some(({ position }) => position === 'back');
      return readName(rest, isWhole ? 'cleaned' : 'shortened');
    });
};

const COMMON_ENDING = 'ホールディングス';

/** The name with a typing error in a common ending corrected: such an error does not distinguish names. */
const mendedEndingReadings = (text: string): NameReading[] => {
  const { tradeName } = foldCompanyName(text);
  if (tradeName === null || tradeName.endsWith(COMMON_ENDING)) return [];
  for (const length of [0, -1, 1].map((more) => COMMON_ENDING.length + more)) {
    const name = tradeName.slice(0, -length);
    if (name.length > 1 && isWithinOneEdit(tradeName.slice(-length), COMMON_ENDING))
      return [readName(text.replace(tradeName, name + COMMON_ENDING), 'cleaned')];
  }
  return [];
};

const FORMS = ['株式会社', 'カブシキガイシャ', 'カブシキカイシャ', '有限会社', '合同会社'];
const LATIN_FORMS = 'co ltd inc corp corporation limited company incorporated'.split(' ');

/** The name without a misspelled legal form (株式会杜, CO., LTDD.), where no correct one was found. */
const withoutMisspelledForm = (text: string): string | null => {
  const isLatin = /^[\p{sc=Latin}\p{P}\p{S}\p{N}\s]+$/u.test(text);
  if (isLatin) return withoutMisspelledLatinForm(text);
  if (foldCompanyName(text).legalForms.length > 0) return null;
  for (const form of FORMS) {
    for (const length of [form.length, form.length - 1, form.length + 1]) {
      const [front, back] = [text.slice(0, length), text.slice(-length)];
      if (text.length - length < 2) continue;
      if (isWithinOneEdit(front, form)) return text.slice(length).trim();
      if (isWithinOneEdit(back, form)) return text.slice(0, -length).trim();
    }
  }
  return null;
};

const withoutMisspelledLatinForm = (text: string): string | null => {
  const words = text.split(/[ .,]+/).filter((word) => word !== '');
  const isForm = (word = ''): boolean =>
    LATIN_FORMS.some((form) =>
      form.length > 2 ? isWithinOneEdit(word.toLowerCase(), form) : word.toLowerCase() === form,
    );
  const full = words.length;
  while (words.length > 1 && isForm(words[words.length - 1])) words.pop();
  return words.length === full ? null : words.join(' ');
};
