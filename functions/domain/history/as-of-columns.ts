/** The register of a past day as a table: the columns of the register, counted to that day. */
import { type RegisterView, rowCells } from '../register/cells';
import { QUICK_ENTRY, SHOWN_KEYS } from '../register/column-keys';
import type { RegisterRow } from '../register/row';
import { STATUS, STATUSES } from '../status/statuses';
import { type Text, text } from '../text/text';

/** The ID, which people do not read, comes last. */
export const AS_OF_KEYS = [
  ...SHOWN_KEYS.filter((key) => key !== 'requestState' && key !== QUICK_ENTRY && key !== 'id'),
  'id',
] as const;
export type AsOfKey = (typeof AS_OF_KEYS)[number];

/** `view.today` is the day of the past. Dates are as in the register's row, `YYYY-MM-DD`; what is empty is the empty text. */
export const asOfCells = (
  row: RegisterRow,
  view: RegisterView,
): Readonly<Record<AsOfKey, string | number>> => ({
  ...rowCells(row, view),
  nextCheck: row.nextCheck ?? '',
  lastContact: row.lastContact ?? '',
  statusSince: row.statusSince,
});

/** Each status that occurs, with how many accounts had it. */
export const statusCountsText = (rows: readonly Pick<RegisterRow, 'status'>[]): Text => {
  const counts = STATUSES.map((status) => ({
    label: STATUS[status].label,
    count: rows.filter((row) => row.status === status).length,
  })).filter(({ count }) => count > 0);
  return text(
    counts.map(({ label, count }) => `${label.ja} ${count}`).join('・'),
    counts.map(({ label, count }) => `${label.en} ${count}`).join(', '),
  );
};
