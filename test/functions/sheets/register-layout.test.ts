import { COLUMN_KEYS, columnOf } from '../../../functions/domain/register/columns';
import { STATUS, STATUSES } from '../../../functions/domain/status/statuses';
import { RegisterRefusedError } from '../../../functions/sheets/register-refusal';
import { saveTeam } from '../app/queue-scene';
import {
  aRegisterAccount,
  COLUMNS,
  FINDINGS_TAB_ID,
  HELP_TAB_ID,
  REGISTER_BOOK,
  REGISTER_TAB_ID,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from '../app/register-scene';

const scene = usingRegisterScene();
const columns = (startIndex: number, endIndex = startIndex + 1) => ({
  sheetId: REGISTER_TAB_ID,
  dimension: 'COLUMNS',
  startIndex,
  endIndex,
});
const rows = (startIndex: number, endIndex = startIndex + 1) => ({
  ...columns(startIndex, endIndex),
  dimension: 'ROWS',
});
const hide = (range: ReturnType<typeof columns>, hiddenByUser: boolean) => ({
  updateDimensionProperties: { range, properties: { hiddenByUser }, fields: 'hiddenByUser' },
});
const keys = () => scene().lines()[0];
const labels = () => scene().lines()[1];
const hidden = () => {
  const { columnProperties } = scene().tab();
  return COLUMNS.filter((key) => columnProperties[scene().column(key)]?.hiddenByUser);
};
const choicesAt = (row: number, key = 'status') =>
  scene()
    .tab()
    .rows[row]?.[scene().column(key)]?.dataValidation?.condition?.values?.map(
      (value) => value.userEnteredValue,
    );
const refused = async (): Promise<RegisterRefusedError> => {
  const error: unknown = await scene()
    .run()
    .then(
      () => new Error('The run went well.'),
      (thrown: unknown) => thrown,
    );
  if (error instanceof RegisterRefusedError) return error;
  throw error;
};

beforeEach(async () => {
  await scene().save(...TEN_ACCOUNTS);
  await scene().run();
});

describe('a new register', () => {
  test('stands first, with its help, beside what was there', () => {
    expect(scene().titles()).toEqual(['台帳', '要確認', 'Sheet1', 'ヘルプ']);
  });

  test('keys, labels, notes; hidden keys, ID and mirrors; header and name frozen; empty rows for drafts', () => {
    const { properties, rowProperties, rows: cells } = scene().tab();
    expect(keys()).toEqual(COLUMNS);
    expect(COLUMN_KEYS).toEqual(COLUMNS);
    expect(labels()?.slice(0, 8)).toEqual([
      'アカウント ID',
      '会社名',
      'ステータス',
      '担当',
      '次回確認日',
      '待っている条件',
      '窓口',
      '最終連絡日',
    ]);
    expect(cells[1]?.[2]?.note).toBe(
      '八つのアカウントステータスの一つ。\n書き換えると申請になり、送信後に判定されます。',
    );
    expect(cells[1]?.every((cell) => cell?.note !== undefined)).toBe(true);
    expect(rowProperties[0]?.hiddenByUser).toBe(true);
    expect(hidden()).toEqual(['id', ...COLUMNS.filter((key) => key.startsWith('mirror.'))]);
    expect(properties.gridProperties).toEqual({
      rowCount: 212,
      columnCount: 26,
      frozenRowCount: 2,
      frozenColumnCount: 2,
    });
  });

  test('choices of status and owner, also in the empty rows; anything else may be typed', () => {
    for (const row of [2, 11, 211]) {
      expect(choicesAt(row)).toEqual(STATUSES.map((status) => STATUS[status].label.ja));
      // Viewers and who has left own nothing.
      expect(choicesAt(row, 'owner')).toEqual(['admin', 'fs', 'fs2', 'is', 'is2', 'manager', 'manager2']);
    }
    const rule = scene().tab().rows[2]?.[2]?.dataValidation;
    expect([rule?.strict, rule?.showCustomUi]).toEqual([false, true]);
    expect(scene().tab().rows[1]?.[2]?.dataValidation).toBeUndefined();
  });

  test('a colour of its own for each status, dark text readable on it', () => {
    const rules = scene().tab().conditionalFormats;
    const ours = rules.filter(({ ranges }) => ranges?.[0]?.startColumnIndex === scene().column('status'));
    expect(ours.map(({ booleanRule }) => booleanRule?.condition?.values?.[0]?.userEnteredValue)).toEqual(
      STATUSES.map((status) => STATUS[status].label.ja),
    );
    const colours = ours.map(({ booleanRule }) => booleanRule?.format?.backgroundColorStyle?.rgbColor ?? {});
    expect(new Set(colours.map((rgb) => JSON.stringify(rgb))).size).toBe(8);
    // Relative luminance as in WCAG 2: black on it has a contrast of at least 7.
    const linear = (part = 0) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    for (const { red, green, blue } of colours) {
      const luminance = 0.2126 * linear(red ?? 0) + 0.7152 * linear(green ?? 0) + 0.0722 * linear(blue ?? 0);
      expect((luminance + 0.05) / 0.05).toBeGreaterThanOrEqual(7);
    }
  });

  test('date and text formats, a filter from the header on, warnings where only Hachi writes', () => {
    const { basicFilter, protectedRanges, rows: cells } = scene().tab();
    const format = (row: number, key: string) =>
      cells[row]?.[scene().column(key)]?.userEnteredFormat?.numberFormat;
    for (const row of [2, 211]) {
      for (const key of ['nextCheck', 'lastContact', 'statusSince'])
        expect(format(row, key)).toEqual({ type: 'DATE', pattern: 'yyyy-mm-dd' });
      for (const key of ['awaitedCondition', 'contact']) expect(format(row, key)).toEqual({ type: 'TEXT' });
    }
    expect(basicFilter?.range).toEqual({ sheetId: REGISTER_TAB_ID, startRowIndex: 1 });
    expect(protectedRanges.every(({ warningOnly }) => warningOnly)).toBe(true);
    const isWarned = (row: number, column: number) =>
      protectedRanges.some(
        ({ range }) =>
          row >= (range?.startRowIndex ?? 0) &&
          row < (range?.endRowIndex ?? Number.POSITIVE_INFINITY) &&
          column >= (range?.startColumnIndex ?? 0) &&
          column < (range?.endColumnIndex ?? Number.POSITIVE_INFINITY),
      );
    const governed = ['status', 'owner', 'nextCheck', 'awaitedCondition', 'contact'];
    for (const key of COLUMN_KEYS) {
      expect([key, isWarned(5, scene().column(key))]).toEqual([key, !governed.includes(key)]);
      expect([key, isWarned(0, scene().column(key))]).toEqual([key, true]);
      expect([key, isWarned(1, scene().column(key))]).toEqual([key, false]);
    }
  });

  test('no formula stands anywhere', () => {
    for (const tab of scene().workbooks.get(REGISTER_BOOK).tabs)
      for (const row of tab.rows)
        for (const cell of row)
          expect(Object.keys(cell?.userEnteredValue ?? {})).not.toContain('formulaValue');
  });

  test('twice: nothing is written', async () => {
    const [before, { writes }] = [scene().json(), scene().api.counts()];
    expect(await scene().run()).toMatchObject({ repaired: 0, calls: 0 });
    expect(scene().api.counts().writes).toBe(writes);
    expect(scene().json()).toStrictEqual(before);
  });

  test('in an empty tab of another make, in English', async () => {
    await saveTeam(scene().db, { language: 'en' });
    scene().person(
      ...[REGISTER_TAB_ID, HELP_TAB_ID, FINDINGS_TAB_ID].map((sheetId) => ({ deleteSheet: { sheetId } })),
    );
    scene().person({ addSheet: { properties: { sheetId: 3, title: 'REGISTER' } } });
    await scene().run();
    expect(scene().titles()).toEqual(['Register (Hachi)', 'To check', 'Sheet1', 'REGISTER', 'Help']);
    expect(labels()?.slice(1, 5)).toEqual(['Company', 'Status', 'Owner', 'Next check']);
    expect(choicesAt(2)).toEqual(STATUSES.map((status) => STATUS[status].label.en));
  });
});

describe('after people changed it', () => {
  /** What a run makes of it, and that the next one has nothing to do. */
  const settled = async () => {
    const run = await scene().run();
    expect(await scene().run()).toMatchObject({ written: 0, appended: 0, repaired: 0, calls: 0 });
    return run;
  };
  const works = async () => {
    await scene().save(
      aRegisterAccount('a_3', { name: '改名', status: 'CURRENT_CLIENT' }),
      aRegisterAccount('a_new'),
    );
    await settled();
    expect([scene().cell('a_3', 'name'), scene().cell('a_3', 'status')]).toEqual(['改名', '現在の顧客']);
    expect(scene().cell('a_new', 'name')).toBe('会社 a_new');
  };

  test('the tab renamed: found by its ID, and keeps its name', async () => {
    scene().person({
      updateSheetProperties: {
        properties: { sheetId: REGISTER_TAB_ID, title: "Bob's 台帳" },
        fields: 'title',
      },
    });
    await works();
    expect(scene().titles()).toEqual(["Bob's 台帳", '要確認', 'Sheet1', 'ヘルプ']);
  });

  test('columns moved: their order is kept', async () => {
    scene().person(
      { moveDimension: { source: columns(3), destinationIndex: 8 } },
      { moveDimension: { source: columns(0), destinationIndex: 12 } },
      { moveDimension: { source: columns(20), destinationIndex: 4 } },
    );
    const order = keys();
    await works();
    expect(keys()).toEqual(order);
  });

  test("columns inserted, renamed, hidden, resized: the team's", async () => {
    scene().typeAt(1, 3, '営業担当');
    scene().person(
      hide(columns(8), true),
      {
        updateDimensionProperties: { range: columns(1), properties: { pixelSize: 333 }, fields: 'pixelSize' },
      },
      { insertDimension: { range: columns(2), inheritFromBefore: true } },
    );
    scene().typeAt(1, 2, 'ランク');
    await works();
    expect(labels()?.slice(1, 5)).toEqual(['会社名', 'ランク', 'ステータス', '営業担当']);
    expect(scene().tab().columnProperties[1]?.pixelSize).toBe(333);
    expect(hidden()).toContain('lastContactWith');
  });

  test.each([
    ['a shown column', ['lastContact']],
    ['a column of requests', ['status']],
    ['several', ['owner', 'statusSince', 'mirror.status']],
    ['the mirrors', COLUMNS.filter((key) => key.startsWith('mirror.'))],
  ])('%s deleted: made again at the end, filled', async (_, lost) => {
    const before = Object.fromEntries(lost.map((key) => [key, scene().cell('a_3', key)]));
    scene().person(
      ...lost
        .map((key) => scene().column(key))
        .sort((a, b) => b - a)
        .map((column) => ({ deleteDimension: { range: columns(column) } })),
    );
    expect(await settled()).toMatchObject({ pending: 0, appended: 0 });
    expect(keys()).toEqual([
      ...COLUMNS.filter((key) => !lost.includes(key)),
      ...COLUMNS.filter((key) => lost.includes(key)),
    ]);
    expect(Object.fromEntries(lost.map((key) => [key, scene().cell('a_3', key)]))).toEqual(before);
    expect(labels()?.slice(-1)[0]).not.toBe('');
    await works();
  });

  test('a column copied: the first one counts, the copy is theirs', async () => {
    scene().person(
      { insertDimension: { range: columns(8), inheritFromBefore: false } },
      {
        copyPaste: {
          source: { sheetId: REGISTER_TAB_ID, startColumnIndex: 2, endColumnIndex: 3 },
          destination: { sheetId: REGISTER_TAB_ID, startColumnIndex: 8, endColumnIndex: 9 },
        },
      },
    );
    await works();
    expect(keys()?.[8]).toBe('');
    expect(scene().lines()[scene().rowOf('a_3')]?.[8]).toBe('ワーキング');
  });

  test.each<[string, () => void]>([
    [
      'hidden columns and keys shown',
      () => scene().person(hide(columns(0, 26), false), hide(rows(0), false)),
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
              startColumnIndex: 2,
              endColumnIndex: 4,
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
            range: { sheetId: REGISTER_TAB_ID, startRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 },
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
              endColumnIndex: 6,
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
    ['the keys deleted', () => scene().person({ deleteDimension: { range: rows(0) } })],
    [
      'cells merged that were empty',
      () =>
        scene().person({
          mergeCells: {
            range: {
              sheetId: REGISTER_TAB_ID,
              startRowIndex: 4,
              endRowIndex: 6,
              startColumnIndex: 5,
              endColumnIndex: 7,
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
    await settled();
    expect(plain()).toEqual(before);
    await works();
  });

  test('the header deleted: made again above the accounts', async () => {
    const before = scene().lines();
    scene().person({ deleteDimension: { range: rows(1) } });
    await settled();
    expect(scene().lines()).toEqual(before);
    expect(scene().tab().rows[1]?.[2]?.dataValidation).toBeUndefined();
    await works();
  });

  test('rows inserted above the keys: everything is found further down', async () => {
    scene().person({ insertDimension: { range: rows(0, 2), inheritFromBefore: false } });
    scene().typeAt(0, 1, '営業部の台帳');
    await works();
    expect(scene().lines()[0]?.[1]).toBe('営業部の台帳');
    expect(scene().lines()[2]).toEqual(COLUMNS);
    expect(scene().tab().properties.gridProperties.frozenRowCount).toBe(4);
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
    await settled();
    expect(scene().tab().conditionalFormats[0]).toEqual(rule);
    expect(scene().tab().conditionalFormats).toHaveLength(10);
    expect(
      scene()
        .tab()
        .protectedRanges.some(({ description }) => description === '部長だけ'),
    ).toBe(true);
  });

  test('the register grows: choices and formats reach its new rows', async () => {
    await scene().save(...Array.from({ length: 230 }, (_, n) => aRegisterAccount(`a_${n}`)));
    await settled();
    expect(scene().tab().properties.gridProperties.rowCount).toBe(432);
    expect(choicesAt(431)).toHaveLength(8);
    expect(scene().tab().rows[431]?.[4]?.userEnteredFormat?.numberFormat?.type).toBe('DATE');
  });
});

describe('what cannot be told is asked', () => {
  test.each<[string, () => void, string]>([
    [
      'two columns of one heading, without keys',
      () => {
        scene().person({ deleteDimension: { range: rows(0) } });
        scene().typeAt(0, 7, 'ステータス');
      },
      'ステータス',
    ],
    [
      'a key gone, and two columns of its heading',
      () => {
        scene().typeAt(0, 3, '');
        scene().typeAt(0, 8, '');
        scene().typeAt(1, 8, '担当');
      },
      '担当',
    ],
    [
      'the ID column deleted',
      () => scene().person({ deleteDimension: { range: columns(0) } }),
      'アカウント ID',
    ],
    [
      'keys and header deleted',
      () => scene().person({ deleteDimension: { range: rows(0, 2) } }),
      'アカウント ID',
    ],
  ])('%s', async (_, destroy, heading) => {
    destroy();
    const before = scene().json();
    expect((await refused()).refusal).toEqual({
      code: 'REGISTER_KEYS_LOST',
      columns: expect.arrayContaining([expect.objectContaining({ ja: heading })]),
    });
    expect(scene().json()).toStrictEqual(before);
  });
});

describe('the help', () => {
  test('the eight statuses, the matrix, every legal move with what it asks for', () => {
    const lines = scene().lines(HELP_TAB_ID);
    const text = lines.map((line) => line.join('|')).join('\n');
    for (const status of STATUSES) expect(text).toContain(`|${STATUS[status].label.ja}|`);
    expect(text).toContain('4 四半期チェック|X|L|C|–|C|C|M|C');
    expect(text).toContain('四半期チェック|失注案件|C|失注日・失注理由');
    expect(text).not.toContain('コールド|四半期チェック|');
    expect(text).toContain(`窓口|${columnOf('contact').note.ja.replace('\n', ' ')}`);
  });

  test('in English when the team is', async () => {
    await scene().db.doc('team/team').update({ version: 2, 'settings.language': 'en' });
    await scene().run();
    expect(scene().lines(HELP_TAB_ID)[0]?.[0]).toBe('The eight statuses');
    expect(scene().titles()).toEqual(['台帳', '要確認', 'Sheet1', 'ヘルプ']);
  });
});
