/**
 * Whether a company of a list has a name that is only like the one of an account: it is a new company, and a person is told, who
 * may compare. Of 1,000 listed companies 3 to 4 % are told so beside all others, so that it stays worth reading.
 */
import type { Account } from '../account/account';
import { splitEnding } from './common-ending';
import { nameSpellings } from './company-identity';
import { type ComparableCompany, haveCommonFact, isComparedByFacts } from './duplicates';
import { isWithinOneEdit } from './name/edit-distance';
import { lookOf } from './name/look-alikes';
import { headMatch, type NameReading, queryReadings, storedReadings } from './name/name-readings';

/** Shorter sounds are those of many names. */
export const SHORTEST_SOUND = 8;
/** One slip makes another real name of every twentieth name of four characters. */
const SHORTEST_WITH_SLIP = 5;
/** Of kana so many look like another that a short name is quickly another one. */
const SHORTEST_IN_KANA = 6;
const HAS_KANJI = /\p{sc=Han}/u;

export const isAsWritten = ({ role }: Pick<NameReading, 'role'>): boolean =>
  role === 'whole' || role === 'cleaned';

/** Whether a name is long enough, without an ending that hundreds have, for one slip to tell something. */
export const maySlip = (weakKey: string): boolean =>
  [...splitEnding(weakKey).stem].length >= SHORTEST_WITH_SLIP;

/** Where both have an address, a phone or a domain and none is the same, a like name says nothing. */
export const isSimilarCompany = (company: ComparableCompany, account: Account): boolean => {
  if (company.corporateNumber != null && account.corporateNumber !== null) return false;
  if (isComparedByFacts(company, account) && !haveCommonFact(company, account)) return false;
  const asked = queryReadings(company.name ?? '').filter(isAsWritten);
  return nameSpellings(account).some(({ field, text }) =>
    storedReadings(text).some((stored) =>
      asked.some((one) => (field === 'kana' ? isHeardAlike(one, stored) : isAlike(one, stored))),
    ),
  );
};

/** A reading is shared by many names, and tells only where it is long. */
const isHeardAlike = (asked: NameReading, stored: NameReading): boolean =>
  asked.sound !== null && asked.sound.length >= SHORTEST_SOUND && asked.sound === stored.sound;

const isAlike = (asked: NameReading, stored: NameReading): boolean => {
  const [one, other] = [asked.weakKey, stored.weakKey];
  return (
    one === other ||
    isHeardAlike(asked, stored) ||
    headMatch(asked, stored) !== null ||
    (mayLookAlike(one) && lookOf(one) === lookOf(other)) ||
    (maySlip(one) && maySlip(other) && isWithinOneEdit(one, other))
  );
};

const mayLookAlike = (weakKey: string): boolean =>
  HAS_KANJI.test(weakKey) || [...weakKey].length >= SHORTEST_IN_KANA;
