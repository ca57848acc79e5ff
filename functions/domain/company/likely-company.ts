/**
 * How a listed company may be an account of the register where no corporate number decides. A person decides, row by row or for a
 * whole group.
 */
import { type Account, partById } from '../account/account';
import { type Text, text } from '../text/text';
import { type NameField, nameSpellings } from './company-identity';
import {
  type ComparableCompany,
  haveCommonDomain,
  isComparedByFacts,
  type MatchingTrait,
  matchingTraits,
} from './duplicates';
import { type FoldedName, foldCompanyName } from './name/company-name';
import { isHalfInKana } from './name/name-parts';
import { isGuess, type NameReading, queryReadings, storedReadings } from './name/name-readings';
import { nameAddressKey } from './name-address-key';

/** The surest come first. `twice` is for two rows of the same list. */
export const LIKELY_GROUPS = {
  sameFacts: text(
    '社名と、住所・電話・ドメインのどれかが同じ',
    'The same name, and the same address, phone or domain',
  ),
  sameName: text('社名がまったく同じ', 'Exactly the same name'),
  otherSpelling: text('社名が同じ(表記が違う)', 'The same name, written otherwise'),
  otherFacts: text(
    '社名は同じだが、住所・電話・ドメインが違う',
    'The same name, but another address, phone or domain',
  ),
  sameDomain: text('社名は違うが、ドメインが同じ', 'Another name, but the same domain'),
  twice: text('ファイルの中に同じ会社が二度ある', 'The same company twice in this file'),
} as const satisfies Record<string, Text>;
export type LikelyGroup = keyof typeof LIKELY_GROUPS;
/**
 * `same`: the row is that account, if only one matches. `another`: it is a company of its own. `ask`: it waits for a decision.
 */
export const GROUP_RULES = ['ask', 'same', 'another'] as const;
export type GroupRule = (typeof GROUP_RULES)[number];

type GroupOfAccount = Exclude<LikelyGroup, 'twice'>;

export interface Likeness {
  group: GroupOfAccount;
  why: readonly MatchingTrait[];
}

/**
 * Null where they are different companies: other names and domains, two corporate numbers, two legal forms, or only one reading
 * in common.
 */
export const likenessOf = (company: ComparableCompany, other: ComparableCompany): Likeness | null => {
  const why = matchingTraits(company, other);
  const [first, ...facts] = why;
  if (first === 'corporateNumber') return null;
  if (first === undefined) {
    if (isOtherSpelling(company, other) || isOtherSpelling(other, company))
      return { group: 'otherSpelling', why: ['name'] };
    return haveOneDomain(company, other) ? { group: 'sameDomain', why: ['domain'] } : null;
  }
  if (facts.length > 0) return { group: 'sameFacts', why };
  if (haveSameAddressText(company, other)) return { group: 'sameFacts', why: [...why, 'address'] };
  const [one, two] = [foldCompanyName(company.name ?? ''), foldCompanyName(other.name ?? '')];
  if (!isSameName(company, other) || haveOtherForms(one, two)) return null;
  if (isComparedByFacts(company, other)) return { group: 'otherFacts', why };
  return { group: one.key === two.key && formsOf(one) === formsOf(two) ? 'sameName' : 'otherSpelling', why };
};

/** A company of a group may use the web site of another one, so a person decides. */
const haveOneDomain = (company: ComparableCompany, other: ComparableCompany): boolean =>
  !haveTwoNumbers(company, other) && haveCommonDomain(company, other);

/** The name as banks, lists and people write it: with letters spelled out, without a branch, or partly in kana. */
const isOtherSpelling = (company: ComparableCompany, other: ComparableCompany): boolean => {
  const { name = '' } = company;
  if (name === '' || haveTwoNumbers(company, other)) return false;
  if (haveOtherForms(foldCompanyName(name), foldCompanyName(other.name ?? ''))) return false;
  const readings = queryReadings(name).filter((reading) => !isGuess(reading));
  const [whole] = readings;
  if (whole === undefined) return false;
  return (
    nameSpellings(other).some(({ field, text: spelling }) => haveCommonKey(readings, field, spelling)) ||
    (other.name !== undefined &&
      other.kana != null &&
      isHalfInKana(whole.weakKey, foldCompanyName(other.name).weakKey, foldCompanyName(other.kana).weakKey))
  );
};

/** A key that comes from a reading in kana alone does not count: ノヴァ薬品 and ノヴァ薬品二 may be read alike. */
const haveCommonKey = (readings: readonly NameReading[], field: NameField, spelling: string): boolean => {
  const compared = readings.filter(({ role }) => field !== 'kana' || role !== 'respelled');
  const keys = compared.flatMap((reading) => [
    reading.weakKey,
    ...(reading.role === 'respelled' ? [] : reading.loose),
  ]);
  return storedReadings(spelling).some(({ weakKey, loose }) =>
    [weakKey, ...loose].some((key) => keys.includes(key)),
  );
};

const haveTwoNumbers = (a: ComparableCompany, b: ComparableCompany): boolean =>
  a.corporateNumber != null && b.corporateNumber != null;

/** Different companies may be read alike, so a reading counts only where it is written in place of the name. */
const isSameName = (company: ComparableCompany, other: ComparableCompany): boolean => {
  const ours = nameKeys(company);
  const theirs = nameKeys(other);
  return (
    ours.some((key) => theirs.includes(key)) ||
    nameAndReadingKeys(company).includes(foldCompanyName(other.name ?? '').weakKey) ||
    nameAndReadingKeys(other).includes(foldCompanyName(company.name ?? '').weakKey)
  );
};

/** Compares the texts, so that it also works where no building can be read from them, as with a mere prefecture. */
const haveSameAddressText = (company: ComparableCompany, other: ComparableCompany): boolean =>
  (company.address ?? '') !== '' &&
  (other.address ?? '') !== '' &&
  nameAddressKey('', company.address) === nameAddressKey('', other.address);

const weakKeysOf = (spellings: ReturnType<typeof nameSpellings>): string[] =>
  spellings.map(({ text: spelling }) => foldCompanyName(spelling).weakKey).filter((key) => key !== '');

const nameAndReadingKeys = (company: ComparableCompany): string[] => weakKeysOf(nameSpellings(company));

const nameKeys = (company: ComparableCompany): string[] =>
  weakKeysOf(nameSpellings(company).filter(({ field }) => field !== 'kana'));

const formsOf = ({ legalForms }: FoldedName): string =>
  legalForms.map(({ form, position }) => `${position} ${form}`).join();

/**
 * 株式会社 and 有限会社 of one name are two companies. A name without a form may be either, and a 株式会社 may be Co., Ltd. or Inc. in
 * English.
 */
const haveOtherForms = (one: FoldedName, two: FoldedName): boolean => {
  const [ours, theirs] = [one, two].map(({ legalForms }) =>
    legalForms
      .map(({ form }) => form)
      .filter((form) => JAPANESE_FORM.test(form))
      .sort()
      .join(),
  );
  return ours !== '' && theirs !== '' && ours !== theirs;
};

const JAPANESE_FORM = /\p{sc=Han}/u;

/** The account has another ID in the same list, so it is another of the list's companies. */
export const isOtherEntry = (
  { sources }: Pick<Account, 'sources'>,
  { list, listId }: { list: string; listId?: string | undefined },
): boolean => {
  const ownId = partById(sources, list) ?? '';
  return ownId !== '' && listId !== undefined && ownId !== listId;
};
