/** Compares what was asked for with what was found: why each company matches, how surely, and the best first. */
import type { Account } from './account';
import { domainsOf, type SpellingField, securitiesCodeOf, spellingsOf } from './match-keys';
import { type NameReading, storedReadings } from './name-readings';
import { withinOneSlip } from './one-slip';
import { type Text, text } from './text';

/**
 * `same`: this company, by a number that only one has. `likely`: its name or domain, which another may have too: 703 companies
 * are called 株式会社アシスト. `similar`: worth a look.
 */
export type Sureness = 'same' | 'likely' | 'similar';
export type Matched = 'id' | 'corporateNumber' | 'securitiesCode' | 'domain' | SpellingField;
export type Likeness = 'equal' | 'spelling' | 'sound' | 'slip' | 'part';

export interface Hit {
  account: Account;
  matched: Matched;
  /** What of the account matched, as it stands there. */
  spelling: string;
  how: Likeness;
  sure: Sureness;
}

/** What was asked for, as it was understood. */
export interface Question {
  id: string | null;
  /** Thirteen digits. */
  corporateNumber: string | null;
  /** False where the number was completed from what was typed. */
  wholeNumber: boolean;
  securitiesCode: string | null;
  domains: readonly string[];
  readings: readonly NameReading[];
}

interface Scored extends Hit {
  score: number;
}

const LIKENESS: Readonly<Record<Likeness, number>> = {
  equal: 100,
  spelling: 80,
  sound: 60,
  slip: 50,
  part: 30,
};
const FIELD: Readonly<Record<SpellingField, number>> = { name: 0, englishName: -1, kana: -2, formerName: -3 };
/** A name without its last words comes behind one with a slip, and before one that only contains it. */
const ROLE: Readonly<Record<NameReading['role'], number>> = {
  whole: 0,
  cleaned: -2,
  aside: -6,
  shortened: -58,
};
/** A sound of fewer letters is shared by many names. */
const SURE_SOUND = 8;
const SHORTEST_PART = 2;

/** The best first. */
export const rank = (accounts: readonly Account[], question: Question): Hit[] =>
  accounts
    .flatMap((account) => scored(account, question) ?? [])
    .sort(
      (a, b) =>
        b.score - a.score || order(a.account) - order(b.account) || (a.account.id < b.account.id ? -1 : 1),
    )
    .map(({ score: _, ...hit }) => hit);

/** Of companies with one name, those that we know best are meant first. */
const order = ({ status, everMet }: Account): number =>
  status === 'CURRENT_CLIENT' ? 0 : status === 'ON_FILE' ? 3 : everMet ? 1 : 2;

const scored = (account: Account, question: Question): Scored | null => {
  const certain = (matched: Matched, spelling: string, sure: Sureness, score: number): Scored => ({
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
    securitiesCodeOf(account.securitiesCode) === question.securitiesCode
  )
    return certain('securitiesCode', account.securitiesCode, 'same', 280);
  const domains = question.domains.length === 0 ? [] : domainsOf(account);
  const at = question.domains.findIndex((domain) => domains.includes(domain));
  if (at >= 0) return certain('domain', question.domains[at] ?? '', 'likely', 200 - at);
  return byName(account, question.readings);
};

const byName = (account: Account, asked: readonly NameReading[]): Scored | null => {
  let best: Scored | null = null;
  for (const { field, text: spelling } of spellingsOf(account)) {
    for (const stored of storedReadings(spelling)) {
      for (const reading of asked) {
        const likeness = compare(reading, stored);
        if (likeness === null) continue;
        const score =
          likeness.score +
          FIELD[field] +
          Math.min(ROLE[reading.role], ROLE[stored.role]) +
          sameForms(reading, stored);
        if (best !== null && best.score >= score) continue;
        const { how } = likeness;
        best = {
          account,
          matched: field,
          spelling,
          how,
          sure: surenessOf(how, reading, stored),
          score,
        };
      }
    }
  }
  return best;
};

const surenessOf = (how: Likeness, asked: NameReading, stored: NameReading): Sureness => {
  if (how === 'slip' || how === 'part' || asked.role === 'shortened') return 'similar';
  if (how === 'sound' && (stored.sound ?? '').length < SURE_SOUND) return 'similar';
  return 'likely';
};

const compare = (asked: NameReading, stored: NameReading): { how: Likeness; score: number } | null => {
  const as = (how: Likeness, more = 0) => ({ how, score: LIKENESS[how] + more });
  if (asked.key === stored.key) return as('equal');
  if (asked.weakKey === stored.weakKey) return as('spelling', 5);
  const weak = [stored.weakKey, ...stored.loose];
  if ([asked.weakKey, ...asked.loose].some((key) => weak.includes(key))) return as('spelling');
  if (asked.sound !== null && asked.sound === stored.sound) return as('sound');
  if (asked.role === 'shortened') return null;
  if (isLongEnough(asked.weakKey, stored.weakKey) && withinOneSlip(asked.weakKey, stored.weakKey))
    return as('slip', stored.weakKey.length / 10);
  return partOf(asked, stored);
};

/** Of two characters, one slip leaves only one. */
const isLongEnough = (asked: string, stored: string): boolean => Math.max(asked.length, stored.length) > 2;

/** The nearer the part comes to the whole, and the nearer to its beginning, the better. */
const partOf = (asked: NameReading, stored: NameReading): { how: Likeness; score: number } | null => {
  if ([...asked.weakKey].length < SHORTEST_PART) return null;
  const at = stored.weakKey.indexOf(asked.weakKey);
  if (at < 0) return null;
  const share = asked.weakKey.length / stored.weakKey.length;
  return { how: 'part', score: LIKENESS.part + 10 * share + (at === 0 ? 3 : 0) };
};

const formsOf = ({ legalForms }: NameReading): string =>
  legalForms.map(({ form, position }) => `${position} ${form}`).join();
const isSameForms = (asked: NameReading, stored: NameReading): boolean => formsOf(asked) === formsOf(stored);

/** Which of two companies with one name is meant, where the legal form or its place tells. */
const sameForms = (asked: NameReading, stored: NameReading): number => {
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

/** Why a company is among the hits, in words. */
export const whyOf = ({ matched, how, spelling }: Pick<Hit, 'matched' | 'how' | 'spelling'>): Text => {
  const { ja, en } = MATCHED[matched];
  const like = HOW[how];
  return text(`${ja}「${spelling}」${like.ja}`, `${en} “${spelling}” ${like.en}`);
};

const MATCHED: Readonly<Record<Matched, Text>> = {
  id: text('アカウントID', 'The account ID'),
  corporateNumber: text('法人番号', 'The corporate number'),
  securitiesCode: text('証券コード', 'The securities code'),
  domain: text('ドメイン', 'The domain'),
  name: text('会社名', 'The name'),
  formerName: text('旧社名', 'The former name'),
  englishName: text('英文名', 'The English name'),
  kana: text('読み', 'The reading'),
};
const HOW: Readonly<Record<Likeness, Text>> = {
  equal: text('が一致', 'is the same'),
  spelling: text('が表記の違いを除いて一致', 'is the same in another spelling'),
  sound: text('が読みで一致', 'sounds the same'),
  slip: text('が一文字違い', 'differs by one slip'),
  part: text('の一部と一致', 'contains it'),
};
