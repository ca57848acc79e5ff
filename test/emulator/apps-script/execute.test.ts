import { aScript, evaluateInScript, lastExecution, stopScripts } from './a-script';

afterEach(stopScripts);

test.each([
  'fetch',
  'URL',
  'URLSearchParams',
  'Headers',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'process',
  'require',
  'module',
  'exports',
  'global',
  'Buffer',
  'TextEncoder',
  'TextDecoder',
  'structuredClone',
  'crypto',
  'performance',
  'AbortController',
  'Blob',
  'atob',
  'btoa',
  'window',
  'document',
  'navigator',
  'localStorage',
  'services',
])('%s is missing, as in Google', async (name) => {
  expect(await evaluateInScript(`typeof ${name}`)).toBe('undefined');
});

test.each([
  'SpreadsheetApp',
  'HtmlService',
  'UrlFetchApp',
  'PropertiesService',
  'CacheService',
  'LockService',
  'ScriptApp',
  'Session',
  'Utilities',
  'Logger',
  'console',
  'Intl',
])('%s is there', async (name) => {
  expect(await evaluateInScript(`typeof ${name}`)).toBe('object');
});

test.each([
  ['SpreadsheetApp.create', 'SpreadsheetApp.create("x")', 'not emulated: SpreadsheetApp.create'],
  ['a range', 'SpreadsheetApp.getActiveRange().getFontSize()', 'not emulated: Range.getFontSize'],
  ['a sheet', 'SpreadsheetApp.getActiveSheet().protect()', 'not emulated: Sheet.protect'],
  ['the UI', 'SpreadsheetApp.getUi().showDialog()', 'not emulated: Ui.showDialog'],
  ['utilities', 'Utilities.zip([])', 'not emulated: Utilities.zip'],
])('what is not emulated says so by name: %s', async (_, expression, message) => {
  await expect(evaluateInScript(expression)).rejects.toThrow(message);
});

test('arrays, dates and errors from the services are the script’s own', async () => {
  const code = `function probe() {
    const sheet = SpreadsheetApp.getActiveSheet();
    const values = sheet.getRange('A1:B1').getValues();
    let error;
    try { sheet.getRange(0, 1); } catch (e) { error = e; }
    return [values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, error instanceof Error, String(error)];
  }`;
  const { run } = await aScript(code, { cells: { A1: [['2026/04/01', 'x']] } });
  expect(await run('probe')).toEqual([
    true,
    true,
    true,
    true,
    'Exception: The starting row of the range is too small.',
  ]);
});

test('nothing is left over between two executions', async () => {
  const { run } = await aScript('var count = 0; function add() { return ++count; }');
  expect(await run('add')).toBe(1);
  expect(await run('add')).toBe(1);
});

test.each([
  ['an unknown function', 'missing', 'Exception', 'Script function not found: missing'],
  ['a thrown error', 'fail', 'TypeError', 'no good'],
  ['something else thrown', 'text', 'Error', 'just text'],
])('%s fails the execution', async (_, name, errorName, message) => {
  const scene = await aScript(`
    function fail() { throw new TypeError('no good'); }
    function text() { throw 'just text'; }
  `);
  await expect(scene.run(name)).rejects.toThrow(message);
  expect(lastExecution(scene).error).toMatchObject({ name: errorName, message });
});

test('code that does not compile fails the execution', async () => {
  const scene = await aScript('function broken( {');
  await expect(scene.run('broken')).rejects.toThrow('Unexpected');
  expect(lastExecution(scene).error?.name).toBe('SyntaxError');
});

test('an endless loop ends with its time', async () => {
  const scene = await aScript('function spin() { for (;;) {} } function fine() { return 1; }', {
    limits: { executionMs: 2_000 },
  });
  await expect(scene.run('spin')).rejects.toThrow('Exceeded maximum execution time');
  expect(await scene.run('fine')).toBe(1);
});

test('a simple trigger has less time than the rest', async () => {
  const scene = await aScript(
    'function onEdit() { Utilities.sleep(60000); } function slow() { Utilities.sleep(1); return 2; }',
    {
      limits: { simpleTriggerMs: 100, executionMs: 60_000 },
    },
  );
  const [execution] = await scene.rep.edit('A1', [['x']]);
  expect(execution?.error?.message).toBe('Exceeded maximum execution time');
  expect(await scene.run('slow')).toBe(2);
});

test('stopping the host ends what still runs', async () => {
  const scene = await aScript('function wait() { Utilities.sleep(3600000); }');
  const waiting = scene.run('wait');
  const refused = expect(waiting).rejects.toThrow('The script was stopped.');
  await scene.host.stop();
  await refused;
});

test('an execution tells what it did', async () => {
  const ended: string[] = [];
  const scene = await aScript(
    `function work(a) {
      console.log('%s is %s', 'a', a, { b: [1] });
      console.warn(new Date(0));
      Logger.log('done');
      const sheet = SpreadsheetApp.getActiveSheet();
      sheet.getRange('A1').setValue(1);
      sheet.getRange('A2').setValue(2);
      return { a: a };
    }`,
    { onExecution: ({ functionName }) => ended.push(functionName) },
  );
  await scene.run('work', 5);
  expect(lastExecution(scene)).toMatchObject({
    functionName: 'work',
    kind: 'page',
    email: 'rep@example.com',
    calls: { 'Range.setValue': 2, 'Sheet.getRange': 2, 'Spreadsheet.getSelection': 1 },
    fetches: 0,
    log: [
      { level: 'DEBUG', text: 'a is 5 {"b":[1]}' },
      { level: 'WARNING', text: 'Thu Jan 01 1970 09:00:00 GMT+0900' },
      { level: 'INFO', text: 'done' },
    ],
    result: '{"a":5}',
    error: null,
  });
  expect(ended).toEqual(['work']);
});

test('promises that the script makes are settled before it ends', async () => {
  const scene = await aScript(`
    async function later() { await null; console.log('settled'); }
    function start() { later(); return 'started'; }
  `);
  expect(await scene.run('start')).toBe('started');
  expect(lastExecution(scene).log.map(({ text }) => text)).toEqual(['settled']);
});
