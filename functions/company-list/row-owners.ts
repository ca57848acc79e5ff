/** The members to whom a row gives the company: its owner, and the inside sales rep to whom it returns. */
import { definedFields } from '../domain/account/defined-fields';
import type { Member } from '../domain/account/team';
import type { ImportRow } from '../domain/commands/import-row';
import { foldWord } from '../domain/text/fold-word';
import { isLeaver, MEMBER_FIELDS, ownerOfWord, type WordMeanings } from './list-words';
import type { RowReading } from './row-reading';

interface OwnerTerms {
  meanings: WordMeanings;
  members: readonly Member[];
}

const ROLE_WORDS: readonly (readonly ['is' | 'fs', RegExp])[] = [
  ['is', /^(?:is|インサイド(?:セールス)?|内勤(?:営業)?|inside(?:sales)?(?:rep)?|sdr|bdr)(?:担当者?)?$/],
  [
    'fs',
    /^(?:fs|フィールド(?:セールス)?|外勤(?:営業)?|外回り|field(?:sales)?(?:rep)?|ae|accountexecutive)(?:担当者?)?$/,
  ],
];

/** Null for any other word. */
export const salesRoleOf = (word: string): 'is' | 'fs' | null =>
  ROLE_WORDS.find(([, pattern]) => pattern.test(foldWord(word)))?.[0] ?? null;

/** Null where a name is nobody's: `unknown` says in which column. */
export const ownersOf = (
  { values, remark }: Pick<RowReading, 'values' | 'remark'>,
  { meanings, members }: OwnerTerms,
): Pick<ImportRow, 'ownerId' | 'insideSalesId'> | { unknown: readonly (typeof MEMBER_FIELDS)[number][] } => {
  const memberOf = (field: (typeof MEMBER_FIELDS)[number]) => ownerOfWord(values[field], meanings, members);
  const unknown = MEMBER_FIELDS.filter((field) => memberOf(field) === null);
  if (unknown.length > 0) return { unknown };
  for (const field of MEMBER_FIELDS) if (isLeaver(values[field], members)) remark('OWNER_HAS_LEFT', field);
  const insideSalesId = memberOf('insideSales') ?? undefined;
  // Without an owner in field sales, the inside sales rep owns the account.
  const ownerId = memberOf('owner') ?? insideSalesId;
  const role = values.ownerRole === undefined ? undefined : salesRoleOf(values.ownerRole);
  const owner = members.find(({ id }) => id === ownerId);
  // What a member is the team says itself; of a manager, who is neither, the list may.
  const isOther = owner !== undefined && ['is', 'fs'].includes(owner.role) && role !== owner.role;
  if (role === null || (role !== undefined && isOther)) remark('OWNER_ROLE_IS_OTHER', 'ownerRole');
  return definedFields({
    ownerId,
    insideSalesId: insideSalesId ?? (role === 'is' && !isOther ? ownerId : undefined),
  });
};
