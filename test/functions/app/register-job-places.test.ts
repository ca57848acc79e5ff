import {
  aRegisterAccount,
  REGISTER_TAB_ID,
  registerRange,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();

test("a new register begins with what somebody is at; from then on the order is the team's", async () => {
  await scene().save(
    aRegisterAccount('a_cold', { status: 'COLD' }),
    aRegisterAccount('a_later', {
      status: 'QUARTERLY_CHECK',
      nextCheck: { date: '2026-09-24', origin: 'cadence', base: '2026-06-24' },
    }),
    aRegisterAccount('a_client', { status: 'CURRENT_CLIENT' }),
    aRegisterAccount('a_soon', {
      status: 'QUARTERLY_CHECK',
      nextCheck: { date: '2026-07-02', origin: 'cadence', base: '2026-04-02' },
    }),
    aRegisterAccount('a_active', { status: 'ACTIVE_OPPORTUNITY' }),
  );
  await scene().run();
  const order = ['a_active', 'a_soon', 'a_later', 'a_client', 'a_cold'];
  const rows = () => order.map((id) => scene().rowOf(id));
  expect(rows()).toEqual([...rows()].sort((a, b) => a - b));
  await scene().save(aRegisterAccount('a_cold', { status: 'WORKING', version: 2 }));
  await scene().run();
  expect(rows()).toEqual([...rows()].sort((a, b) => a - b));
});

describe('rows wherever they stand', () => {
  beforeEach(async () => {
    await scene().save(...TEN_ACCOUNTS);
    await scene().run();
  });

  test('sorted: the right row is written, and the order stays', async () => {
    scene().person({
      sortRange: {
        range: { sheetId: REGISTER_TAB_ID, startRowIndex: 2 },
        sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
      },
    });
    await scene().save(aRegisterAccount('a_3', { status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ written: 1, leftAlone: 0 });
    expect(scene().cell('a_3', 'status')).toBe('コールド');
    expect(scene().rowOf('a_9')).toBe(2);
    expect(scene().rowOf('a_0')).toBe(11);
  });

  test('filtered and hidden rows are written, too; the filter stays', async () => {
    const filter = {
      range: { sheetId: REGISTER_TAB_ID, startRowIndex: 1 },
      criteria: { '2': { hiddenValues: ['ワーキング'] } },
    };
    scene().person(
      { setBasicFilter: { filter } },
      {
        updateDimensionProperties: {
          range: registerRange(4, 8),
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
    );
    await scene().save(aRegisterAccount('a_3', { status: 'COLD' }), aRegisterAccount('a_new'));
    await scene().run();
    expect(scene().cell('a_3', 'status')).toBe('コールド');
    expect(scene().tab().basicFilter).toMatchObject(filter);
    expect(scene().rowOf('a_new')).toBe(12);
  });

  test('rows inserted, a draft typed below: both stay, and new accounts come behind', async () => {
    scene().person({ insertDimension: { range: registerRange(5, 7), inheritFromBefore: true } });
    const name = scene().column('name');
    scene().typeAt(5, name, '下書き商事');
    scene().typeAt(14, name, '下書き工業');
    await scene().save(aRegisterAccount('a_9', { name: '改名' }), aRegisterAccount('a_new'));
    expect(await scene().run()).toMatchObject({ written: 1, appended: 1, drafts: 2 });
    expect(scene().lines()[5]?.[name]).toBe('下書き商事');
    expect(scene().cell('a_9', 'name')).toBe('改名');
    expect(scene().rowOf('a_new')).toBe(15);
  });

  test('a computed cell that somebody typed over is put back; another name asks for a change of it', async () => {
    scene().type('a_2', 'daysInStatus', '長い');
    scene().type('a_2', 'name', '別の名前');
    expect(await scene().run()).toMatchObject({ written: 1 });
    expect(scene().cell('a_2', 'daysInStatus')).toBe(121);
    expect(scene().cell('a_2', 'name')).toBe('別の名前');
    expect(scene().cell('a_2', 'requestState')).toBe('未送信');
  });

  test("cells of the team's own columns are never touched", async () => {
    const own = scene().tab().rows[0]?.length ?? 0;
    scene().person({ insertDimension: { range: registerRange(3, 4, 'COLUMNS'), inheritFromBefore: true } });
    for (let row = 1; row < 12; row += 1) scene().typeAt(row, 3, `memo ${row}`);
    await scene().save(
      ...TEN_ACCOUNTS.map((account) => ({ ...account, name: `${account.name}!` })),
      aRegisterAccount('a_new'),
    );
    expect(await scene().run()).toMatchObject({ written: 10, appended: 1, repaired: expect.any(Number) });
    expect(
      scene()
        .lines()
        .map((line) => line[3]),
    ).toEqual(['', ...Array.from({ length: 11 }, (_, n) => `memo ${n + 1}`), '']);
    expect(scene().tab().rows[0]?.length).toBe(own + 1);
  });

  test('a row with the ID of another account, typed or copied, is left alone', async () => {
    const row = scene().tab().rows[4] ?? [];
    scene().person({
      updateCells: {
        start: { sheetId: REGISTER_TAB_ID, rowIndex: 12 },
        rows: [{ values: Array.from(row, (cell) => cell ?? {}) }],
        fields: 'userEnteredValue',
      },
    });
    await scene().save(aRegisterAccount('a_2', { status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ written: 1, leftAlone: 1 });
    const status = scene().column('status');
    expect([4, 12].map((at) => scene().lines()[at]?.[status])).toEqual(['コールド', 'ワーキング']);
  });

  test('an ID typed over: the row is left alone, its account not brought in twice, and mended it is refreshed', async () => {
    const at = [scene().rowOf('a_2'), scene().column('id')] as const;
    scene().typeAt(...at, 'a_other');
    await scene().save(aRegisterAccount('a_2', { status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ written: 0, appended: 0, leftAlone: 1 });
    scene().typeAt(...at, 'a_2');
    expect(await scene().run()).toMatchObject({ written: 1, leftAlone: 0 });
    expect(scene().cell('a_2', 'status')).toBe('コールド');
  });

  test('rows torn by a sort of the visible columns only are left alone, but for their marks', async () => {
    const torn = {
      range: {
        sheetId: REGISTER_TAB_ID,
        startRowIndex: 2,
        endRowIndex: 12,
        startColumnIndex: 1,
        endColumnIndex: 18,
      },
      sortSpecs: [{ dimensionIndex: 1, sortOrder: 'DESCENDING' }],
    };
    scene().person({ sortRange: torn });
    const marks = () => Array.from({ length: 10 }, (_, n) => scene().cell(`a_${n}`, 'requestState'));
    const unmarked = () =>
      scene()
        .lines()
        .map((line) => line.with(scene().column('requestState'), ''));
    const before = unmarked();
    await scene().save(aRegisterAccount('a_2', { status: 'COLD' }));
    expect(await scene().run()).toMatchObject({ written: 0, appended: 0, leftAlone: 10, toCheck: 10 });
    expect(unmarked().slice(2)).toEqual(before.slice(2));
    expect(marks()).toEqual(Array(10).fill('要確認'));
    expect(await scene().run()).toMatchObject({ leftAlone: 10, calls: 0 });
    scene().person({
      sortRange: { ...torn, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'ASCENDING' }] },
    });
    expect(await scene().run()).toMatchObject({ written: 10, leftAlone: 0, toCheck: 0 });
    expect(scene().cell('a_2', 'status')).toBe('コールド');
    expect(marks()).toEqual(Array(10).fill(''));
  });

  test('a typed ID that no account has', async () => {
    scene().typeAt(12, scene().column('id'), 'a_nobody');
    expect(await scene().run()).toMatchObject({ leftAlone: 1, appended: 0, written: 0 });
    expect(scene().cellAt(12, 'requestState')).toBe('要確認');
    expect(await scene().run()).toMatchObject({ leftAlone: 1, calls: 0 });
  });

  test('a typed ID of an account that has lost its row becomes its row', async () => {
    scene().deleteRows(4, 5);
    scene().typeAt(11, scene().column('id'), 'a_2');
    await scene().run();
    expect(scene().rowOf('a_2')).toBe(11);
    expect(scene().cell('a_2', 'name')).toBe('会社 a_2');
  });
});
