/** Takes rows out of the register, and reads what people have noted on rows that may go. */
import { REGISTER_TAB } from '../domain/register/tabs';
import { consecutiveRuns } from './cell-blocks';
import { quotedTitle, type SheetsRequest } from './cells';
import type { SheetsClient } from './client';
import { wrapErrors } from './retry';

/** Rows that take the place of the removed ones where these were all that there were: Sheets refuses to delete the last row. */
const SPARE_ROWS = 200;

/**
 * From the bottom, so that each number is still right when its turn comes. Rows count from 1 and rise; `rowCount` is how many
 * there are below the header, empty ones included.
 */
export const removeRowsRequests = (rows: readonly number[], rowCount: number): SheetsRequest[] => [
  ...(rows.length > 0 && rows.length >= rowCount
    ? [{ appendDimension: { sheetId: REGISTER_TAB, dimension: 'ROWS', length: SPARE_ROWS } }]
    : []),
  ...consecutiveRuns(rows)
    .toReversed()
    .map(({ from, to }) => ({
      deleteDimension: {
        range: {
          sheetId: REGISTER_TAB,
          dimension: 'ROWS',
          startIndex: (rows[from] ?? 1) - 1,
          endIndex: rows[to - 1] ?? 0,
        },
      },
    })),
];

/** More would not fit into the address of one call: then one range has them all. */
const MAX_RANGES = 50;

/** Rows on whose cells notes are pinned; rows count from 1 and rise. One call, none for no rows. */
export const readNotedRows = (
  sheets: SheetsClient,
  spreadsheetId: string,
  title: string,
  rows: readonly number[],
): Promise<ReadonlySet<number>> =>
  wrapErrors(spreadsheetId, async () => {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return new Set<number>();
    const runs = consecutiveRuns(rows).map(
      ({ from, to }) => [rows[from] ?? first, rows[to - 1] ?? last] as const,
    );
    const ranges = runs.length > MAX_RANGES ? [[first, last] as const] : runs;
    const { data } = await sheets.spreadsheets.get({
      spreadsheetId,
      ranges: ranges.map(([from, to]) => `${quotedTitle(title)}!${from}:${to}`),
      fields: 'sheets.data.rowData.values.note',
    });
    const rangesRead = data.sheets?.[0]?.data ?? [];
    return new Set(
      ranges.flatMap(([from], range) =>
        (rangesRead[range]?.rowData ?? []).flatMap(({ values = [] }, index) =>
          values.some(({ note }) => note != null && note !== '') ? from + index : [],
        ),
      ),
    );
  });
