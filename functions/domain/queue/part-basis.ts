/**
 * What a row about one part of an account was made from, as a hidden cell of it keeps it:
 * `v7 ACTIVE_OPPORTUNITY a_1 @opportunities.o000001 r=3 n=株式会社八`. One account may have many such rows.
 */
import type { Account } from '../account/account';
import { parseRowAccount, type RowAccount, rowAccountText } from './row-account';

const PART_KINDS = ['opportunities', 'contacts'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export interface PartBasis extends RowAccount {
  kind: PartKind;
  partId: string;
}

export const partBasisOf = (account: Account, kind: PartKind, partId: string): PartBasis => ({
  id: account.id,
  name: account.name,
  version: account.version,
  status: account.standing.status,
  kind,
  partId,
});

const RANK_SIGN = 'r=';

/** `rank` is its place in the order in which the tab is written; null for a row that has none any more. */
export const partBasisText = (basis: PartBasis, rank: number | null): string =>
  rowAccountText(basis, [partWord(basis), ...(rank === null ? [] : [`${RANK_SIGN}${rank}`])]);

const partWord = ({ kind, partId }: Pick<PartBasis, 'kind' | 'partId'>): string => `@${kind}.${partId}`;

/** As it is told of the row's hidden cell. */
export const partRowKey = (basis: PartBasis): string => basis.id + partWord(basis);

/** Null where the cell is of a row about something else, or somebody has typed over it. */
export const parsePartBasis = (text: string): PartBasis | null => {
  const row = parseRowAccount(text);
  const [word = ''] = row?.more ?? [];
  const kind = PART_KINDS.find((one) => word.startsWith(`@${one}.`));
  if (row === null || kind === undefined) return null;
  const { id, name, status, version } = row;
  return { id, name, status, version, kind, partId: word.slice(kind.length + 2) };
};
