/** The lists of the queue as pages: of the whole team, and of one member. */
import { BAND_ORDER, countByBand, type Queue, type QueueRow } from '../domain/queue/queue';
import { BANDS, type Band, EMPTY_QUEUE } from '../domain/queue/queue-texts';
import type { TypedCells } from '../domain/queue/typed-cells';
import type { MakeRowLink } from '../domain/register/row-target';
import type { Text } from '../domain/text/text';
import { colorStyle, HEADER_FORMAT, type SheetCell, textCell } from './cells';
import { keptRowCells, QUEUE_COLUMNS } from './queue-columns';
import { type QUEUE_HEADINGS, repHead } from './queue-tab-texts';
import type { ReadRow } from './read-queue-tab';
import type { TabPage } from './whole-tab';

export interface QueueView {
  language: keyof Text;
  /** One line: when it was made and from how many accounts. */
  stamp: string;
  /** To the account's row in the register. */
  link: MakeRowLink;
  typed: (row: QueueRow) => TypedCells;
  /** Its place in the order of the tab Today. */
  rank: (row: QueueRow) => number;
  /** Of accounts that are not listed there any more. */
  kept: readonly ReadRow[];
}

/** The tiles stand above it, in two rows. */
export const KEY_ROW = 3;
const TILES_PER_ROW = 6;
const BOLD: SheetCell['userEnteredFormat'] = { textFormat: { bold: true } };
const TILE: SheetCell['userEnteredFormat'] = {
  ...BOLD,
  wrapStrategy: 'WRAP',
  horizontalAlignment: 'CENTER',
  verticalAlignment: 'MIDDLE',
};

/** By what a band asks for: a manager, somebody late, somebody soon, a look back, a change of hands, or only time. */
const TILE_COLOURS: Readonly<Record<Band, string>> = {
  decide: '#e4d7f5',
  approve: '#e4d7f5',
  overdue: '#f5b5ab',
  dueIn7: '#ffd8a8',
  dueIn30: '#fff3d6',
  revisit: '#d6ead9',
  review: '#e4d7f5',
  timeBox: '#e4d7f5',
  handOver: '#cfe3f7',
  leaver: '#cfe3f7',
  debt: '#d6ead9',
  later: '#ececec',
};

const boldCell = (value: string): SheetCell => ({ ...textCell(value), userEnteredFormat: BOLD });

const headCell = (label: Text, language: keyof Text): SheetCell => ({
  ...textCell(label[language]),
  userEnteredFormat: HEADER_FORMAT,
});

/** How many rows each band has; nothing for a band without any. The column of the band has no room for a count behind its name. */
const tileRows = (counts: Queue['counts'], language: keyof Text): SheetCell[][] => {
  const tiles = BAND_ORDER.filter((band) => counts[band] > 0).map((band) => ({
    ...textCell(`${BANDS[band][language]} ${counts[band]}`),
    userEnteredFormat: { ...TILE, backgroundColorStyle: colorStyle(TILE_COLOURS[band]) },
  }));
  return [
    [textCell(''), ...tiles.slice(0, TILES_PER_ROW)],
    [textCell(''), ...tiles.slice(TILES_PER_ROW)],
  ];
};

/** What programs need to know of a row. */
const HIDDEN: readonly (keyof typeof QUEUE_HEADINGS)[] = ['id', 'basis'];

export const todayPage = (queue: Queue, view: QueueView): TabPage => {
  const { language, stamp } = view;
  const rows =
    queue.rows.length === 0
      ? [[textCell(EMPTY_QUEUE[language])]]
      : queue.rows.map((row) => QUEUE_COLUMNS.map(({ cell }) => cell(row, view)));
  return {
    cells: [
      [boldCell(stamp)],
      ...tileRows(queue.counts, language),
      QUEUE_COLUMNS.map(({ key }) => textCell(key)),
      QUEUE_COLUMNS.map(({ label }) => headCell(label, language)),
      ...rows,
      ...keptRows(QUEUE_COLUMNS, view),
    ],
    columns: QUEUE_COLUMNS.map(({ width, key }) => ({ width, isHidden: HIDDEN.includes(key) })),
    frozenRows: KEY_ROW + 2,
    frozenColumns: 2,
    hiddenRow: KEY_ROW,
  };
};

const keptRows = (columns: typeof QUEUE_COLUMNS, view: QueueView): SheetCell[][] =>
  view.kept.map((row) =>
    keptRowCells(
      columns.map(({ key }) => key),
      row,
      view,
    ),
  );

const REP_COLUMNS = QUEUE_COLUMNS.filter(({ key }) => key !== 'id');

/** Whose page it is. */
interface PageOwner {
  name: string;
  /** Companies of which something that they typed was sent back. */
  sentBack: readonly string[];
}

export const repPage = (owner: PageOwner, rows: readonly QueueRow[], view: QueueView): TabPage => ({
  cells: [
    [boldCell(repHead(owner, rows.length)[view.language])],
    ...tileRows(countByBand(rows), view.language),
    REP_COLUMNS.map(({ key }) => textCell(key)),
    REP_COLUMNS.map(({ label }) => headCell(label, view.language)),
    ...rows.map((row) => REP_COLUMNS.map(({ cell }) => cell(row, view))),
    ...keptRows(REP_COLUMNS, view),
  ],
  columns: REP_COLUMNS.map(({ width, key }) => ({ width, isHidden: HIDDEN.includes(key) })),
  frozenRows: KEY_ROW + 2,
  frozenColumns: 2,
  hiddenRow: KEY_ROW,
});
