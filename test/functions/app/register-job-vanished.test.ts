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

  test('one deleted while the script has added another: back all the same, and only it is read', async () => {
    await scene().save(aRegisterAccount('a_new'));
    scene().deleteRows(5, 6);
    scene().addRow('a_new');
    expect(await scene().run()).toMatchObject({ appended: 1, read: 2 });
    expect([scene().cell('a_3', 'name'), scene().cell('a_new', 'name')]).toEqual(['会社 a_3', '会社 a_new']);
    scene().deleteRows(5, 6);
    expect(await scene().run()).toMatchObject({ appended: 1, read: 1 });
    expect(await scene().run()).toMatchObject({ read: 0, calls: 0 });
  });

  test('three of ten deleted are an accident, also where the script has added as many', async () => {
    const added = ['a_new1', 'a_new2', 'a_new3'];
    await scene().save(...added.map((id) => aRegisterAccount(id)));
    scene().deleteRows(3, 6);
    for (const id of added) scene().addRow(id);
    expect((await registerRefusal(scene().run())).refusal).toEqual({
      code: 'REGISTER_ROWS_VANISHED',
      before: 10,
      left: 7,
    });
  });

  test('rows of no account that somebody typed and deleted are not missed', async () => {
    for (const [n, id] of ['x_1', 'x_2', 'x_3', 'x_4'].entries())
      scene().typeAt(12 + n, scene().column('id'), id);
    expect(await scene().run()).toMatchObject({ leftAlone: 4 });
    scene().deleteRows(12, 16);
    expect(await scene().run()).toMatchObject({ appended: 0, leftAlone: 0 });
  });

  test('an earlier state with only a number of rows: nothing is lost, and the next run knows the accounts', async () => {
    const { docs } = await scene().db.collection(`registers/${REGISTER_BOOK}/shown`).get();
    for (const doc of docs) await doc.ref.delete();
    scene().deleteRows(5, 6);
    expect(await scene().run()).toMatchObject({ appended: 1, read: 10 });
    scene().deleteRows(5, 6);
    expect(await scene().run()).toMatchObject({ appended: 1, read: 1 });
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

  test('nearly all are taken back, and their rows deleted: no accident, nothing to miss', async () => {
    const left = TEN_ACCOUNTS.slice(0, 8).map(({ id }) => id);
    await scene().save(...left.map((id) => aRegisterAccount(id, { withdrawn: true })));
    scene().deleteRows(2, 10);
    expect(await scene().run()).toMatchObject({ appended: 0, removed: 0, toCheck: 0 });
    expect(await scene().run()).toMatchObject({ calls: 0 });
  });

  test('the tab is gone: made again, whole', async () => {
    const before = scene().lines();
    scene().person({ deleteSheet: { sheetId: REGISTER_TAB_ID } });
    expect(await scene().run()).toMatchObject({ read: 10, appended: 10 });
    expect(scene().lines()).toEqual(before);
  });
});
