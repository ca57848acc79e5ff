/** How the columns of a list are read, and how a person corrects that. */
import type { ImportQuery } from '../../../functions/contract/import';
import type { ImportColumn } from '../../../functions/contract/list-reading';
import type { Text } from '../../../functions/domain/text/text';
import { assignField, type ColumnFields, mappingQuery } from './column-mapping';

export type EncodingName = NonNullable<ImportQuery['encoding']>;

export interface ColumnReading {
  /** Null where the functions decide by the headers. */
  mapping: string | null;
  noHeader: boolean;
  /** Null where the functions detect it. */
  encoding: EncodingName | null;
  /** The sheet of a workbook; null for the first one with a list. */
  sheet: string | null;
  /** Null where the functions find the headers. */
  headerLine: number | null;
}

export interface ReadColumns {
  encoding: string;
  sheets: readonly string[];
  sheet: string | null;
  headerLine: number | null;
  writtenBy: string | null;
  columns: readonly ImportColumn[];
  fields: readonly { field: string; label: Text; ofSeveralColumns: boolean }[];
}

/** Whether the names' column is known; without it no row is read. */
export const isListRead = ({ columns }: Pick<ReadColumns, 'columns'>): boolean =>
  columns.some(({ field }) => field === 'name');

export interface ColumnsState {
  /** The columns as last read. */
  read: ReadColumns | null;
  /** The field of each column as the person set it. */
  fields: ColumnFields;
  corrected: boolean;
  noHeader: boolean;
  encoding: EncodingName | null;
  sheet: string | null;
  headerLine: number | null;
  /** Something was changed since the list was read; `moved` is the field that was taken from another column. */
  changed: { moved: Text | null } | null;
  isOpen: boolean;
}

export type ColumnsMessage =
  | { type: 'assign'; index: number; field: string | null }
  | { type: 'setNoHeader'; noHeader: boolean }
  | { type: 'setEncoding'; encoding: EncodingName | null }
  | { type: 'setSheet'; sheet: string }
  | { type: 'setHeaderLine'; headerLine: number | null }
  | { type: 'toggled'; isOpen: boolean };

export const noColumns: ColumnsState = {
  read: null,
  fields: [],
  corrected: false,
  noHeader: false,
  encoding: null,
  sheet: null,
  headerLine: null,
  changed: null,
  isOpen: false,
};

/** Shows the columns as read now; `open` where nothing could be read. */
export const showColumns = (state: ColumnsState, read: ReadColumns, open: boolean): ColumnsState => ({
  ...state,
  read,
  fields: read.columns.map(({ field }) => field),
  changed: null,
  isOpen: open || state.isOpen,
});

export const columnReading = ({
  corrected,
  fields,
  noHeader,
  encoding,
  sheet,
  headerLine,
}: ColumnsState): ColumnReading => ({
  mapping: corrected ? mappingQuery(fields) : null,
  noHeader,
  encoding,
  sheet,
  headerLine: noHeader ? null : headerLine,
});

export const updateColumns = (state: ColumnsState, message: ColumnsMessage): ColumnsState => {
  switch (message.type) {
    case 'assign': {
      const { index, field } = message;
      const known = state.read?.fields.find((one) => one.field === field);
      const ofSeveralColumns = known?.ofSeveralColumns === true;
      const isTaken = state.fields.some((one, at) => one !== null && one === field && at !== index);
      const moved = isTaken && !ofSeveralColumns ? known?.label : undefined;
      return {
        ...state,
        fields: assignField(state.fields, index, field, ofSeveralColumns),
        corrected: true,
        changed: { moved: moved ?? null },
      };
    }
    case 'setNoHeader':
      return { ...state, noHeader: message.noHeader, changed: { moved: null } };
    // With other columns the former settings no longer apply.
    case 'setEncoding':
      return { ...state, encoding: message.encoding, corrected: false };
    case 'setSheet':
      return { ...state, sheet: message.sheet, headerLine: null, corrected: false };
    case 'setHeaderLine':
      return { ...state, headerLine: message.headerLine, corrected: false };
    case 'toggled':
      return { ...state, isOpen: message.isOpen };
    default:
      return message satisfies never;
  }
};
