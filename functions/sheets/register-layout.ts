/** The register's tab itself: keys, header, notes, widths, what is hidden, frozen and filtered; only what differs is written. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { RegisterView } from '../domain/register/cells';
import { COLUMN_KEYS, type ColumnKey } from '../domain/register/column-keys';
import { columnOf, isHidden } from '../domain/register/columns';
import { REGISTER_TAB } from '../domain/register/tabs';
import { HEADER_FORMAT, type SheetCell, type SheetsRequest, textCell } from './cells';
import { newCellLookRequests } from './new-cell-look';
import { colourRuleRequests } from './register-colours';
import { filterViewRequests } from './register-filter-views';
import { columnFormatRequests, protectionRequests } from './register-formats';
import { cellAt, isLabelOf, type MissingHeadRow, type RegisterHead, type SheetValues } from './register-head';
import type { RegisterFormats, TabContent } from './register-spreadsheet';
import { tablesOver, typedColumns } from './register-tables';

/** Empty rows below the last account, for people to type new companies in. */
const SPARE_ROWS = 200;
/** With the name further right than this, freezing up to it would fill the screen. */
const MAX_FROZEN_COLUMNS = 4;

export interface LayoutInput {
  head: RegisterHead;
  /** Null: the tab is made. */
  tab: TabContent | null;
  values: SheetValues;
  formats: RegisterFormats;
  /** The row behind the last one that will be written. */
  end: number;
  /** Of a new tab. */
  title: string;
  view: RegisterView;
}

/** In two groups: what makes room for the cells, and what needs them to be there. */
export const layoutRequests = (input: LayoutInput): { room: SheetsRequest[]; rest: SheetsRequest[] } => {
  const { head, tab, end, view } = input;
  const rowCount = tab !== null && tab.rowCount >= end ? tab.rowCount : end + SPARE_ROWS;
  return {
    room: [...gridRequests(input, rowCount), ...unmergeRequests(input), ...headCellRequests(input)],
    rest: [
      ...columnFormatRequests(
        head,
        input.formats,
        {
          rows: rowCount - head.headerRow - 1,
          written: Math.max(0, end - head.headerRow - 1),
          typed: typedColumns(tablesOver(tab, head)),
        },
        view,
      ),
      ...columnPropertyRequests(input),
      ...hideKeyRowRequests(input),
      ...colourRuleRequests(head, tab, rowCount, view),
      ...filterRequests(input, rowCount),
      ...filterViewRequests(head, tab, rowCount, view),
      ...protectionRequests(head, tab, rowCount, view),
      ...newCellLookRequests(head, tab, rowCount),
    ],
  };
};

const frozenProperties = (
  { at, headerRow }: RegisterHead,
  present: sheets_v4.Schema$GridProperties,
): sheets_v4.Schema$GridProperties => {
  const [rows, columns] = [present.frozenRowCount ?? 0, present.frozenColumnCount ?? 0];
  const upToName = at.name < MAX_FROZEN_COLUMNS ? at.name + 1 : 0;
  return { frozenRowCount: Math.max(rows, headerRow + 1), frozenColumnCount: Math.max(columns, upToName) };
};

const gridRequests = ({ head, tab, title }: LayoutInput, rowCount: number): SheetsRequest[] => {
  const columnCount = Math.max(...Object.values(head.at)) + 1;
  if (tab === null) {
    const gridProperties = { rowCount, columnCount, ...frozenProperties(head, {}) };
    return [{ addSheet: { properties: { sheetId: REGISTER_TAB, title, index: 0, gridProperties } } }];
  }
  const present = tab.sheet.properties?.gridProperties ?? {};
  const frozen = frozenProperties(head, present);
  const isFrozen =
    frozen.frozenRowCount === (present.frozenRowCount ?? 0) &&
    frozen.frozenColumnCount === (present.frozenColumnCount ?? 0);
  const missing = { ROWS: rowCount - tab.rowCount, COLUMNS: columnCount - tab.columnCount };
  return [
    ...(['ROWS', 'COLUMNS'] as const).flatMap((dimension) =>
      missing[dimension] <= 0
        ? []
        : { appendDimension: { sheetId: REGISTER_TAB, dimension, length: missing[dimension] } },
    ),
    ...(isFrozen
      ? []
      : [
          {
            updateSheetProperties: {
              properties: { sheetId: REGISTER_TAB, gridProperties: frozen },
              fields: 'gridProperties(frozenRowCount,frozenColumnCount)',
            },
          },
        ]),
  ];
};

/** A merge over a column of ours hides what stands in it. */
const unmergeRequests = ({ head, tab }: LayoutInput): SheetsRequest[] => {
  const columns = Object.values(head.at);
  return (tab?.sheet.merges ?? [])
    .filter(({ startColumnIndex, endColumnIndex }) =>
      columns.some((column) => column >= (startColumnIndex ?? 0) && column < (endColumnIndex ?? column + 1)),
    )
    .map((range) => ({ unmergeCells: { range } }));
};

const cellRequest = (
  rowIndex: number,
  columnIndex: number,
  cell: SheetCell,
  fields: string,
): SheetsRequest => ({
  updateCells: {
    start: { sheetId: REGISTER_TAB, rowIndex, columnIndex },
    rows: [{ values: [cell] }],
    fields,
  },
});

/** A label that a person wrote is theirs; an empty one is filled, and one of ours is put in the team's language. */
const headCellRequests = ({ head, values, formats, view }: LayoutInput): SheetsRequest[] => [
  ...head.keys.map(({ column, text: key }) =>
    cellRequest(head.keyRow, column, textCell(key), 'userEnteredValue'),
  ),
  ...COLUMN_KEYS.flatMap((key): SheetsRequest[] => {
    const column = head.at[key];
    const { label, note } = columnOf(key);
    const labelCell = { ...textCell(label[view.language]), note: note[view.language] };
    if (head.newColumns.has(key))
      return [
        cellRequest(
          head.headerRow,
          column,
          { ...labelCell, userEnteredFormat: HEADER_FORMAT },
          'userEnteredValue,userEnteredFormat,note',
        ),
      ];
    const present = cellAt(values, head.headerRow, column);
    const isTheirs = present !== '' && !isLabelOf(key, present);
    const fields = [
      ...(isTheirs || present === label[view.language] ? [] : ['userEnteredValue']),
      ...(formats.notes[column] === labelCell.note ? [] : ['note']),
    ];
    return fields.length === 0 ? [] : [cellRequest(head.headerRow, column, labelCell, fields.join())];
  }),
];

/** Widths and what people hid are theirs; what nobody needs to see is hidden again. */
const columnPropertyRequests = ({ head, formats }: LayoutInput): SheetsRequest[] =>
  COLUMN_KEYS.flatMap((key: ColumnKey) => {
    const isMade = head.newColumns.has(key);
    const hides = isHidden(key) && formats.hidden[head.at[key]] !== true;
    if (!isMade && !hides) return [];
    return {
      updateDimensionProperties: {
        range: {
          sheetId: REGISTER_TAB,
          dimension: 'COLUMNS',
          startIndex: head.at[key],
          endIndex: head.at[key] + 1,
        },
        properties: { ...(isMade ? { pixelSize: columnOf(key).width } : {}), hiddenByUser: isHidden(key) },
        fields: isMade ? 'pixelSize,hiddenByUser' : 'hiddenByUser',
      },
    };
  });

const hideKeyRowRequests = ({ head: { keyRow }, formats }: LayoutInput): SheetsRequest[] =>
  formats.keyRowHidden
    ? []
    : [
        {
          updateDimensionProperties: {
            range: { sheetId: REGISTER_TAB, dimension: 'ROWS', startIndex: keyRow, endIndex: keyRow + 1 },
            properties: { hiddenByUser: true },
            fields: 'hiddenByUser',
          },
        },
      ];

/**
 * One that people have set is theirs, whatever it filters. Google keeps the ends that the grid has when a filter is set: behind
 * them, companies that came later are not filtered, and sorting tears rows apart, so that a filter that has become too small is
 * set anew. How it was sorted is left out, for it would be sorted again. A table has a filter of its own, and none goes over it.
 */
const filterRequests = ({ head, tab }: LayoutInput, rowCount: number): SheetsRequest[] => {
  const range = { sheetId: REGISTER_TAB, startRowIndex: head.headerRow };
  const filter = tab?.sheet.basicFilter;
  if (tablesOver(tab, head).length > 0) return [];
  if (filter == null) return [{ setBasicFilter: { filter: { range } } }];
  const columnCount = Math.max(tab?.columnCount ?? 0, ...Object.values(head.at).map((column) => column + 1));
  const { startRowIndex, startColumnIndex, endRowIndex, endColumnIndex } = filter.range ?? {};
  const isOverAll = startRowIndex === head.headerRow && (startColumnIndex ?? 0) === 0;
  const isShort = (endRowIndex ?? rowCount) < rowCount || (endColumnIndex ?? columnCount) < columnCount;
  if (!isOverAll || !isShort) return [];
  const { sortSpecs: _, ...kept } = filter;
  return [{ setBasicFilter: { filter: { ...kept, range } } }];
};

/** A row for the keys or the header that somebody has deleted. */
export const insertRowRequests = ({ insertRowAt: startIndex, holds }: MissingHeadRow): SheetsRequest[] => [
  {
    insertDimension: {
      range: { sheetId: REGISTER_TAB, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 },
      inheritFromBefore: false,
    },
  },
  {
    repeatCell: {
      range: { sheetId: REGISTER_TAB, startRowIndex: startIndex, endRowIndex: startIndex + 1 },
      // It would look like the row below it.
      cell: holds === 'header' ? { userEnteredFormat: HEADER_FORMAT } : {},
      fields: 'userEnteredFormat,dataValidation',
    },
  },
];
