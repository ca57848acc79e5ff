/** Tables ("Convert to table") that people have laid over the register: they have filters, formats and choices of their own. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { RegisterHead } from './register-head';
import type { TabContent } from './register-spreadsheet';

type Table = sheets_v4.Schema$Table;

/** Those that reach the header or a row below it, in whichever columns. */
export const tablesOver = (tab: TabContent | null, { headerRow }: RegisterHead): readonly Table[] =>
  (tab?.sheet.tables ?? []).filter(({ range }) => (range?.endRowIndex ?? Infinity) > headerRow);

/** Columns, from 0, in which a table has a type: it keeps their formats and choices to itself. */
export const typedColumns = (tables: readonly Table[]): ReadonlySet<number> =>
  new Set(
    tables.flatMap(({ range, columnProperties = [] }) =>
      columnProperties.flatMap(({ columnIndex, columnType }) =>
        columnType && columnType !== 'COLUMN_TYPE_UNSPECIFIED'
          ? [(range?.startColumnIndex ?? 0) + (columnIndex ?? 0)]
          : [],
      ),
    ),
  );
