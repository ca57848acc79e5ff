/** Whether two accounts may be the same company, and how surely: the same number, likely, or only the same name. */
import { type Account, isRegistered, partById } from '../account/account';
import { type DecisionContext, otherAccount } from '../account/decision-context';
import { successorIdOf } from '../account/standing';
import type { Status } from '../status/statuses';
import { companyDomains, nameSpellings } from './company-identity';
import { foldCompanyName } from './name/company-name';

export type DuplicateKind = 'number' | 'likely' | 'name';
export const MATCHING_TRAITS = ['corporateNumber', 'name', 'domain', 'phone', 'address'] as const;
export type MatchingTrait = (typeof MATCHING_TRAITS)[number];

/** The facts by which companies are compared, registered or not. Treated as immutable, since results are cached by object. */
export type ComparableCompany = Partial<
  Pick<
    Account,
    | 'name'
    | 'kana'
    | 'englishName'
    | 'corporateNumber'
    | 'address'
    | 'phone'
    | 'domains'
    | 'formerNames'
    | 'otherNames'
  >
>;

/** A key is a part of an index entry, which may hold 1,500 bytes. */
const LONGEST_KEY = 150;
/** Keeps the index entries of one account far below what a document may have. */
const MAX_NAMES = 8;
const MAX_FACTS = 8;

const shortenKey = (key: string): string => [...key].slice(0, LONGEST_KEY).join('');

/** Every spelling of the name as its folded key. */
const nameKeys = (company: ComparableCompany): string[] => {
  const keys = nameSpellings(company).map(({ text }) => shortenKey(foldCompanyName(text).weakKey));
  return [...new Set(keys)].filter((key) => key !== '').slice(0, MAX_NAMES);
};

/** Between several numbers of a cell, and before an extension or a fax. */
const BETWEEN_PHONES = /[,;、|/\n~〜]|:::|内線|ext\b|fax/i;
const FEWEST_DIGITS = 9;

const digitsIn = (phone: string): string =>
  phone
    .replace(/^\s*(?:\+|00)81[\s-]*(\(0\))?/, '0')
    .replace(/\D/g, '')
    // A spreadsheet has taken +81312345678 for a number.
    .replace(/^81(?=[1-9]\d{8,9}$)/, '0');

/** The digits of the first phone as dialled within Japan; null where there are too few to distinguish companies. */
export const phoneDigits = ({ phone }: Pick<ComparableCompany, 'phone'>): string | null => {
  const plain = (phone ?? '').normalize('NFKC');
  const parts = plain.split(BETWEEN_PHONES).map(digitsIn);
  const digits = parts.find((part) => part.length >= FEWEST_DIGITS) ?? digitsIn(plain);
  return digits.length >= FEWEST_DIGITS ? digits.slice(0, 15) : null;
};

const NUMERALS = '〇一二三四五六七八九';

/** Numbers up to 99, as they occur in 丁目. */
const kanjiToDigits = (kanji: string): string => {
  const [tens, units] = kanji.includes('十') ? kanji.split('十') : [null, kanji];
  const digits = [...(units ?? '')].map((one) => NUMERALS.indexOf(one)).join('');
  if (tens === null) return digits;
  return `${tens === '' ? 1 : NUMERALS.indexOf(tens)}${digits === '' ? 0 : digits}`;
};

interface ParsedAddress {
  /** The address down to the town, without the prefecture. */
  town: string;
  /** The numbers of 丁目, 番 and 号, and any that follow with a dash. */
  numbers: readonly string[];
}

/** The address up to the building; null where it has no number. */
const parseAddress = ({ address }: ComparableCompany): ParsedAddress | null => {
  const plain = (address ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/^〒?\d{3}[‐-―−-]?\d{4}/, '')
    .replace(/^(東京都|北海道|京都府|大阪府|[^\d]{2,3}?県)/, '')
    .replace(/大字|字/g, '')
    .replace(/[ヶケガが]/g, 'ケ')
    .replace(/[ノ]/g, 'の')
    .replace(/[〇一二三四五六七八九十]+(?=丁目)/g, kanjiToDigits)
    .replace(/丁目|番地の?|番(?!町)|号/g, '-')
    .replace(/(?<=\d)[の‐-―−ーｰ－-](?=\d)/g, '-')
    .replace(/-+/g, '-');
  const [, town = '', numbers = ''] = /^(\D{2,60}?)-?(\d+(?:-\d+)*)/.exec(plain) ?? [];
  return town === '' ? null : { town, numbers: numbers.split('-') };
};

/** Whether both are the same building; one may be less exact than the other. */
const isSameAddress = (a: ParsedAddress | null, b: ParsedAddress | null): boolean => {
  if (a === null || b === null || a.town !== b.town) return false;
  const [short, long] = a.numbers.length <= b.numbers.length ? [a, b] : [b, a];
  if (short.numbers.length < Math.min(2, long.numbers.length)) return false;
  return short.numbers.every((number, index) => number === long.numbers[index]);
};

const hasCommon = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.includes(one));

interface Traits {
  names: readonly string[];
  domains: readonly string[];
  phone: string | null;
  place: ParsedAddress | null;
}

/** Folding names is slow, and a search compares one account with many. */
const traitsCache = new WeakMap<ComparableCompany, Traits>();

const traitsOf = (company: ComparableCompany): Traits => {
  const before = traitsCache.get(company);
  if (before !== undefined) return before;
  const traits = {
    names: nameKeys(company),
    domains: companyDomains(company.domains ?? []),
    phone: phoneDigits(company),
    place: parseAddress(company),
  };
  traitsCache.set(company, traits);
  return traits;
};

type Fact = Extract<MatchingTrait, 'domain' | 'phone' | 'address'>;

const commonFacts = (one: Traits, other: Traits): Fact[] => [
  ...(hasCommon(one.domains, other.domains) ? (['domain'] as const) : []),
  ...(one.phone !== null && one.phone === other.phone ? (['phone'] as const) : []),
  ...(isSameAddress(one.place, other.place) ? (['address'] as const) : []),
];

/**
 * The traits by which both are the same company; empty where they are not. Two different corporate numbers are always two
 * companies.
 */
export const matchingTraits = (a: ComparableCompany, b: ComparableCompany): MatchingTrait[] => {
  if (a.corporateNumber != null && b.corporateNumber != null)
    return a.corporateNumber === b.corporateNumber ? ['corporateNumber'] : [];
  const [one, other] = [traitsOf(a), traitsOf(b)];
  if (!hasCommon(one.names, other.names)) return [];
  return ['name', ...commonFacts(one, other)];
};

export const haveCommonFact = (a: ComparableCompany, b: ComparableCompany): boolean =>
  commonFacts(traitsOf(a), traitsOf(b)).length > 0;

export const haveCommonDomain = (a: ComparableCompany, b: ComparableCompany): boolean =>
  hasCommon(traitsOf(a).domains, traitsOf(b).domains);

/** Whether both have a fact of the same kind beside the name: a domain, a phone or an address. */
export const isComparedByFacts = (a: ComparableCompany, b: ComparableCompany): boolean => {
  const [one, other] = [traitsOf(a), traitsOf(b)];
  return (
    (one.domains.length > 0 && other.domains.length > 0) ||
    (one.phone !== null && other.phone !== null) ||
    (one.place !== null && other.place !== null)
  );
};

/** A common name alone is only reported, since 703 companies are called 株式会社アシスト. Null where nothing matches. */
export const duplicateKindBy = (why: readonly MatchingTrait[]): DuplicateKind | null => {
  const [first] = why;
  if (first === undefined) return null;
  if (first === 'corporateNumber') return 'number';
  return why.length > 1 ? 'likely' : 'name';
};

const NAME_KEY_PREFIX = 'n:';

export const nameOnlyKey = (name: string): string => `${NAME_KEY_PREFIX}${name}`;

/** The `duplicateKeys` that stand for the name alone. */
export const duplicateNameKeys = (company: ComparableCompany): string[] =>
  traitsOf(company).names.map(nameOnlyKey);

/**
 * Keys that likely duplicates share: each spelling of the name alone, and each together with another fact. An address counts up
 * to its first number here; `matchingTraits` compares the rest.
 */
export const duplicateKeys = (company: ComparableCompany): string[] => {
  const { names, domains, phone, place } = traitsOf(company);
  const facts = [
    ...(phone === null ? [] : [`p:${phone}`]),
    ...(place === null ? [] : [`a:${shortenKey(`${place.town}${place.numbers[0]}`)}`]),
    ...domains.map((domain) => `d:${shortenKey(domain)}`),
  ].slice(0, MAX_FACTS);
  return [...duplicateNameKeys(company), ...names.flatMap((name) => facts.map((fact) => `${fact} ${name}`))];
};

/** Whether the key stands for a name alone. */
export const isNameOnlyKey = (key: string): boolean => key.startsWith(NAME_KEY_PREFIX);

/** Whether somebody has marked the two as different companies, on either account. */
export const markedDistinct = (
  a: Pick<Account, 'id' | 'notDuplicateOf'>,
  b: Pick<Account, 'id' | 'notDuplicateOf'>,
): boolean =>
  partById(a.notDuplicateOf, b.id) !== undefined || partById(b.notDuplicateOf, a.id) !== undefined;

export interface SimilarAccount {
  id: string;
  name: string;
  status: Status;
  ownerName: string | null;
  /** The account that has replaced it. */
  successorId: string | null;
  why: readonly MatchingTrait[];
}

interface KindedSimilarAccount extends SimilarAccount {
  kind: DuplicateKind;
}

/** The accounts among `others` that may be this company, the surest first. */
export const similarAccounts = (
  company: ComparableCompany & { id?: string },
  context: DecisionContext,
): KindedSimilarAccount[] =>
  Object.keys(context.others ?? {})
    .flatMap((id): KindedSimilarAccount[] => {
      const other = otherAccount(context, id);
      if (other === null || id === company.id) return [];
      const why = matchingTraits(company, other);
      const kind = duplicateKindBy(why);
      if (kind === null) return [];
      const { name, ownerId, standing } = other;
      const ownerName = context.members[ownerId ?? '']?.name ?? null;
      return [{ id, name, status: standing.status, ownerName, successorId: successorIdOf(other), why, kind }];
    })
    .sort((a, b) => b.why.length - a.why.length || (a.id < b.id ? -1 : 1));

/** Accounts with the same name. `count` is the number of all of them; only the first are listed. */
export interface SameNameAccounts {
  accounts: readonly { id: string; name: string; status: Status }[];
  count: number;
}

/** The most that are listed; the others are only counted. */
export const MAX_SAME_NAMES = 5;

/** Null where none has the name. `count` is the number in the register, where that is known. */
export const sameNameAccounts = (
  company: ComparableCompany & { id: string },
  context: DecisionContext,
  count: number | null,
): SameNameAccounts | null => {
  const like = similarAccounts(company, context);
  if (like.length === 0) return null;
  const accounts = like.slice(0, MAX_SAME_NAMES).map(({ id, name, status }) => ({ id, name, status }));
  return { accounts, count: Math.max(like.length, count ?? 0) };
};

/** Whether a pair still has to be decided: nobody has marked the two as different, and neither has a successor. */
export const isUnresolvedPair = (a: Account, b: Account): boolean =>
  isRegistered(a) &&
  isRegistered(b) &&
  successorIdOf(a) === null &&
  successorIdOf(b) === null &&
  !markedDistinct(a, b);
