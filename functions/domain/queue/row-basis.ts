/**
 * What a row of the queue was made from, as a hidden cell of it keeps it:
 * `v7 QUARTERLY_CHECK a_1 approve p=r000002 c=c000001 n=株式会社八`. What is typed into the row is decided on this, however late
 * it is sent, and whatever the account has become meanwhile.
 */
import type { Account } from '../account/account';
import { keysOf } from '../status/table-keys';
import { BANDS, type Band } from './queue-texts';
import { parseRowAccount, type RowAccount, rowAccountText } from './row-account';

export interface RowBasis extends RowAccount {
  band: Band;
  /** The proposal that waits for an answer. */
  proposalId: string | null;
  /** The contact whom the quarterly check is about. */
  contactId: string | null;
}

export const basisOf = (account: Account, band: Band): RowBasis => ({
  id: account.id,
  name: account.name,
  version: account.version,
  band,
  status: account.standing.status,
  proposalId: account.proposal?.id ?? null,
  contactId: account.awaitedContactId,
});

export const basisText = (basis: RowBasis): string => {
  const { band, proposalId, contactId } = basis;
  return rowAccountText(basis, [
    band,
    ...(proposalId === null ? [] : [`p=${proposalId}`]),
    ...(contactId === null ? [] : [`c=${contactId}`]),
  ]);
};

/** Null where somebody has typed over it. */
export const parseBasis = (text: string): RowBasis | null => {
  const row = parseRowAccount(text);
  const [bandText, ...parts] = row?.more ?? [];
  const band = keysOf(BANDS).find((key) => key === bandText);
  if (row === null || band === undefined) return null;
  const { more: _, ...account } = row;
  const part = (sign: string): string | null =>
    parts.find((one) => one.startsWith(sign))?.slice(sign.length) ?? null;
  return { ...account, band, proposalId: part('p='), contactId: part('c=') };
};
