/** Whether two accounts may be one company, and by what: the same number, likely, or nothing but the name. */
import { type Account, isRegistered, partById } from '../account/account';
import { type DecisionContext, otherAccount } from '../account/decision-context';
import { successorIdOf } from '../account/standing';
import type { Status } from '../status/statuses';
import { companyDomains, nameSpellings } from './company-identity';
import { foldCompanyName } from './name/company-name';

export type DuplicateKind = 'number' | 'likely' | 'name';
export const MATCHING_TRAITS = ['corporateNumber', 'name', 'domain', 'phone', 'address'] as const;
export type MatchingTrait = (typeof MATCHING_TRAITS)[number];

/** What is compared of a company, registered or not; never changed in place. */
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

/** A key becomes part of an index entry, which holds 1,500 bytes. */
const LONGEST_KEY = 150;
/** Index entries of one account stay far below what a document may have. */
const MAX_NAMES = 8;
const MAX_FACTS = 8;

const shortenKey = (key: string): string => [...key].slice(0, LONGEST_KEY).join('');

/** Every spelling of the name, folded. */
const nameKeys = (company: ComparableCompany): string[] => {
  const keys = nameSpellings(company).map(({ text }) => shortenKey(foldCompanyName(text).weakKey));
  return [...new Set(keys)].filter((key) => key !== '').slice(0, MAX_NAMES);
};

/** Digits as they are dialled within Japan; null where there are too few to tell one company from another. */
export const phoneDigits = ({ phone }: Pick<ComparableCompany, 'phone'>): string | null => {
  const digits = (phone ?? '')
    .normalize('NFKC')
    .replace(/^\s*\+81[\s-]*(\(0\))?/, '0')
    .replace(/\D/g, '');
  return digits.length >= 9 ? digits.slice(0, 15) : null;
};

const NUMERALS = '〇一二三四五六七八九';

/** Up to 99, as 丁目 are counted. */
const kanjiToDigits = (kanji: string): string => {
  const [tens, units] = kanji.includes('十') ? kanji.split('十') : [null, kanji];
  const digits = [...(units ?? '')].map((one) => NUMERALS.indexOf(one)).join('');
  if (tens === null) return digits;
  return `${tens === '' ? 1 : NUMERALS.indexOf(tens)}${digits === '' ? 0 : digits}`;
};

interface ParsedAddress {
  /** Down to the town, without the prefecture. */
  town: string;
  /** 丁目, 番, 号, and what is written behind them with a dash. */
  numbers: readonly string[];
}

/** What stands in front of the building; null where no number leads to one. */
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

/** The same house, or one of the two says more exactly where. */
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

/** Folding names is slow, and a search compares one account with many, so the result is kept. */
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

/** By what the two are the same company; empty where they are not. Two numbers are two companies. */
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

/** Whether both have something beside the name that can be compared. */
export const isComparedByFacts = (a: ComparableCompany, b: ComparableCompany): boolean => {
  const [one, other] = [traitsOf(a), traitsOf(b)];
  return (
    (one.domains.length > 0 && other.domains.length > 0) ||
    (one.phone !== null && other.phone !== null) ||
    (one.place !== null && other.place !== null)
  );
};

/** 703 companies are called 株式会社アシスト: the same name alone only informs. Null where nothing is the same. */
export const duplicateKindBy = (why: readonly MatchingTrait[]): DuplicateKind | null => {
  const [first] = why;
  if (first === undefined) return null;
  if (first === 'corporateNumber') return 'number';
  return why.length > 1 ? 'likely' : 'name';
};

const NAME_KEY_PREFIX = 'n:';

export const nameOnlyKey = (name: string): string => `${NAME_KEY_PREFIX}${name}`;

/** Those of `duplicateKeys` that stand for the names alone. */
export const duplicateNameKeys = (company: ComparableCompany): string[] =>
  traitsOf(company).names.map(nameOnlyKey);

/**
 * Keys under which likely duplicates meet: each spelling of the name alone, and with each other thing that must be the same.
 * The address up to its first number: `matchingTraits` looks at the rest.
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

/** Whether a key stands for the name alone. */
export const isNameOnlyKey = (key: string): boolean => key.startsWith(NAME_KEY_PREFIX);

/** Whether somebody has marked the two as two companies, on either account. */
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
  /** The account that stands for it. */
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

/** Accounts of the same name, to be told of; `count` is of all, of whom the first are listed. */
export interface SameNameAccounts {
  accounts: readonly { id: string; name: string; status: Status }[];
  count: number;
}

/** So many are told; the rest is a number. */
export const MAX_SAME_NAMES = 5;

/** Of those that were read; null where there is none. `count` is how many there are in the register, where that is known. */
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

/** Whether a pair is still to be looked at: neither said apart, nor one of the two standing for the other already. */
export const isUnresolvedPair = (a: Account, b: Account): boolean =>
  isRegistered(a) &&
  isRegistered(b) &&
  successorIdOf(a) === null &&
  successorIdOf(b) === null &&
  !markedDistinct(a, b);
