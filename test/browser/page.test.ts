import type { LocalServer } from '../../emulator/local-server/local-server';
import type { PageHandle } from '../../emulator/page/page-handle';
import type { UpdateRequest } from '../../emulator/workbook/model';
import { type PageScene, servePage, stopPages, until, usingPageAddress } from '../emulator/page/serve-page';
import { describeInBrowser, usingBrowser } from './browser';

const CODE = `
  function onOpen() {
    const ui = SpreadsheetApp.getUi();
    const ja = Session.getActiveUserLocale() === 'ja';
    ui.createMenu('Hachi')
      .addItem(ja ? '聞く…' : 'Ask…', 'ask')
      .addItem('Fail', 'fail')
      .addSeparator()
      .addSubMenu(ui.createMenu('Windows').addItem('Sidebar', 'sidebar').addItem('Dialog', 'dialog'))
      .addToUi();
  }
  function ask() {
    const ui = SpreadsheetApp.getUi();
    const range = SpreadsheetApp.getActiveRange();
    const answer = ui.prompt('Name', range.getA1Notation(), ui.ButtonSet.OK_CANCEL);
    if (answer.getSelectedButton() !== ui.Button.OK) return;
    if (ui.alert('Write?', answer.getResponseText(), ui.ButtonSet.YES_NO) === ui.Button.YES)
      range.setValue(answer.getResponseText());
  }
  function fail() { throw new Error('状態が違います'); }
  function whoAmI(name) { return name + ' ' + Session.getActiveUser().getEmail(); }
  function broken() { throw new Error('not today'); }
  const PAGE = \`<!doctype html><html><head><title>t</title></head><body>
    <label>Name <input id="name" autofocus></label><button id="go">Go</button><button id="break">Break</button>
    <button id="close">Close</button><p id="out"></p>
    <script>
      const out = document.getElementById('out');
      const run = () => google.script.run
        .withSuccessHandler((result, user) => { out.textContent = result + ' ' + user; })
        .withFailureHandler((error) => { out.textContent = 'failed: ' + error.message; })
        .withUserObject('user');
      document.getElementById('name').focus();
      document.getElementById('go').onclick = () => run().whoAmI(document.getElementById('name').value);
      document.getElementById('break').onclick = () => run().broken();
      document.getElementById('close').onclick = () => google.script.host.close();
    </script></body></html>\`;
  function sidebar() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput(PAGE).setTitle('Account')); }
  function dialog() {
    SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(PAGE).setWidth(380).setHeight(160), 'Change');
  }
`;

const column = (index: number, top = 1, bottom = 20) => ({
  sheetId: 1,
  startRowIndex: top,
  endRowIndex: bottom,
  startColumnIndex: index,
  endColumnIndex: index + 1,
});
/** What a test reads of a canvas: the tests know no types of browsers. */
interface DrawnCanvas {
  width: number;
  height: number;
  getContext(kind: '2d'): {
    getImageData(x: number, y: number, width: number, height: number): { data: Uint8Array };
  };
}
const list = (values: string[]) => ({
  type: 'ONE_OF_LIST',
  values: values.map((userEnteredValue) => ({ userEnteredValue })),
});

const LAST_ID = { sheetId: 1, startRowIndex: 3, endRowIndex: 4, startColumnIndex: 3, endColumnIndex: 4 };
const SMALL = { userEnteredFormat: { textFormat: { fontSize: 8 } } };
const sceneAt = (server: LocalServer): Promise<PageScene> =>
  servePage({
    server,
    code: CODE,
    cells: {
      A1: [
        ['会社', '状態', '日', 'ID'],
        ['甲', 'Cold', '2026/04/01', 'a1'],
        ['乙', 'Hot', '', 'a2'],
        ['丙', 'Cold', '', 'a3'],
      ],
    },
    requests: [
      {
        updateSheetProperties: {
          properties: { sheetId: 1, gridProperties: { frozenRowCount: 1 } },
          fields: 'gridProperties.frozenRowCount',
        },
      },
      {
        setDataValidation: {
          range: column(1),
          rule: { condition: list(['Cold', 'Hot']), strict: true, showCustomUi: true },
        },
      },
      {
        addProtectedRange: {
          protectedRange: { range: column(3), editors: { users: ['admin@hachi.example'] } },
        },
      },
      { addProtectedRange: { protectedRange: { range: column(2), warningOnly: true } } },
      { repeatCell: { range: LAST_ID, cell: SMALL, fields: 'userEnteredFormat.textFormat' } },
      { setBasicFilter: { filter: { range: { sheetId: 1, endRowIndex: 20, endColumnIndex: 4 } } } },
    ],
  });

describeInBrowser('The page', () => {
  const server = usingPageAddress();
  const browser = usingBrowser();
  const scene = (): Promise<PageScene> => sceneAt(server());
  afterEach(stopPages);

  test('a link that leads to the page selects its row', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.page.goto('about:blank');
    await sato.page.goto(`${served.page}#gid=1&range=3:3`);
    await sato.page.waitForFunction(
      () => (globalThis as unknown as { hachi?: PageHandle }).hachi?.selectedRow() === 2,
    );
    expect([await sato.text('A3'), new URL(sato.page.url()).hash]).toEqual(['乙', '']);
  });

  test('a link to a filter view of another tab shows its rows and no others, to who follows it', async () => {
    const served = await scene();
    const condition = { type: 'TEXT_EQ', values: [{ userEnteredValue: '移動' }] };
    const filterSpecs = [{ columnIndex: 0, filterCriteria: { condition } }];
    const textFormat = { link: { uri: '#gid=9&fvid=7' } };
    const rows = ['図', '推移', '推移', '移動', '移動'].map((stringValue) => ({
      values: [{ userEnteredValue: { stringValue } }],
    }));
    const requests: UpdateRequest[] = [
      { addSheet: { properties: { sheetId: 9, title: '内訳' } } },
      { updateCells: { start: { sheetId: 9 }, rows, fields: 'userEnteredValue' } },
      { addFilterView: { filter: { filterViewId: 7, title: '移動', range: { sheetId: 9 }, filterSpecs } } },
      {
        repeatCell: {
          range: column(0, 1, 2),
          cell: { userEnteredFormat: { textFormat } },
          fields: 'userEnteredFormat.textFormat.link',
        },
      },
    ];
    served.workbooks.batchUpdate('register', requests, 'api');
    const [sato, suzuki] = [await browser().open(served), await browser().open(served, { as: 'suzuki' })];
    await sato.click('A2');
    await sato.page.locator('#cell-popup a').click();
    await sato.until(`hachi.text('A1') === '図' && hachi.box('A2').height === 0`);
    await suzuki.tab('内訳');
    const seen = `['A1', 'A2', 'A3', 'A4', 'A5'].filter((cell) => hachi.box(cell).height > 0)`;
    expect(await sato.page.evaluate(seen)).toEqual(['A1', 'A4', 'A5']);
    expect(await suzuki.page.evaluate(seen)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5']);
  });

  test('what is typed, picked, cleared and undone in one window is seen in another', async () => {
    const served = await scene();
    const [sato, suzuki] = [
      await browser().open(served),
      await browser().open(served, { as: 'suzuki', lang: 'en' }),
    ];
    expect([await sato.text('A2'), await sato.text('C2')]).toEqual(['甲', '2026/04/01']);
    await sato.type('A5', '丁');
    await suzuki.shows('A5', '丁');
    await sato.type('C5', '2026/5/1');
    await sato.press('OK');
    await suzuki.shows('C5', '2026/5/1');
    expect(served.values()[4]).toEqual(['丁', '', 46143]);
    await sato.pick('B2', 'Hot');
    await suzuki.shows('B2', 'Hot');
    // Its own value picked once more stays.
    await sato.pick('B2', 'Hot');
    expect(await sato.text('B2')).toBe('Hot');
    await sato.type('B4', 'Hot');
    await suzuki.shows('B4', 'Hot');
    await sato.drag('A3', 'A5');
    await sato.page.keyboard.press('Delete');
    await suzuki.shows('A5', '');
    expect(
      served
        .values()
        .slice(1, 5)
        .map(([name]) => name),
    ).toEqual(['甲', '', '', '']);
    await sato.page.keyboard.press('Control+z');
    await suzuki.shows('A5', '丁');
    expect(await suzuki.text('A3')).toBe('乙');
  });

  test('what is undone before the server has answered is undone there, too, after what was typed', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    const letThrough = await sato.holdEdits();
    await sato.type('A2', '戊');
    await sato.page.keyboard.press('Control+z');
    await sato.shows('A2', '甲');
    await sato.type('A3', '己');
    letThrough();
    await until(() => served.values()[2]?.[0] === '己');
    expect(served.values()[1]?.[0]).toBe('甲');
    await sato.shows('A3', '己');
    expect(await sato.text('A2')).toBe('甲');
  });

  test('what is undone in the moment in which it was typed is undone for the server, too', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.click('A2');
    await sato.page.keyboard.type('戊');
    await sato.page.evaluate(`for (const key of [
      { key: 'Enter', code: 'Enter', keyCode: 13 },
      { key: 'z', code: 'KeyZ', keyCode: 90, ctrlKey: true },
    ]) document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))`);
    await sato.shows('A2', '甲');
    await sato.type('A3', '己');
    await until(() => served.values()[2]?.[0] === '己');
    expect(served.values()[1]?.[0]).toBe('甲');
  });

  test('a block that is copied and pasted is one edit', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.drag('A2', 'A4');
    await sato.take('copy');
    await sato.click('A8');
    await sato.page.keyboard.press('Control+v');
    await sato.shows('A10', '丙');
    const names = (from: number, to: number): string =>
      served
        .values()
        .slice(from, to)
        .map(([name]) => name ?? '')
        .join();
    await until(() => names(7, 10) === '甲,乙,丙');
    await sato.drag('A8', 'A9');
    await sato.take('cut');
    await sato.click('A12');
    await sato.page.keyboard.press('Control+v');
    await until(() => names(7, 13) === ',,丙,,甲,乙');
  });

  test('what may not be comes back, with the reason', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.type('D2', 'mine');
    await sato.trouble('保護されているセル').waitFor();
    await sato.shows('D2', 'a1');
    await sato.type('B2', 'Warm');
    await sato.trouble('セル B2 に入力したデータ').waitFor();
    await sato.type('C2', 'soon');
    await sato.box().getByText('誤って変更すべきではない').waitFor();
    await sato.page.keyboard.press('Escape');
    await sato.shows('C2', '2026/04/01');
    expect(await sato.text('B2')).toBe('Cold');
    expect(served.values()[1]).toEqual(['甲', 'Cold', 46113, 'a1']);
    await sato.screenshot('page-refused');
  });

  test('a menu item asks, and the script goes on with the answers', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.click('A6');
    await sato.menu('Hachi', '聞く…');
    await sato.box().getByText('A6').waitFor();
    await sato.page.keyboard.type('戊');
    await sato.screenshot('page-prompt');
    await sato.page.keyboard.press('Enter');
    await sato.box().getByText('戊').waitFor();
    await sato.press('はい');
    await sato.shows('A6', '戊');
    await sato.menu('Hachi', '聞く…');
    await sato.box().waitFor();
    await sato.page.keyboard.press('Escape');
    await sato.toast('スクリプトを実行しています').waitFor({ state: 'detached' });
  });

  test('the page shows an error of the script in its own words', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    await sato.menu('Hachi', 'Fail');
    await sato.trouble('状態が違います').waitFor();
    await sato.trouble('状態が違います').getByRole('button', { name: '閉じる' }).click();
    await sato.trouble('状態が違います').waitFor({ state: 'detached' });
  });

  test('the sidebar and dialogs run the script, close themselves and give the focus back', async () => {
    const served = await scene();
    const sato = await browser().open(served, { lang: 'en' });
    await sato.menu('Hachi', 'Windows', 'Sidebar');
    await sato.page.getByRole('complementary', { name: 'Account' }).waitFor();
    await sato.sidebar().getByLabel('Name').fill('x');
    await sato.sidebar().getByText('Go', { exact: true }).click();
    await sato.sidebar().getByText('x sato@hachi.example user').waitFor();
    await sato.sidebar().getByText('Break').click();
    await sato.sidebar().getByText('failed: not today').waitFor();
    await sato.sidebar().getByLabel('Name').focus();
    await sato.page.keyboard.press('Shift+F6');
    await sato.until(`document.activeElement.closest('#grid') !== null`);
    await sato.sidebar().getByLabel('Name').focus();
    await sato.page.keyboard.press('F10');
    await sato.until(`document.activeElement.closest('#menu-bar') !== null`);
    await sato.screenshot('page-sidebar');
    await sato.menu('Hachi', 'Windows', 'Dialog');
    await sato.dialog().getByLabel('Name').waitFor();
    await sato.screenshot('page-dialog');
    await sato.closeDialog();
    await sato.type('A7', '己');
    await sato.shows('A7', '己');
  });

  test('rows and columns are inserted, deleted, hidden, sorted and filtered through the menus', async () => {
    const served = await scene();
    const [sato, suzuki] = [await browser().open(served), await browser().open(served, { as: 'suzuki' })];
    await sato.click('A2');
    await sato.menu('挿入', '上に行を挿入');
    await suzuki.shows('A3', '甲');
    await sato.shows('A3', '甲');
    await sato.click('A2');
    await sato.menu('編集', '選んだ行を削除');
    await suzuki.shows('A2', '甲');
    await sato.shows('A2', '甲');
    await sato.click('D2');
    await sato.menu('データ', 'シートを並べ替え(この列 Z → A)');
    await suzuki.shows('A2', '丙');
    await sato.shows('A2', '丙');
    await sato.click('D2');
    await sato.menu('編集', '列を左へ移動');
    await suzuki.shows('C2', 'a3');
    await sato.shows('C2', 'a3');
    await sato.menu('データ', 'フィルタを削除');
    await sato.menu('データ', 'フィルタを作成');
    await sato.screenshot('page-structure');
  });

  test('a column is filtered by keys alone: each box says its value, and Escape leaves the filter as it was', async () => {
    const served = await scene();
    const sato = await browser().open(served);
    const { keyboard } = sato.page;
    await sato.click('B3');
    // Univer draws the box that is seen over a hidden one.
    const cold = sato.page.getByRole('checkbox', { name: 'Cold', exact: true });
    const openFilter = async (): Promise<void> => {
      await sato.menu('データ', 'この列で絞り込む…');
      await cold.waitFor({ state: 'attached' });
    };
    await openFilter();
    await keyboard.press('Escape');
    await cold.waitFor({ state: 'detached' });
    await sato.until(`document.activeElement?.isContentEditable === true`);
    await openFilter();
    await cold.focus();
    await keyboard.press('Space');
    await sato.page.getByRole('button', { name: '確認', exact: true }).focus();
    await keyboard.press('Enter');
    await sato.until(`hachi.box('A2').height === 0 && hachi.box('A3').height > 0`);
  });

  test('a tab is printed as a whole, fitted to the paper, without what is hidden', async () => {
    const sato = await browser().open(await scene());
    await sato.click('C2');
    await sato.menu('表示', '列を隠す');
    await sato.page.emulateMedia({ media: 'print' });
    await sato.page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    const rows = sato.page.locator('#print tr');
    expect(await rows.allInnerTexts()).toEqual([
      '会社\t状態\tID',
      '甲\tCold\ta1',
      '乙\tHot\ta2',
      '丙\tCold\ta3',
    ]);
    expect(await rows.last().locator('td').last().getAttribute('style')).toContain('font-size: 0.8em');
    expect(await sato.page.locator('#print thead tr').count()).toBe(1);
    expect(await sato.page.locator('#grid').isVisible()).toBe(false);
    await sato.page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await sato.page.emulateMedia({ media: null });
    expect([await rows.count(), await sato.page.locator('#grid').isVisible()]).toEqual([0, true]);
  });

  test('a chart is drawn from its cells, follows them and the page, and says its values', async () => {
    const source = (index: number) => ({ sourceRange: { sources: [column(index, 0, 3)] } });
    const spec = {
      title: '状態ごとの社数',
      basicChart: {
        chartType: 'COLUMN',
        legendPosition: 'BOTTOM_LEGEND',
        headerCount: 1,
        axis: [{ position: 'LEFT_AXIS', title: '社' }],
        domains: [{ domain: source(0) }],
        series: [{ series: source(1), colorStyle: { rgbColor: { red: 1 } } }],
      },
    };
    const position = { overlayPosition: { anchorCell: { sheetId: 1, rowIndex: 4, columnIndex: 1 } } };
    const served = await servePage({
      server: server(),
      cells: {
        A1: [
          ['月', '見込'],
          ['1月', 40],
          ['2月', 10],
        ],
      },
      requests: [{ addChart: { chart: { chartId: 5, spec, position } } }],
    });
    const sato = await browser().open(served);
    const chart = sato.page.getByRole('img', { name: '状態ごとの社数' });
    const red = (): Promise<number> =>
      chart.evaluate((canvas) => {
        const { width, height } = canvas as unknown as DrawnCanvas;
        const { data } = (canvas as unknown as DrawnCanvas)
          .getContext('2d')
          .getImageData(0, 0, width, height);
        let count = 0;
        for (let at = 0; at < data.length; at += 4) if (data[at] === 255 && data[at + 1] === 0) count += 1;
        return count;
      });
    await chart.waitFor();
    expect(await chart.getAttribute('aria-label')).toBe('状態ごとの社数\n見込: 1月 40, 2月 10');
    const before = { red: await red(), box: await chart.boundingBox() };
    await sato.screenshot('page-chart');
    await sato.type('B3', '40');
    await sato.page.getByRole('img', { name: '2月 40' }).waitFor();
    expect(await red()).toBeGreaterThan(before.red * 1.5);
    await sato.page.emulateMedia({ media: 'print' });
    await sato.page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
    expect(await sato.page.locator('#print tr').nth(4).locator('img').getAttribute('alt')).toBe(spec.title);
    await sato.page.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await sato.page.emulateMedia({ media: null });
    await sato.page.mouse.move(600, 500);
    await sato.page.mouse.wheel(0, 60);
    await sato.until(`document.querySelector('#charts canvas').getBoundingClientRect().y < ${before.box?.y}`);
  });

  test('the person, the language, the phone and the spreadsheet are in the address', async () => {
    const served = await scene();
    const page = await browser().open(served);
    await page.page.getByLabel('人').selectOption('suzuki');
    await page.page.waitForURL(/as=suzuki/);
    await page.page.locator('body[data-ready]').waitFor();
    await page.page.getByLabel('言語').selectOption('en');
    await page.page.waitForURL(/lang=en/);
    await page.page.getByRole('menuitem', { name: 'Insert' }).waitFor();
    await page.page.getByRole('button', { name: 'Queue', exact: true }).click();
    await page.page.waitForURL(/sheet=queue/);
    await page.page.locator('body[data-ready=queue]').waitFor();
    expect(await page.page.getByRole('menuitem', { name: 'Hachi' }).count()).toBe(0);
    await page.page.getByRole('button', { name: 'Register', exact: true }).click();
    await page.page.getByRole('menuitem', { name: 'Hachi' }).waitFor();
    await page.page.getByLabel('Phone').check();
    await page.page.waitForURL(/phone=1/);
    await page.page.locator('body[data-ready]').waitFor();
    expect(await page.page.getByRole('menuitem').count()).toBe(0);
  });
});
