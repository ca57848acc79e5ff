import {
  aRegisterAccount,
  REGISTER_BOOK,
  REGISTER_TAB_ID,
  registerRefusal,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();

describe('rows that are gone', () => {
  beforeEach(async () => {
    await scene().save(...TEN_ACCOUNTS);
    await scene().run();
  });

  test('two of ten: brought back', async () => {
    scene().deleteRows(3, 5);
    expect(await scene().run()).toMatchObject({ appended: 2 });
    expect([scene().rowOf('a_1'), scene().rowOf('a_2')].sort()).toEqual([10, 11]);
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });

  test('one deleted by hand: back at the next run', async () => {
    scene().deleteRows(5, 6);
    expect(await scene().run()).toMatchObject({ appended: 1, written: 0 });
    expect(scene().cell('a_3', 'status')).toBe('ワーキング');
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });

  test('of a hundred, twenty come back, twenty-one are an accident', async () => {
    await scene().save(...Array.from({ length: 100 }, (_, n) => aRegisterAccount(`a_${n}`)));
    await scene().run();
    scene().deleteRows(2, 22);
    expect(await scene().run()).toMatchObject({ appended: 20 });
    scene().deleteRows(2, 23);
    expect((await registerRefusal(scene().run())).refusal).toEqual({
      code: 'REGISTER_ROWS_VANISHED',
      before: 100,
      left: 79,
    });
  });

  test.each<[string, () => void]>([
    ['three of ten', () => scene().deleteRows(3, 6)],
    ['all of them', () => scene().deleteRows(2, 12)],
    [
      'every cell of the tab',
      () =>
        scene().person({ updateCells: { range: { sheetId: REGISTER_TAB_ID }, fields: 'userEnteredValue' } }),
    ],
  ])('%s: nothing is done, and said', async (_, destroy) => {
    const before = scene().workbooks.get(REGISTER_BOOK);
    destroy();
    const destroyed = scene().json();
    await scene().save(aRegisterAccount('a_new'));
    for (const _again of [1, 2]) {
      const { refusal } = await registerRefusal(scene().run());
      expect(refusal).toMatchObject({ code: 'REGISTER_ROWS_VANISHED', before: 10 });
      expect(scene().json()).toStrictEqual(destroyed);
    }
    // Undone: the run goes on where it was.
    const tab = before.tabs.find(({ properties }) => properties.sheetId === REGISTER_TAB_ID);
    const rows = (tab?.rows ?? []).slice(0, 12);
    scene().person({
      updateCells: {
        start: { sheetId: REGISTER_TAB_ID },
        rows: rows.map((row) => ({ values: Array.from(row, (cell) => cell ?? {}) })),
        fields: 'userEnteredValue',
      },
    });
    expect(await scene().run()).toMatchObject({ appended: 1, written: 0 });
  });

  test('the tab is gone: made again, whole', async () => {
    const before = scene().lines();
    scene().person({ deleteSheet: { sheetId: REGISTER_TAB_ID } });
    expect(await scene().run()).toMatchObject({ read: 10, appended: 10 });
    expect(scene().lines()).toEqual(before);
  });
});
