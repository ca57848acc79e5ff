/** What concerns the looks of the register never keeps its rows from being written. */
import { SheetsError } from '../../../functions/sheets/retry';
import {
  aRegisterAccount,
  FINDINGS_TAB_ID,
  REGISTER_TAB_ID,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();

beforeEach(async () => {
  await scene().save(...TEN_ACCOUNTS);
});

const listed = (): string[][] =>
  scene()
    .lines(FINDINGS_TAB_ID)
    .slice(3)
    .filter(([kind]) => kind !== '')
    .map(([kind = '', , company = '', , found = '']) => [kind, company, found]);

describe('a table over the register', () => {
  /** As "Convert to table" makes one: of all columns, the column of the next check with the type that its days suggest. */
  const convertToTable = () => {
    const { column, person, tab } = scene();
    person(
      { clearBasicFilter: { sheetId: REGISTER_TAB_ID } },
      {
        addTable: {
          table: {
            name: 'テーブル1',
            range: {
              sheetId: REGISTER_TAB_ID,
              startRowIndex: 1,
              endRowIndex: tab().rows.length,
              startColumnIndex: 0,
              endColumnIndex: 26,
            },
            columnProperties: ['nextCheck', 'contact', 'status'].map((key) => ({
              columnIndex: column(key),
              columnType: key === 'status' ? 'DROPDOWN' : key === 'nextCheck' ? 'DATE' : 'TEXT',
            })),
          },
        },
      },
    );
  };

  test('it is named with what to do, nothing of it is touched, and rows go on being written', async () => {
    await scene().run();
    convertToTable();
    await scene().save(aRegisterAccount('a_3', { name: '新しい名' }), aRegisterAccount('a_new'));
    expect(await scene().run()).toMatchObject({ written: 1, appended: 1, toCheck: 1 });
    expect(scene().cell('a_3', 'name')).toBe('新しい名');
    expect(listed()).toEqual([['台帳の上の表', 'テーブル1', expect.stringContaining('行は書き込みますが')]]);
    expect(scene().tab().basicFilter).toBeUndefined();
    expect(await scene().run()).toMatchObject({ written: 0, repaired: 0, calls: 0, toCheck: 1 });
  });

  test('a table beside our columns keeps the filter off, too; without one it is set again', async () => {
    await scene().run();
    scene().person(
      { clearBasicFilter: { sheetId: REGISTER_TAB_ID } },
      { appendDimension: { sheetId: REGISTER_TAB_ID, dimension: 'COLUMNS', length: 3 } },
      {
        addTable: {
          table: {
            tableId: 'beside',
            name: '別の人の表',
            range: {
              sheetId: REGISTER_TAB_ID,
              startRowIndex: 4,
              endRowIndex: 8,
              startColumnIndex: 27,
              endColumnIndex: 29,
            },
          },
        },
      },
    );
    await scene().run();
    expect(listed()).toMatchObject([['台帳の上の表', '別の人の表', expect.any(String)]]);
    scene().person({ deleteTable: { tableId: 'beside' } });
    expect(await scene().run()).toMatchObject({ toCheck: 0 });
    expect(scene().tab().basicFilter).toBeDefined();
    expect(listed()).toEqual([]);
  });
});

describe('a request that Google refuses', () => {
  test('of the looks: left out and told, while rows are written; when it goes through, told no more', async () => {
    scene().api.failNext({ status: 400, request: 'setBasicFilter', times: 2 });
    expect(await scene().run()).toMatchObject({ appended: 10, toCheck: 1 });
    expect(scene().cell('a_3', 'name')).toBe('会社 a_3');
    expect(scene().tab().protectedRanges).not.toEqual([]);
    expect(scene().tab().basicFilter).toBeUndefined();
    expect(listed()).toEqual([
      [
        '整えられなかった見た目',
        '',
        'フィルタを Google が受け付けませんでした。行は書き込みました。(Injected failure.)',
      ],
    ]);
    expect(await scene().run()).toMatchObject({ toCheck: 0 });
    expect(scene().tab().basicFilter).toBeDefined();
    expect(listed()).toEqual([]);
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });

  test('of the looks, all of them, again and again: rows are written, and the next run says the same', async () => {
    for (const request of ['setBasicFilter', 'addProtectedRange', 'addConditionalFormatRule', 'repeatCell'])
      scene().api.failNext({ status: 400, request, times: 1_000 });
    expect(await scene().run()).toMatchObject({ appended: 10 });
    const told = listed();
    expect(told.map(([kind]) => kind)).toContain('整えられなかった見た目');
    await scene().save(aRegisterAccount('a_3', { name: '新しい名' }));
    expect(await scene().run()).toMatchObject({ written: 1 });
    expect(scene().cell('a_3', 'name')).toBe('新しい名');
    expect(listed()).toEqual(told);
  });

  test('of what carries data: the run fails, and nothing is written', async () => {
    scene().api.failNext({ status: 400, request: 'updateCells', times: 10 });
    await expect(scene().run()).rejects.toThrow(SheetsError);
    expect(scene().titles()).not.toContain('台帳');
  });
});
