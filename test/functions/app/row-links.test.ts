import * as fc from 'fast-check';
import { type SheetsApi, startSheetsApi } from '../../../emulator/sheets-api/server';
import { rowFilter } from '../../../emulator/workbook/filtered-rows';
import type { UpdateRequest, WorkbookTab } from '../../../emulator/workbook/model';
import { openWorkbooks, type Workbooks } from '../../../emulator/workbook/workbook';
import { locateRow, readRowLink, rowLinks } from '../../../functions/app/row-links';
import { rowCells } from '../../../functions/domain/register/cells';
import { COLUMN_KEYS } from '../../../functions/domain/register/column-keys';
import { columnOf } from '../../../functions/domain/register/columns';
import { registerRow } from '../../../functions/domain/register/row';
import { accountTarget, type RowTarget } from '../../../functions/domain/register/row-target';
import { openSheets } from '../../../functions/sheets/client';
import { RegisterRefusedError } from '../../../functions/sheets/register-refusal';
import { anAccount } from '../../builders';
import { aView } from '../domain/register/random-rows';
import { LINKS } from './queue-scene';

describe('a link', () => {
  const queryOf = (target: RowTarget): URLSearchParams => new URL(rowLinks(LINKS)(target) ?? '').searchParams;

  test.each<RowTarget>([
    accountTarget('a_1'),
    { finding: 'draft', accountId: '', company: '下書き&商事 ="x"#1' },
    { finding: 'copied', accountId: 'a_2', company: '会社 a_2' },
  ])('says what it leads to: %j', (target) => {
    expect(rowLinks(LINKS)(target)?.startsWith('https://functions.example/open?')).toBe(true);
    expect(readRowLink(queryOf(target), LINKS.linkKey)).toEqual(target);
  });

  test('that was not made with this key, or was changed since, is none', () => {
    const target: RowTarget = { finding: 'copied', accountId: 'a_2', company: '会社 a_2' };
    expect(readRowLink(queryOf(target), `${LINKS.linkKey}!`)).toBeNull();
    for (const [name, value] of [
      ['account', 'a_3'],
      ['company', '会社 a_3'],
      ['finding', 'draft'],
      ['finding', 'constructor'],
      ['signature', ''],
      ['signature', 'あ'.repeat(22)],
    ] as const) {
      const query = queryOf(target);
      query.set(name, value);
      expect([name, value, readRowLink(query, LINKS.linkKey)]).toEqual([name, value, null]);
    }
    for (const name of ['account', 'company', 'finding', 'signature']) {
      const query = queryOf(target);
      query.delete(name);
      expect([name, readRowLink(query, LINKS.linkKey)]).toEqual([name, null]);
    }
  });

  test('is not made where the functions have no address', () => {
    expect(rowLinks(null)(accountTarget('a_1'))).toBeUndefined();
  });
});

describe('where it leads', () => {
  const TAB = 8001;
  const IDS = ['a_1', 'a_2', 'a_3', 'a_4', 'a_5', 'a_6'];
  let workbooks: Workbooks;
  let api: SheetsApi;
  let books = 0;
  beforeAll(async () => {
    workbooks = openWorkbooks({ dataDir: null });
    api = await startSheetsApi({ workbooks });
  });
  afterAll(async () => {
    await api.stop();
    workbooks.close();
  });

  const aRegister = (): string => {
    const book = `book-${++books}`;
    const gridProperties = { rowCount: 20, columnCount: 30 };
    workbooks.create(book, { title: book }, [{ title: "Bob's 台帳", sheetId: TAB, gridProperties }]);
    const lines = [
      COLUMN_KEYS,
      COLUMN_KEYS.map((key) => columnOf(key).label.ja),
      ...IDS.map((id) => {
        const row = { ...registerRow(anAccount({ id, name: `会社 ${id}` })), version: 3 };
        const cells: Partial<Record<string, string | number>> = rowCells(row, aView());
        return COLUMN_KEYS.map((key) => cells[key] ?? '');
      }),
    ];
    const rows = lines.map((line) => ({
      values: line.map((value) => ({
        userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
      })),
    }));
    const fields = 'userEnteredValue';
    person(book, { updateCells: { start: { sheetId: TAB }, rows, fields } });
    return book;
  };
  const person = (book: string, ...requests: UpdateRequest[]) =>
    void workbooks.batchUpdate(book, requests, 'user');
  const locate = (book: string, target: RowTarget) => locateRow(openSheets(api.rootUrl), book, target);

  const tabOf = (book: string): WorkbookTab => {
    const tab = workbooks.get(book).tabs.find(({ properties }) => properties.sheetId === TAB);
    if (tab === undefined) throw new Error('There is no register.');
    return tab;
  };
  /** Counted from 0. */
  const rowAt = (location: string): number => {
    const [, row] = /#gid=8001&range=(\d+):\1$/.exec(location) ?? [];
    return Number(row) - 1;
  };
  /** What stands in the row that an address of Google Sheets names. */
  const cellsAt = (book: string, location: string): unknown[] =>
    (tabOf(book).rows[rowAt(location)] ?? []).map((cell) => cell?.userEnteredValue?.stringValue);
  const isFilteredOut = (book: string, location: string): boolean =>
    rowFilter(workbooks.get(book), tabOf(book))(rowAt(location));
  const grid = (dimension: 'ROWS' | 'COLUMNS', startIndex: number, count = 1) => ({
    range: { sheetId: TAB, dimension, startIndex, endIndex: startIndex + count },
  });

  const aChange: fc.Arbitrary<UpdateRequest> = fc.oneof(
    fc.record({ column: fc.nat(7), isRising: fc.boolean() }).map(({ column, isRising }) => ({
      sortRange: {
        range: { sheetId: TAB, startRowIndex: 2 },
        sortSpecs: [{ dimensionIndex: column, sortOrder: isRising ? 'ASCENDING' : 'DESCENDING' }],
      },
    })),
    fc.nat(8).map((at) => ({ insertDimension: { ...grid('ROWS', at), inheritFromBefore: false } })),
    fc.nat(4).map((at) => ({ deleteDimension: grid('ROWS', at + 4) })),
    fc.tuple(fc.nat(9), fc.nat(9)).map(([from, to]) => ({
      moveDimension: { source: grid('COLUMNS', from).range, destinationIndex: to > from ? to + 1 : to },
    })),
    fc.nat(3).map((at) => ({ insertDimension: { ...grid('COLUMNS', at), inheritFromBefore: false } })),
    fc.constant<UpdateRequest>({
      setBasicFilter: {
        filter: {
          range: { sheetId: TAB, startRowIndex: 1 },
          criteria: { 1: { hiddenValues: ['会社 a_2'] } },
        },
      },
    }),
  );

  test('to the account, after any sequence of sorts, filters, insertions and deletions; or nowhere', () =>
    fc.assert(
      fc.asyncProperty(fc.array(aChange, { maxLength: 6 }), async (changes) => {
        const book = aRegister();
        for (const change of changes) person(book, change);
        const left = new Set(
          workbooks
            .get(book)
            .tabs[0]?.rows.flatMap((row) => row.map((cell) => cell?.userEnteredValue?.stringValue)),
        );
        for (const id of IDS) {
          const place = await locate(book, accountTarget(id)).catch((error: unknown) => {
            // A deletion may have taken the header: then nothing is opened.
            if (error instanceof RegisterRefusedError) return null;
            throw error;
          });
          if (!left.has(id)) expect(place).toBeNull();
          if (place === null) continue;
          expect(cellsAt(book, place.location)).toEqual(expect.arrayContaining([id, `会社 ${id}`]));
          expect([id, place.isHidden]).toEqual([id, isFilteredOut(book, place.location)]);
        }
      }),
      { numRuns: 40 },
    ));

  test('four reads, however many rows', async () => {
    const book = aRegister();
    const before = api.counts().reads;
    expect(await locate(book, accountTarget('a_4'))).toEqual({
      location: `https://docs.google.com/spreadsheets/d/${book}/edit#gid=8001&range=6:6`,
      isHidden: false,
    });
    expect(api.counts().reads - before).toBe(4);
  });

  test('a link leads nowhere without a register; where its columns are ambiguous it is refused', async () => {
    workbooks.create('no-register', { title: 'x' });
    expect(await locate('no-register', accountTarget('a_1'))).toBeNull();
    const book = aRegister();
    person(book, { deleteDimension: grid('COLUMNS', 0) });
    await expect(locate(book, accountTarget('a_1'))).rejects.toThrow(RegisterRefusedError);
  });
});
