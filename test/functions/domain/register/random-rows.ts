/** Random rows of a register, as people, sorts, copies and earlier runs leave them. */
import * as fc from 'fast-check';
import { type RegisterView, rowCells } from '../../../../functions/domain/register/cells';
import { COLUMN_KEYS, type ColumnKey } from '../../../../functions/domain/register/column-keys';
import { type RegisterRow, registerRow } from '../../../../functions/domain/register/row';
import type { CellValues, SheetRow } from '../../../../functions/domain/register/sheet-row';
import { STATUSES } from '../../../../functions/domain/status/statuses';
import { anAccount, MEMBERS, TODAY } from '../../../builders';

export const aView = (language: RegisterView['language'] = 'ja'): RegisterView => ({
  language,
  members: MEMBERS,
  today: TODAY,
});

/** Of a sheet in which the columns that are undefined are not there. */
export type SheetCells = { [Key in keyof CellValues]: CellValues[Key] | undefined };

export const aSheetRow = (cells: SheetCells, row = 3): SheetRow => ({
  row,
  cell: (key) => (key in cells ? cells[key] : ''),
});

/** The row after those cells were written into it. */
export const withCells = (row: SheetRow, cells: CellValues): SheetRow => ({
  row: row.row,
  cell: (key) => cells[key] ?? row.cell(key),
});

export const IDS = ['a_1', 'a_2', 'a_3'];
const COMPANIES = ['株式会社松', '株式会社竹', '株式会社梅'];

/** What the request-state cell of a register in use may hold, also from earlier versions and in the other language. */
export const REQUEST_STATES = [
  '',
  '未送信',
  'Not sent',
  '未登録',
  'Not registered',
  '差し戻し: 商談が必要です。',
  'Sent back: A meeting is needed.',
  '要確認',
  'Needs a look: The row is torn: its ID and its company do not belong together.',
  '要確認: 行のコピーです。',
  'あとで電話',
  '受付: 電話 不在',
];

export const anAccountRow: fc.Arbitrary<RegisterRow> = fc
  .record({
    index: fc.nat(2),
    status: fc.constantFrom(...STATUSES),
    version: fc.integer({ min: 1, max: 4 }),
    ownerId: fc.constantFrom('is', 'left', null),
    nextCheck: fc.constantFrom('2026-09-24', '2026-10-01', null),
    awaitedCondition: fc.constantFrom('新年度の予算', '12', null),
    contact: fc.constantFrom('山田様', null),
    withdrawn: fc.boolean(),
  })
  .map(({ index, ...over }) => ({
    ...registerRow(anAccount({ id: IDS[index] ?? '', name: COMPANIES[index] ?? '' })),
    ...over,
  }));

const typedOver: fc.Arbitrary<CellValues> = fc.record(
  {
    id: fc.constantFrom('', ...IDS, 'アカウント ID', '__x__'),
    name: fc.constantFrom('', ' ', '下書き商事', ...COMPANIES),
    status: fc.constantFrom('', '6', 'ワーキング', 'Working', 7),
    owner: fc.constantFrom('is', 'fs', '', 12),
    nextCheck: fc.constantFrom('', 46289, '2026-09-24', '2026-10-01', 46296.5),
    awaitedCondition: fc.constantFrom('', '新年度の予算', 12, '12'),
    contact: fc.constantFrom('', '山田様', '田中様'),
    quickEntry: fc.constantFrom('', '電話 不在', '来週見積'),
    'mirror.quickEntry': fc.constantFrom('', '来週見積'),
    'mirror.id': fc.constantFrom('', ...IDS),
    'mirror.name': fc.constantFrom('', ...COMPANIES),
    'mirror.version': fc.constantFrom('', 1, 2, 'draft-1234'),
    requestState: fc.constantFrom(...REQUEST_STATES),
    daysInStatus: fc.constantFrom('', 3),
  },
  { requiredKeys: [] },
);

/** As Hachi wrote it for some account, in either language, and with what somebody typed over it; or never written at all. */
const cellsOf = (typing: fc.Arbitrary<CellValues>): fc.Arbitrary<CellValues> =>
  fc
    .tuple(
      fc.option(anAccountRow, { freq: 5 }),
      fc.constantFrom('ja' as const, 'en' as const),
      fc.option(typing),
    )
    .map(([account, language, typed]) => ({
      ...(account === null ? {} : rowCells(account, aView(language))),
      ...typed,
    }));

/** The mirrors are hidden and protected: people hardly ever type there. */
const typedInShownColumns = typedOver.map(
  ({
    'mirror.id': _id,
    'mirror.name': _name,
    'mirror.version': _version,
    'mirror.quickEntry': _line,
    ...shown
  }): CellValues => shown,
);

const lackingColumn = fc.option(
  fc.constantFrom<ColumnKey>('mirror.id', 'mirror.name', 'mirror.owner', 'owner', 'daysInStatus'),
  { freq: 4 },
);

const fullRow = (cells: CellValues, row: number, lacking: ColumnKey | null): SheetRow => {
  const all = Object.fromEntries(COLUMN_KEYS.map((key) => [key, cells[key] ?? '']));
  return { row, cell: (key) => (key === lacking ? undefined : all[key]) };
};

export const aRandomRow: fc.Arbitrary<SheetRow> = cellsOf(typedOver).map((cells) => fullRow(cells, 3, null));

const registerOf = (cells: fc.Arbitrary<CellValues>, lacking: fc.Arbitrary<ColumnKey | null>) =>
  fc
    .tuple(fc.array(cells, { maxLength: 8 }), lacking)
    .map(([rows, column]) => rows.map((values, index) => fullRow(values, index + 3, column)));

/** A whole register from row 3 on, whatever was typed into it; a column may be missing. */
export const aRandomRegister: fc.Arbitrary<SheetRow[]> = registerOf(cellsOf(typedOver), lackingColumn);

/** A whole register as people use it. */
export const aRegisterInUse: fc.Arbitrary<SheetRow[]> = registerOf(
  cellsOf(typedInShownColumns),
  fc.constant(null),
);
