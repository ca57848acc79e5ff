import {
  aRegisterAccount,
  COLUMNS,
  FINDINGS_TAB_ID,
  REGISTER_TAB_ID,
  TEN_ACCOUNTS,
  usingRegisterScene,
} from './register-scene';

const scene = usingRegisterScene();
/** Kind, row and company of each finding. */
const listed = () =>
  scene()
    .lines(FINDINGS_TAB_ID)
    .slice(3)
    .map(([kind, row, company]) => [kind, row, company]);
const takeBack = (...ids: string[]) =>
  scene().save(...ids.map((id) => aRegisterAccount(id, { version: 2, withdrawn: true })));
const idsShown = () =>
  scene()
    .lines()
    .slice(2)
    .flatMap(([id = '']) => (id === '' ? [] : id));
/** A run, behind which the next one has nothing to do. */
const settled = async () => {
  const run = await scene().run();
  expect(await scene().run()).toMatchObject({ written: 0, appended: 0, removed: 0, calls: 0 });
  return run;
};
/** A column of the team's own, behind all others. */
const NOTES = COLUMNS.length;
const note = (id: string, text: string) => scene().typeAt(scene().rowOf(id), NOTES, text);
const noteOf = (id: string) => scene().lines()[scene().rowOf(id)]?.[NOTES];

beforeEach(async () => {
  await scene().save(...TEN_ACCOUNTS);
  await scene().run();
  scene().person({ appendDimension: { sheetId: REGISTER_TAB_ID, dimension: 'COLUMNS', length: 1 } });
  scene().typeAt(1, NOTES, 'メモ');
});

test('an import undone: its rows leave, and what people wrote beside the others stays beside them', async () => {
  for (const id of ['a_0', 'a_4', 'a_9']) note(id, `メモ ${id}`);
  await takeBack('a_1', 'a_2', 'a_5', 'a_6', 'a_7', 'a_8');
  expect(await settled()).toMatchObject({ removed: 6, unchanged: 4, toCheck: 0, leftAlone: 0 });
  expect(idsShown()).toEqual(['a_0', 'a_3', 'a_4', 'a_9']);
  for (const id of ['a_0', 'a_4', 'a_9']) expect(noteOf(id)).toBe(`メモ ${id}`);
});

test.each<[string, () => void]>([
  ['a note in a column of their own', () => note('a_7', '社長の紹介')],
  [
    'a note on a cell',
    () =>
      scene().person({
        updateCells: {
          start: { sheetId: REGISTER_TAB_ID, rowIndex: scene().rowOf('a_7'), columnIndex: 1 },
          rows: [{ values: [{ note: '社長の紹介' }] }],
          fields: 'note',
        },
      }),
  ],
  ['a request that waits', () => scene().type('a_7', 'contact', '山田様')],
])('%s keeps the row, which is told', async (_, write) => {
  write();
  await takeBack('a_3', 'a_7');
  expect(await settled()).toMatchObject({ removed: 1, toCheck: 1 });
  expect(scene().cell('a_7', 'pending')).toBe('登録を取り消し済み');
  // Counted once the row of a_3 above it is gone.
  expect(listed()).toEqual([['登録を取り消した行', '9 行目', '会社 a_7']]);
  expect(scene().cellAt(8, 'id')).toBe('a_7');
});

test('when it is copied elsewhere, the row leaves, too', async () => {
  note('a_7', '社長の紹介');
  await takeBack('a_7');
  await settled();
  note('a_7', '');
  expect(await settled()).toMatchObject({ removed: 1, toCheck: 0 });
  expect(idsShown()).not.toContain('a_7');
});

test('a formula or an empty tick box of the team is no note', async () => {
  for (const id of ['a_6', 'a_7'])
    scene().person({
      updateCells: {
        start: { sheetId: REGISTER_TAB_ID, rowIndex: scene().rowOf(id), columnIndex: NOTES },
        rows: [
          {
            values: [
              { userEnteredValue: id === 'a_6' ? { formulaValue: '=LEN(B3)' } : { boolValue: false } },
            ],
          },
        ],
        fields: 'userEnteredValue',
      },
    });
  await takeBack('a_6', 'a_7');
  expect(await settled()).toMatchObject({ removed: 2 });
});

test('copies of its row leave with it', async () => {
  scene().person({
    copyPaste: {
      source: {
        sheetId: REGISTER_TAB_ID,
        startRowIndex: scene().rowOf('a_2'),
        endRowIndex: scene().rowOf('a_2') + 1,
      },
      destination: { sheetId: REGISTER_TAB_ID, startRowIndex: 12, endRowIndex: 13 },
    },
  });
  await takeBack('a_2');
  expect(await settled()).toMatchObject({ removed: 2, leftAlone: 0 });
  expect(idsShown()).not.toContain('a_2');
});

test('all of them, in a tab without an empty row', async () => {
  const { rowCount = 0 } = scene().tab().properties.gridProperties;
  scene().deleteRows(12, rowCount ?? 0);
  await takeBack(...TEN_ACCOUNTS.map(({ id }) => id));
  expect(await scene().run()).toMatchObject({ removed: 10 });
  expect(idsShown()).toEqual([]);
  await scene().run();
  expect(await scene().run()).toMatchObject({ calls: 0 });
});

test('registered again, it comes back', async () => {
  await takeBack('a_2');
  await settled();
  await scene().save(aRegisterAccount('a_2', { version: 3 }));
  expect(await settled()).toMatchObject({ appended: 1 });
});

test('a run that was broken off behind the deletion is no accident for the next one', async () => {
  await takeBack('a_1', 'a_2', 'a_3', 'a_4');
  const hold = scene().api.holdNext('after', 'write');
  const run = scene()
    .run()
    .catch((error: unknown) => error);
  await hold.reached;
  hold.drop();
  await run;
  expect(await settled()).toMatchObject({ appended: 0 });
  expect(idsShown()).toHaveLength(6);
});
