import * as fc from 'fast-check';
import { rowCells } from '../../../../functions/domain/register/cells';
import { classifyRows } from '../../../../functions/domain/register/classify-row';
import type { RegisterFinding } from '../../../../functions/domain/register/findings';
import { reconcileRegister } from '../../../../functions/domain/register/reconcile-register';
import { registerRow } from '../../../../functions/domain/register/row';
import { accountTarget, findingTarget, targetRow } from '../../../../functions/domain/register/row-target';
import type { CellValues } from '../../../../functions/domain/register/sheet-row';
import { anAccount } from '../../../builders';
import { aSheetRow, aView } from './random-rows';

const IDS = ['a_1', 'a_2', 'a_3', 'a_4', 'a_5'];
const written = (id: string): CellValues => ({
  ...rowCells({ ...registerRow(anAccount({ id, name: `会社 ${id}` })), version: 3 }, aView()),
});
const classified = (rows: readonly CellValues[]) =>
  classifyRows(rows.map((cells, index) => aSheetRow(cells, index + 3)));
const find = (rows: readonly CellValues[], target: ReturnType<typeof findingTarget>) =>
  target === null ? null : targetRow(classified(rows), target);
const findingsIn = (rows: readonly CellValues[]): readonly RegisterFinding[] =>
  reconcileRegister(classified(rows), new Map(), {
    view: aView(),
    areAll: false,
    readIds: new Set(),
    unreadableIds: new Set(),
    discardRequests: false,
    annotatedRows: new Set(),
    endRow: 100,
    listFindings: new Map(),
  }).findings;

/** What people do to whole rows: sort, insert, delete, copy. */
const movedRows = fc
  .tuple(
    fc.shuffledSubarray(IDS),
    fc.array(fc.tuple(fc.nat(6), fc.constantFrom<CellValues>({}, { name: '下書き商事' })), { maxLength: 3 }),
    fc.array(fc.tuple(fc.nat(6), fc.constantFrom(...IDS)), { maxLength: 2 }),
  )
  .map(([kept, inserted, copied]) => {
    const rows = kept.map(written);
    for (const [at, cells] of inserted) rows.splice(at, 0, cells);
    for (const [at, id] of copied) if (kept.includes(id)) rows.splice(at, 0, written(id));
    return { rows, kept };
  });

test('whatever people do to whole rows, each account leads to a row of it, and to none where it is gone', () => {
  return fc.assert(
    fc.property(movedRows, ({ rows, kept }) => {
      for (const id of IDS) {
        const row = find(rows, accountTarget(id));
        if (kept.includes(id)) expect(rows[(row ?? 0) - 3]).toMatchObject({ id, name: `会社 ${id}` });
        else expect(row).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});

test('after a sort of some columns no account leads to the row of another', () => {
  return fc.assert(
    fc.property(fc.shuffledSubarray(IDS, { minLength: 5 }), fc.boolean(), (order, isIdSorted) => {
      const rows = IDS.map(written).map((cells, index) => ({
        ...cells,
        ...(isIdSorted ? { id: order[index] ?? '' } : { name: `会社 ${order[index]}` }),
      }));
      for (const id of IDS) {
        const row = find(rows, accountTarget(id));
        if (row !== null) expect(rows[row - 3]).toMatchObject({ 'mirror.id': id, name: `会社 ${id}` });
      }
    }),
  );
});

describe('a finding', () => {
  const COPY = { ...written('a_2'), contact: '別の窓口' };
  const rows: CellValues[] = [
    written('a_1'),
    written('a_2'),
    { name: '下書き商事' },
    COPY,
    { ...written('a_3'), id: 'a_9' },
    { name: '別の下書き' },
    { ...written('a_4'), name: '会社 a_1' },
    { id: '以上 5 社' },
  ];

  test('leads to its row, in whatever order the rows stand', () => {
    const found = findingsIn(rows);
    expect(found.map(({ kind }) => kind)).toEqual([
      'draft',
      'copied',
      'idTypedOver',
      'draft',
      'inconsistent',
      'unknown',
    ]);
    for (const item of found) expect(find(rows, findingTarget(item))).toBe(item.row);
    const sorted = [...rows].reverse();
    // Of a row and its copy, the one further down is the copy.
    for (const item of found.filter(({ kind }) => kind !== 'copied')) {
      const row = find(sorted, findingTarget(item)) ?? 0;
      expect(sorted[row - 3]).toBe(rows[(item.row ?? 0) - 3]);
    }
  });

  test('in a row that nothing tells from another one like it leads nowhere', () => {
    const found = findingsIn([{ contact: '山田様' }, { contact: '鈴木様' }]);
    expect(found.map((item) => [item.kind, findingTarget(item)])).toEqual([
      ['nameless', null],
      ['nameless', null],
    ]);
  });

  test('that was put right leads to the row of the account; a draft that is gone to none', () => {
    for (const item of findingsIn(rows)) {
      const row = find(IDS.map(written), findingTarget(item));
      if (item.kind === 'draft' || item.kind === 'unknown') expect(row).toBeNull();
      else expect(IDS[(row ?? 0) - 3]).toBe(item.accountId);
    }
  });
});
