/**
 * The keys that a lookup finds an account by. They are stored with it and each is looked up in an index, so that a lookup
 * costs the same however many accounts there are. What is found is compared again (lookup/rank.ts): a key may promise too much.
 */
import type { Account } from '../account/account';
import { isOfEnding, withEndingRestored } from './common-ending';
import { companyDomains, type NameField, nameSpellings } from './company-identity';
import { nameOnlyKey } from './duplicates';
import {
  endKeys,
  endQueryKeys,
  misreadSpellings,
  pieceKeys,
  pieceQueryKeys,
  threesKeys,
  threesQueryKeys,
} from './misread-name';
import { foldCompanyName } from './name/company-name';
import { editKeys, editQueryKeys } from './name/edit-distance';
import { acronymKeys, acronymQueryKeys, signKeys, signQueryKeys } from './name/initials';
import { lookOf } from './name/look-alikes';
import {
  contractionsOf,
  headKey,
  isContraction,
  mixedKeys,
  mixedQueryKeys,
  respellings,
} from './name/name-parts';
import { isGuess, type NameReading, queryReadings, storedReadings } from './name/name-readings';
import { withoutSurroundings } from './name/name-variants';
import { fragmentKeys, partKeys, partQueryKeys } from './part-keys';
import { isAsWritten, maySlip, SHORTEST_SOUND } from './similar-company';

/** Rises with every change of the keys that are stored with an account, also of `duplicateKeys`; `reindex` then makes them anew. */
export const MATCH_KEYS_VERSION = 17;

/** One letter says which kind of key it is. A key without one is a name, as it was folded. */
const variantKey = (key: string): string => `w:${key}`;
const soundKey = (sound: string): string => `s:${sound}`;
const editKey = (key: string): string => `d:${key}`;
const misreadKey = (key: string): string => `l:${key}`;
const headMatchKey = (head: string): string => `h:${headKey(head)}`;
const contractionKey = (contraction: string): string => `a:${contraction}`;
const initialsKey = (initials: string): string => `i:${initials}`;
const mixedKey = (key: string): string => `m:${key}`;
export const domainKey = (domain: string): string => `@${domain}`;
/** Of customers alone, so that hundreds of companies with one name do not hide them. */
export const clientNameKey = (key: string): string => `c:${key}`;
export const securitiesCodeKey = (code: string): string => `#${code}`;

/** 1301, 13010 and １３０１ are one code: the fifth character of a share is 0. Null where it is none. */
export const normaliseSecuritiesCode = (text: string): string | null => {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  return /^\d[0-9A-Z]\d[0-9A-Z]0?$/.test(plain) ? plain.slice(0, 4) : null;
};

/** Domains of the company, and of the addresses of its people. */
export const accountDomains = ({ domains, contacts }: Account): string[] =>
  companyDomains([...domains, ...Object.values(contacts).map(({ email }) => email ?? '')]);

export const matchKeys = (account: Account): string[] => {
  const names = nameSpellings(account).flatMap(({ field, text }) =>
    storedReadings(text).flatMap((reading) => [
      ...nameKeys(reading),
      ...(account.standing.status === 'CURRENT_CLIENT' ? [clientNameKey(reading.key)] : []),
      ...(reading.role === 'whole'
        ? [
            ...nearNameKeys(reading, field),
            ...(field === 'kana' ? [] : misreadKeys(reading)),
            ...reading.heads.map(headMatchKey),
            ...contractionsOf(reading.weakKey).map(contractionKey),
            ...partKeys(reading, field),
          ]
        : []),
    ]),
  );
  const code = account.securitiesCode === null ? null : normaliseSecuritiesCode(account.securitiesCode);
  return [
    ...new Set([
      ...names,
      ...halfInKanaKeys(account),
      ...initialsKeys(account),
      ...accountDomains(account).map(domainKey),
      ...(code === null ? [] : [securitiesCodeKey(code)]),
    ]),
  ];
};

/** Of the name with its reading. */
const halfInKanaKeys = ({ name, kana }: Pick<Account, 'name' | 'kana'>): string[] =>
  kana === null ? [] : mixedKeys(foldCompanyName(name).weakKey, foldCompanyName(kana).weakKey).map(mixedKey);

const initialsKeys = (account: Account): string[] => {
  const { weakKey } = foldCompanyName(account.name);
  return nameSpellings(account)
    .filter(({ field }) => field !== 'kana')
    .flatMap(({ text }) => [...acronymKeys(text), ...signKeys(weakKey, text)])
    .map(initialsKey);
};

const nameKeys = ({ key, weakKey, loose, sound }: NameReading): string[] => [
  key,
  weakKey,
  ...loose.map(variantKey),
  ...(sound === null ? [] : [soundKey(sound)]),
];

/** With ホールディングス shortened: an ending that hundreds of companies have would stand in most keys of a longer name. */
const nearNameKeys = ({ weakKey, compact }: NameReading, field: NameField): string[] =>
  [...new Set(field === 'kana' || field === 'englishName' ? [compact] : [compact, weakKey])]
    .flatMap(editKeys)
    .map(editKey);

/** Most names look like their weak keys, by which they are stored already. */
const misreadKeys = ({ weakKey }: NameReading): string[] => {
  const look = lookOf(weakKey);
  return [
    ...(look === weakKey ? [] : [look]),
    ...pieceKeys(weakKey),
    ...threesKeys(weakKey),
    ...endKeys(weakKey),
  ].map(misreadKey);
};

/** Names in four kinds, each asked for by a query of its own, so that many of one kind do not crowd another out. */
export interface QueryKeys {
  exact: string[];
  /** The name in another spelling. */
  alike: string[];
  /** By sound, with a slip, or without its last words: for a name that is not here. */
  near: string[];
  /** Without words of trade, contracted (東大), and half in kana: for a name that is not here as it was typed. */
  shortened: string[];
  part: string[];
  /** Two pieces of it, or any small part: for a name that a scanner has misread. */
  misread: string[];
  /** Its ends: for a name whose middle is lost. */
  ends: string[];
}

/** Of those by three characters: the others are to have their place in the query, too. */
const MAX_THREES = 25;

/** A short name whose last character is a stain, and which may have a slip besides. */
const unstainedKeys = ({ compact }: NameReading): string[] => {
  const characters = [...compact];
  if (characters.length < 4 || characters.length > 8) return [];
  const rest = characters.slice(0, -1).join('');
  return [rest, misreadKey(lookOf(rest)), ...(characters.length > 6 ? [] : editQueryKeys(rest).map(editKey))];
};

/** Whether an edit key, of which a part is left out, has nothing but a part of an ending left. */
const isEditOfEnding = (key: string): boolean =>
  key.includes('.') && isOfEnding(key.replace(/^\d+\.\d+\.|\./g, ''));

/** Under which a name is found of which this is the head, a contraction, or a spelling half in kana. */
const shortenedKeys = (key: string): string[] => [
  headMatchKey(key),
  ...mixedQueryKeys(key).map(mixedKey),
  ...(isContraction(key) ? [contractionKey(key)] : []),
];

/** Values that one query takes. */
const MAX_QUERY_VALUES = 30;

export const queryKeys = (readings: readonly NameReading[]): QueryKeys => {
  const [whole] = readings;
  const sure = readings.filter(({ role }) => role === 'whole' || role === 'cleaned');
  const exact = sure.map(({ key }) => key);
  const respelled = readings.filter(({ role }) => role === 'respelled').map(({ weakKey }) => weakKey);
  const alike = [
    ...respelled,
    ...readings
      .filter((reading) => !isGuess(reading) && reading.role !== 'respelled')
      .flatMap(({ key, weakKey, loose }) => [key, weakKey, ...loose])
      .flatMap((key) => [key, variantKey(key)]),
  ].filter((key) => !exact.includes(key));
  const sounds = sure.flatMap(({ sound }) => (sound === null ? [] : [soundKey(sound)]));
  const guessed = readings.filter(isGuess).flatMap(({ key, weakKey }) => [key, weakKey]);
  const looked = readings.filter(({ role }) => role === 'lookAlike');
  const spellings = sure.flatMap(misreadSpellings).reverse();
  // The cleaner the reading, the likelier is a slip the only thing that is wrong with it.
  const cleanest = [
    ...spellings.slice(0, 1),
    ...sure
      .slice(-2)
      .reverse()
      .map(({ compact }) => compact),
  ];
  const near = cleanest.flatMap(editQueryKeys);
  const pieces = spellings.map(pieceQueryKeys);
  const [likeliest] = spellings;
  const threes = likeliest === undefined ? [] : threesQueryKeys(likeliest).slice(0, MAX_THREES);
  return {
    exact: limitToQuery(exact),
    alike: limitToQuery(alike),
    shortened: limitToQuery([
      ...[...sure.flatMap(({ weakKey, compact }) => [weakKey, compact]), ...respelled].flatMap(shortenedKeys),
      ...sure.flatMap(({ heads }) => heads),
      ...looked.flatMap((reading) => [headMatchKey(reading.weakKey), ...partQueryKeys(reading)]),
    ]),
    near: limitToQuery([
      ...sure
        .flatMap(({ weakKey }) => [...acronymQueryKeys(weakKey), ...signQueryKeys(weakKey)])
        .map(initialsKey),
      ...sure.slice(-1).flatMap(unstainedKeys),
      ...(likeliest === undefined ? [] : withEndingRestored(likeliest)).flatMap((key) => [
        key,
        lookOf(key),
        misreadKey(lookOf(key)),
      ]),
      ...spellings.map(lookOf).flatMap(lookKeys),
      ...pieces
        .slice(0, 1)
        .flatMap(({ front }) => front)
        .map(misreadKey),
      ...sounds,
      ...guessed,
      ...near.filter((key) => !isEditOfEnding(key)).map(editKey),
    ]),
    part: whole === undefined ? [] : limitToQuery([...partQueryKeys(sure[1] ?? whole)]),
    ends: limitToQuery(spellings.slice(0, 1).flatMap(endQueryKeys).map(misreadKey)),
    misread: limitToQuery([
      ...threes.map(misreadKey),
      ...spellings.slice(0, 1).flatMap(fragmentKeys),
      ...pieces.flatMap(({ back }) => back).map(misreadKey),
    ]),
  };
};

/**
 * The keys by which an account is found that has the name in quite another spelling (NTTデータ, エヌ・ティ・ティ・データ), without those of the
 * name as it is written. `names` alone are weak keys.
 */
export const otherSpellingKeys = (name: string): { names: string[]; keys: string[] } => {
  const [whole, ...readings] = queryReadings(name).filter((reading) => !isGuess(reading));
  if (whole === undefined) return { names: [], keys: [] };
  const others = [
    ...readings.flatMap(({ weakKey, role, loose }) => [weakKey, ...(role === 'respelled' ? [] : loose)]),
    ...whole.loose,
  ];
  const names = [...new Set(others)].filter((key) => key !== whole.weakKey).slice(0, MAX_OTHER_SPELLINGS);
  const mixed = mixedQueryKeys(whole.weakKey).map(mixedKey);
  return { names, keys: [...names, ...[whole.weakKey, ...names].map(variantKey), ...mixed] };
};

/** Of two companies that may be one, written in two ways, one of these is among the `duplicateNameKeys` or the `spellingKeys` of both. */
export const spellingKeys = (
  company: Pick<Account, 'name'> & { kana?: string | null | undefined },
): string[] => {
  const { name, kana = null } = company;
  const readings = storedReadings(withoutSurroundings(name));
  const names = readings.flatMap(({ weakKey, loose }) => [weakKey, ...loose]);
  const { weakKey } = foldCompanyName(name);
  const mixed = mixedQueryKeys(weakKey).map(mixedKey);
  const others = [...respellings(weakKey), ...names].map(nameOnlyKey);
  return [...new Set([...others, ...mixed, ...halfInKanaKeys({ name, kana })])];
};

/**
 * The keys by which an account is found whose name is only like this one (similar-company.ts): without words of trade, with another
 * legal form, by sound, as look-alikes, and with a slip where a name is long enough for one to tell something.
 */
export const similarKeys = (name: string): string[] => {
  const sure = queryReadings(name).filter(isAsWritten);
  const [cleanest] = sure.slice(-1);
  return [
    ...sure.flatMap(({ weakKey, compact, heads, sound }) => [
      ...[weakKey, ...heads],
      ...[weakKey, compact].map(headMatchKey),
      ...(sound === null || sound.length < SHORTEST_SOUND ? [] : [soundKey(sound)]),
      ...lookKeys(lookOf(weakKey)),
    ]),
    ...(cleanest !== undefined && maySlip(cleanest.weakKey)
      ? editQueryKeys(cleanest.weakKey).map(editKey)
      : []),
  ].filter((key, at, keys) => keys.indexOf(key) === at);
};

/** A name that looks like its weak key is stored under that alone. */
const lookKeys = (look: string): string[] => [look, misreadKey(look)];

const MAX_OTHER_SPELLINGS = 8;

const limitToQuery = (keys: readonly string[]): string[] => [...new Set(keys)].slice(0, MAX_QUERY_VALUES);
