import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { UpdateRequest } from '../../../emulator/workbook/model';
import { SpreadsheetRefusal } from '../../../emulator/workbook/refusal';
import { openWorkbooks } from '../../../emulator/workbook/workbook';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hachi-workbook-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const file = (): string => join(dataDir, readdirSync(dataDir)[0] ?? '');

function write(text: string, row: number, column: number): UpdateRequest {
  const values = [
    { userEnteredValue: { stringValue: text }, userEnteredFormat: { textFormat: { bold: row % 2 === 0 } } },
  ];
  return { updateCells: { start: { rowIndex: row, columnIndex: column }, rows: [{ values }], fields: '*' } };
}

const small = fc.nat(9);
const range = fc.tuple(small, small, small, small).map(([a, b, c, d]) => ({
  startRowIndex: Math.min(a, b),
  endRowIndex: Math.max(a, b) + 1,
  startColumnIndex: Math.min(c, d),
  endColumnIndex: Math.max(c, d) + 1,
}));
const span = fc.tuple(fc.constantFrom('ROWS', 'COLUMNS'), small, small).map(([dimension, a, b]) => ({
  dimension,
  startIndex: Math.min(a, b),
  endIndex: Math.max(a, b) + 1,
}));
const sourceRange = { sources: [{ sheetId: 0, endRowIndex: 5, startColumnIndex: 1, endColumnIndex: 2 }] };
const request: fc.Arbitrary<UpdateRequest> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.string(), small, small).map(([text, row, column]) => write(text, row, column)),
  },
  range.map((each) => ({
    repeatCell: { range: each, cell: { note: 'n', userEnteredValue: { numberValue: 1.5 } }, fields: '*' },
  })),
  range.map((each) => ({ repeatCell: { range: each, cell: {}, fields: 'userEnteredValue' } })),
  range.map((each) => ({ setDataValidation: { range: each, rule: { condition: { type: 'BOOLEAN' } } } })),
  range.map((each) => ({ mergeCells: { range: each, mergeType: 'MERGE_ALL' } })),
  range.map((each) => ({ addProtectedRange: { protectedRange: { range: each } } })),
  range.map((each) => ({
    sortRange: {
      range: each,
      sortSpecs: [{ dimensionIndex: each.startColumnIndex, sortOrder: 'ASCENDING' }],
    },
  })),
  span.map((each) => ({ insertDimension: { range: each } })),
  span.map((each) => ({ deleteDimension: { range: each } })),
  fc
    .tuple(span, small)
    .map(([source, destinationIndex]) => ({ moveDimension: { source, destinationIndex } })),
  span.map((each) => ({
    updateDimensionProperties: { range: each, properties: { hiddenByUser: true }, fields: '*' },
  })),
  fc.tuple(small, small, small).map(([chartId, rowIndex, columnIndex]) => ({
    addChart: {
      chart: {
        chartId,
        spec: { title: 'c', basicChart: { chartType: 'LINE', series: [{ series: { sourceRange } }] } },
        position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex, columnIndex } } },
      },
    },
  })),
  small.map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
  fc.constantFrom<UpdateRequest>(
    { addSheet: {} },
    { updateSheetProperties: { properties: { index: 2 }, fields: 'index' } },
  ),
  fc.constant<UpdateRequest>({
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: 'k', visibility: 'DOCUMENT', location: { spreadsheet: true } },
    },
  }),
);

test('every change is there when the folder is opened again', () => {
  let number = 0;
  fc.assert(
    fc.property(fc.array(fc.array(request, { minLength: 1, maxLength: 3 }), { maxLength: 12 }), (batches) => {
      const id = `s/${++number}`;
      const workbooks = openWorkbooks({ dataDir });
      workbooks.create(id, { title: 'T' }, [
        { title: 'Sheet1', sheetId: 0, gridProperties: { rowCount: 12, columnCount: 12 } },
      ]);
      for (const requests of batches) {
        const before = workbooks.get(id);
        try {
          workbooks.batchUpdate(id, requests, 'user');
        } catch (error) {
          if (!(error instanceof SpreadsheetRefusal)) throw error;
          expect(workbooks.get(id)).toBe(before);
        }
      }
      const state = workbooks.get(id);
      workbooks.close();
      const again = openWorkbooks({ dataDir });
      expect(again.get(id)).toEqual(state);
      again.close();
      rmSync(join(dataDir, `${encodeURIComponent(id)}.jsonl`));
    }),
    { numRuns: 150 },
  );
});

test('inserting rows and deleting them again leaves the cells as they were', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.string({ minLength: 1 }), small, small), { maxLength: 8 }),
      span,
      (cells, where) => {
        const workbooks = openWorkbooks({ dataDir: null });
        workbooks.create('x', {});
        workbooks.batchUpdate('x', [{ addSheet: {} }, ...cells.map((each) => write(...each))], 'user');
        const [before] = workbooks.get('x').tabs;
        workbooks.batchUpdate(
          'x',
          [{ insertDimension: { range: where } }, { deleteDimension: { range: where } }],
          'user',
        );
        expect(workbooks.get('x').tabs[0]).toEqual(before);
      },
    ),
  );
});

test('a torn last line is dropped, and writing goes on after it', () => {
  const workbooks = openWorkbooks({ dataDir });
  workbooks.create('x', {});
  workbooks.batchUpdate('x', [write('kept', 0, 0)], 'user');
  workbooks.close();
  const whole = readFileSync(file());
  appendFileSync(file(), whole.subarray(0, 40));
  const second = openWorkbooks({ dataDir });
  expect(readFileSync(file())).toEqual(whole);
  second.batchUpdate('x', [write('next', 1, 0)], 'user');
  second.close();
  const third = openWorkbooks({ dataDir });
  const texts = third.get('x').tabs[0]?.rows.map(([cell]) => cell?.userEnteredValue?.stringValue);
  third.close();
  expect(texts).toEqual(['kept', 'next']);
});

test('the file does not grow for ever', () => {
  const workbooks = openWorkbooks({ dataDir });
  workbooks.create('x', {});
  const long = 'x'.repeat(49_000);
  for (let round = 0; round < 400; round++)
    workbooks.batchUpdate('x', [write(`${round}${long}`, round % 5, 0)], 'user');
  const state = workbooks.get('x');
  workbooks.close();
  expect(readdirSync(dataDir)).toHaveLength(1);
  expect(statSync(file()).size).toBeLessThan(9_000_000);
  const again = openWorkbooks({ dataDir });
  expect(again.get('x')).toEqual(state);
  again.close();
});

test('where no other file can be written the old one goes on, and loses nothing', () => {
  const errors = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const workbooks = openWorkbooks({ dataDir });
  workbooks.create('x', {});
  mkdirSync(`${file()}.tmp`);
  const long = 'x'.repeat(49_000);
  for (let round = 0; round < 300; round++)
    workbooks.batchUpdate('x', [write(`${round}${long}`, round % 5, 0)], 'user');
  const state = workbooks.get('x');
  workbooks.close();
  // Not at every change: the whole state would be written again and again.
  expect(errors).toHaveBeenCalledTimes(1);
  errors.mockRestore();
  const again = openWorkbooks({ dataDir });
  expect(again.get('x')).toEqual(state);
  again.close();
});

test.each([
  '{"half',
  '[]',
  '{}',
  '{"order":[0],"tabs":[]}',
  '{"order":["0"],"tabs":[],"shared":[]}',
  '{"book":{},"order":[0],"tabs":[],"shared":[]}',
  '{"order":[0],"tabs":[{"sheetId":0,"settings":{}}],"shared":[]}',
  '{"order":[0],"tabs":[{"sheetId":0,"splice":[0,1]}],"shared":[]}',
  '{"order":[0],"tabs":[{"sheetId":0,"rows":[[0,[{}]]]}],"shared":[]}',
  '{"order":[0],"tabs":[{"sheetId":0,"rows":[[0,[["a","1"]]]]}],"shared":[]}',
])('a file with a line %s is neither served nor changed', (line) => {
  const workbooks = openWorkbooks({ dataDir });
  workbooks.create('x', {});
  workbooks.close();
  const damaged = `${readFileSync(file(), 'utf8')}${line}\n`;
  writeFileSync(file(), damaged);
  expect(() => openWorkbooks({ dataDir })).toThrow(
    expect.objectContaining({ code: 'DATA_DAMAGED', message: expect.stringContaining('Line 2 of') }),
  );
  expect(readFileSync(file(), 'utf8')).toBe(damaged);
});

test('one changed cell writes one row', () => {
  const workbooks = openWorkbooks({ dataDir });
  workbooks.create('x', {});
  const cell = { userEnteredValue: { stringValue: 'a longer text' } };
  workbooks.batchUpdate('x', [{ repeatCell: { range: {}, cell, fields: '*' } }], 'user');
  const before = statSync(file()).size;
  workbooks.batchUpdate('x', [write('b', 500, 3)], 'user');
  expect(statSync(file()).size - before).toBeLessThan(1000);
  workbooks.batchUpdate(
    'x',
    [{ insertDimension: { range: { dimension: 'ROWS', startIndex: 3, endIndex: 4 } } }],
    'user',
  );
  expect(statSync(file()).size - before).toBeLessThan(4000);
  workbooks.close();
});
