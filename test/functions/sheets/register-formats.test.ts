import { aRegisterAccount, HELP_TAB_ID, REGISTER_BOOK, REGISTER_TAB_ID } from '../app/register-scene';

import { columnRange, hideRequest, rowRange, usingLayoutScene } from './layout-scene';

const scene = usingLayoutScene();

test.each<[string, () => void]>([
  [
    'hidden columns and keys shown',
    () => scene().person(hideRequest(columnRange(0, 26), false), hideRequest(rowRange(0), false)),
  ],
  [
    'choices pasted away',
    () =>
      scene().person({
        copyPaste: {
          source: {
            sheetId: REGISTER_TAB_ID,
            startRowIndex: 4,
            endRowIndex: 5,
            startColumnIndex: 1,
            endColumnIndex: 2,
          },
          destination: {
            sheetId: REGISTER_TAB_ID,
            startRowIndex: 5,
            endRowIndex: 8,
            startColumnIndex: 3,
            endColumnIndex: 6,
          },
          pasteType: 'PASTE_DATA_VALIDATION',
        },
      }),
  ],
  [
    'other choices',
    () =>
      scene().person({
        setDataValidation: {
          range: {
            sheetId: REGISTER_TAB_ID,
            startRowIndex: 2,
            startColumnIndex: scene().column('status'),
            endColumnIndex: scene().column('status') + 1,
          },
          rule: { condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '済' }] }, strict: true },
        },
      }),
  ],
  [
    'dates as plain numbers',
    () =>
      scene().person({
        repeatCell: {
          range: {
            sheetId: REGISTER_TAB_ID,
            startRowIndex: 3,
            endRowIndex: 9,
            startColumnIndex: 4,
            endColumnIndex: 7,
          },
          cell: {},
          fields: 'userEnteredFormat.numberFormat',
        },
      }),
  ],
  [
    'colours deleted',
    () =>
      scene().person(
        { deleteConditionalFormatRule: { sheetId: REGISTER_TAB_ID, index: 3 } },
        { deleteConditionalFormatRule: { sheetId: REGISTER_TAB_ID, index: 0 } },
      ),
  ],
  [
    'a colour changed',
    () => {
      const rule = scene().tab().conditionalFormats[2];
      const format = { backgroundColorStyle: { rgbColor: { red: 1 } } };
      scene().person({
        updateConditionalFormatRule: {
          sheetId: REGISTER_TAB_ID,
          index: 2,
          rule: { ...rule, booleanRule: { ...rule?.booleanRule, format } },
        },
      });
    },
  ],
  [
    'protection removed',
    () => {
      const { protectedRangeId = null } = scene().tab().protectedRanges[1] ?? {};
      scene().person({ deleteProtectedRange: { protectedRangeId } });
    },
  ],
  ['the filter removed', () => scene().person({ clearBasicFilter: { sheetId: REGISTER_TAB_ID } })],
  [
    'thawed',
    () =>
      scene().person({
        updateSheetProperties: {
          properties: {
            sheetId: REGISTER_TAB_ID,
            gridProperties: { frozenRowCount: 0, frozenColumnCount: 0 },
          },
          fields: 'gridProperties(frozenRowCount,frozenColumnCount)',
        },
      }),
  ],
  [
    'header cleared, notes too',
    () =>
      scene().person({
        updateCells: {
          range: { sheetId: REGISTER_TAB_ID, startRowIndex: 1, endRowIndex: 2 },
          fields: 'userEnteredValue,note',
        },
      }),
  ],
  [
    'the keys cleared',
    () =>
      scene().person({
        updateCells: {
          range: { sheetId: REGISTER_TAB_ID, startRowIndex: 0, endRowIndex: 1 },
          fields: 'userEnteredValue',
        },
      }),
  ],
  [
    'some keys cleared and one overwritten',
    () => {
      for (const [key, text] of [
        ['owner', ''],
        ['mirror.version', ''],
        ['name', 'x'],
      ] as const)
        scene().typeAt(0, scene().column(key), text);
    },
  ],
  ['the keys deleted', () => scene().person({ deleteDimension: { range: rowRange(0) } })],
  [
    'cells merged that were empty',
    () =>
      scene().person({
        mergeCells: {
          range: {
            sheetId: REGISTER_TAB_ID,
            startRowIndex: 4,
            endRowIndex: 6,
            startColumnIndex: scene().column('awaitedCondition'),
            endColumnIndex: scene().column('contact') + 1,
          },
        },
      }),
  ],
  ['the help deleted', () => scene().person({ deleteSheet: { sheetId: HELP_TAB_ID } })],
  [
    'the help written over',
    () =>
      scene().person({
        updateCells: {
          start: { sheetId: HELP_TAB_ID, rowIndex: 3, columnIndex: 1 },
          rows: [{ values: [{ userEnteredValue: { stringValue: '寒い' } }] }],
          fields: 'userEnteredValue',
        },
      }),
  ],
])('%s: put right, to the letter', async (_, meddle) => {
  // The IDs of new protections are new.
  /** IDs of protections, and the stamp of the run that wrote it, are new each time. */
  const plain = (): unknown => {
    const tabs = scene()
      .workbooks.get(REGISTER_BOOK)
      .tabs.map((tab) => ({
        ...tab,
        protectedRanges: tab.protectedRanges.map(({ protectedRangeId: _id, ...one }) => one),
      }));
    return JSON.parse(JSON.stringify(tabs).replace(/Hachi: \d+/, 'Hachi: n'));
  };
  const before = plain();
  meddle();
  expect(plain()).not.toEqual(before);
  await scene().settled();
  expect(plain()).toEqual(before);
  await scene().works();
});

test("rules, protections and a filter of the team's own stay", async () => {
  const rule = {
    ranges: [{ sheetId: REGISTER_TAB_ID, startColumnIndex: 3, endColumnIndex: 4 }],
    booleanRule: { condition: { type: 'BLANK' }, format: { textFormat: { bold: true } } },
  };
  scene().person(
    { addConditionalFormatRule: { rule, index: 4 } },
    {
      addProtectedRange: {
        protectedRange: { range: { sheetId: REGISTER_TAB_ID, endRowIndex: 1 }, description: '部長だけ' },
      },
    },
    { deleteConditionalFormatRule: { sheetId: REGISTER_TAB_ID, index: 0 } },
  );
  await scene().settled();
  expect(scene().tab().conditionalFormats[0]).toEqual(rule);
  expect(scene().tab().conditionalFormats).toHaveLength(26);
  expect(
    scene()
      .tab()
      .protectedRanges.some(({ description }) => description === '部長だけ'),
  ).toBe(true);
});

test('the register grows: choices reach its new rows, and formats the empty ones, too', async () => {
  await scene().save(...Array.from({ length: 230 }, (_, n) => aRegisterAccount(`a_${n}`)));
  await scene().settled();
  expect(scene().tab().properties.gridProperties.rowCount).toBe(432);
  expect(scene().choicesAt(231)).toHaveLength(8);
  expect(scene().choicesAt(232)).toBeUndefined();
  expect(scene().tab().rows[431]?.[scene().column('nextCheck')]?.userEnteredFormat?.numberFormat?.type).toBe(
    'DATE',
  );
});
