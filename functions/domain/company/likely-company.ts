/** How a company of a list and an account of the register may be one, where no number tells: a person decides, by row or by group. */
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

/** The surest first. `twice`: two rows of the list itself. */
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
/** `same`: the row is that account, where only one fits. `another`: it is a company of its own. `ask`: it waits for a decision. */
export const GROUP_RULES = ['ask', 'same', 'another'] as const;
export type GroupRule = (typeof GROUP_RULES)[number];

type GroupOfAccount = Exclude<LikelyGroup, 'twice'>;

export interface Likeness {
  group: GroupOfAccount;
  why: readonly MatchingTrait[];
}

/** Null where they are two companies: other names and domains, two corporate numbers, two legal forms, or no more than one reading in common. */
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

/** A company of a group may have the site of another one: a person tells. */
const haveOneDomain = (company: ComparableCompany, other: ComparableCompany): boolean =>
  !haveTwoNumbers(company, other) && haveCommonDomain(company, other);

/** The name as a bank, a list or a person writes it, who spells letters, leaves out a branch or writes a part of it in kana. */
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

/** ノヴァ薬品 and ノヴァ薬品二 may have one reading: where words were only read in kana, the reading alone tells nothing. */
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

/** Two companies may have one reading: it tells only where it is written in place of the name. */
const isSameName = (company: ComparableCompany, other: ComparableCompany): boolean => {
  const ours = nameKeys(company);
  const theirs = nameKeys(other);
  return (
    ours.some((key) => theirs.includes(key)) ||
    nameAndReadingKeys(company).includes(foldCompanyName(other.name ?? '').weakKey) ||
    nameAndReadingKeys(other).includes(foldCompanyName(company.name ?? '').weakKey)
  );
};

/** Also where no house can be read from it, as of a mere prefecture. */
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

/** 株式会社 and 有限会社 of one name are two companies; one without a form may be either, and a 株式会社 is Co., Ltd. or Inc. in English. */
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

/** The list itself knows the account as another one of its companies. */
export const isOtherEntry = (
  { sources }: Pick<Account, 'sources'>,
  { list, listId }: { list: string; listId?: string | undefined },
): boolean => {
  const ownId = partById(sources, list) ?? '';
  return ownId !== '' && listId !== undefined && ownId !== listId;
};
