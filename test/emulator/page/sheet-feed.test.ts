import type { SheetUpdate } from '../../../emulator/page/protocol';
import { SheetFeed } from '../../../emulator/page/sheet-feed';
import { makeStyleTable } from '../../../emulator/page/styles';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

const fed = () => {
  const workbooks = openWorkbooks({ dataDir: null });
  workbooks.create('book', { title: '台帳' }, [{ title: 'Tab', sheetId: 1 }]);
  const sent: SheetUpdate[] = [];
  const send = (update: SheetUpdate): void => void sent.push(update);
  const feed = new SheetFeed({
    workbooks,
    book: 'book',
    styles: makeStyleTable(),
    today: () => '2026-07-01',
    send,
  });
  const change = (...requests: UpdateRequest[]) => workbooks.batchUpdate('book', requests, 'user');
  return { feed, sent, change };
};

const write = (rowIndex: number, stringValue: string): UpdateRequest => ({
  updateCells: {
    start: { sheetId: 1, rowIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue } }] }],
    fields: 'userEnteredValue',
  },
});
const removeRow: UpdateRequest = {
  deleteDimension: { range: { sheetId: 1, dimension: 'ROWS', startIndex: 0, endIndex: 1 } },
};
const soon = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('changes of one moment are one update, and each update has the next number', async () => {
  const { sent, change, feed } = fed();
  change(write(0, 'a'));
  change(write(1, 'b'));
  await soon();
  change(write(0, 'c'));
  await soon();
  feed.stop();
  expect(sent.map(({ revision, tabs }) => [revision, tabs[0]?.rows.map(([, cells]) => cells)])).toEqual([
    [2, [['a'], ['b']]],
    [3, [['c']]],
  ]);
});

test('a reader receives every change until then', () => {
  const { feed, sent, change } = fed();
  change(write(0, 'a'));
  expect(feed.snapshot()).toMatchObject({ revision: 2, title: '台帳', tabs: [{ all: true }] });
  expect(feed.rowsAgain(1, [0])).toMatchObject({ tabs: [{ rows: [[0, ['a']]], all: false }] });
  expect(feed.rowsAgain(9, [0]).tabs).toEqual([]);
  expect(sent).toHaveLength(1);
});

const column = (startIndex: number) => ({
  sheetId: 1,
  dimension: 'COLUMNS',
  startIndex,
  endIndex: startIndex + 1,
});
const row = (startIndex: number) => ({ sheetId: 1, dimension: 'ROWS', startIndex, endIndex: startIndex + 1 });
const cells = (startRowIndex: number) => ({
  sheetId: 1,
  ...{ startRowIndex, endRowIndex: startRowIndex + 1, startColumnIndex: 0, endColumnIndex: 1 },
});

test.each<[string, boolean, UpdateRequest]>([
  ['a cell is written', false, write(0, 'd')],
  ['a row comes below all others', false, write(3, 'd')],
  ['an empty row comes below all others', false, { insertDimension: { range: row(5) } }],
  [
    'a cell is copied',
    false,
    { copyPaste: { source: cells(0), destination: cells(2), pasteType: 'PASTE_NORMAL' } },
  ],
  ['the last row goes', true, { deleteDimension: { range: row(2) } }],
  ['a row goes', true, removeRow],
  ['a row comes between', true, { insertDimension: { range: row(1) } }],
  ['a row is moved', true, { moveDimension: { source: row(0), destinationIndex: 3 } }],
  ['a column is moved', true, { moveDimension: { source: column(0), destinationIndex: 2 } }],
  [
    'the rows are sorted',
    true,
    {
      sortRange: {
        range: { sheetId: 1, endColumnIndex: 1 },
        sortSpecs: [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }],
      },
    },
  ],
])('whether cells have moved since somebody looked: %s: %p', (_, hasMoved, request) => {
  const { feed, change, sent } = fed();
  change(write(0, 'a'), write(1, 'b'), write(2, 'c'));
  const { revision } = feed.snapshot();
  change(request);
  expect(feed.hasMovedSince(revision)).toBe(hasMoved);
  expect(sent.at(-1)?.moved).toBe(hasMoved);
  expect(feed.hasMovedSince(feed.snapshot().revision)).toBe(false);
});

test('a place is followed through what has moved since, and not where that is too much to remember', () => {
  const { feed, change } = fed();
  change(write(0, 'a'), write(1, 'b'), write(2, 'c'));
  const { revision } = feed.snapshot();
  const block = { sheetId: 1, top: 2, left: 0, values: [['d']] };
  change({ insertDimension: { range: row(1) } });
  feed.snapshot();
  change(removeRow);
  change({ insertDimension: { range: row(0) } });
  expect(feed.placeNow(block, revision)).toEqual({ ...block, top: 3 });
  for (let time = 0; time < 100; time += 1) {
    change({ insertDimension: { range: row(0) } });
    feed.snapshot();
  }
  expect(feed.placeNow(block, revision)).toBeNull();
  expect(feed.placeNow(block, feed.snapshot().revision)).toEqual(block);
});

test('a chart is sent again when its cells on another tab change', async () => {
  const { sent, change, feed } = fed();
  const series = { sourceRange: { sources: [{ sheetId: 1, endRowIndex: 2, endColumnIndex: 1 }] } };
  const spec = { basicChart: { chartType: 'LINE', headerCount: 1, series: [{ series }] } };
  change(
    { addSheet: { properties: { sheetId: 2, title: 'Charts' } } },
    { addChart: { chart: { spec, position: { overlayPosition: { anchorCell: { sheetId: 2 } } } } } },
  );
  await soon();
  change(write(0, 'Cold'));
  await soon();
  feed.stop();
  expect(sent.at(-1)?.tabs).toMatchObject([
    { tab: { id: 1 }, rows: [[0, ['Cold']]] },
    { tab: { id: 2, charts: [{ series: [{ name: 'Cold', values: [null] }] }] }, rows: [] },
  ]);
});

test('when stopped it sends nothing any more', async () => {
  const { feed, sent, change } = fed();
  change(write(0, 'a'));
  feed.stop();
  change(write(0, 'b'));
  await soon();
  expect(sent).toEqual([]);
});

test('the dropdowns of a tab are those of its cells, whatever has changed or moved before', () => {
  const { feed, change } = fed();
  const offer = (startRowIndex: number, endRowIndex: number, values: readonly string[]): UpdateRequest => ({
    setDataValidation: {
      range: { sheetId: 1, startRowIndex, endRowIndex, startColumnIndex: 0, endColumnIndex: 1 },
      rule: {
        condition: { type: 'ONE_OF_LIST', values: values.map((userEnteredValue) => ({ userEnteredValue })) },
        showCustomUi: true,
      },
    },
  });
  const shown = () =>
    feed
      .snapshot()
      .tabs[0]?.tab.choices.map(({ values, rects }) => [
        values.join(),
        ...rects.map(({ top, bottom }) => [top, bottom]),
      ]);
  change(offer(1, 6, ['a', 'b']));
  expect(shown()).toEqual([['a,b', [1, 6]]]);
  change(write(2, 'typed'), offer(3, 4, ['c']));
  expect(shown()).toEqual([
    ['a,b', [1, 3], [4, 6]],
    ['c', [3, 4]],
  ]);
  change(removeRow);
  expect(shown()).toEqual([
    ['a,b', [0, 2], [3, 5]],
    ['c', [2, 3]],
  ]);
  change(offer(2, 3, ['a', 'b']));
  expect(shown()).toEqual([['a,b', [0, 5]]]);
});
