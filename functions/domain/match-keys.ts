/**
 * The keys that a lookup finds an account by. They are stored with it and each is looked up in an index, so that a lookup
 * costs the same however many accounts there are. What is found is compared again (lookup-rank.ts): a key may promise too much.
 */
import type { Account } from './account';
import { isFreeMail } from './free-mail';
import { type NameReading, storedReadings } from './name-readings';
import { slipKeys, slipKeysToAsk } from './one-slip';
import { readWebDomain } from './web-domain';

/** A change of the keys that a stored account has; `rekey` then makes them anew. */
export const KEYS_VERSION = 2;

/** One letter says which kind of key it is. A key without one is a name, as it was folded. */
const loosely = (key: string): string => `w:${key}`;
const sounding = (sound: string): string => `s:${sound}`;
const slipped = (key: string): string => `d:${key}`;
const partly = (part: string): string => `p:${part}`;
const beginning = (part: string): string => `b:${part}`;
export const domainKey = (domain: string): string => `@${domain}`;
/** Of customers alone, so that hundreds of companies with one name do not hide them. */
export const clientKey = (key: string): string => `c:${key}`;
export const codeKey = (code: string): string => `#${code}`;

export type SpellingField = 'name' | 'formerName' | 'englishName' | 'kana';

/** Every spelling of the account's name, the present one first. */
export const spellingsOf = ({
  name,
  englishName,
  kana,
  formerNames,
}: Account): { field: SpellingField; text: string }[] => {
  const all: { field: SpellingField; text: string | null }[] = [
    { field: 'name', text: name },
    { field: 'englishName', text: englishName },
    { field: 'kana', text: kana },
    ...formerNames.map((former) => ({ field: 'formerName' as const, text: former.name })),
  ];
  return all.flatMap(({ field, text }) => (text === null || text.trim() === '' ? [] : [{ field, text }]));
};

/** 1301, 13010 and １３０１ are one code: the fifth character of a share is 0. Null where it is none. */
export const securitiesCodeOf = (text: string): string | null => {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  return /^\d[0-9A-Z]\d[0-9A-Z]0?$/.test(plain) ? plain.slice(0, 4) : null;
};

/** Domains of the company, and of the addresses of its people. */
export const domainsOf = ({ domains, contacts }: Account): string[] => {
  const written = [...domains, ...Object.values(contacts).map(({ email }) => email ?? '')];
  const hosts = written.flatMap((one) => readWebDomain(one)?.domains ?? []);
  return [...new Set(hosts)].filter((domain) => !isFreeMail(domain));
};

export const matchKeys = (account: Account): string[] => {
  const names = spellingsOf(account).flatMap(({ field, text }) =>
    storedReadings(text).flatMap((reading) => [
      ...nameKeys(reading),
      ...(account.status === 'CURRENT_CLIENT' ? [clientKey(reading.key)] : []),
      ...(reading.role === 'whole' ? [...nearKeys(reading), ...partKeys(reading, field)] : []),
    ]),
  );
  const code = account.securitiesCode === null ? null : securitiesCodeOf(account.securitiesCode);
  return [
    ...new Set([...names, ...domainsOf(account).map(domainKey), ...(code === null ? [] : [codeKey(code)])]),
  ];
};

const nameKeys = ({ key, weakKey, loose, sound }: NameReading): string[] => [
  key,
  weakKey,
  ...loose.map(loosely),
  ...(sound === null ? [] : [sounding(sound)]),
];

/** With ホールディングス shortened: an ending that hundreds of companies have would stand in most keys of a longer name. */
const nearKeys = ({ weakKey, compact }: NameReading): string[] =>
  [...new Set([compact, weakKey])].flatMap(slipKeys).map(slipped);

/** Two kanji are a word; of kana and mixed text three characters tell something, and five are rare. */
const GRAMS = [3, 5];
const BEGINNINGS = [3, 4, 6, 8];
const SHORTEST_WORD = 3;
const KANJI_WORD = /(?=(\p{sc=Han}{2}))/gu;
const LATIN_WORD = /[\p{sc=Latin}\p{N}]+/gu;

const grams = (text: string, length: number): string[] => {
  const characters = [...text];
  return Array.from({ length: Math.max(0, characters.length - length + 1) }, (_, at) =>
    characters.slice(at, at + length).join(''),
  );
};
const kanjiWords = (text: string): string[] => [...text.matchAll(KANJI_WORD)].map(([, word = '']) => word);
const latinWords = (text: string): string[] =>
  (text.normalize('NFKC').toLowerCase().match(LATIN_WORD) ?? []).filter(
    (word) => word.length >= SHORTEST_WORD,
  );
const isJapanese = (text: string): boolean => /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}]/u.test(text);

const beginningsOf = (key: string): string[] =>
  BEGINNINGS.filter((length) => length < key.length).map((length) => beginning(key.slice(0, length)));

/** Of a reading in kana and of an English name people type the beginning or whole words; of a name any part. */
const partKeys = ({ weakKey, tradeName, text }: NameReading, field: SpellingField): string[] => {
  const words = latinWords(tradeName ?? text).map(partly);
  if (field === 'kana' || !isJapanese(weakKey)) return [...words, ...beginningsOf(weakKey)];
  return [
    ...words,
    ...[...kanjiWords(weakKey), ...GRAMS.flatMap((length) => grams(weakKey, length))].map(partly),
  ];
};

/** Names in four kinds, each asked for by a query of its own, so that many of one kind do not crowd another out. */
export interface AskedKeys {
  exact: string[];
  /** The name in another spelling. */
  alike: string[];
  /** By sound, with a slip, or without its last words: for a name that is not here. */
  near: string[];
  part: string[];
}

/** Values that one query takes. */
const MOST_VALUES = 30;

export const askedKeys = (readings: readonly NameReading[]): AskedKeys => {
  const [whole] = readings;
  const sure = readings.filter(({ role }) => role === 'whole' || role === 'cleaned');
  const exact = sure.map(({ key }) => key);
  const alike = [
    ...readings
      .filter(({ role }) => role !== 'shortened')
      .flatMap(({ key, weakKey, loose }) => [key, weakKey, ...loose])
      .flatMap((key) => [key, loosely(key)]),
  ].filter((key) => !exact.includes(key));
  const sounds = sure.flatMap(({ sound }) => (sound === null ? [] : [sounding(sound)]));
  const shorter = readings
    .filter(({ role }) => role === 'shortened')
    .flatMap(({ key, weakKey }) => [key, weakKey]);
  // The cleaner the reading, the likelier is a slip the only thing that is wrong with it.
  const near = sure
    .slice(-2)
    .reverse()
    .flatMap(({ compact }) => slipKeysToAsk(compact));
  return {
    exact: few(exact),
    alike: few(alike),
    near: few([...sounds, ...shorter, ...near.map(slipped)]),
    part: whole === undefined ? [] : few([...partToAsk(sure[1] ?? whole)]),
  };
};

const few = (keys: readonly string[]): string[] => [...new Set(keys)].slice(0, MOST_VALUES);

/** Endings of many names: their parts would find anything. */
const COMMON =
  /ホルデイングス|グルプ|システム|サビス|コポレシヨン|テクノロジズ|インタナシヨナル|製作所|工業|日本|株式会社/g;

const partToAsk = ({ weakKey, tradeName, text }: NameReading): string[] => {
  const words = latinWords(tradeName ?? text).sort((a, b) => b.length - a.length);
  const start = BEGINNINGS.filter((length) => length <= weakKey.length).pop();
  const begun = start === undefined ? [] : [beginning(weakKey.slice(0, start))];
  if (!isJapanese(weakKey)) return [...words.slice(0, 1).map(partly), ...begun];
  const rare =
    weakKey
      .replace(COMMON, ' ')
      .split(' ')
      .sort((a, b) => b.length - a.length)[0] ?? '';
  const [long, short] = [grams(rare, 5), grams(rare, 3)].map((found) => found[Math.floor(found.length / 2)]);
  const gram = long ?? short ?? kanjiWords(weakKey)[0] ?? grams(weakKey, 3)[0];
  return [...(gram === undefined ? words.slice(0, 1) : [gram]).map(partly), ...begun];
};
