/** The help tab: statuses, matrix and moves, made from the rules; replaced where it says anything else. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { BINS, CELLS, moveHelp } from '../domain/help';
import { type Cell as Legality, MATRIX } from '../domain/matrix';
import { SHOWN_COLUMNS, SHOWN_KEYS } from '../domain/register-columns';
import { HELP_TAB } from '../domain/register-tabs';
import { STATUS, STATUSES, type Status } from '../domain/statuses';
import { type Text, text } from '../domain/text';
import { type Cell, colour, HEADER, type Request, saysOtherwise, whole, words } from './cells';
import type { FoundTab } from './register-tab';
import { STATUS_COLOURS } from './status-colours';

export const HELP_TITLE = text('ヘルプ', 'Help');

const TITLES = {
  statuses: text('八つのステータス', 'The eight statuses'),
  matrix: text(
    'どこからどこへ移せるか(行 = 今、列 = 移動先)',
    'Which moves there are (row = now, column = next)',
  ),
  moves: text('移すときに必要なもの', 'What each move asks for'),
  columns: text('台帳の列', 'The columns of the register'),
};
const HEADS = {
  statuses: [text('番号', 'No.'), text('ステータス', 'Status'), text('区分', 'Bin'), text('意味', 'Meaning')],
  moves: [
    text('今', 'Now'),
    text('移動先', 'Next'),
    text('種類', 'Kind'),
    text('必要なもの', 'What it asks for'),
    text('補足', 'Note'),
  ],
  columns: [text('列', 'Column'), text('説明', 'What it is')],
};

const COLOURS: Readonly<Record<Legality, string>> = {
  L: '#ceead6',
  C: '#feefc3',
  M: '#e6d8f5',
  X: '#fad2cf',
  '-': '#ffffff',
};

const WRAPPED: sheets_v4.Schema$CellFormat = { wrapStrategy: 'WRAP', verticalAlignment: 'TOP' };
const title = (value: string): Cell => ({
  ...words(value),
  userEnteredFormat: { textFormat: { bold: true, fontSize: 12 } },
});
const tinted = (value: string, hex: string): Cell => ({
  ...words(value),
  userEnteredFormat: { ...WRAPPED, backgroundColorStyle: colour(hex) },
});
const plain = (value: string): Cell => ({ ...words(value), userEnteredFormat: WRAPPED });

const helpCells = (language: keyof Text): Cell[][] => {
  const heads = (texts: readonly Text[]): Cell[] =>
    texts.map((one) => ({ ...words(one[language]), userEnteredFormat: HEADER }));
  const status = (one: Status): Cell => tinted(STATUS[one].label[language], STATUS_COLOURS[one]);
  const numbered = (one: Status): Cell =>
    tinted(`${STATUS[one].number} ${STATUS[one].label[language]}`, STATUS_COLOURS[one]);
  const legality = (cell: Legality): Cell => tinted(cell === '-' ? '–' : cell, COLOURS[cell]);
  return [
    [title(TITLES.statuses[language])],
    heads(HEADS.statuses),
    ...STATUSES.map((one) => {
      const { number, bin, meaning } = STATUS[one];
      return [whole(number), status(one), plain(BINS[bin][language]), plain(meaning[language])];
    }),
    [],
    [title(TITLES.matrix[language])],
    [{}, ...STATUSES.map(numbered)],
    ...STATUSES.map((from) => [numbered(from), ...STATUSES.map((to) => legality(MATRIX[from][to]))]),
    ...(Object.keys(CELLS) as Legality[]).map((cell) => [legality(cell), words(CELLS[cell][language])]),
    [],
    [title(TITLES.moves[language])],
    heads(HEADS.moves),
    ...moveHelp().map(({ from, to, cell, asks, note }) => [
      status(from),
      status(to),
      legality(cell),
      plain(asks.map((one) => one[language]).join('\n')),
      plain(note?.[language] ?? ''),
    ]),
    [],
    [title(TITLES.columns[language])],
    heads(HEADS.columns),
    ...SHOWN_KEYS.map((key) => [
      words(SHOWN_COLUMNS[key].label[language]),
      words(SHOWN_COLUMNS[key].note[language].replaceAll('\n', ' ')),
    ]),
  ];
};

/** Pixels. */
const WIDTHS = [150, 150, 150, 420, 300, 150, 150, 150, 150];

/** `newTitle` is for a tab that has to be made. */
export const helpRequests = (tab: FoundTab | null, newTitle: string, language: keyof Text): Request[] => {
  const cells = helpCells(language);
  if (tab !== null && !saysOtherwise(tab.values, cells)) return [];
  const properties: sheets_v4.Schema$SheetProperties = {
    sheetId: HELP_TAB,
    gridProperties: { rowCount: cells.length, columnCount: WIDTHS.length, hideGridlines: true },
  };
  return [
    ...(tab === null
      ? [{ addSheet: { properties: { ...properties, title: newTitle } } }]
      : [
          { unmergeCells: { range: { sheetId: HELP_TAB } } },
          {
            updateSheetProperties: {
              properties,
              fields: 'gridProperties(rowCount,columnCount,hideGridlines,frozenRowCount,frozenColumnCount)',
            },
          },
        ]),
    {
      updateCells: {
        range: { sheetId: HELP_TAB },
        rows: cells.map((row) => ({ values: WIDTHS.map((_, column) => row[column] ?? {}) })),
        fields: 'userEnteredValue,userEnteredFormat,note,dataValidation',
      },
    },
    ...WIDTHS.map((pixelSize, index) => ({
      updateDimensionProperties: {
        range: { sheetId: HELP_TAB, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: { pixelSize, hiddenByUser: false },
        fields: 'pixelSize,hiddenByUser',
      },
    })),
  ];
};
