/**
 * Whether a listed company's name is only similar to that of an account. The company is registered as a new one, and a person is
 * told so that they may compare. Of 1,000 listed companies 3 to 4 % are reported, few enough to be read.
 */
import type { Account } from '../account/account';
import { splitEnding } from './common-ending';
import { nameSpellings } from './company-identity';
import { type ComparableCompany, haveCommonFact, isComparedByFacts } from './duplicates';
import { isWithinOneEdit } from './name/edit-distance';
import { foldLookAlikes } from './name/look-alikes';
import { headMatch, type NameReading, queryReadings, storedReadings } from './name/name-readings';

/** Shorter sounds are shared by too many names. */
export const SHORTEST_SOUND = 8;
/** At four characters, one typing error turns one name in twenty into another real one. */
const SHORTEST_WITH_SLIP = 5;
/** Many kana look alike, so a short name in kana easily looks like another. */
const SHORTEST_IN_KANA = 6;
const HAS_KANJI = /\p{sc=Han}/u;

export const isAsWritten = ({ role }: Pick<NameReading, 'role'>): boolean =>
  role === 'whole' || role === 'cleaned';

/** Whether a name, without a common ending, is long enough for a match with one typing error to mean something. */
export const maySlip = (weakKey: string): boolean =>
  [...splitEnding(weakKey).stem].length >= SHORTEST_WITH_SLIP;

/** Whether one of an account's names is like that of the company: that alone, before the facts of both are compared. */
export const likenessToName = (
  company: Pick<ComparableCompany, 'name'>,
): ((account: Parameters<typeof nameSpellings>[0]) => boolean) => {
  const asked = queryReadings(company.name ?? '').filter(isAsWritten);
  return (account) =>
    nameSpellings(account).some(({ field, text }) =>
      storedReadings(text).some((stored) =>
        asked.some((one) => (field === 'kana' ? isHeardAlike(one, stored) : isAlike(one, stored))),
      ),
    );
};

/**
 * Judges whether an account's name is like the company's. Where both have an address, a phone or a domain and none is the same,
 * a similar name means nothing.
 */
export const similarityTo = (company: ComparableCompany): ((account: Account) => boolean) => {
  const hasLikeName = likenessToName(company);
  return (account) => {
    if (company.corporateNumber != null && account.corporateNumber !== null) return false;
    // The names first: reading the facts of an account takes longer, and most accounts that the keys have found have no similar name.
    return hasLikeName(account) && (!isComparedByFacts(company, account) || haveCommonFact(company, account));
  };
};

/** Many names share a reading, so only a long one counts. */
const isHeardAlike = (asked: NameReading, stored: NameReading): boolean =>
  asked.sound !== null && asked.sound.length >= SHORTEST_SOUND && asked.sound === stored.sound;

const isAlike = (asked: NameReading, stored: NameReading): boolean => {
  const [one, other] = [asked.weakKey, stored.weakKey];
  return (
    one === other ||
    isHeardAlike(asked, stored) ||
    headMatch(asked, stored) !== null ||
    (mayLookAlike(one) && foldLookAlikes(one) === foldLookAlikes(other)) ||
    (maySlip(one) && maySlip(other) && isWithinOneEdit(one, other))
  );
};

const mayLookAlike = (weakKey: string): boolean =>
  HAS_KANJI.test(weakKey) || [...weakKey].length >= SHORTEST_IN_KANA;
