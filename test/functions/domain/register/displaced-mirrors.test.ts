import { rowCells } from '../../../../functions/domain/register/cells';
import { classifyRows } from '../../../../functions/domain/register/classify-row';
import {
  displacedMirrorIds,
  unmirroredIds,
  withDisplacedMirrors,
} from '../../../../functions/domain/register/displaced-mirrors';
import { type RegisterRow, registerRow } from '../../../../functions/domain/register/row';
import { anAccount } from '../../../builders';
import { aSheetRow, aView, type SheetCells } from './random-rows';

const VIEW = aView();
const ACCOUNTS = new Map(
  ['a_1', 'a_2', 'a_3'].map((id): [string, RegisterRow] => [
    id,
    registerRow(anAccount({ id, name: `会社 ${id}`, ownerId: 'is' })),
  ]),
);
const cellsOf = (id: string, over: SheetCells = {}): SheetCells => {
  const account = ACCOUNTS.get(id);
  if (account === undefined) throw new Error(`no account ${id}`);
  return { ...rowCells(account, VIEW), ...over };
};
const mirrorsOf = (id: string): SheetCells =>
  Object.fromEntries(
    Object.entries(cellsOf(id)).filter(([key]) => key.startsWith('mirror.') && key !== 'mirror.id'),
  );
const kindsOf = (...rows: SheetCells[]): string[] =>
  withDisplacedMirrors(classifyRows(rows.map((cells, at) => aSheetRow(cells, at + 3))), ACCOUNTS, VIEW).map(
    ({ as }) => as.kind,
  );
const DISPLACED = cellsOf('a_1', mirrorsOf('a_2'));

test.each<[string, string, SheetCells[]]>([
  ['is written anew', 'unwritten', [DISPLACED, cellsOf('a_2')]],
  ['also where its own name is nowhere a mirror', 'unwritten', [DISPLACED, cellsOf('a_2', mirrorsOf('a_3'))]],
  [
    'is inconsistent where a person typed',
    'inconsistent',
    [{ ...DISPLACED, contact: '山田' }, cellsOf('a_2')],
  ],
  ['is inconsistent where one cleared a cell', 'inconsistent', [{ ...DISPLACED, owner: '' }, cellsOf('a_2')]],
  [
    'stays what it was where its ID was moved, too',
    'idTypedOver',
    [{ ...DISPLACED, 'mirror.id': 'a_2' }, cellsOf('a_2')],
  ],
  ['stays what it was where nobody else has the name of its mirror', 'account', [DISPLACED, cellsOf('a_3')]],
  [
    "stays what it was where another row is the account's",
    'inconsistent',
    [DISPLACED, cellsOf('a_1'), cellsOf('a_2')],
  ],
  [
    'stays what it was under a name that the account does not have',
    'account',
    [{ ...DISPLACED, name: '改名' }, cellsOf('a_2')],
  ],
])('a row with the mirrors of another one %s', (_, kind, rows) => {
  expect(kindsOf(...rows)[0]).toBe(kind);
});

test('of two such rows of one account only the first is its row', () => {
  expect(
    kindsOf(DISPLACED, DISPLACED, cellsOf('a_2'), cellsOf('a_1', { name: '会社 a_3' })).slice(0, 2),
  ).toEqual(['unwritten', 'inconsistent']);
});

test('only their accounts have to be read, and without them the rows stay what they were', () => {
  const rows = classifyRows([
    aSheetRow(DISPLACED, 3),
    aSheetRow(cellsOf('a_2'), 4),
    aSheetRow(cellsOf('a_3'), 5),
  ]);
  expect(displacedMirrorIds(rows)).toEqual(['a_1']);
  const noId = { ...DISPLACED, id: 'a/1', 'mirror.id': 'a/1' };
  expect(displacedMirrorIds(classifyRows([aSheetRow(noId, 3), aSheetRow(cellsOf('a_2'), 4)]))).toEqual([]);
  expect(withDisplacedMirrors(rows, new Map(), VIEW)).toEqual(rows);
});

test.each<[string, SheetCells[], string[]]>([
  ['nothing where every row is as it was written', [cellsOf('a_1'), cellsOf('a_2')], []],
  [
    'nothing where ID and mirror only changed places',
    [cellsOf('a_1', { id: 'a_2' }), cellsOf('a_2', { id: 'a_1' })],
    [],
  ],
  ['the ID whose mirror was pasted over', [cellsOf('a_1', { 'mirror.id': 'a_2' }), cellsOf('a_2')], ['a_1']],
  ['the ID whose mirrors were cleared', [cellsOf('a_1', { 'mirror.id': '' }), cellsOf('a_2')], ['a_1']],
  ['no text that is no ID', [cellsOf('a_1', { id: '株式会社/一' })], []],
])('no mirror tells the name of: %s', (_, rows, ids) => {
  expect(unmirroredIds(classifyRows(rows.map((cells, at) => aSheetRow(cells, at + 3))))).toEqual(ids);
});
