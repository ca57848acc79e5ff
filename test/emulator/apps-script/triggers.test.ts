import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aScript, lastExecution, stopScripts } from './a-script';

afterEach(stopScripts);

const CODE = `
  function install() {
    const book = SpreadsheetApp.getActive();
    ScriptApp.newTrigger('send').forSpreadsheet(book).onEdit().create();
    ScriptApp.newTrigger('opened').forSpreadsheet(book.getId()).onOpen().create();
    ScriptApp.newTrigger('changed').forSpreadsheet(book).onChange().create();
    return ScriptApp.getProjectTriggers().map(t => [t.getHandlerFunction(), String(t.getEventType()), String(t.getTriggerSource()), t.getTriggerSourceId()]);
  }
  function every() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create(); }
  function daily() { ScriptApp.newTrigger('tick').timeBased().everyDays(1).atHour(7).nearMinute(30).create(); }
  function once() { ScriptApp.newTrigger('tick').timeBased().at(new Date('2026-12-01T00:00:00+09:00')).create(); }
  function after() { ScriptApp.newTrigger('tick').timeBased().after(90000).create(); }
  function wrong() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(7).create(); }
  function many() { for (let i = 0; i < 21; i++) ScriptApp.newTrigger('tick').timeBased().everyHours(1).create(); }
  function remove() { ScriptApp.getProjectTriggers().forEach(t => ScriptApp.deleteTrigger(t)); }
  function count() { return ScriptApp.getProjectTriggers().length; }
  function send(e) {
    return [String(e.authMode), Session.getEffectiveUser().getEmail(), Session.getActiveUser().getEmail(), e.user.getEmail(), e.value, ScriptApp.getIdentityToken()];
  }
  function opened(e) { return e.source.getName(); }
  function changed(e) { return e.changeType; }
  function tick(e) {
    let ui; try { SpreadsheetApp.getUi(); } catch (error) { ui = error.message; }
    return [e.year, e.month, e['day-of-month'], e.hour, e.timezone, typeof e.triggerUid, new Date().toISOString(), Session.getActiveUser().getEmail(), ui];
  }
`;

test('an installed trigger runs as whoever installed it, whoever edits', async () => {
  const scene = await aScript(CODE, { workspaceDomain: 'example.com' });
  expect(await scene.run('install')).toEqual([
    ['send', 'ON_EDIT', 'SPREADSHEETS', 'register'],
    ['opened', 'ON_OPEN', 'SPREADSHEETS', 'register'],
    ['changed', 'ON_CHANGE', 'SPREADSHEETS', 'register'],
  ]);
  const other = scene.host.openAs({ email: 'fs@example.com', locale: 'en' });
  const executions = await other.edit('A1', [['x']]);
  expect(executions.map(({ functionName, kind, email }) => [functionName, kind, email])).toEqual([
    ['send', 'installable', 'rep@example.com'],
    ['changed', 'installable', 'rep@example.com'],
  ]);
  expect(executions.map(({ result }) => JSON.parse(result))).toEqual([
    ['FULL', 'rep@example.com', 'fs@example.com', 'fs@example.com', 'x', 'token of rep@example.com'],
    'EDIT',
  ]);
  const [opened] = await other.open();
  expect(opened).toMatchObject({ functionName: 'opened', result: '"Register"' });
  expect(await other.run('count')).toBe(0);
  await scene.run('remove');
  expect(await scene.rep.edit('A1', [['y']])).toEqual([]);
});

test.each([
  [
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } } },
    'INSERT_ROW',
  ],
  [
    { deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } },
    'REMOVE_COLUMN',
  ],
  [{ addSheet: {} }, 'INSERT_GRID'],
  [
    { sortRange: { range: { sheetId: 0 }, sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }] } },
    'OTHER',
  ],
])('%j by hand is a change of its kind', async (request, type) => {
  const scene = await aScript(CODE);
  await scene.run('install');
  const executions = await scene.rep.change([request]);
  expect(executions.map(({ functionName, result }) => [functionName, result])).toEqual([
    ['changed', `"${type}"`],
  ]);
});

test.each([
  [
    'every',
    ['2026-11-20T00:09:00Z', '2026-11-20T00:10:00Z', '2026-11-20T00:15:00Z', '2026-11-20T00:20:00Z'],
    [0, 1, 0, 1],
  ],
  [
    'daily',
    ['2026-11-20T22:00:00Z', '2026-11-20T22:30:00Z', '2026-11-21T22:29:00Z', '2026-11-21T22:31:00Z'],
    [0, 1, 0, 1],
  ],
  ['once', ['2026-11-30T14:59:00Z', '2026-11-30T15:00:00Z', '2026-12-09T00:00:00Z'], [0, 1, 0]],
  ['after', ['2026-11-20T00:01:29Z', '2026-11-20T00:01:31Z', '2026-11-21T00:00:00Z'], [0, 1, 0]],
])('the clock runs "%s" when it is due', async (install, times, expected) => {
  let time = new Date('2026-11-20T00:00:00Z');
  const scene = await aScript(CODE, { now: () => time });
  await scene.run(install);
  const runs: number[] = [];
  for (const next of times) {
    time = new Date(next);
    runs.push((await scene.host.runDueTriggers()).length);
  }
  expect(runs).toEqual(expected);
});

test('the clock’s executions have the suite’s time and nobody at the screen', async () => {
  const time = new Date('2026-11-20T00:05:00Z');
  const scene = await aScript(CODE, { now: () => time });
  await scene.run('every');
  const execution = await scene.host.runTrigger(scene.host.triggers[0]?.id ?? '');
  expect(execution).toMatchObject({ kind: 'time', email: 'rep@example.com', error: null });
  const [year, month, day, hour, zone, id, now, user, ui] = JSON.parse(execution.result);
  expect([year, month, day, hour, zone, id]).toEqual([2026, 11, 20, 0, 'UTC', 'string']);
  expect(now.slice(0, 16)).toBe('2026-11-20T00:05');
  expect([user, ui]).toEqual(['rep@example.com', 'Cannot call SpreadsheetApp.getUi() from this context.']);
});

test.each([
  ['wrong', 'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.'],
  ['many', 'This script has too many triggers.'],
])('refused: %s', async (name, message) => {
  const scene = await aScript(CODE);
  await expect(scene.run(name)).rejects.toThrow(message);
});

test('triggers and properties outlive a restart', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hachi-script-'));
  try {
    const code = `${CODE} function put() { PropertiesService.getUserProperties().setProperty('a', '1'); } function read() { return PropertiesService.getUserProperties().getProperty('a'); }`;
    const before = await aScript(code, { dataDir });
    await before.run('every');
    await before.run('put');
    await stopScripts();
    const after = await aScript(code, { dataDir });
    expect(after.host.triggers).toMatchObject([{ functionName: 'tick', installer: 'rep@example.com' }]);
    expect(await after.run('read')).toBe('1');
  } finally {
    await rm(dataDir, { recursive: true });
  }
});

const EXTERNAL = 'https://www.googleapis.com/auth/script.external_request';
const EMAIL = 'https://www.googleapis.com/auth/userinfo.email';
const CURRENT = 'https://www.googleapis.com/auth/spreadsheets.currentonly';

test.each<[string, string[], string, string | null]>([
  ['its own sheet', [CURRENT], 'SpreadsheetApp.getActiveSheet().getName()', 'Accounts'],
  [
    'the whole scope for its own sheet',
    ['https://www.googleapis.com/auth/spreadsheets'],
    'SpreadsheetApp.getActiveSheet().getName()',
    'Accounts',
  ],
  ['a token', ['openid', EMAIL], 'ScriptApp.getIdentityToken()', 'token of rep@example.com'],
  ['no token', [EMAIL, EXTERNAL], 'ScriptApp.getIdentityToken()', null],
  ['the address', [EMAIL], 'Session.getActiveUser().getEmail()', 'rep@example.com'],
])('a manifest with scopes grants %s', async (_, oauthScopes, expression, expected) => {
  const manifest = { timeZone: 'Asia/Tokyo', oauthScopes };
  const { run } = await aScript(`function probe() { return ${expression}; }`, { manifest });
  expect(await run('probe')).toEqual(expected);
});

test.each([
  ["UrlFetchApp.fetch('http://127.0.0.1:1')", `UrlFetchApp.fetch. Required permissions: ${EXTERNAL}`],
  ['SpreadsheetApp.getActiveSheet().getName()', `Spreadsheet.getSelection. Required permissions: ${CURRENT}`],
  ['Session.getActiveUser()', `Session.getActiveUser. Required permissions: ${EMAIL}`],
])('without its scope it refuses %s', async (expression, message) => {
  const manifest = { timeZone: 'Asia/Tokyo', oauthScopes: [] };
  const scene = await aScript(`function probe() { return ${expression}; }`, { manifest });
  await expect(scene.run('probe')).rejects.toThrow(
    `Specified permissions are not sufficient to call ${message}`,
  );
  expect(lastExecution(scene).fetches).toBe(0);
});

test('consent by halves: what a person has left out is refused to that person, and asked for again by requireAllScopes', async () => {
  const manifest = { timeZone: 'Asia/Tokyo', oauthScopes: ['openid', EMAIL, CURRENT] };
  const { host, run } = await aScript(
    `function token() { return ScriptApp.getIdentityToken(); }
     function name() { return SpreadsheetApp.getActiveSheet().getName(); }
     function require() { ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL); return 'all'; }`,
    { manifest, refusedScopes: (email) => (email.startsWith('half@') ? ['openid'] : []) },
  );
  expect([await run('token'), await run('require')]).toEqual(['token of rep@example.com', 'all']);
  const half = host.openAs({ email: 'half@example.com', locale: 'ja' });
  expect([await half.run('token'), await half.run('name')]).toEqual([null, 'Accounts']);
  await expect(half.run('require')).rejects.toThrow('Authorization is required to perform that action.');
});

test('a person who has not granted it has no token', async () => {
  const { run } = await aScript('function probe() { return ScriptApp.getIdentityToken(); }', {
    identity: async () => null,
  });
  expect(await run('probe')).toBeNull();
});
