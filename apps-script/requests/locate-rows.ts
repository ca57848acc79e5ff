/** Rows that were sent are found again: people sort and insert while the functions decide. */
import { classifyRowAlone } from '../../functions/domain/register/classify-row';
import { type Register, type RowValues, readRowsAt } from '../register/register-sheet';
import { rowIdOf, rowIds } from '../register/row-ids';

/**
 * The rows as they are now, by what they were: people sort and insert while the functions decide. A row that is gone, or whose
 * cells do not belong together any more, is left out.
 */
export const locateRows = (register: Register, before: readonly RowValues[]): Map<RowValues, RowValues> => {
  const rowsAt = (places: readonly number[]): Map<RowValues, RowValues> => {
    const now = new Map(readRowsAt(register, places).map((row) => [row.row, row]));
    return new Map(
      before.flatMap((row, index): [RowValues, RowValues][] => {
        const found = now.get(places[index] || 0);
        return found !== undefined && rowIdOf(found) === rowIdOf(row) ? [[row, found]] : [];
      }),
    );
  };
  const stayed = rowsAt(before.map(({ row }) => row));
  // The very same row before any other: of a row and its copy, that one was sent.
  const located = stayed.size === before.length ? stayed : rowsAt(placesNow(register, before, stayed));
  return new Map([...located].filter(([, now]) => isWritable(now)));
};

/** Where the rows that have moved stand now; for a row that is gone, the header's place. */
const placesNow = (
  register: Register,
  rows: readonly RowValues[],
  stayed: ReadonlyMap<RowValues, RowValues>,
): number[] => {
  const ids = rowIds(register);
  return rows.map((row) => (stayed.has(row) ? row.row : register.headerRow + 1 + ids.indexOf(rowIdOf(row))));
};

const isWritable = (row: RowValues): boolean => {
  const { kind } = classifyRowAlone(row, { isMirroredName: () => false });
  return kind === 'account' || kind === 'draft';
};
