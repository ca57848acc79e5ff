/**
 * The state from which a row of the queue was written, as its hidden cell keeps it: `v7 QUARTERLY_CHECK a_1 overdue c=c000001
 * d=2026-06-22 n=株式会社八`. What is typed into the row is decided on this state, however late it is sent and however the account has
 * changed.
 */
import type { Account } from '../account/account';
import { type CalendarDate, isCalendarDate } from '../calendar/calendar-date';
import { keysOf } from '../status/table-keys';
import { shortDigest } from '../text/text-digest';
import { BANDS, type Band } from './queue-texts';
import { parseRowAccount, type RowAccount, rowAccountText } from './row-account';

export interface RowBasis extends RowAccount {
  band: Band;
  /** The proposal that waits for an answer. */
  proposalId: string | null;
  /** The contact with whom the quarterly check is planned. */
  contactId: string | null;
  /** The opportunity for which the row asks for another owner. */
  opportunityId: string | null;
  /** The row asks for another inside sales rep. */
  isInsideSales: boolean;
  /** The due day that the row shows. */
  due: CalendarDate | null;
}

export const basisOf = (
  account: Account,
  {
    band,
    due = null,
    opportunityId = null,
    isInsideSales = false,
  }: Pick<RowBasis, 'band'> & Partial<RowBasis>,
): RowBasis => ({
  id: account.id,
  name: account.name,
  version: account.version,
  band,
  status: account.standing.status,
  proposalId: account.proposal?.id ?? null,
  contactId: account.awaitedContactId,
  opportunityId,
  isInsideSales,
  due,
});

/** How a row was written, to tell later whether somebody has edited its note or moved it. */
interface WrittenRow {
  note: string;
  /** The row's place in its tab, Today or the proposals. */
  rank: number;
}

export const basisText = (basis: RowBasis, written?: WrittenRow): string => {
  const { band, proposalId, contactId, opportunityId, isInsideSales, due } = basis;
  return rowAccountText(basis, [
    band,
    ...(proposalId === null ? [] : [`p=${proposalId}`]),
    ...(contactId === null ? [] : [`c=${contactId}`]),
    ...(opportunityId === null ? [] : [`o=${opportunityId}`]),
    ...(isInsideSales ? [INSIDE_SALES_SIGN] : []),
    ...(due === null ? [] : [`d=${due}`]),
    ...(written === undefined
      ? []
      : [RANK_SIGN + String(written.rank), NOTE_SIGN + shortDigest(written.note)]),
  ]);
};

const INSIDE_SALES_SIGN = 'is';
const RANK_SIGN = 'r=';
const NOTE_SIGN = 'm=';

/** Null where the cell has no rank. */
export const rankOf = (text: string): number | null => {
  const written = parseRowAccount(text)?.more.find((part) => part.startsWith(RANK_SIGN));
  const rank = Number(written?.slice(RANK_SIGN.length));
  return written === undefined || !Number.isInteger(rank) ? null : rank;
};

/** The basis of a row that has no place in the order any more. */
export const unrankedBasis = (text: string): string => {
  const row = parseRowAccount(text);
  return row === null
    ? text
    : rowAccountText(
        row,
        row.more.filter((part) => !part.startsWith(RANK_SIGN)),
      );
};

/** Whether the note differs from the one that was written; null where the cell does not tell. */
export const isNoteEdited = (text: string, note: string): boolean | null => {
  const written = parseRowAccount(text)?.more.find((part) => part.startsWith(NOTE_SIGN));
  return written === undefined ? null : written !== NOTE_SIGN + shortDigest(note);
};

/** Null where somebody has typed over the cell. */
export const parseBasis = (text: string): RowBasis | null => {
  const row = parseRowAccount(text);
  const [bandText, ...parts] = row?.more ?? [];
  const band = keysOf(BANDS).find((key) => key === bandText);
  if (row === null || band === undefined) return null;
  const { more: _, key: __, ...account } = row;
  const part = (sign: string): string | null =>
    parts.find((one) => one.startsWith(sign))?.slice(sign.length) ?? null;
  const due = part('d=') ?? '';
  return {
    ...account,
    ...{ band, proposalId: part('p='), contactId: part('c='), opportunityId: part('o=') },
    isInsideSales: parts.includes(INSIDE_SALES_SIGN),
    due: isCalendarDate(due) ? due : null,
  };
};
