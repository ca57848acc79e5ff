/**
 * The state from which a row about an opportunity or a contact was written, as its hidden cell keeps it: `v7 ACTIVE_OPPORTUNITY
 * a_1 @opportunities.o000001 r=3 n=株式会社八`. One account may have many such rows.
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

/** `rank` is the row's place in the order in which the tab is written; null where the row has none any more. */
export const partBasisText = (basis: PartBasis, rank: number | null): string =>
  rowAccountText(basis, [partWord(basis), ...(rank === null ? [] : [`${RANK_SIGN}${rank}`])]);

const partWord = ({ kind, partId }: Pick<PartBasis, 'kind' | 'partId'>): string => `@${kind}.${partId}`;

/** The row's key, as `parseRowAccount` makes it from the hidden cell. */
export const partRowKey = (basis: PartBasis): string => basis.id + partWord(basis);

/** Null where the cell belongs to another kind of row, or somebody has typed over it. */
export const parsePartBasis = (text: string): PartBasis | null => {
  const row = parseRowAccount(text);
  const [word = ''] = row?.more ?? [];
  const kind = PART_KINDS.find((one) => word.startsWith(`@${one}.`));
  if (row === null || kind === undefined) return null;
  const { id, name, status, version } = row;
  return { id, name, status, version, kind, partId: word.slice(kind.length + 2) };
};
