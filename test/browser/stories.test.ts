/** The stories of the register, by people in a real browser: everything behind the page is the product itself. */
import type { PageHandle } from '../../emulator/page/page-handle';
import type { RegisterRow } from '../../functions/domain/register/row';
import { firstRow, registerClients, type SheetScene, usingSheet } from '../apps-script/sheet-scene';
import { until } from '../emulator/page/serve-page';
import { aCommandRequest, emailOf, idOf, rowOf, type Who } from '../suite';
import { describeInBrowser, type PageOptions, type SheetPage, usingBrowser } from './browser';

const HACHI = 'Hachi';

describeInBrowser('The register in the browser', () => {
  // As at a team of private accounts: nobody is told whose edit it was, and days without a year become days of this year.
  const scene = usingSheet({ workspaceDomain: null, editHabits: { guessesYears: true } });
  const browser = usingBrowser();

  const sit = (who: Who, opening: Omit<PageOptions, 'as'> = {}): Promise<SheetPage> =>
    browser().open(scene().suite, { as: emailOf(who), ...opening });
  const at = (id: string, key: Parameters<SheetScene['a1']>[1] = 'status'): string => scene().a1(id, key);
  const sold = async (name: string): Promise<RegisterRow> => firstRow(await registerClients(scene(), name));

  test('a rep logs a meeting, moves the account to the quarterly check, and the next day’s queue has it in its week', async () => {
    const { suite, layout } = scene();
    const [cold] = await scene().companies('株式会社物語');
    const row = rowOf(
      (
        await suite.submit(
          'is',
          aCommandRequest(
            {
              type: 'changeStatus',
              to: 'WORKING',
              data: { ownerId: idOf('is'), action: { kind: 'call', date: '2026-07-01', with: '総務部' } },
            },
            cold,
          ),
        )
      )[0],
    );
    await layout();
    const sheet = await sit('is');
    await sheet.click(at(row.id));
    await sheet.menu(HACHI, '連絡を記録…');
    const log = sheet.dialog();
    await log.getByLabel('商談', { exact: true }).check();
    await log.getByLabel('相手').fill('山田部長');
    await sheet.screenshot('log-contact');
    await log.getByRole('button', { name: '記録' }).click();
    await log.getByText('「株式会社物語」に商談を記録しました').waitFor();
    await sheet.closeDialog();

    await sheet.click(at(row.id));
    await sheet.menu(HACHI, 'ステータスを変更…');
    const dialog = sheet.dialog();
    await dialog.getByLabel('四半期チェック').check();
    await dialog.getByLabel('課題').selectOption('yes');
    await dialog.getByLabel('予算').selectOption('no');
    await dialog.getByLabel('待っている条件').fill('4月の予算編成');
    await dialog.getByLabel('窓口の人').fill('山田部長');
    await dialog.getByText('2026/10/01', { exact: false }).waitFor();
    await sheet.screenshot('change-status');
    await dialog.getByRole('button', { name: '四半期チェックにする' }).click();
    await dialog.getByText('「株式会社物語」は四半期チェックです').waitFor();
    await sheet.closeDialog();
    await sheet.shows(at(row.id), '四半期チェック');
    await sheet.shows(at(row.id, 'awaitedCondition'), '4月の予算編成');
    await sheet.shows(at(row.id, 'nextCheck'), '2026-10-01');
    await sheet.screenshot('quarterly');

    // Three months later, in the morning.
    suite.clock.set(new Date('2026-09-29T22:00:00Z'));
    await suite.call('manager', 'queue', { body: {} });
    const queue = await sit('manager', { sheet: 'queue' });
    const lines = suite.workbooks.get(suite.sheets.queueId).tabs.flatMap(({ rows }) => rows);
    const listed = lines.find((cells) =>
      cells.some((cell) => cell?.userEnteredValue?.stringValue === '株式会社物語'),
    );
    expect(listed?.map((cell) => cell?.userEnteredValue?.stringValue)).toEqual(
      expect.arrayContaining(['7日以内', '株式会社物語']),
    );
    await queue.screenshot('queue');

    // Its link finds the row where it stands by now.
    const range = { sheetId: 8001, dimension: 'ROWS', startIndex: 2, endIndex: 4 };
    suite.workbooks.batchUpdate(suite.sheets.registerId, [{ insertDimension: { range } }], 'user');
    await queue.tab('今日');
    await queue.click('B6');
    await queue.shows('B6', '株式会社物語');
    await queue.menu(HACHI, 'アカウントを開く');
    await queue.sidebar().getByText('株式会社物語').first().waitFor();
    await queue.sidebar().getByText('4月の予算編成').first().waitFor();
    await queue.screenshot('queue-sidebar');
    await queue.page.getByText('台帳の行を開く').click();
    await queue.page.waitForFunction(
      (row) => (globalThis as unknown as { hachi: PageHandle }).hachi.selectedRow() === row,
      scene().rowOf(row.id),
    );
    await queue.shows(at(row.id, 'name'), '株式会社物語');

    // The rep finds it in the list of the day, and from there the form in which it is recorded, at its row.
    const morning = await sit('is');
    await morning.menu(HACHI, 'アカウントを開く');
    await morning.sidebar().getByRole('button', { name: '今日やること' }).click();
    const line = morning.sidebar().locator('.day li', { hasText: '株式会社物語' });
    await line.getByText('2026/10/01').waitFor();
    await morning.screenshot('my-day');
    await line.getByRole('button', { name: '確認を記録' }).click();
    const form = morning.sidebar().getByRole('dialog', { name: '確認を記録: 株式会社物語' });
    // What is typed into it stays when it is left, and says so; the account lies under it.
    await form.getByLabel('応答なし').check();
    expect(await morning.barriers()).toEqual([]);
    await form.press('Escape');
    await morning.sidebar().getByText('入力中のフォームを残しています: 確認を記録').waitFor();
    await morning.sidebar().getByRole('button', { name: '破棄' }).click();
    expect(await morning.barriers()).toEqual([]);
    // "Why can't I?"
    await morning.sidebar().getByText('なぜ変えられない?').click();
    await morning.sidebar().getByText('× 一度でも商談した会社はコールドに戻せません。').waitFor();
    await morning.page.waitForFunction(
      (number) => (globalThis as unknown as { hachi: PageHandle }).hachi.selectedRow() === number,
      scene().rowOf(row.id),
    );
    // Out of the grid, and back, without a mouse.
    await morning.click('B6');
    await morning.page.keyboard.press('F10');
    await morning.page.locator('#menu-bar [role=menuitem]:focus', { hasText: 'ファイル' }).waitFor();
    await morning.page.keyboard.press('Shift+F6');
    await morning.until(`document.activeElement?.closest('#sidebar') !== null`);
    suite.clock.set(new Date('2026-07-01T00:00:00Z'));
  });

  test('a rep picks コールド on a met account: the cell returns, and says why and what is possible', async () => {
    const { id } = await sold('株式会社商談済み');
    const sheet = await sit('is');
    await sheet.menu(HACHI, 'アカウントを開く');
    await sheet.sidebar().getByRole('searchbox').or(sheet.sidebar().locator('input')).first().waitFor();
    await sheet.pick(at(id), 'コールド');
    // The open sidebar sends it.
    await sheet.shows(at(id, 'requestState'), '差し戻し: 一度でも商談した会社はコールドに戻せません。');
    await sheet.shows(at(id), 'ワーキング');
    await sheet.noted(at(id), 'いま移せるステータス');
    await sheet.sidebar().getByText('差し戻し 1 件').waitFor();
    await sheet.screenshot('refused');
  });

  test('60 rows are pasted over the status column, 7 of them illegal', async () => {
    const { fromTheTop, cell, ran } = scene();
    const rows = await registerClients(scene(), ...Array.from({ length: 60 }, (_, n) => `株式会社貼付${n}`));
    const ids = fromTheTop(rows);
    const illegal = new Set([2, 3, 17, 30, 31, 44, 59]);
    const sheet = await sit('is');
    const block = ids.map((_, n) => (illegal.has(n) ? 'コールド' : '現在の顧客')).join('\n');
    await sheet.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(block)})`);
    await sheet.click(at(ids[0] ?? ''));
    await sheet.page.keyboard.press('Escape');
    await sheet.page.keyboard.press('Control+v');
    await sheet.shows(at(ids[59] ?? '', 'requestState'), '未送信');
    await sheet.menu(HACHI, '未送信の申請を送る');
    await sheet.toast('受付 53 件・差し戻し 7 件').waitFor();
    expect(ran('menuSend')[0]?.fetches).toBe(1);
    for (const [n, id] of ids.entries())
      expect(cell(id, 'status')).toBe(illegal.has(n) ? 'ワーキング' : '現在の顧客');
    await sheet.menu(HACHI, '変更を元に戻す…');
    // Not the first one: an earlier test has set the clock back, behind what was done then.
    const step = sheet.dialog().getByRole('listitem').filter({ hasText: 'ほか 50 社' });
    await step.getByRole('button', { name: '元に戻す' }).click();
    await sheet.dialog().getByText('53 件を元に戻しました。').waitFor();
    await sheet.shows(at(ids[0] ?? ''), 'ワーキング');
  });

  test('two people change the same row: the second sees who did what when, and both values', async () => {
    const { id } = await sold('株式会社二人');
    const [one, other] = [await sit('manager'), await sit('is')];
    await one.click(at(id));
    await one.menu(HACHI, 'ステータスを変更…');
    await other.click(at(id));
    await other.menu(HACHI, 'ステータスを変更…');
    await other.dialog().getByLabel('失注案件').check();
    await other.dialog().getByLabel('失注理由', { exact: true }).selectOption({ label: '予算' });
    await other.dialog().getByLabel('潜在的な課題').fill('在庫の見える化');
    await other.dialog().getByLabel('再訪の日').fill('2027-01-12');
    await one.dialog().getByLabel('現在の顧客').check();
    await one.dialog().getByRole('button', { name: '現在の顧客にする' }).click();
    await one.dialog().getByText('「株式会社二人」は現在の顧客です').waitFor();
    await other.shows(at(id), '現在の顧客');
    await other.dialog().getByRole('button', { name: '失注案件にする' }).click();
    const dialogText = other.dialog().locator('body');
    await dialogText.getByText('manager', { exact: false }).first().waitFor();
    const words = await dialogText.textContent();
    for (const part of ['manager', '現在の顧客', '失注案件']) expect(words).toContain(part);
    await other.screenshot('conflict');
  });

  test('the sheet is sorted and a row inserted while a dialog is open: the right account changes', async () => {
    const rows = await registerClients(scene(), '株式会社壱', '株式会社弐');
    const [a, b] = rows.map(({ id }) => id) as [string, string];
    const [sheet, other] = [await sit('is'), await sit('manager')];
    await sheet.click(at(a));
    await sheet.menu(HACHI, 'ステータスを変更…');
    await sheet.dialog().getByLabel('現在の顧客').check();
    const before = scene().rowOf(a);
    await other.click(at(b, 'name'));
    await other.menu('データ', 'シートを並べ替え(この列 Z → A)');
    // The page sorts at once, and tells the workbook.
    await until(() => scene().rowOf(b) < scene().rowOf(a));
    // Twice where sorting brought the row one above its old place: it must stand elsewhere than when the dialog was opened.
    do {
      const sorted = scene().rowOf(b);
      await other.click(at(b, 'name'));
      await other.menu('挿入', '上に行を挿入');
      await until(() => scene().rowOf(b) > sorted);
      await other.shows(at(b, 'name'), '株式会社弐');
    } while (scene().rowOf(a) === before);
    await sheet.shows(at(b, 'name'), '株式会社弐');
    await sheet.dialog().getByRole('button', { name: '現在の顧客にする' }).click();
    await sheet.dialog().getByText('「株式会社壱」は現在の顧客です').waitFor();
    expect(scene().cell(a, 'status')).toBe('現在の顧客');
    expect(scene().cell(b, 'status')).toBe('ワーキング');
  });

  test('the functions are down: requests stay marked, and are sent when they are back, once', async () => {
    const { suite, cell, account } = scene();
    const { id, version } = await sold('株式会社停電');
    const root = `http://127.0.0.1:${suite.port}`;
    const sheet = await sit('is');
    suite.script.setProperties({ FUNCTIONS_URL: 'http://127.0.0.1:9' });
    await sheet.pick(at(id), '現在の顧客');
    await sheet.shows(at(id, 'requestState'), '未送信');
    await sheet.menu(HACHI, '未送信の申請を送る');
    await sheet.box().getByText('サーバーにつながりません').waitFor();
    await sheet.screenshot('offline');
    await sheet.page.keyboard.press('Enter');
    expect(cell(id, 'requestState')).toBe('未送信');
    suite.script.setProperties({ FUNCTIONS_URL: root });
    await sheet.menu(HACHI, '未送信の申請を送る');
    await sheet.toast('受付 1 件').waitFor();
    await sheet.shows(at(id, 'requestState'), '');
    expect(await account(id)).toMatchObject({ status: 'CURRENT_CLIENT', version: version + 1 });
  });

  test('at 320 pixels a rep reaches everything: forms, the day, the tabs of the queue; nothing is cut, all of it is named', async () => {
    const { suite } = scene();
    const { id } = await sold('株式会社細画面');
    const narrow = { size: { width: 320, height: 640 } };
    const sheet = await sit('is', narrow);
    /** Nothing in the sidebar is wider than the sidebar. */
    const cut = (): Promise<boolean> =>
      sheet
        .sidebar()
        .locator('html')
        .evaluate((page) => page.scrollWidth > page.clientWidth);
    const fits = async (): Promise<void> => {
      expect(await sheet.barriers()).toEqual([]);
      expect(await cut()).toBe(false);
    };
    await sheet.menu(HACHI, 'アカウントを開く');
    const side = sheet.sidebar();
    await side.getByRole('searchbox').fill('株式会社細画面');
    await side.getByRole('searchbox').press('Enter');
    await side.getByRole('button', { name: '開く' }).click();
    await side.getByRole('heading', { name: '株式会社細画面' }).waitFor();
    await sheet.page.waitForFunction(
      (row) => (globalThis as unknown as { hachi: PageHandle }).hachi.selectedRow() === row,
      scene().rowOf(id),
    );
    await fits();
    for (const status of ['四半期チェック', '失注案件', 'アクティブ案件', '不適合', '登録保存']) {
      await side.getByRole('button', { name: status, exact: true }).click();
      const form = side.getByRole('dialog');
      await form.waitFor();
      await fits();
      await form.press('Escape');
      await form.waitFor({ state: 'detached' });
    }
    await side.getByRole('tab', { name: '履歴' }).click();
    await fits();
    await side.getByRole('button', { name: '今日やること' }).click();
    await side.locator('.day h2').waitFor();
    await fits();
    await sheet.screenshot('narrow-day');

    await suite.call('manager', 'queue', { body: {} });
    const queue = await sit('is', { ...narrow, sheet: 'queue' });
    for (const title of ['案件', '担当者', '活動', 'is']) {
      await queue.tab(title);
      expect(await queue.barriers()).toEqual([]);
    }
  });

  test('a phone has no menu and no sidebar: what it edits is decided by the next send', async () => {
    const { id } = await sold('株式会社電車');
    const phone = await sit('is', { phone: true, size: { width: 400, height: 800 } });
    await phone.page
      .locator('#menu-bar')
      .getByRole('menuitem', { name: HACHI })
      .waitFor({ state: 'detached' });
    await phone.type(at(id), '現在の顧客');
    await phone.shows(at(id, 'requestState'), '未送信');
    await phone.screenshot('phone');
    const desk = await sit('is', { lang: 'en' });
    await desk.menu(HACHI, 'Send pending requests');
    await desk.toast('1 accepted').waitFor();
    await phone.shows(at(id, 'requestState'), '');
  });
});
