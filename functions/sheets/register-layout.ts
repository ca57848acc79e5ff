/** The register's tab itself: keys, header, notes, widths, what is hidden, frozen and filtered; only what differs is written. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import type { RegisterView } from '../domain/register-cells';
import { COLUMN_KEYS, type ColumnKey, columnOf, isHidden } from '../domain/register-columns';
import { REGISTER_TAB } from '../domain/register-tabs';
import { text } from '../domain/text';
import { type Cell, HEADER, type Request, words } from './cells';
import { cellAt, type Head, type Insertion, isLabelOf, type Values } from './register-head';
import { colourRules, columnLooks, protections } from './register-rules';
import type { FoundTab, Looks } from './register-tab';

export const REGISTER_TITLE = text('台帳', 'Register');

/** Empty rows below the last account, for people to type new companies in. */
const SPARE_ROWS = 200;
/** With the name further right than this, freezing up to it would fill the screen. */
const MOST_FROZEN_COLUMNS = 4;

export interface LayoutInput {
  head: Head;
  /** Null: the tab is made. */
  tab: FoundTab | null;
  values: Values;
  looks: Looks;
  /** The row behind the last one that will be written. */
  end: number;
  /** Of a new tab. */
  title: string;
  view: RegisterView;
}

/** In two groups: what makes room for the cells, and what needs them to be there. */
export const layoutRequests = (input: LayoutInput): { room: Request[]; rest: Request[] } => {
  const { head, tab, end, view } = input;
  const rowCount = tab !== null && tab.rowCount >= end ? tab.rowCount : end + SPARE_ROWS;
  return {
    room: [...grid(input, rowCount), ...unmerged(input), ...headCells(input)],
    rest: [
      ...columnLooks(head, input.looks, rowCount - head.headerRow - 1, view),
      ...columnProperties(input),
      ...keyRowHidden(input),
      ...colourRules(head, tab, rowCount, view),
      ...filter(input),
      ...protections(head, tab, rowCount, view),
    ],
  };
};

const frozen = (
  { at, headerRow }: Head,
  present: sheets_v4.Schema$GridProperties,
): sheets_v4.Schema$GridProperties => {
  const [rows, columns] = [present.frozenRowCount ?? 0, present.frozenColumnCount ?? 0];
  const upToName = at.name < MOST_FROZEN_COLUMNS ? at.name + 1 : 0;
  return { frozenRowCount: Math.max(rows, headerRow + 1), frozenColumnCount: Math.max(columns, upToName) };
};

const grid = ({ head, tab, title }: LayoutInput, rowCount: number): Request[] => {
  const columnCount = Math.max(...Object.values(head.at)) + 1;
  if (tab === null) {
    const gridProperties = { rowCount, columnCount, ...frozen(head, {}) };
    return [{ addSheet: { properties: { sheetId: REGISTER_TAB, title, index: 0, gridProperties } } }];
  }
  const present = tab.sheet.properties?.gridProperties ?? {};
  const wanted = frozen(head, present);
  const isFrozen =
    wanted.frozenRowCount === (present.frozenRowCount ?? 0) &&
    wanted.frozenColumnCount === (present.frozenColumnCount ?? 0);
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
              properties: { sheetId: REGISTER_TAB, gridProperties: wanted },
              fields: 'gridProperties(frozenRowCount,frozenColumnCount)',
            },
          },
        ]),
  ];
};

/** A merge over a column of ours hides what stands in it. */
const unmerged = ({ head, tab }: LayoutInput): Request[] => {
  const columns = Object.values(head.at);
  return (tab?.sheet.merges ?? [])
    .filter(({ startColumnIndex, endColumnIndex }) =>
      columns.some((column) => column >= (startColumnIndex ?? 0) && column < (endColumnIndex ?? column + 1)),
    )
    .map((range) => ({ unmergeCells: { range } }));
};

const one = (rowIndex: number, columnIndex: number, cell: Cell, fields: string): Request => ({
  updateCells: {
    start: { sheetId: REGISTER_TAB, rowIndex, columnIndex },
    rows: [{ values: [cell] }],
    fields,
  },
});

/** A label that a person wrote is theirs; an empty one is filled, and one of ours is put in the team's language. */
const headCells = ({ head, values, looks, view }: LayoutInput): Request[] => [
  ...head.keys.map(({ column, text: key }) => one(head.keyRow, column, words(key), 'userEnteredValue')),
  ...COLUMN_KEYS.flatMap((key): Request[] => {
    const column = head.at[key];
    const { label, note } = columnOf(key);
    const wanted = { ...words(label[view.language]), note: note[view.language] };
    if (head.made.has(key))
      return [
        one(
          head.headerRow,
          column,
          { ...wanted, userEnteredFormat: HEADER },
          'userEnteredValue,userEnteredFormat,note',
        ),
      ];
    const present = cellAt(values, head.headerRow, column);
    const isTheirs = present !== '' && !isLabelOf(key, present);
    const fields = [
      ...(isTheirs || present === label[view.language] ? [] : ['userEnteredValue']),
      ...(looks.notes[column] === wanted.note ? [] : ['note']),
    ];
    return fields.length === 0 ? [] : [one(head.headerRow, column, wanted, fields.join())];
  }),
];

/** Widths and what people hid are theirs; what nobody needs to see is hidden again. */
const columnProperties = ({ head, looks }: LayoutInput): Request[] =>
  COLUMN_KEYS.flatMap((key: ColumnKey) => {
    const isMade = head.made.has(key);
    const hides = isHidden(key) && looks.hidden[head.at[key]] !== true;
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

const keyRowHidden = ({ head: { keyRow }, looks }: LayoutInput): Request[] =>
  looks.keyRowHidden
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

/** One that people have set is theirs, whatever it filters. */
const filter = ({ head, tab }: LayoutInput): Request[] =>
  tab?.sheet.basicFilter == null
    ? [{ setBasicFilter: { filter: { range: { sheetId: REGISTER_TAB, startRowIndex: head.headerRow } } } }]
    : [];

/** A row for the keys or the header that somebody has deleted. */
export const insertedRow = ({ insertRowAt: startIndex, holds }: Insertion): Request[] => [
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
      cell: holds === 'header' ? { userEnteredFormat: HEADER } : {},
      fields: 'userEnteredFormat,dataValidation',
    },
  },
];
