/** Cells to write as few requests as they fit in, and requests as few calls as they fit in. */
import type { RegisterCellValue } from '../domain/register/cells';
import { numberCell, type SheetCell, type SheetsRequest, TEXT_FORMAT, textCell } from './cells';

const valueCell = (value: RegisterCellValue): SheetCell =>
  typeof value === 'number' ? numberCell(value) : textCell(value);

/** Cells of the same columns in neighbouring rows. */
interface Block {
  /** The columns, comma-separated. */
  columns: string;
  /** Index of the first row. */
  top: number;
  rows: (readonly [column: number, value: RegisterCellValue])[][];
  bytes: number;
}

/** A request holds so many bytes, or one row more: small enough to be shared out among calls. */
const MAX_REQUEST_BYTES = 200_000;
/** The bytes of an empty cell in a request. */
const CELL_BYTES = 50;

const rowBytes = (row: Block['rows'][number]): number =>
  row.reduce((sum, [, value]) => sum + CELL_BYTES + Buffer.byteLength(String(value)), 0);

/**
 * Neighbouring cells of neighbouring rows share a request, and what is written of a row stays together in one group. Writes
 * values only: formats and validations stay. But cells in columns of free texts become text with the value.
 */
export const cellWriteRequests = (
  sheetId: number,
  writes: readonly { index: number; cells: ReadonlyMap<number, RegisterCellValue> }[],
  freeTexts: ReadonlySet<number>,
): SheetsRequest[][] => blocksOf(writes).map((block) => blockRequests(sheetId, block, freeTexts));

const blocksOf = (
  writes: readonly { index: number; cells: ReadonlyMap<number, RegisterCellValue> }[],
): Block[] => {
  const blocks: Block[] = [];
  for (const { index, cells } of writes) {
    const row = [...cells].sort(([a], [b]) => a - b);
    const columns = row.map(([column]) => column).join();
    const last = blocks.at(-1);
    const goesOn =
      last !== undefined &&
      last.columns === columns &&
      last.top + last.rows.length === index &&
      last.bytes < MAX_REQUEST_BYTES;
    if (goesOn) {
      last.rows.push(row);
      last.bytes += rowBytes(row);
    } else blocks.push({ columns, top: index, rows: [row], bytes: rowBytes(row) });
  }
  return blocks;
};

const blockRequests = (
  sheetId: number,
  { top, rows }: Block,
  freeTexts: ReadonlySet<number>,
): SheetsRequest[] => {
  const columns = rows[0]?.map(([column]) => column) ?? [];
  const textColumns = columns.filter((column) => freeTexts.has(column));
  const formats = consecutiveRuns(textColumns).map(({ from, to }) => ({
    repeatCell: {
      range: {
        sheetId,
        startRowIndex: top,
        endRowIndex: top + rows.length,
        startColumnIndex: textColumns[from] ?? 0,
        endColumnIndex: (textColumns[to - 1] ?? 0) + 1,
      },
      cell: { userEnteredFormat: { numberFormat: TEXT_FORMAT } },
      fields: 'userEnteredFormat.numberFormat',
    },
  }));
  const values = consecutiveRuns(columns).map(({ from, to }) => ({
    updateCells: {
      start: { sheetId, rowIndex: top, columnIndex: columns[from] ?? 0 },
      rows: rows.map((row) => ({ values: row.slice(from, to).map(([, value]) => valueCell(value)) })),
      fields: 'userEnteredValue',
    },
  }));
  return [...formats, ...values];
};

/** Places in a rising list where one number follows on the other; `to` is behind the last. */
export const consecutiveRuns = (numbers: readonly number[]): { from: number; to: number }[] => {
  const starts = numbers.flatMap((number, index) =>
    index > 0 && numbers[index - 1] === number - 1 ? [] : index,
  );
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? numbers.length }));
};

/** The size of one call that Google advises, in bytes. */
const ADVISED_BYTES = 2_000_000;

/** Groups of requests in their order, none of them torn; each part is one atomic call. One part where all of them fit. */
export const splitIntoCalls = (groups: readonly (readonly SheetsRequest[])[]): SheetsRequest[][] => {
  const parts: SheetsRequest[][] = [];
  let room = 0;
  for (const group of groups) {
    const bytes = Buffer.byteLength(JSON.stringify(group));
    const part = parts.at(-1);
    if (group.length === 0) continue;
    if (part === undefined || bytes > room) {
      parts.push([...group]);
      room = ADVISED_BYTES - bytes;
    } else {
      part.push(...group);
      room -= bytes;
    }
  }
  return parts;
};
