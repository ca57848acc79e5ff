/**
 * The keys by which a lookup finds an account. They are stored with it and indexed, so that a lookup costs the same however many
 * accounts there are. A key may match too much: every hit is compared again (lookup/rank.ts).
 */
import type { Account } from '../account/account';
import { isOfEnding, withEndingRestored } from './common-ending';
import { companyDomains, type NameField, nameSpellings } from './company-identity';
import { nameOnlyKey } from './duplicates';
import {
  headAndTailKeys,
  headAndTailQueryKeys,
  misreadSpellings,
  pieceKeys,
  pieceQueryKeys,
  tripleKeys,
  tripleQueryKeys,
} from './misread-name';
import { foldCompanyName } from './name/company-name';
import { editKeys, editQueryKeys } from './name/edit-distance';
import { acronymKeys, acronymQueryKeys, initialsPrefixKeys, initialsPrefixQueryKeys } from './name/initials';
import { foldLookAlikes } from './name/look-alikes';
import {
  contractionsOf,
  headKey,
  isContraction,
  mixedScriptKeys,
  mixedScriptQueryKeys,
  respellings,
} from './name/name-parts';
import { isGuess, type NameReading, queryReadings, storedReadings } from './name/name-readings';
import { withoutSurroundings } from './name/name-variants';
import { fragmentKeys, partKeys, partQueryKeys } from './part-keys';
import { isAsWritten, maySlip, SHORTEST_SOUND } from './similar-company';

/** Must rise with every change of the stored keys, those of `duplicateKeys` included; `reindex` then makes them anew. */
export const MATCH_KEYS_VERSION = 19;

/** A prefix letter says which kind of key it is; a key without one is a folded name. */
const variantKey = (key: string): string => `w:${key}`;
const soundKey = (sound: string): string => `s:${sound}`;
const editKey = (key: string): string => `d:${key}`;
const misreadKey = (key: string): string => `l:${key}`;
const headMatchKey = (head: string): string => `h:${headKey(head)}`;
const contractionKey = (contraction: string): string => `a:${contraction}`;
const initialsKey = (initials: string): string => `i:${initials}`;
const mixedScriptKey = (key: string): string => `m:${key}`;
export const domainKey = (domain: string): string => `@${domain}`;
/** Only for customers, so that hundreds of companies with the same name do not hide them. */
export const clientNameKey = (key: string): string => `c:${key}`;
export const securitiesCodeKey = (code: string): string => `#${code}`;

/** 1301, 13010 and １３０１ are the same code, since a share's fifth character is 0. Null where the text is no code. */
export const normaliseSecuritiesCode = (text: string): string | null => {
  const plain = text.normalize('NFKC').trim().toUpperCase();
  return /^\d[0-9A-Z]\d[0-9A-Z]0?$/.test(plain) ? plain.slice(0, 4) : null;
};

/** The domains of the company and of its contacts' e-mail addresses. */
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

/** Keys for a name that is typed partly in kana, made from the name and its reading. */
const halfInKanaKeys = ({ name, kana }: Pick<Account, 'name' | 'kana'>): string[] =>
  kana === null
    ? []
    : mixedScriptKeys(foldCompanyName(name).weakKey, foldCompanyName(kana).weakKey).map(mixedScriptKey);

const initialsKeys = (account: Account): string[] => {
  const { weakKey } = foldCompanyName(account.name);
  return nameSpellings(account)
    .filter(({ field }) => field !== 'kana')
    .flatMap(({ text }) => [...acronymKeys(text), ...initialsPrefixKeys(weakKey, text)])
    .map(initialsKey);
};

const nameKeys = ({ key, weakKey, loose, sound }: NameReading): string[] => [
  key,
  weakKey,
  ...loose.map(variantKey),
  ...(sound === null ? [] : [soundKey(sound)]),
];

/** Common endings such as ホールディングス are shortened: they would fill most keys of a longer name. */
const nearNameKeys = ({ weakKey, compact }: NameReading, field: NameField): string[] =>
  [...new Set(field === 'kana' || field === 'englishName' ? [compact] : [compact, weakKey])]
    .flatMap(editKeys)
    .map(editKey);

/** Most names look the same as their weak keys, which are stored already. */
const misreadKeys = ({ weakKey }: NameReading): string[] => {
  const lookAlike = foldLookAlikes(weakKey);
  return [
    ...(lookAlike === weakKey ? [] : [lookAlike]),
    ...pieceKeys(weakKey),
    ...tripleKeys(weakKey),
    ...headAndTailKeys(weakKey),
  ].map(misreadKey);
};

/** The keys of each kind go into a query of their own, so that many hits of one kind do not push out those of another. */
export interface QueryKeys {
  exact: string[];
  /** For the name in another spelling. */
  alike: string[];
  /** For a name that is not found: by its sound, with one typing error, or without its last words. */
  near: string[];
  /** For a name that is not found as typed: without words of trade, contracted (東大), or partly in kana. */
  shortened: string[];
  part: string[];
  /** For a name misread by a scanner: by two of its pieces, or by any small part. */
  misread: string[];
  /** For a name whose middle is lost: by its ends. */
  ends: string[];
}

/** Limits the three-character keys, so that the other kinds find a place in the query. */
const MAX_TRIPLES = 25;

/** For a short name whose last character is only a stain, possibly with a typing error besides. */
const unstainedKeys = ({ compact }: NameReading): string[] => {
  const characters = [...compact];
  if (characters.length < 4 || characters.length > 8) return [];
  const rest = characters.slice(0, -1).join('');
  return [
    rest,
    misreadKey(foldLookAlikes(rest)),
    ...(characters.length > 6 ? [] : editQueryKeys(rest).map(editKey)),
  ];
};

/** Whether what an edit key keeps of the name is only a part of a common ending. */
const isEditOfEnding = (key: string): boolean =>
  key.includes('.') && isOfEnding(key.replace(/^\d+\.\d+\.|\./g, ''));

/** Keys that find a name of which the typed text is the head, a contraction, or a spelling partly in kana. */
const shortenedKeys = (key: string): string[] => [
  headMatchKey(key),
  ...mixedScriptQueryKeys(key).map(mixedScriptKey),
  ...(isContraction(key) ? [contractionKey(key)] : []),
];

/** The most values that one query takes. */
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
  // The more a reading was cleaned, the likelier a typing error is the only fault that is left in it.
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
  const triples = likeliest === undefined ? [] : tripleQueryKeys(likeliest).slice(0, MAX_TRIPLES);
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
        .flatMap(({ weakKey }) => [...acronymQueryKeys(weakKey), ...initialsPrefixQueryKeys(weakKey)])
        .map(initialsKey),
      ...sure.slice(-1).flatMap(unstainedKeys),
      ...(likeliest === undefined ? [] : withEndingRestored(likeliest)).flatMap((key) => [
        key,
        foldLookAlikes(key),
        misreadKey(foldLookAlikes(key)),
      ]),
      ...spellings.map(foldLookAlikes).flatMap(lookAlikeKeys),
      ...pieces
        .slice(0, 1)
        .flatMap(({ front }) => front)
        .map(misreadKey),
      ...sounds,
      ...guessed,
      ...near.filter((key) => !isEditOfEnding(key)).map(editKey),
    ]),
    part: whole === undefined ? [] : limitToQuery([...partQueryKeys(sure[1] ?? whole)]),
    ends: limitToQuery(spellings.slice(0, 1).flatMap(headAndTailQueryKeys).map(misreadKey)),
    misread: limitToQuery([
      ...triples.map(misreadKey),
      ...spellings.slice(0, 1).flatMap(fragmentKeys),
      ...pieces.flatMap(({ back }) => back).map(misreadKey),
    ]),
  };
};

/**
 * Keys that find an account whose name is in quite another spelling, such as NTTデータ and エヌ・ティ・ティ・データ. Those of the name as
 * written are left out. `names` are weak keys without a prefix.
 */
export const otherSpellingKeys = (name: string): { names: string[]; keys: string[] } => {
  const [whole, ...readings] = queryReadings(name).filter((reading) => !isGuess(reading));
  if (whole === undefined) return { names: [], keys: [] };
  const others = [
    ...readings.flatMap(({ weakKey, role, loose }) => [weakKey, ...(role === 'respelled' ? [] : loose)]),
    ...whole.loose,
  ];
  const names = [...new Set(others)].filter((key) => key !== whole.weakKey).slice(0, MAX_OTHER_SPELLINGS);
  const mixedScript = mixedScriptQueryKeys(whole.weakKey).map(mixedScriptKey);
  return { names, keys: [...names, ...[whole.weakKey, ...names].map(variantKey), ...mixedScript] };
};

/** Two spellings of the same company share one of these, or one of the `duplicateNameKeys`. */
export const spellingKeys = (
  company: Pick<Account, 'name'> & { kana?: string | null | undefined },
): string[] => {
  const { name, kana = null } = company;
  const readings = storedReadings(withoutSurroundings(name));
  const names = readings.flatMap(({ weakKey, loose }) => [weakKey, ...loose]);
  const { weakKey } = foldCompanyName(name);
  const mixedScript = mixedScriptQueryKeys(weakKey).map(mixedScriptKey);
  const others = [...respellings(weakKey), ...names].map(nameOnlyKey);
  return [...new Set([...others, ...mixedScript, ...halfInKanaKeys({ name, kana })])];
};

/**
 * Keys that find accounts whose name is only similar (similar-company.ts): without words of trade, with another legal form, by
 * sound, by look-alikes, and with one typing error where the name is long enough for that to mean something.
 */
export const similarKeys = (name: string): string[] => {
  const sure = queryReadings(name).filter(isAsWritten);
  const [cleanest] = sure.slice(-1);
  return [
    ...sure.flatMap(({ weakKey, compact, heads, sound }) => [
      ...[weakKey, ...heads],
      ...[weakKey, compact].map(headMatchKey),
      ...(sound === null || sound.length < SHORTEST_SOUND ? [] : [soundKey(sound)]),
      ...lookAlikeKeys(foldLookAlikes(weakKey)),
    ]),
    ...(cleanest !== undefined && maySlip(cleanest.weakKey)
      ? editQueryKeys(cleanest.weakKey)
          // A part of a common ending finds hundreds of accounts, of which none is alike.
          .filter((key) => !isEditOfEnding(key))
          .map(editKey)
      : []),
  ].filter((key, at, keys) => keys.indexOf(key) === at);
};

/** A name that looks the same as its weak key is stored under the weak key alone. */
const lookAlikeKeys = (name: string): string[] => [name, misreadKey(name)];

const MAX_OTHER_SPELLINGS = 8;

const limitToQuery = (keys: readonly string[]): string[] => [...new Set(keys)].slice(0, MAX_QUERY_VALUES);
