import { aScript, BOOK_ID, stopScripts } from './a-script';

afterEach(stopScripts);

const EVENT = `
  function describe(e) {
    return {
      keys: Object.keys(e).sort(),
      mode: e.authMode === ScriptApp.AuthMode.FULL ? 'FULL' : String(e.authMode),
      value: e.value, oldValue: e.oldValue,
      range: e.range && e.range.getSheet().getName() + '!' + e.range.getA1Notation(),
      source: e.source && e.source.getId(),
      user: e.user && e.user.getEmail(),
      active: SpreadsheetApp.getActiveRange().getA1Notation(),
    };
  }
  function onEdit(e) { return describe(e); }
`;

test.each<[string, unknown[][], 'typed' | 'pasted', object]>([
  ['one empty cell', [['x']], 'typed', { range: 'Accounts!B2', value: 'x' }],
  ['one number', [['5']], 'typed', { value: '5' }],
  ['one date', [['2026/04/01']], 'typed', { value: '46113' }],
  ['one tick', [[true]], 'typed', { value: 'TRUE' }],
  ['one cell pasted', [['x']], 'pasted', { range: 'Accounts!B2' }],
  [
    'a block',
    [
      ['x', 'y'],
      ['z', 'w'],
    ],
    'pasted',
    { range: 'Accounts!B2:C3' },
  ],
])('onEdit is event of %s', async (_, values, how, expected) => {
  const scene = await aScript(EVENT);
  const [execution] = await scene.rep.edit('B2', values as string[][], how);
  const event = JSON.parse(execution?.result ?? '');
  expect(event).toMatchObject({
    mode: 'LIMITED',
    source: BOOK_ID,
    user: '',
    active: event.range.split('!')[1],
    ...expected,
  });
  if (!('value' in expected)) expect(event).not.toHaveProperty('value');
  expect(event).not.toHaveProperty('oldValue');
});

test.each<[string, string | null, object]>([
  ['another value', 'new', { value: 'new', oldValue: 'old' }],
  ['nothing', null, { oldValue: 'old' }],
])('onEdit is event the old value when it becomes %s', async (_, value, expected) => {
  const scene = await aScript(EVENT, { cells: { B2: [['old']] } });
  const [execution] = await scene.rep.edit('Accounts!B2', [[value]]);
  const { value: newValue, oldValue } = JSON.parse(execution?.result ?? '');
  expect({ ...(newValue && { value: newValue }), oldValue }).toEqual(expected);
});

test('only what a person changes fires onEdit', async () => {
  const scene = await aScript(
    `${EVENT} function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue(1); }`,
  );
  scene.workbooks.batchUpdate(
    BOOK_ID,
    [
      {
        repeatCell: {
          range: { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 },
          cell: { note: 'n' },
          fields: 'note',
        },
      },
    ],
    'api',
  );
  await scene.run('write');
  expect(await scene.rep.edit('A1', [['1']], 'pasted')).toEqual([]);
  expect(
    await scene.rep.change([
      { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
    ]),
  ).toEqual([]);
  expect(scene.host.executions.map(({ functionName }) => functionName)).toEqual(['write']);
  expect(await scene.rep.edit('A1', [['2']])).toHaveLength(1);
  // Typed over itself.
  expect(await scene.rep.edit('A1', [['2']])).toHaveLength(1);
});

test.each([
  [
    "UrlFetchApp.fetch('http://127.0.0.1:1/')",
    'UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
  ],
  ['ScriptApp.getIdentityToken()', 'ScriptApp.getIdentityToken. Required permissions: openid'],
  [
    "SpreadsheetApp.openById('register')",
    'SpreadsheetApp.openById. Required permissions: https://www.googleapis.com/auth/spreadsheets',
  ],
  [
    'ScriptApp.getProjectTriggers()',
    'ScriptApp.getProjectTriggers. Required permissions: https://www.googleapis.com/auth/script.scriptapp',
  ],
  [
    "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(''))",
    'Ui.showSidebar. Required permissions: https://www.googleapis.com/auth/script.container.ui',
  ],
])('a simple trigger may not call %s', async (call, message) => {
  const scene = await aScript(`function onEdit() { ${call}; }`);
  const [execution] = await scene.rep.edit('A1', [['x']]);
  expect(execution?.error).toMatchObject({
    name: 'Exception',
    message: `You do not have permission to call ${message}`,
  });
});

test('a simple trigger may mark, keep, lock and toast', async () => {
  const toasts: string[] = [];
  const scene = await aScript(
    `function onEdit(e) {
      LockService.getDocumentLock().waitLock(1000);
      e.range.setNote('未送信').setBackground('#ffff00');
      PropertiesService.getDocumentProperties().setProperty('pending', 'yes');
      CacheService.getScriptCache().put('a', 'b');
      SpreadsheetApp.getActive().toast('1');
      return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()];
    }`,
    { view: { toast: ({ message }) => toasts.push(message) } },
  );
  const [execution] = await scene.rep.edit('A1', [['x']]);
  expect(execution).toMatchObject({ error: null, result: '["",""]' });
  expect(toasts).toEqual(['1']);
});

test('within one Workspace people are event to each other’s triggers', async () => {
  const scene = await aScript(EVENT, { workspaceDomain: 'example.com' });
  const guest = scene.host.openAs({ email: 'guest@elsewhere.example', locale: 'en' });
  const [[own], [other]] = [await scene.rep.edit('A1', [['x']]), await guest.edit('A1', [['y']])];
  expect(JSON.parse(own?.result ?? '').user).toBe('rep@example.com');
  expect(JSON.parse(other?.result ?? '').user).toBe('');
});

test('protected cells and wrong choices come back', async () => {
  const scene = await aScript(EVENT, { cells: { A1: [['id', 'Cold']] } });
  const cell = (column: number) => ({
    sheetId: 0,
    startRowIndex: 0,
    endRowIndex: 1,
    startColumnIndex: column,
    endColumnIndex: column + 1,
  });
  const condition = {
    type: 'ONE_OF_LIST',
    values: [{ userEnteredValue: 'Cold' }, { userEnteredValue: 'Working' }],
  };
  scene.workbooks.batchUpdate(
    BOOK_ID,
    [
      {
        addProtectedRange: {
          protectedRange: { range: cell(0), editors: { users: ['manager@example.com'] } },
        },
      },
      { addProtectedRange: { protectedRange: { range: cell(2), warningOnly: true } } },
      { setDataValidation: { range: cell(1), rule: { condition, strict: true } } },
    ],
    'api',
  );
  await expect(scene.rep.edit('A1', [['x']])).rejects.toThrow(
    'You are trying to edit a protected cell or object.',
  );
  await expect(scene.rep.edit('B1', [['Hot']])).rejects.toThrow(
    'The data you entered in cell B1 violates the data validation rules',
  );
  expect(scene.values('Accounts')).toEqual([['id', 'Cold']]);
  const manager = scene.host.openAs({ email: 'manager@example.com', locale: 'ja' });
  await manager.edit('A1', [['new']]);
  await scene.rep.edit('B1', [['Working', 'free']]);
  expect(scene.values('Accounts')).toEqual([['new', 'Working', 'free']]);
  await scene.rep.edit('B1', [['Hot']], 'pasted');
  expect(scene.values('Accounts')[0]).toEqual(['new', 'Hot', 'free']);
});
