import { COLUMNS, REGISTER_TAB_ID, registerRefusal } from '../app/register-scene';
import { columnRange, hideRequest, rowRange, usingLayoutScene } from './layout-scene';

const scene = usingLayoutScene();

test('the tab renamed: found by its ID, and keeps its name', async () => {
  scene().person({
    updateSheetProperties: {
      properties: { sheetId: REGISTER_TAB_ID, title: "Bob's 台帳" },
      fields: 'title',
    },
  });
  await scene().works();
  expect(scene().titles()).toEqual(["Bob's 台帳", '要確認', 'Sheet1', 'ヘルプ']);
});

test('columns moved: their order is kept', async () => {
  scene().person(
    { moveDimension: { source: columnRange(3), destinationIndex: 8 } },
    { moveDimension: { source: columnRange(0), destinationIndex: 12 } },
    { moveDimension: { source: columnRange(20), destinationIndex: 4 } },
  );
  const order = scene().keys();
  await scene().works();
  expect(scene().keys()).toEqual(order);
});

test("columns inserted, renamed, hidden, resized: the team's", async () => {
  scene().typeAt(1, 3, '一行');
  scene().person(
    hideRequest(columnRange(scene().column('lastContact')), true),
    {
      updateDimensionProperties: {
        range: columnRange(1),
        properties: { pixelSize: 333 },
        fields: 'pixelSize',
      },
    },
    { insertDimension: { range: columnRange(2), inheritFromBefore: true } },
  );
  scene().typeAt(1, 2, 'ランク');
  await scene().works();
  expect(scene().labels()?.slice(1, 5)).toEqual(['会社名', 'ランク', '申請の状態', '一行']);
  expect(scene().tab().columnProperties[1]?.pixelSize).toBe(333);
  expect(scene().hidden()).toContain('lastContact');
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
      .map((column) => ({ deleteDimension: { range: columnRange(column) } })),
  );
  expect(await scene().settled()).toMatchObject({ pending: 0, appended: 0 });
  expect(scene().keys()).toEqual([
    ...COLUMNS.filter((key) => !lost.includes(key)),
    ...COLUMNS.filter((key) => lost.includes(key)),
  ]);
  expect(Object.fromEntries(lost.map((key) => [key, scene().cell('a_3', key)]))).toEqual(before);
  expect(scene().labels()?.slice(-1)[0]).not.toBe('');
  await scene().works();
});

test('a column copied: the first one counts, the copy is theirs', async () => {
  scene().person(
    { insertDimension: { range: columnRange(8), inheritFromBefore: false } },
    {
      copyPaste: {
        source: { sheetId: REGISTER_TAB_ID, startColumnIndex: 4, endColumnIndex: 5 },
        destination: { sheetId: REGISTER_TAB_ID, startColumnIndex: 8, endColumnIndex: 9 },
      },
    },
  );
  await scene().works();
  expect(scene().keys()?.[8]).toBe('');
  expect(scene().lines()[scene().rowOf('a_3')]?.[8]).toBe('ワーキング');
});

test('the header deleted: made again above the accounts', async () => {
  const before = scene().lines();
  scene().person({ deleteDimension: { range: rowRange(1) } });
  await scene().settled();
  expect(scene().lines()).toEqual(before);
  expect(scene().tab().rows[1]?.[3]?.dataValidation).toBeUndefined();
  await scene().works();
});

test('rows inserted above the keys: everything is found further down', async () => {
  scene().person({ insertDimension: { range: rowRange(0, 2), inheritFromBefore: false } });
  scene().typeAt(0, 1, '営業部の台帳');
  await scene().works();
  expect(scene().lines()[0]?.[1]).toBe('営業部の台帳');
  expect(scene().lines()[2]).toEqual(COLUMNS);
  expect(scene().tab().properties.gridProperties.frozenRowCount).toBe(4);
});

describe('ambiguous columns', () => {
  test.each<[string, () => void, string]>([
    [
      'two columns of one heading, without keys',
      () => {
        scene().person({ deleteDimension: { range: rowRange(0) } });
        scene().typeAt(0, 7, 'ステータス');
      },
      'ステータス',
    ],
    [
      'a key gone, and two columns of its heading',
      () => {
        const [owner, other] = ['owner', 'lastContact'].map((key) => scene().column(key)) as [number, number];
        scene().typeAt(0, owner, '');
        scene().typeAt(0, other, '');
        scene().typeAt(1, other, '担当');
      },
      '担当',
    ],
    [
      'the ID column deleted',
      () => scene().person({ deleteDimension: { range: columnRange(0) } }),
      'アカウント ID',
    ],
    [
      'keys and header deleted',
      () => scene().person({ deleteDimension: { range: rowRange(0, 2) } }),
      'アカウント ID',
    ],
  ])('%s', async (_, destroy, heading) => {
    destroy();
    const before = scene().json();
    expect((await registerRefusal(scene().run())).refusal).toEqual({
      code: 'REGISTER_KEYS_LOST',
      columns: expect.arrayContaining([expect.objectContaining({ ja: heading })]),
    });
    expect(scene().json()).toStrictEqual(before);
  });
});
