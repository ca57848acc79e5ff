import * as fc from 'fast-check';
import { rowCells } from '../../../../functions/domain/register/cells';
import { classifyRows, isBlocked } from '../../../../functions/domain/register/classify-row';
import {
  accountIdsIn,
  classifyAmong,
  reconcileRegister,
} from '../../../../functions/domain/register/reconcile-register';
import { markOf } from '../../../../functions/domain/register/request-marks';
import { type RegisterRow, registerRow } from '../../../../functions/domain/register/row';
import type { CellValues, SheetRow } from '../../../../functions/domain/register/sheet-row';
import { anAccount } from '../../../builders';
import { anAccountRow, aRandomRegister, aRegisterInUse, aSheetRow, aView, withCells } from './random-rows';

const VIEW = aView();
const anAccountOf = (id: string, over: Partial<RegisterRow> = {}): RegisterRow => ({
  ...registerRow(anAccount({ id, name: `会社 ${id}` })),
  version: 3,
  ...over,
});
const byId = (...accounts: RegisterRow[]) => new Map(accounts.map((one) => [one.id, one]));
const plan = (
  rows: readonly SheetRow[],
  accounts: ReadonlyMap<string, RegisterRow>,
  over: Partial<Parameters<typeof reconcileRegister>[2]> = {},
) =>
  reconcileRegister(classifyAmong(classifyRows(rows), accounts), accounts, {
    view: VIEW,
    areAll: true,
    readIds: new Set(),
    unreadableIds: new Set(),
    discardRequests: false,
    annotatedRows: new Set(),
    endRow: 100,
    listFindings: new Map(),
    ...over,
  });

/** The register after the plan was carried out. */
const after = (
  rows: readonly SheetRow[],
  { writes, appended, removed }: ReturnType<typeof plan>,
): SheetRow[] => {
  const cells = new Map<number, CellValues>(writes.map((write) => [write.row, write.cells]));
  const end = Math.max(2, ...rows.map(({ row }) => row)) + 1;
  return [
    ...rows
      .filter(({ row }) => !removed.includes(row))
      .map((row) => withCells(row, cells.get(row.row) ?? {})),
    ...appended.map((added) => aSheetRow(added, end)),
  ].map(({ cell }, index) => ({ row: (rows[0]?.row ?? 3) + index, cell }));
};

test('accounts without a row are appended in their order; one that was withdrawn, or stands in a blocked row, is not', () => {
  const rows = [aSheetRow({ ...rowCells(anAccountOf('a_4'), VIEW), id: 'x' })];
  const accounts = byId(
    anAccountOf('a_2'),
    anAccountOf('a_1'),
    anAccountOf('a_3', { withdrawn: true }),
    anAccountOf('a_4'),
  );
  const { appended, again, findings } = plan(rows, accounts);
  expect(appended.map(({ id }) => id)).toEqual(['a_2', 'a_1']);
  expect(again).toEqual(['a_4']);
  expect(findings).toEqual([
    { kind: 'idTypedOver', row: 3, accountId: 'a_4', company: '会社 a_4', typed: 'x' },
  ]);
});

test('a row of no account is found where its account was looked for, and left alone where it was not', () => {
  const rows = [aSheetRow({ ...rowCells(anAccountOf('a_1'), VIEW) })];
  expect(plan(rows, byId()).findings).toMatchObject([{ kind: 'unknown', accountId: 'a_1' }]);
  expect(plan(rows, byId(), { areAll: false, readIds: new Set(['a_1']) }).unknown).toBe(1);
  expect(plan(rows, byId(), { areAll: false })).toMatchObject({ unknown: 0, findings: [], writes: [] });
});

test('the row of an account that cannot be read is blocked and left as it is; without a row it is found, too, and looked at again', () => {
  const rows = [aSheetRow({ ...rowCells(anAccountOf('a_1'), VIEW), status: '失注案件' })];
  const { writes, findings, again, unknown, appended } = plan(rows, byId(anAccountOf('a_3')), {
    unreadableIds: new Set(['a_1', 'a_2']),
  });
  expect(findings).toEqual([
    { kind: 'unreadable', row: 3, accountId: 'a_1', company: '会社 a_1' },
    { kind: 'unreadable', row: null, accountId: 'a_2', company: '' },
  ]);
  expect(writes).toEqual([{ row: 3, cells: { requestState: expect.any(String) } }]);
  expect([again, unknown, appended.map(({ id }) => id)]).toEqual([['a_2'], 0, ['a_3']]);
});

test('IDs are counted in the ID column and in its mirrors, and nothing else is one', () => {
  const rows = [
    aSheetRow({ id: 'a_9', 'mirror.id': 'a_1' }),
    aSheetRow({ id: 'ご参考', 'mirror.id': '' }, 4),
    aSheetRow({ id: 'a_1', 'mirror.id': 'a_1' }, 5),
  ];
  expect([...accountIdsIn(classifyRows(rows))].sort()).toEqual(['a_1', 'a_9']);
});

test('where a copy was named like a company whose row is about to be written, the other copy is the row of its account', () => {
  const cells = { ...rowCells(anAccountOf('a_1'), VIEW) };
  const rows = [aSheetRow({ ...cells, name: '会社 a_2' }), aSheetRow(cells, 4)];
  const { findings, appended } = plan(rows, byId(anAccountOf('a_1'), anAccountOf('a_2')));
  expect(findings).toMatchObject([{ kind: 'inconsistent', row: 3, ownCompany: '会社 a_1' }]);
  expect(appended.map(({ id }) => id)).toEqual(['a_2']);
});

test('a name typed over a company is another company in the very run that writes that other company into its row', () => {
  const typed = { ...rowCells(anAccountOf('a_2'), VIEW), name: '会社 a_1' };
  const rows = [aSheetRow(typed), aSheetRow({ id: 'a_1' }, 4)];
  const first = plan(rows, byId(anAccountOf('a_1')));
  expect(first.findings).toMatchObject([{ kind: 'inconsistent', row: 3, ownCompany: '会社 a_2' }]);
  expect(plan(after(rows, first), byId(anAccountOf('a_1'))).writes).toEqual([]);
});

test('a second run over a register in use writes nothing and finds the same', () => {
  return fc.assert(
    fc.property(
      aRegisterInUse,
      fc.array(anAccountRow, { maxLength: 3 }),
      fc.boolean(),
      (rows, some, areAll) => {
        const accounts = byId(...some);
        const how = { areAll, readIds: new Set(['a_1']) };
        const first = plan(rows, accounts, how);
        const made = after(rows, first);
        const second = plan(made, accounts, how);
        expect(second.writes).toEqual([]);
        expect(second.appended).toEqual([]);
        expect(second.pending).toBe(first.pending);
        // What is wrong with a row may be told in another way once the company whose name it has was appended.
        expect(second.findings.map(({ row }) => row)).toEqual(first.findings.map(({ row }) => row));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a blocked row keeps every cell but its mark, and is found', () => {
  return fc.assert(
    fc.property(aRandomRegister, fc.array(anAccountRow, { maxLength: 3 }), (rows, some) => {
      const { writes, removed, findings } = plan(rows, byId(...some));
      for (const { row, as } of classifyAmong(classifyRows(rows), byId(...some))) {
        if (!isBlocked(as) || removed.includes(row.row)) continue;
        const moved = row.row - removed.filter((other) => other < row.row).length;
        const cells = writes.find((write) => write.row === row.row)?.cells ?? {};
        expect(Object.keys(cells).filter((key) => key !== 'requestState')).toEqual([]);
        expect(markOf(cells.requestState ?? row.cell('requestState'))).toBe('blocked');
        expect(findings).toContainEqual(expect.objectContaining({ row: moved, kind: as.kind }));
      }
    }),
  );
});

describe('an account that was taken back', () => {
  const gone = anAccountOf('a_2', { withdrawn: true });
  const written = (account: RegisterRow) => ({ ...rowCells(account, VIEW) });
  const rows = [anAccountOf('a_1'), anAccountOf('a_2'), anAccountOf('a_3')].map((account, index) =>
    aSheetRow(written(account), index + 3),
  );
  const accounts = byId(anAccountOf('a_1'), gone, anAccountOf('a_3'));

  test('its row is removed, and findings below it name the rows as they stand afterwards', () => {
    const drafted = [...rows, aSheetRow({ name: '下書き商事' }, 6)];
    const { removed, findings, shown, writes } = plan(drafted, accounts);
    expect([removed, writes.map(({ row }) => row)]).toEqual([[4], [6]]);
    expect(findings).toMatchObject([{ kind: 'draft', row: 5 }]);
    expect([...shown].sort()).toEqual(['a_1', 'a_3']);
  });

  test('a row in which people have written stays, and so does one that was not read', () => {
    const { removed, findings, shown } = plan(rows, accounts, { annotatedRows: new Set([4]) });
    expect([removed, findings.map(({ kind }) => kind)]).toEqual([[], ['withdrawn']]);
    expect([...shown].sort()).toEqual(['a_1', 'a_2', 'a_3']);
    expect(plan(rows, byId(), { areAll: false }).removed).toEqual([]);
  });

  test('a request in it stays until it is dropped', () => {
    const edited = rows.map((row) => (row.row === 4 ? withCells(row, { contact: '山田様' }) : row));
    expect(plan(edited, accounts).removed).toEqual([]);
    expect(plan(edited, accounts, { discardRequests: true }).removed).toEqual([4]);
  });
});
