import type { Dialog, MenuNode } from '../../../emulator/apps-script/protocol';
import { ScriptError } from '../../../emulator/apps-script/session';
import { aScript, lastExecution, stopScripts } from './a-script';

afterEach(stopScripts);

const MENU = `
  function onOpen(e) {
    const ui = SpreadsheetApp.getUi();
    const ja = Session.getActiveUserLocale() === 'ja';
    ui.createMenu('Hachi')
      .addItem(ja ? '状態を変える…' : 'Change status…', 'change')
      .addSeparator()
      .addSubMenu(ui.createMenu('More').addItem('About', 'about'))
      .addToUi();
  }
  function change() { return 'changed'; }
  function about() { return Session.getActiveUser().getEmail(); }
`;

test('opening makes the menus, in the language of whoever opens', async () => {
  const shown: (readonly MenuNode[])[] = [];
  const scene = await aScript(MENU, { view: { menus: (menus) => shown.push(menus) } });
  const [execution] = await scene.rep.open();
  expect(execution).toMatchObject({ functionName: 'onOpen', kind: 'simple', error: null });
  expect(scene.rep.menus).toEqual([
    {
      kind: 'menu',
      caption: 'Hachi',
      items: [
        { kind: 'item', caption: '状態を変える…', functionName: 'change' },
        { kind: 'separator' },
        { kind: 'menu', caption: 'More', items: [{ kind: 'item', caption: 'About', functionName: 'about' }] },
      ],
    },
  ]);
  expect(shown).toEqual([[], scene.rep.menus]);
  const english = scene.host.openAs({ email: 'fs@example.com', locale: 'en' });
  await english.open();
  expect(english.menus[0]).toMatchObject({ items: [{ caption: 'Change status…' }, {}, {}] });
  await scene.rep.open();
  expect(scene.rep.menus).toHaveLength(1);
});

test('a menu item runs as whoever chose it', async () => {
  const scene = await aScript(MENU);
  await scene.rep.open();
  const execution = await scene.rep.choose('Hachi', 'More', 'About');
  expect(execution).toMatchObject({ kind: 'menu', email: 'rep@example.com', result: '"rep@example.com"' });
  await expect(scene.rep.choose('Hachi', 'Nothing')).rejects.toThrow(
    'There is no menu item "Nothing" among: 状態を変える…, ―, More',
  );
});

test('an alert really blocks, while the sheet goes on', async () => {
  let answer: (button: 'YES') => void = () => undefined;
  let shown: (question: object) => void = () => undefined;
  const question = new Promise<object>((resolve) => {
    shown = resolve;
  });
  const { rep } = await aScript(
    `function ask() {
      const ui = SpreadsheetApp.getUi();
      const cell = SpreadsheetApp.getActiveSheet().getRange('A1');
      const before = cell.getValue();
      const button = ui.alert('Sure?', 'Really?', ui.ButtonSet.YES_NO);
      return [before, button === ui.Button.YES, String(button), cell.getValue()];
    }`,
    {
      cells: { A1: [['old']] },
      view: {
        alert: (question) => {
          shown(question);
          return new Promise((resolve) => {
            answer = resolve;
          });
        },
      },
    },
  );
  const result = rep.run('ask');
  expect(await question).toEqual({ title: 'Sure?', prompt: 'Really?', buttons: 'YES_NO' });
  await rep.edit('A1', [['new']]);
  answer('YES');
  expect(await result).toEqual(['old', true, 'YES', 'new']);
});

test.each([
  ["ui.alert('a')", { title: null, prompt: 'a', buttons: 'OK' }],
  ["ui.alert('a', ui.ButtonSet.OK_CANCEL)", { title: null, prompt: 'a', buttons: 'OK_CANCEL' }],
  ["ui.alert('t', 'a', ui.ButtonSet.YES_NO_CANCEL)", { title: 't', prompt: 'a', buttons: 'YES_NO_CANCEL' }],
])('%s asks', async (call, expected) => {
  const questions: object[] = [];
  const { run } = await aScript(
    `function ask() { const ui = SpreadsheetApp.getUi(); return String(${call}); }`,
    {
      view: {
        alert: async (question) => {
          questions.push(question);
          return 'OK';
        },
      },
    },
  );
  expect(await run('ask')).toBe('OK');
  expect(questions).toEqual([expected]);
});

test('a prompt gives the text', async () => {
  const { run } = await aScript(
    `function ask() {
      const ui = SpreadsheetApp.getUi();
      const answer = ui.prompt('Name', 'Which company?', ui.ButtonSet.OK_CANCEL);
      return [answer.getSelectedButton() === ui.Button.OK, answer.getResponseText()];
    }`,
    { view: { prompt: async () => ({ button: 'OK', text: 'アシスト' }) } },
  );
  expect(await run('ask')).toEqual([true, 'アシスト']);
});

test('a question that nobody answers ends with the execution, which fails at its time limit', async () => {
  let reportAbort: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    reportAbort = resolve;
  });
  const { run } = await aScript(`function ask() { SpreadsheetApp.getUi().alert('?'); }`, {
    limits: { executionMs: 3_000 },
    view: {
      alert: (_, signal) => {
        signal.addEventListener('abort', reportAbort);
        return new Promise(() => undefined);
      },
    },
  });
  await expect(run('ask')).rejects.toThrow('Exceeded maximum execution time');
  await over;
});

test('dialogs, sidebars and toasts are shown and do not block', async () => {
  const shown: Dialog[] = [];
  const toasts: object[] = [];
  const { run } = await aScript(
    `function show() {
      const ui = SpreadsheetApp.getUi();
      ui.showSidebar(HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Hachi'));
      ui.showModalDialog(HtmlService.createHtmlOutput('<b>modal</b>').setWidth(400).setHeight(300), 'Change');
      ui.showModelessDialog(HtmlService.createHtmlOutput('x').append('y'), 'Help');
      SpreadsheetApp.getActive().toast('saved', 'Hachi', 3);
      SpreadsheetApp.getActive().toast('again');
    }`,
    {
      files: { 'sidebar.html': '<p>サイドバー</p>' },
      view: { show: (dialog) => shown.push(dialog), toast: (toast) => toasts.push(toast) },
    },
  );
  await run('show');
  expect(shown).toEqual([
    { kind: 'sidebar', title: 'Hachi', html: '<p>サイドバー</p>', width: null, height: null },
    { kind: 'modal', title: 'Change', html: '<b>modal</b>', width: 400, height: 300 },
    { kind: 'modeless', title: 'Help', html: 'xy', width: null, height: null },
  ]);
  expect(toasts).toEqual([
    { message: 'saved', title: 'Hachi', seconds: 3 },
    { message: 'again', title: '', seconds: null },
  ]);
});

test('a template fills in its values, escaped unless it forces them', async () => {
  const { run } = await aScript(
    `function render() {
      const template = HtmlService.createTemplateFromFile('list');
      template.items = ['a<b', 'c'];
      template.raw = '<hr>';
      return template.evaluate().getContent();
    }
    function missing() { return HtmlService.createHtmlOutputFromFile('none'); }`,
    {
      files: {
        'list.html': '<ul><? for (const item of items) { ?><li><?= item ?></li><? } ?></ul><?!= raw ?>',
      },
    },
  );
  expect(await run('render')).toBe('<ul><li>a&lt;b</li><li>c</li></ul><hr>');
  await expect(run('missing')).rejects.toThrow('No HTML file named none was found.');
});

test('on a phone onEdit runs, and nothing is shown', async () => {
  const scene = await aScript(
    `${MENU} function onEdit() { SpreadsheetApp.getActive().toast('x'); return 'marked'; } function ask() { SpreadsheetApp.getUi(); }`,
  );
  const phone = scene.host.openAs(
    { email: 'fs@example.com', locale: 'ja', phone: true },
    { toast: () => expect(1).toBe(2) },
  );
  expect(await phone.open()).toEqual([]);
  const [execution] = await phone.edit('A1', [['x']]);
  expect(execution?.result).toBe('"marked"');
  await expect(phone.run('ask')).rejects.toThrow('Cannot call SpreadsheetApp.getUi() from this context.');
});

test.each<[string, unknown, unknown]>([
  ['plain data', { a: [1, 'x', null, true] }, { a: [1, 'x', null, true] }],
  ['a date inside', 'date', null],
  ['a function', 'function', null],
  ['nothing', 'nothing', null],
])('google.script.run gives %s back', async (_, value, expected) => {
  const scene = await aScript(`function echo(x) {
    if (x === 'date') return { at: new Date() };
    if (x === 'function') return function () {};
    if (x === 'nothing') return;
    return x;
  }`);
  expect(await scene.run('echo', value)).toEqual(expected);
});

test.each([
  ['a date', [new Date()], 'Failed due to illegal value in property: 0'],
  ['a function', [1, () => 1], 'Failed due to illegal value in property: 1'],
  ['a date deep down', [{ a: [{ at: new Date() }] }], 'Failed due to illegal value in property: at'],
])('google.script.run does not take %s', async (_, args, message) => {
  const scene = await aScript('function echo(x) { return x; }');
  await expect(scene.run('echo', ...args)).rejects.toThrow(message);
  expect(scene.host.executions).toEqual([]);
});

test('google.script.run has no private functions, and failures carry their message', async () => {
  const scene = await aScript('function hidden_() {} function fail() { throw new Error("状態が違います"); }');
  await expect(scene.run('hidden_')).rejects.toThrow('google.script.run.hidden_ is not a function');
  const failure = await scene.run('fail').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ScriptError);
  expect(failure).toMatchObject({ message: '状態が違います', execution: { functionName: 'fail' } });
  expect(lastExecution(scene).error?.stack).toContain('Code.gs');
});

test('everybody has a temporary key of their own, the same in a simple trigger and on the page, for thirty days', async () => {
  let now = new Date('2026-07-01T00:00:00Z');
  const { host, values } = await aScript(
    `function onEdit(e) { e.range.offset(0, 1).setValue(Session.getTemporaryActiveUserKey()); }
     function key() { return Session.getTemporaryActiveUserKey(); }`,
    { now: () => now },
  );
  const rep = host.openAs({ email: 'rep@example.com', locale: 'ja' });
  const other = host.openAs({ email: 'fs@example.com', locale: 'ja' });
  await rep.edit('A1', [['x']]);
  await other.edit('A2', [['x']]);
  const keys = values('Accounts').map((row) => row[1]);
  expect([await rep.run('key'), await other.run('key')]).toEqual(keys);
  expect(new Set(keys).size).toBe(2);
  now = new Date('2026-08-01T00:00:00Z');
  expect(keys).not.toContain(await rep.run('key'));
});
