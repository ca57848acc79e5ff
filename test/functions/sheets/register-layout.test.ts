import { COLUMN_KEYS, type ColumnKey, EDITABLE } from '../../../functions/domain/register/column-keys';
import { mirrorKey } from '../../../functions/domain/register/sheet-row';
import { STATUS, STATUSES } from '../../../functions/domain/status/statuses';
import { columnLetters } from '../../../functions/sheets/cells';
import { saveTeam } from '../app/queue-scene';
import { COLUMNS, FINDINGS_TAB_ID, HELP_TAB_ID, REGISTER_BOOK, REGISTER_TAB_ID } from '../app/register-scene';

import { usingLayoutScene } from './layout-scene';

const scene = usingLayoutScene();

describe('a new register', () => {
  test('stands first, with its help, beside what was there', () => {
    expect(scene().titles()).toEqual(['台帳', '要確認', 'Sheet1', 'ヘルプ']);
  });

  test('keys, labels, notes; hidden keys, ID and mirrors; header and name frozen; empty rows for drafts', () => {
    const { properties, rowProperties, rows: cells } = scene().tab();
    expect(scene().keys()).toEqual(COLUMNS);
    expect(COLUMN_KEYS).toEqual(COLUMNS);
    expect(scene().labels()?.slice(0, 8)).toEqual([
      'アカウント ID',
      '会社名',
      '申請の状態',
      'ひとこと入力',
      'ステータス',
      '次回確認日',
      '担当',
      '待っている条件',
    ]);
    expect(cells[1]?.[4]?.note).toBe(
      '八つのアカウントステータスの一つ。\n書き換えると申請になり、送信後に判定されます。',
    );
    expect(cells[1]?.every((cell) => cell?.note !== undefined)).toBe(true);
    expect(rowProperties[0]?.hiddenByUser).toBe(true);
    expect(scene().hidden()).toEqual(['id', ...COLUMNS.filter((key) => key.startsWith('mirror.'))]);
    expect(properties.gridProperties).toEqual({
      rowCount: 212,
      columnCount: COLUMNS.length,
      frozenRowCount: 2,
      frozenColumnCount: 2,
    });
  });

  test('what a person reads first fits beside the sidebar on a screen of 1,440 pixels, and on a phone', () => {
    const { columnProperties } = scene().tab();
    const width = (key: string) => columnProperties[scene().column(key)]?.pixelSize ?? 0;
    const read = [
      'name',
      'requestState',
      'quickEntry',
      'status',
      'nextCheck',
      'owner',
      'awaitedCondition',
      'contact',
    ];
    // The headings of the rows, and the sidebar.
    expect(read.reduce((all, key) => all + width(key), 46 + 300)).toBeLessThanOrEqual(1440);
    for (const key of ['requestState', 'quickEntry'])
      expect(390 - 46 - width('name')).toBeGreaterThanOrEqual(width(key));
  });

  test('conditions are read whole; what only Hachi writes is quieter, but not the company', () => {
    for (const row of [2, 211]) {
      const format = (key: string) => scene().tab().rows[row]?.[scene().column(key)]?.userEnteredFormat;
      const wrapped = COLUMNS.filter((key) => format(key)?.wrapStrategy === 'WRAP');
      expect(wrapped).toEqual(['name', 'requestState', 'quickEntry', 'awaitedCondition', 'debts']);
      expect(format('name')?.textFormat).toBeUndefined();
      expect(format('lastContact')?.textFormat?.foregroundColorStyle).toBeDefined();
    }
  });

  test('an overdue check is red, and so is an owner who has left; a request that waits or was sent back stands out', () => {
    const conditions = scene()
      .tab()
      .conditionalFormats.slice(EDITABLE.length + STATUSES.length)
      .map(({ ranges, booleanRule }) => [
        COLUMNS[ranges?.[0]?.startColumnIndex ?? 0],
        booleanRule?.condition?.type,
        ...(booleanRule?.condition?.values ?? []).map(
          ({ userEnteredValue, relativeDate }) => userEnteredValue ?? relativeDate,
        ),
      ]);
    expect(conditions).toEqual([
      ['pending', 'TEXT_EQ', '登録を取り消し済み'],
      ['nextCheck', 'DATE_BEFORE', 'TODAY'],
      ['daysUntilCheck', 'NUMBER_LESS', '0'],
      ['requestState', 'TEXT_STARTS_WITH', '未送信'],
      ['requestState', 'TEXT_STARTS_WITH', 'Not sent'],
      ['requestState', 'TEXT_STARTS_WITH', '差し戻し'],
      ['requestState', 'TEXT_STARTS_WITH', 'Sent back'],
      ['requestState', 'TEXT_STARTS_WITH', '要確認'],
      ['requestState', 'TEXT_STARTS_WITH', 'Needs a look'],
      ['owner', 'TEXT_ENDS_WITH', '(退職)'],
    ]);
  });

  test('a cell that waits is seen in itself: it says something else than its mirror', () => {
    const letters = (key: ColumnKey) => columnLetters(scene().column(key));
    const formulas = scene()
      .tab()
      .conditionalFormats.slice(0, EDITABLE.length)
      .map(({ ranges, booleanRule }) => [
        COLUMNS[ranges?.[0]?.startColumnIndex ?? 0],
        booleanRule?.condition?.values?.[0]?.userEnteredValue,
      ]);
    expect(formulas).toEqual(
      EDITABLE.map((key) => [key, `=$${letters(key)}3<>$${letters(mirrorKey(key))}3`]),
    );
  });

  test('choices of status and owner, not in the empty rows; anything else may be typed', () => {
    expect(scene().choicesAt(12)).toBeUndefined();
    for (const row of [2, 11]) {
      expect(scene().choicesAt(row)).toEqual(STATUSES.map((status) => STATUS[status].label.ja));
      // Viewers and who has left own nothing.
      expect(scene().choicesAt(row, 'owner')).toEqual([
        'admin',
        'fs',
        'fs2',
        'is',
        'is2',
        'manager',
        'manager2',
      ]);
    }
    const ruleIn = (row: number) => scene().tab().rows[row]?.[scene().column('owner')]?.dataValidation;
    expect([ruleIn(2)?.strict, ruleIn(2)?.showCustomUi]).toEqual([false, true]);
    // Beside a text that is not in the list.
    expect(ruleIn(2)?.inputMessage).toContain(
      '(退職)の担当者はもう在籍していません。引き継ぐ人を選んでください。',
    );
    expect(ruleIn(1)).toBeUndefined();
  });

  test('a colour of its own for each status, dark text readable on it', () => {
    const rules = scene().tab().conditionalFormats;
    const ours = rules.filter(
      ({ ranges, booleanRule }) =>
        ranges?.[0]?.startColumnIndex === scene().column('status') &&
        booleanRule?.condition?.type === 'TEXT_EQ',
    );
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
      for (const key of ['quickEntry', 'awaitedCondition', 'contact'])
        expect(format(row, key)).toEqual({ type: 'TEXT' });
    }
    expect(basicFilter?.range).toEqual({
      sheetId: REGISTER_TAB_ID,
      startRowIndex: 1,
      endRowIndex: 212,
      startColumnIndex: 0,
      endColumnIndex: COLUMN_KEYS.length,
    });
    expect(protectedRanges.every(({ warningOnly }) => warningOnly)).toBe(true);
    const isWarned = (row: number, column: number) =>
      protectedRanges.some(
        ({ range }) =>
          row >= (range?.startRowIndex ?? 0) &&
          row < (range?.endRowIndex ?? Number.POSITIVE_INFINITY) &&
          column >= (range?.startColumnIndex ?? 0) &&
          column < (range?.endColumnIndex ?? Number.POSITIVE_INFINITY),
      );
    const governed = ['quickEntry', 'status', 'owner', 'nextCheck', 'awaitedCondition', 'contact', 'name'];
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
    expect(scene().labels()?.slice(1, 5)).toEqual(['Company', 'Request', 'Quick entry', 'Status']);
    expect(scene().choicesAt(2)).toEqual(STATUSES.map((status) => STATUS[status].label.en));
  });
});
