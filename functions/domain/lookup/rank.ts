/** Compares what was asked for with what was found: why each company matches, how surely, and the best first. */
import type { Account } from '../account/account';
import { type NameField, nameSpellings } from '../company/company-identity';
import { accountDomains, normaliseSecuritiesCode } from '../company/match-keys';
import { LEAST_LIKENESS, misreadSpellings, spellingLikeness, writtenLikeness } from '../company/misread-name';
import { foldCompanyName } from '../company/name/company-name';
import { isAcronymOf, isPrefixedByInitials } from '../company/name/initials';
import { isHalfInKana } from '../company/name/name-parts';
import { isGuess, type NameReading, storedReadings } from '../company/name/name-readings';
import { compareReadings, MATCH_SCORES, type MatchKind } from './compare-readings';

/**
 * `same`: this company, by a number that only one has. `likely`: its name or domain, which another may have too: 703 companies
 * are called 株式会社アシスト. `similar`: worth a look.
 */
export type Certainty = 'same' | 'likely' | 'similar';
export type MatchedField = 'id' | 'corporateNumber' | 'securitiesCode' | 'domain' | NameField;

export interface LookupHit {
  account: Account;
  matched: MatchedField;
  /** What of the account matched, as it stands there. */
  spelling: string;
  how: MatchKind;
  sure: Certainty;
}

/** What was asked for, as it was understood. */
export interface LookupQuery {
  id: string | null;
  /** Thirteen digits. */
  corporateNumber: string | null;
  /** False where the number was completed from what was typed. */
  wholeNumber: boolean;
  securitiesCode: string | null;
  domains: readonly string[];
  readings: readonly NameReading[];
}

interface ScoredHit extends LookupHit {
  score: number;
}

const FIELD_SCORES: Readonly<Record<NameField, number>> = {
  name: 0,
  otherName: -1,
  englishName: -1,
  kana: -2,
  formerName: -3,
};
/** A name without its last words comes behind one with a slip, and before one that only contains it. */
const ROLE_SCORES: Readonly<Record<NameReading['role'], number>> = {
  whole: 0,
  cleaned: -2,
  respelled: -3,
  aside: -6,
  shortened: -58,
  lookAlike: -25,
};
/** A sound of fewer letters is shared by many names. */
const MIN_SURE_SOUND = 8;
/** One that looks the same comes before one with a slip, and one that is half the same behind a part. */
const SCORE_OF_LIKENESS = 35;
const MOST_BEHIND = 7;
const MAX_MISREAD = 3;

/** The best first. */
export const rankHits = (accounts: readonly Account[], question: LookupQuery): LookupHit[] => {
  const hits = accounts.flatMap((account) => scoreAccount(account, question) ?? []);
  const isFound = hits.some(({ sure }) => sure !== 'similar');
  return (isFound ? hits : withMisreadNames(hits, accounts, question))
    .sort(
      (a, b) =>
        b.score - a.score ||
        statusRank(a.account) - statusRank(b.account) ||
        (a.account.id < b.account.id ? -1 : 1),
    )
    .map(({ score: _, ...hit }) => hit);
};

/** Whether it may well be what was asked for, and is not only similar to it. */
export const isMeant = (account: Account, question: LookupQuery): boolean =>
  (scoreAccount(account, question)?.sure ?? 'similar') !== 'similar';

/** Where nothing sure was found: names that may have been misread, the nearest few. */
const withMisreadNames = (
  hits: readonly ScoredHit[],
  accounts: readonly Account[],
  { readings }: LookupQuery,
): ScoredHit[] => {
  const asked = readings
    .filter(({ role }) => role === 'whole' || role === 'cleaned')
    .flatMap(misreadSpellings);
  const placed = withFormPlace(readings);
  const misread = accounts.flatMap((account) => scoreAsMisread(account, asked) ?? []).map(placed);
  const least = Math.max(...misread.map(({ score }) => score)) - MOST_BEHIND;
  const misreadById = new Map(misread.map((hit) => [hit.account.id, hit]));
  const hitIds = new Set(hits.map(({ account }) => account.id));
  return [
    ...hits.map(placed).map((hit) => ({
      ...hit,
      score: Math.max(hit.score, misreadById.get(hit.account.id)?.score ?? 0),
    })),
    ...misread
      .filter(({ account, score }) => !hitIds.has(account.id) && score >= least)
      .sort((a, b) => b.score - a.score || (a.account.id < b.account.id ? -1 : 1))
      .slice(0, MAX_MISREAD),
  ].map(nearestAsWritten(readings));
};

/** More than everything else of a name that is only similar: what keys leave out, as long marks and the form, tells as well. */
const SCORE_AS_WRITTEN = 80;

/** MUFG is written quite otherwise than its name, and MFS nearly so. */
const LIKENESS_OF_INITIALS = 0.75;

const nearestAsWritten = (readings: readonly NameReading[]): ((hit: ScoredHit) => ScoredHit) => {
  const whole = readings.find(({ role }) => role === 'whole');
  const written = whole?.text ?? '';
  const hasForm = (whole?.legalForms ?? []).length > 0;
  // A name typed without a legal form may have lost it, or a scanner has misread it.
  const namesOf = (spelling: string): string[] =>
    hasForm ? [spelling] : [spelling, foldCompanyName(spelling).tradeName ?? spelling];
  return (hit) => {
    const names = nameSpellings(hit.account).flatMap(({ text }) => namesOf(text));
    const likeness = Math.max(
      ...(hit.how === 'initials' ? [LIKENESS_OF_INITIALS] : []),
      ...names.map((name) => writtenLikeness(written, name)),
    );
    return { ...hit, score: hit.score + SCORE_AS_WRITTEN * likeness };
  };
};

/** Taken off the score where the form stands at the other end: as much as for a slip. */
const FORM_ELSEWHERE = 6;

/** 甲株式会社 is no 株式会社甲: where a name was misread, the place of its form was not. */
const withFormPlace = (readings: readonly NameReading[]): ((hit: ScoredHit) => ScoredHit) => {
  const asked = readings.find(({ role }) => role === 'whole')?.legalForms ?? [];
  const places = placesOf(asked);
  return (hit) => {
    const stored = placesOf(foldCompanyName(hit.account.name).legalForms);
    const isElsewhere = places !== '' && stored !== '' && stored !== places;
    return isElsewhere ? { ...hit, score: hit.score - FORM_ELSEWHERE } : hit;
  };
};

const placesOf = (forms: NameReading['legalForms']): string => forms.map(({ position }) => position).join();

const scoreAsMisread = (account: Account, asked: readonly string[]): ScoredHit | null => {
  let best: ScoredHit | null = null;
  if (asked.length === 0) return best;
  for (const { field, text: spelling } of nameSpellings(account)) {
    const { weakKey } = foldCompanyName(spelling);
    const likeness = Math.max(...asked.map((one) => spellingLikeness(one, weakKey)));
    const score = MATCH_SCORES.misread + SCORE_OF_LIKENESS * likeness + FIELD_SCORES[field];
    if (likeness < LEAST_LIKENESS || (best !== null && best.score >= score)) continue;
    best = { account, matched: field, spelling, how: 'misread', sure: 'similar', score };
  }
  return best;
};

/** Of companies with one name, those that we know best are meant first. */
const statusRank = ({ standing: { status }, everMet }: Account): number =>
  status === 'CURRENT_CLIENT' ? 0 : status === 'ON_FILE' ? 3 : everMet ? 1 : 2;

const scoreAccount = (account: Account, question: LookupQuery): ScoredHit | null => {
  const certain = (matched: MatchedField, spelling: string, sure: Certainty, score: number): ScoredHit => ({
    account,
    matched,
    spelling,
    how: 'equal',
    sure,
    score,
  });
  if (question.id === account.id) return certain('id', account.id, 'same', 300);
  if (question.corporateNumber !== null && question.corporateNumber === account.corporateNumber)
    return certain('corporateNumber', account.corporateNumber, question.wholeNumber ? 'same' : 'likely', 290);
  if (
    question.securitiesCode !== null &&
    account.securitiesCode !== null &&
    normaliseSecuritiesCode(account.securitiesCode) === question.securitiesCode
  )
    return certain('securitiesCode', account.securitiesCode, 'same', 280);
  const domains = question.domains.length === 0 ? [] : accountDomains(account);
  const at = question.domains.findIndex((domain) => domains.includes(domain));
  if (at >= 0) return certain('domain', question.domains[at] ?? '', 'likely', 200 - at);
  return scoreByName(account, question.readings);
};

const scoreByName = (account: Account, asked: readonly NameReading[]): ScoredHit | null => {
  let best: ScoredHit | null = null;
  for (const { field, text: spelling } of nameSpellings(account)) {
    for (const stored of storedReadings(spelling)) {
      for (const reading of asked) {
        const likeness = compareReadings(reading, stored);
        if (likeness === null) continue;
        const score =
          likeness.score +
          FIELD_SCORES[field] +
          Math.min(ROLE_SCORES[reading.role], ROLE_SCORES[stored.role]) +
          legalFormBonus(reading, stored);
        if (best !== null && best.score >= score) continue;
        const how = reading.role === 'lookAlike' ? 'misread' : likeness.how;
        best = {
          account,
          matched: field,
          spelling,
          how,
          sure: certaintyOf(how, reading, stored),
          score,
        };
      }
    }
  }
  return best !== null && best.sure !== 'similar'
    ? best
    : (scoreHalfInKana(account, asked) ?? better(best, scoreByInitials(account, asked)));
};

const scoreHalfInKana = (account: Account, asked: readonly NameReading[]): ScoredHit | null => {
  const { name, kana } = account;
  if (kana === null) return null;
  const [written, read] = [foldCompanyName(name).weakKey, foldCompanyName(kana).weakKey];
  const fits = asked.some(
    ({ role, weakKey }) => !isGuess({ role }) && role !== 'respelled' && isHalfInKana(weakKey, written, read),
  );
  if (!fits) return null;
  const score = MATCH_SCORES.spelling + FIELD_SCORES.kana;
  return { account, matched: 'kana', spelling: kana, how: 'spelling', sure: 'likely', score };
};

const better = (one: ScoredHit | null, other: ScoredHit | null): ScoredHit | null =>
  one === null || (other !== null && other.score > one.score) ? other : one;

const scoreByInitials = (account: Account, asked: readonly NameReading[]): ScoredHit | null => {
  const typed = asked.filter((reading) => !isGuess(reading)).map(({ weakKey }) => weakKey);
  const names = nameSpellings(account);
  const { weakKey: written } = foldCompanyName(account.name);
  const found = names.find(({ text }) =>
    typed.some((key) => isAcronymOf(key, text) || isPrefixedByInitials(key, written, text)),
  );
  if (found === undefined) return null;
  const score = MATCH_SCORES.initials + FIELD_SCORES[found.field];
  return { account, matched: found.field, spelling: found.text, how: 'initials', sure: 'similar', score };
};

const SURE_KINDS: ReadonlySet<MatchKind> = new Set(['equal', 'spelling', 'sound']);

const certaintyOf = (how: MatchKind, asked: NameReading, stored: NameReading): Certainty => {
  if (!SURE_KINDS.has(how) || isGuess(asked)) return 'similar';
  if (how === 'sound' && (stored.sound ?? '').length < MIN_SURE_SOUND) return 'similar';
  return 'likely';
};

const formsOf = ({ legalForms }: NameReading): string =>
  legalForms.map(({ form, position }) => `${position} ${form}`).join();
const isSameForms = (asked: NameReading, stored: NameReading): boolean => formsOf(asked) === formsOf(stored);

/** Which of two companies with one name is meant, where the legal form or its place tells. */
const legalFormBonus = (asked: NameReading, stored: NameReading): number => {
  if (isSameForms(asked, stored)) return 0.8;
  const [one, other] = [asked, stored].map(({ legalForms }) =>
    legalForms
      .map(({ form }) => form)
      .sort()
      .join(),
  );
  if (one === other) return 0.4;
  return asked.legalForms.length > 0 && stored.legalForms.length > 0 ? -0.4 : 0;
};
