import { PAGE_QUEUE_ID, PAGE_REGISTER_ID, servePage, stopPages, until } from './serve-page';

afterEach(stopPages);

const cell = (column: number, row = 1) => ({
  sheetId: 1,
  startRowIndex: row,
  endRowIndex: row + 1,
  startColumnIndex: column,
  endColumnIndex: column + 1,
});
const block = (top: number, left: number, ...values: (string | null)[][]) => [
  { sheetId: 1, top, left, values },
];

test('a window receives its person and the spreadsheets that there are', async () => {
  const scene = await servePage();
  const { id, welcome } = await scene.openWindow('suzuki', { lang: 'en' });
  expect(welcome).toMatchObject({
    person: { key: 'suzuki', email: 'suzuki@hachi.example', role: 'manager', language: 'en', phone: false },
    books: [
      { id: PAGE_REGISTER_ID, key: 'register' },
      { id: PAGE_QUEUE_ID, key: 'queue' },
    ],
  });
  expect(welcome.people.slice(0, 6).map(({ key }) => key)).toEqual([
    ...['sato', 'yamamoto', 'suzuki', 'watanabe', 'kato', 'stranger'],
  ]);
  expect((await scene.openWindow('is@hachi.example')).welcome.person.email).toBe('is@hachi.example');
  // What a server was asked is lost with it, also for a window that the next one knows already.
  const [again, ofNextServer] = [
    await scene.openWindow('sato', { window: id }),
    await (await servePage()).openWindow('sato', { window: id }),
  ];
  expect(again.welcome.opening).toBe(welcome.opening);
  expect(ofNextServer.welcome.opening).not.toBe(welcome.opening);
  await expect(scene.openWindow('nobody')).rejects.toThrow('There is nobody \\"nobody\\".');
});

test('the snapshot holds texts, looks, lists, notes, links and what is hidden, and no empty cell', async () => {
  const scene = await servePage({
    cells: { A1: [['会社', '状態', '日']], A2: [['甲', 'Cold', '2026/04/01']], A4: [['乙']] },
    requests: [
      {
        setDataValidation: {
          range: { ...cell(1), endRowIndex: 4 },
          rule: {
            condition: {
              type: 'ONE_OF_LIST',
              values: [{ userEnteredValue: 'Cold' }, { userEnteredValue: 'Hot' }],
            },
          },
        },
      },
      {
        addConditionalFormatRule: {
          rule: {
            ranges: [{ sheetId: 1, startColumnIndex: 1, endColumnIndex: 2 }],
            booleanRule: {
              condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: 'Hot' }] },
              format: { backgroundColorStyle: { rgbColor: { red: 1 } } },
            },
          },
        },
      },
      {
        repeatCell: {
          range: cell(0),
          cell: { note: '注', userEnteredFormat: { textFormat: { bold: true, link: { uri: '#gid=1' } } } },
          fields: 'note,userEnteredFormat',
        },
      },
      {
        updateSheetProperties: {
          properties: { sheetId: 1, gridProperties: { frozenRowCount: 1, frozenColumnCount: 1 } },
          fields: 'gridProperties(frozenRowCount,frozenColumnCount)',
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId: 1, dimension: 'COLUMNS', startIndex: 3, endIndex: 4 },
          properties: { hiddenByUser: true, pixelSize: 55 },
          fields: 'hiddenByUser,pixelSize',
        },
      },
      {
        addProtectedRange: { protectedRange: { range: cell(2), warningOnly: true, description: 'why' } },
      },
      {
        setBasicFilter: {
          filter: { range: { sheetId: 1, startRowIndex: 0 }, criteria: { 0: { hiddenValues: ['乙'] } } },
        },
      },
    ],
  });
  const { tabs, styles } = await (await scene.openWindow()).sheet();
  const [{ tab, rows, all } = { tab: null, rows: [], all: false }] = tabs;
  expect(all).toBe(true);
  expect(tab).toMatchObject({
    title: '台帳',
    frozenRows: 1,
    frozenColumns: 1,
    hiddenColumns: [3],
    widths: { 3: 55 },
    filteredRows: [3],
    filter: { hiddenValues: { 0: ['乙'] } },
    protections: [{ warningOnly: true, description: 'why', editors: [] }],
    choices: [{ values: ['Cold', 'Hot'], colours: ['', '#ff0000'] }],
  });
  const [, [, [name, status, day] = []] = []] = rows;
  expect(rows.map(([index]) => index)).toEqual([0, 1, 2, 3]);
  expect(name).toEqual(['甲', expect.any(Number), { note: '注', link: '#gid=1' }]);
  expect(styles[(name as [string, number])[1]]).toMatchObject({ bl: 1, ul: { s: 1 } });
  expect(status).toMatchObject(['Cold', expect.any(Number)]);
  expect(day).toEqual(['2026/04/01', expect.any(Number)]);
  expect(styles[(day as [string, number])[1]]).toEqual({ ht: 3 });
});

test('what one window types the other one hears, and so does the one that typed', async () => {
  const scene = await servePage();
  const [one, other] = [await scene.openWindow(), await scene.openWindow('suzuki')];
  const { status } = await one.ask('edit', { how: 'typed', blocks: block(1, 1, ['2026/4/1']) });
  expect(status).toBe(200);
  for (const window of [one, other]) {
    const { update } = await window.hears('sheet', (event) => event.update.tabs.length > 0);
    expect(update.tabs[0]?.rows).toContainEqual([1, [null, ['2026/4/1', expect.any(Number)]]]);
  }
});

test('a block is one edit, and fires one trigger', async () => {
  const scene = await servePage({ code: 'function onEdit(e) { return e.range.getA1Notation(); }' });
  const window = await scene.openWindow();
  await window.ask('edit', { how: 'pasted', blocks: block(1, 1, ['a', 'b'], ['c', null]) });
  expect(scene.values()).toEqual([[], ['', 'a', 'b'], ['', 'c']]);
  await until(() => scene.script.executions.length > 0);
  expect(scene.script.executions.map(({ result }) => result)).toEqual(['"B2:C3"']);
});

const PROTECTED = [
  { addProtectedRange: { protectedRange: { range: cell(0), editors: { users: ['admin@hachi.example'] } } } },
];
const STRICT = [
  {
    setDataValidation: {
      range: cell(0),
      rule: { strict: true, condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Cold' }] } },
    },
  },
];
test.each([
  ['protected', PROTECTED, /^You are trying to edit a protected cell/, /^保護されている/],
  ['strict', STRICT, /^The data you entered in cell A2 violates/, /^セル A2 に入力したデータ/],
])('a %s cell comes back, with the reason in both languages', async (_, requests, en, ja) => {
  const scene = await servePage({ cells: { A2: [['Cold']] }, requests });
  const window = await scene.openWindow();
  const { status, body } = await window.ask('edit', { how: 'typed', blocks: block(1, 0, ['x']) });
  expect(status).toBe(422);
  expect(body.error).toEqual({
    code: 'REFUSED',
    message: { en: expect.stringMatching(en), ja: expect.stringMatching(ja) },
  });
  const { update } = await window.hears('sheet', (event) => event.update.tabs.length > 0);
  expect(update.tabs[0]?.rows).toEqual([[1, [expect.anything()]]]);
  expect(scene.values()[1]).toEqual(['Cold']);
});

test('an edit goes where its cell is by now; where nobody can tell, it is refused', async () => {
  const scene = await servePage({ cells: { A1: [['h'], ['甲'], ['乙']] } });
  const [one, other] = [await scene.openWindow(), await scene.openWindow('suzuki')];
  await Promise.all([one.sheet(), other.sheet()]);
  const { revision } = await other.sheet();
  const range = { sheetId: 1, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
  expect((await one.ask('change', { requests: [{ insertDimension: { range } }] })).status).toBe(200);
  const late = { how: 'typed', revision } as const;
  expect((await other.ask('edit', { ...late, blocks: block(2, 0, ['丙']) })).status).toBe(200);
  expect(scene.values().map(([name]) => name)).toEqual(['h', undefined, '甲', '丙']);
  const sortSpecs = [{ dimensionIndex: 0, sortOrder: 'DESCENDING' }];
  const sortRange = { range: { sheetId: 1, startRowIndex: 1 }, sortSpecs };
  await one.sheet();
  expect((await one.ask('change', { requests: [{ sortRange }] })).status).toBe(200);
  const tooLate = await other.ask('edit', { ...late, blocks: block(2, 0, ['丁']) });
  expect(tooLate).toMatchObject({ status: 409, body: { error: { code: 'MOVED' } } });
  expect(scene.values().map(([name]) => name)).not.toContain('丁');
});

test('rows and columns are changed as by hand: onChange fires, onEdit does not', async () => {
  const scene = await servePage({
    code: `
      function install() { ScriptApp.newTrigger('changed').forSpreadsheet(SpreadsheetApp.getActive()).onChange().create(); }
      function changed(e) { return e.changeType; }
      function onEdit() { throw new Error('no'); }`,
    cells: { A1: [['h'], ['b'], ['a']] },
  });
  const window = await scene.openWindow();
  await window.ask('run', { call: 1, functionName: 'install', args: [] });
  await window.hears('ended', ({ call }) => call === 1);
  const sortRange = {
    range: { sheetId: 1, startRowIndex: 1 },
    sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
  };
  const range = { sheetId: 1, dimension: 'ROWS', startIndex: 0, endIndex: 1 };
  for (const request of [{ sortRange }, { deleteDimension: { range } }]) {
    await window.sheet();
    expect((await window.ask('change', { requests: [request] })).status).toBe(200);
  }
  expect(scene.values()).toEqual([['a'], ['b']]);
  await until(() => scene.script.executions.length === 3);
  const types = scene.script.executions.map(({ result }) => result);
  expect(types.sort()).toEqual(['"OTHER"', '"REMOVE_ROW"', 'null']);
  const forbidden = await window.ask('change', { requests: [{ deleteSheet: { sheetId: 1 } }] });
  expect(forbidden).toMatchObject({ status: 400, body: { error: { code: 'BAD_REQUEST' } } });
});

test('a column is filtered by the values to show, and shown whole again', async () => {
  const scene = await servePage({
    cells: { A1: [['h'], ['a'], ['b'], ['c']] },
    requests: [{ setBasicFilter: { filter: { range: { sheetId: 1 } } } }],
  });
  const window = await scene.openWindow();
  const filtered = async () => (await window.sheet()).tabs[0]?.tab.filteredRows;
  await window.ask('filter', { sheetId: 1, column: 0, shown: ['b', ''] });
  expect(await filtered()).toEqual([1, 3]);
  await window.ask('filter', { sheetId: 1, column: 0, shown: null });
  expect(await filtered()).toEqual([]);
});

test('the queue has no script, and is edited all the same', async () => {
  const scene = await servePage({ code: 'function onEdit() {}' });
  const window = await scene.openWindow();
  const blocks = [{ sheetId: 0, top: 0, left: 0, values: [['note']] }];
  expect((await window.ask('edit', { book: PAGE_QUEUE_ID, how: 'typed', blocks })).status).toBe(200);
  expect((await window.sheet(PAGE_QUEUE_ID)).tabs[0]?.rows).toEqual([[0, ['note']]]);
  expect(scene.script.executions.map(({ functionName }) => functionName)).not.toContain('onEdit');
});
