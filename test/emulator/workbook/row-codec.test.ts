import type { WorkbookCell, WorkbookRow } from '../../../emulator/workbook/model';
import { decodeRow, rowEncoder, type SharedObjects } from '../../../emulator/workbook/row-codec';

const BOLD = { textFormat: { bold: true } };
const RULE = { condition: { type: 'BOOLEAN' } };
const text = (stringValue: string): WorkbookCell => ({ userEnteredValue: { stringValue } });

const ROW: WorkbookRow = [
  text('a'),
  undefined,
  { userEnteredValue: { numberValue: 0 } },
  { userEnteredValue: { boolValue: false } },
  { userEnteredValue: { formulaValue: '=A1' } },
  { userEnteredValue: { errorValue: { type: 'NAME' } } },
  { ...text(''), userEnteredFormat: BOLD },
  { userEnteredFormat: BOLD },
  { dataValidation: RULE },
  { ...text('b'), userEnteredFormat: BOLD, dataValidation: RULE, note: 'n' },
  { note: 'only a note' },
  { ...text('c'), textFormatRuns: [{ startIndex: 0, format: { bold: true } }] },
];

test('a row comes back from its JSON as it was', () => {
  const shared: SharedObjects = [];
  const encoded = JSON.parse(JSON.stringify(rowEncoder(shared)(ROW)));
  expect(decodeRow(encoded, JSON.parse(JSON.stringify(shared)))).toEqual(ROW);
});

test('plain values stand alone; equal formats are written once', () => {
  const shared: SharedObjects = [];
  const encode = rowEncoder(shared);
  expect(encode([text('a'), { userEnteredFormat: BOLD }])).toEqual(['a', [null, 1]]);
  expect(encode([{ userEnteredFormat: structuredClone(BOLD) }, { dataValidation: RULE }])).toEqual([
    [null, 1],
    [null, 0, 2],
  ]);
  expect(shared).toEqual([BOLD, RULE]);
});
