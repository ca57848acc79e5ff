/** The page in a browser, with a server whose line is cut, or that is started anew. */
import { type PageScene, servePage, stopPages, until, usingPageAddress } from '../emulator/page/serve-page';
import { describeInBrowser, usingBrowser } from './browser';

const CODE = `
  function onOpen() {
    SpreadsheetApp.getUi().createMenu('Hachi').addItem('Sidebar', 'sidebar').addToUi();
  }
  function whoAmI(name) { return name + ' ' + Session.getActiveUser().getEmail(); }
  function wait() { return SpreadsheetApp.getUi().alert('Are you there?'); }
  const PAGE = \`<!doctype html><html><head><title>t</title></head><body>
    <label>Name <input id="name"></label><button id="go">Go</button><button id="wait">Wait</button><p id="out"></p>
    <script>
      const out = document.getElementById('out');
      const run = () => google.script.run
        .withSuccessHandler((result) => { out.textContent = result; })
        .withFailureHandler((error) => { out.textContent = error.name + ': ' + error.message; });
      document.getElementById('go').onclick = () => run().whoAmI(document.getElementById('name').value);
      document.getElementById('wait').onclick = () => run().wait();
    </script></body></html>\`;
  function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(PAGE).setTitle('Account')); }
`;

describeInBrowser('The page, cut from its server,', () => {
  const server = usingPageAddress();
  const browser = usingBrowser();
  const scene = (): Promise<PageScene> =>
    servePage({ server: server(), code: CODE, cells: { A1: [['会社'], ['甲'], ['乙']] } });
  afterEach(stopPages);

  test('a lost connection is shown, comes back by itself, and brings what was missed', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.page.route('**/page/events*', (route) => route.abort());
    served.cut();
    await sato.page.getByText('接続が切れました').waitFor();
    const range = { sheetId: 1, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    served.workbooks.batchUpdate('register', [{ insertDimension: { range } }], 'api');
    await sato.page.unroute('**/page/events*');
    await sato.shows('A3', '甲');
    await sato.page.getByText('接続が切れました').waitFor({ state: 'hidden' });
    await sato.type('A2', '新');
    await until(() => served.values()[1]?.[0] === '新');
  });

  test('of a server that was started anew, the page keeps what was typed in its windows, and tells it where the person is', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.menu('Hachi', 'Sidebar');
    await sato.sidebar().getByLabel('Name').fill('not lost');
    const tells = () => sato.page.waitForRequest((request) => request.url().includes('/page/select'));
    const told = tells();
    await sato.click('A3');
    await told;
    // To the server it is another window, as every window is after its start.
    await sato.page.route('**/page/events*', (route) => {
      const url = new URL(route.request().url());
      url.searchParams.set('window', crypto.randomUUID());
      return route.continue({ url: url.href });
    });
    const toldAgain = tells();
    served.cut();
    expect((await toldAgain).postDataJSON()).toMatchObject({ rects: [{ top: 2 }] });
    expect(await sato.sidebar().getByLabel('Name').inputValue()).toBe('not lost');
  });

  test('a call goes on where a new server was asked before it said welcome, and is lost with the server that was asked', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.menu('Hachi', 'Sidebar');
    const sidebar = sato.sidebar();
    const press = (name: string) => sidebar.getByRole('button', { name }).click();
    const asAnother = async (pattern: string, id: string, ready = Promise.resolve()): Promise<void> => {
      await sato.page.unroute(pattern);
      await sato.page.route(pattern, async (route) => {
        await ready;
        const url = new URL(route.request().url());
        url.searchParams.set('window', id);
        await route.continue({ url: url.href });
      });
    };
    const { id, close } = await served.openWindow('sato');
    close();
    let say = (): void => undefined;
    const isWelcome = new Promise<void>((resolve) => {
      say = resolve;
    });
    await asAnother('**/page/events*', id, isWelcome);
    await asAnother('**/page/run*', id);
    served.cut();
    await sato.page.getByText('接続が切れました').waitFor();
    await sidebar.getByLabel('Name').fill('I am');
    const begun = sato.page.waitForResponse('**/page/run*');
    await press('Go');
    await (await begun).finished();
    say();
    await sidebar.getByText('I am sato@hachi.example').waitFor();
    await press('Wait');
    const question = sato.page.getByRole('dialog').getByText('Are you there?');
    await question.waitFor();
    await asAnother('**/page/events*', crypto.randomUUID());
    served.cut();
    await sidebar.getByText('NetworkError: 接続が切れ、答えが届きませんでした。').waitFor();
    await question.waitFor({ state: 'hidden' });
  });
});
