import { PAGE_QUEUE_ID, PAGE_REGISTER_ID, servePage, stopPages, until } from './serve-page';

afterEach(stopPages);

const CODE = `
  function onOpen() {
    SpreadsheetApp.getUi().createMenu('Hachi').addItem('Ask', 'ask').addItem('Fail', 'fail').addItem('Show', 'show').addToUi();
  }
  function ask() {
    const ui = SpreadsheetApp.getUi();
    const button = ui.alert('Title', 'Sure?', ui.ButtonSet.YES_NO);
    if (button !== ui.Button.YES) return String(button);
    const name = ui.prompt('Name?', ui.ButtonSet.OK_CANCEL);
    return name.getResponseText() + ' ' + SpreadsheetApp.getActiveRange().getA1Notation();
  }
  function fail() { throw new Error('broken'); }
  function show() {
    SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>x</p>').setTitle('Side'));
    SpreadsheetApp.getActive().toast('done', 'Hachi', 3);
  }
  function add(a, b) { return a + b; }
`;

test('a menu item asks, waits for the answers, and sees the selection', async () => {
  const scene = await servePage({ code: CODE });
  const window = await scene.openWindow();
  const { menus } = await window.hears('menus', (event) => event.menus.length > 0);
  expect(menus).toMatchObject([{ caption: 'Hachi', items: [{ caption: 'Ask' }, {}, {}] }]);
  await window.ask('select', { sheetId: 1, rects: [{ top: 2, left: 1, bottom: 4, right: 3 }] });
  expect((await window.ask('choose', { call: 7, captions: ['Hachi', 'Ask'] })).status).toBe(200);
  const alert = await window.hears('question');
  expect(alert).toMatchObject({ ask: 'alert', title: 'Title', prompt: 'Sure?', buttons: 'YES_NO' });
  await window.ask('answer', { id: alert.id, button: 'YES', text: '' });
  const prompt = await window.hears('question', ({ id }) => id !== alert.id);
  expect(prompt).toMatchObject({ ask: 'prompt', buttons: 'OK_CANCEL' });
  const answered = await window.ask('answer', { id: prompt.id, button: 'OK', text: '甲' });
  expect(answered.body).toEqual({ waited: true });
  expect((await window.ask('answer', { id: prompt.id, button: 'OK', text: '甲' })).body.waited).toBe(false);
  expect(await window.hears('ended', ({ call }) => call === 7)).toMatchObject({
    result: '甲 B3:C4',
    error: null,
  });
});

test('a window that goes away while it is asked ends the wait of the script', async () => {
  const scene = await servePage({ code: CODE, graceMs: 50 });
  const window = await scene.openWindow();
  await window.hears('menus', (event) => event.menus.length > 0);
  await window.ask('choose', { call: 1, captions: ['Hachi', 'Ask'] });
  await window.hears('question');
  window.close();
  await until(() => scene.script.executions.some(({ functionName }) => functionName === 'ask'));
  expect(scene.script.executions.find(({ functionName }) => functionName === 'ask')?.result).toBe('"CLOSE"');
  expect((await window.ask('choose', { call: 2, captions: ['Hachi', 'Ask'] })).body.error.code).toBe(
    'NO_WINDOW',
  );
});

test('a window whose line was cut for a moment goes on where it was', async () => {
  const scene = await servePage({ code: CODE });
  const window = await scene.openWindow();
  await window.hears('menus', (event) => event.menus.length > 0);
  await window.ask('choose', { call: 1, captions: ['Hachi', 'Ask'] });
  const { id } = await window.hears('question');
  window.close();
  const again = await scene.openWindow('sato', { window: window.id });
  expect(again.welcome).toMatchObject({
    opening: window.welcome.opening,
    menus: { [PAGE_REGISTER_ID]: [{ caption: 'Hachi' }] },
  });
  expect((await again.hears('question')).id).toBe(id);
  await again.ask('answer', { id, button: 'NO', text: '' });
  expect((await again.hears('ended')).result).toBe('NO');
});

test('an error of the script reaches the person who called it, and one of a trigger the person who edited', async () => {
  const scene = await servePage({ code: `${CODE} function onEdit() { throw new Error('in trigger'); }` });
  const window = await scene.openWindow();
  await window.hears('menus', (event) => event.menus.length > 0);
  await window.ask('choose', { call: 3, captions: ['Hachi', 'Fail'] });
  expect(await window.hears('ended', ({ call }) => call === 3)).toMatchObject({
    error: { message: 'broken' },
  });
  await window.ask('choose', { call: 4, captions: ['Hachi', 'Gone'] });
  expect((await window.hears('ended', ({ call }) => call === 4)).error?.message).toContain(
    'There is no menu item "Gone"',
  );
  await window.ask('edit', {
    how: 'typed',
    blocks: [{ sheetId: 1, top: 0, left: 0, values: [['x']] }],
  });
  expect(await window.hears('ended', ({ functionName }) => functionName === 'onEdit')).toMatchObject({
    call: null,
    error: { message: 'in trigger' },
  });
});

test('sidebars and toasts reach the window, and google.script.run comes back', async () => {
  const scene = await servePage({ code: CODE });
  const window = await scene.openWindow();
  await window.hears('menus', (event) => event.menus.length > 0);
  await window.ask('choose', { call: 1, captions: ['Hachi', 'Show'] });
  expect((await window.hears('show')).dialog).toMatchObject({
    kind: 'sidebar',
    title: 'Side',
    html: '<p>x</p>',
  });
  expect(await window.hears('toast')).toMatchObject({ message: 'done', title: 'Hachi', seconds: 3 });
  await window.ask('run', { call: 2, functionName: 'add', args: [1, 2] });
  expect((await window.hears('ended', ({ call }) => call === 2)).result).toBe(3);
  await window.ask('run', { call: 3, functionName: 'hidden_', args: [] });
  expect((await window.hears('ended', ({ call }) => call === 3)).error?.message).toBe(
    'google.script.run.hidden_ is not a function',
  );
});

test('a phone gets no menus and no dialogs', async () => {
  const scene = await servePage({ code: CODE });
  const phone = await scene.openWindow('yamamoto', { phone: '1' });
  await phone.ask('run', { call: 1, functionName: 'show', args: [] });
  expect((await phone.hears('ended')).error?.message).toContain('Cannot call SpreadsheetApp.getUi()');
  expect(phone.events.some(({ kind }) => kind === 'show')).toBe(false);
  expect(phone.welcome.menus).toEqual({});
});

test('each spreadsheet has its own script, with its menu, its sidebar and its functions', async () => {
  const queueCode = CODE.replace("'Hachi'", "'Queue'").replace('a + b', 'a * b');
  const scene = await servePage({ code: CODE, queueCode });
  const window = await scene.openWindow();
  for (const [book, caption, sum] of [
    [PAGE_REGISTER_ID, 'Hachi', 5],
    [PAGE_QUEUE_ID, 'Queue', 6],
  ] as const) {
    const { menus } = await window.hears('menus', (event) => event.book === book && event.menus.length > 0);
    expect(menus).toMatchObject([{ caption }]);
    await window.ask('choose', { book, call: sum, captions: [caption, 'Show'] });
    expect((await window.hears('show', (event) => event.book === book)).dialog).toMatchObject({
      title: 'Side',
    });
    await window.ask('run', { book, call: 10 + sum, functionName: 'add', args: [2, 3] });
    expect((await window.hears('ended', ({ call }) => call === 10 + sum)).result).toBe(sum);
  }
  expect((await window.ask('run', { book: 'other', call: 1, functionName: 'add', args: [] })).status).toBe(
    404,
  );
});
