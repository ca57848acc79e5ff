/**
 * What a row of the queue was made from, as a hidden cell of it keeps it: `v7 approve QUARTERLY_CHECK p=r000002 c=c1`. What is
 * typed into the row is decided on this, however late it is sent, and whatever the account has become meanwhile.
 */
import type { Account } from '../account/account';
import { STATUSES, type Status } from '../status/statuses';
import { keysOf } from '../status/table-keys';
import { BANDS, type Band } from './queue-texts';

export interface RowBasis {
  /** Of the account. */
  version: number;
  band: Band;
  status: Status;
  /** The proposal that waits for an answer. */
  proposalId: string | null;
  /** The contact whom the quarterly check is about. */
  contactId: string | null;
}

export const basisOf = (account: Account, band: Band): RowBasis => ({
  version: account.version,
  band,
  status: account.standing.status,
  proposalId: account.proposal?.id ?? null,
  contactId: account.awaitedContactId,
});

export const basisText = ({ version, band, status, proposalId, contactId }: RowBasis): string =>
  [
    ...[`v${version}`, band, status],
    ...(proposalId === null ? [] : [`p=${proposalId}`]),
    ...(contactId === null ? [] : [`c=${contactId}`]),
  ].join(' ');

/** Null where somebody has typed over it. */
export const parseBasis = (text: string): RowBasis | null => {
  const [, version, bandText, statusText, , proposalId = null, , contactId = null] =
    /^v(\d{1,9}) (\w+) (\w+)( p=(\S+))?( c=(\S+))?$/.exec(text) ?? [];
  const band = keysOf(BANDS).find((key) => key === bandText);
  const status = STATUSES.find((code) => code === statusText);
  if (version === undefined || band === undefined || status === undefined) return null;
  return { version: Number(version), band, status, proposalId, contactId };
};
