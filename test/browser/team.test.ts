/** The stories of whoever leads the team, in a real browser: members and settings, accounts handed over, the queue worked off. */
import { columnName } from '../../emulator/workbook/a1';
import { queueSeats } from '../apps-script/queue-seats';
import { registerClients, usingSheet } from '../apps-script/sheet-scene';
import { anOpportunity, byId } from '../builders';
import { aCheck, aProposal, bantOf } from '../functions/domain/queue/queue-scene';
import { emailOf, idOf, type Who } from '../suite';
import { describeInBrowser, type PageOptions, type SheetPage, usingBrowser } from './browser';

const HACHI = 'Hachi';

describeInBrowser('The team in the browser', () => {
  const scene = usingSheet();
  const browser = usingBrowser();
  const sit = (who: Who, opening: Omit<PageOptions, 'as'> = {}): Promise<SheetPage> =>
    browser().open(scene().suite, { as: emailOf(who), ...opening });

  test('an admin adds a member by the keyboard; a manager sets days, is refused at the field, and saves', async () => {
    const admin = await sit('admin', { size: { width: 1440, height: 900 } });
    await admin.menu(HACHI, 'メンバー…');
    const members = admin.dialog();
    await members.getByRole('button', { name: 'メンバーを追加' }).click();
    await admin.page.keyboard.type('山田 花子');
    await admin.page.keyboard.press('Tab');
    await admin.page.keyboard.type('やまだ はなこ');
    await admin.page.keyboard.press('Tab');
    await admin.page.keyboard.type('hanako@hachi.example');
    await members.getByLabel('役割').selectOption('fs');
    await admin.screenshot('members-add');
    await members.getByLabel('名前', { exact: true }).press('Enter');
    await members.getByText('山田 花子(hanako@hachi.example)を追加しました。').waitFor();
    await members.getByText('山田 花子 を追加', { exact: false }).waitFor();
    await members.getByRole('button', { name: '退職… is2' }).press('Enter');
    // A second press takes the question back.
    await members.locator('.task button:focus', { hasText: 'やめる' }).waitFor();
    await admin.screenshot('members');
    await members.locator('.task button:focus').press('Enter');
    await members.locator('.task').waitFor({ state: 'detached' });
    await members.locator('button:focus', { hasText: '退職…' }).waitFor();

    const manager = await sit('manager', { size: { width: 390, height: 844 } });
    await manager.menu(HACHI, '設定…');
    const settings = manager.dialog();
    await settings.getByLabel('会社の休業日(毎年) 1 行目 から').fill('1/1');
    await settings.getByLabel('会社の休業日(毎年) 1 行目 まで').fill('12/31');
    await settings.getByRole('button', { name: '保存', exact: true }).click();
    await settings.getByText('営業日が一日もない月ができます', { exact: false }).waitFor();
    await manager.screenshot('settings-refused');
    await settings.getByRole('button', { name: '元の値に戻す 会社の休業日' }).click();
    await settings.getByRole('button', { name: '追加 製品' }).click();
    await settings.getByLabel('製品 1 行目 名前').fill('ハチ見積クラウド');
    await settings.getByText('不適合の会社がすべて見直しの対象', { exact: false }).waitFor();
    await settings.getByRole('button', { name: '保存', exact: true }).click();
    await settings.getByText('保存しました: 製品').waitFor();
    await settings.getByText('製品: (なし) → ハチ見積クラウド').waitFor();
    await manager.screenshot('settings');
    await manager.closeDialog();
    await manager.menu(HACHI, 'メンバー…');
    const leave = manager.dialog();
    await leave.getByRole('button', { name: '休暇… fs' }).click();
    await leave.getByLabel('初日 1 行目').fill('2026-07-20');
    await leave.getByLabel('最終日 1 行目').fill('2026-07-17');
    await leave.getByLabel('代理 1 行目').selectOption({ label: 'manager' });
    await leave.getByRole('button', { name: '保存', exact: true }).click();
    await leave.getByText('最終日が初日より前です。').waitFor();
    await manager.screenshot('leave-refused');
    await leave.getByLabel('最終日 1 行目').fill('2026-07-24');
    await leave.getByRole('button', { name: '保存', exact: true }).click();
    await leave.getByText('休暇: 2026/07/20–2026/07/24(代理: manager)').waitFor();
    await leave.getByText('fs: 休暇なし → 2026/07/20–2026/07/24(代理: manager)').waitFor();
    const wide = await settings.locator('body').evaluate((body) => body.scrollWidth > body.clientWidth);
    expect(wide).toBe(false);
  });

  test('a manager hands over all accounts of a rep to two others, and looks at what the receivers get', async () => {
    await registerClients(scene(), '株式会社甲', '株式会社乙', '株式会社丙');
    const manager = await sit('manager', { size: { width: 1440, height: 900 } });
    await manager.menu(HACHI, '担当を引き継ぐ…');
    const window = manager.dialog();
    await window.getByLabel('担当', { exact: true }).selectOption({ label: 'is' });
    await window.getByText('3 社', { exact: true }).waitFor();
    await window.getByRole('button', { name: '3 社を引き継ぐ' }).click();
    await window.getByText('引き継ぎ先を選んでください。').waitFor();
    await window.getByLabel('is2').check();
    await window.getByLabel('fs', { exact: false }).first().check();
    await window.getByLabel('引き継ぎのメモ').fill('担当地域の変更');
    await manager.screenshot('hand-over');
    await window.getByRole('button', { name: '3 社を引き継ぐ' }).click();
    await window.getByText('3 社が終わりました。できなかったもの 0 社。').waitFor();
    await window.getByRole('button', { name: '引き継ぎ資料を見る' }).click();
    await window.getByRole('button', { name: '印刷' }).waitFor();
    await manager.screenshot('hand-over-packages');
    // Room below the last package would be an empty page.
    await manager.page.emulateMedia({ media: 'print' });
    const [page, last] = [window.locator('body'), window.locator('.package').last()];
    const [pageBox, lastBox] = [await page.boundingBox(), await last.boundingBox()];
    expect((pageBox?.y ?? 0) + (pageBox?.height ?? 0)).toBe((lastBox?.y ?? 0) + (lastBox?.height ?? 0));
    await manager.page.emulateMedia({ media: null });
  });

  test('a manager works off the queue in its cells, and a rep in English: accepted, or refused with the reason', async () => {
    const { store, write, rowOf, findRow, columnOf } = queueSeats(() => scene().suite);
    const { version } = (await scene().suite.call('manager', 'settings')).body;
    const products = { expectedVersion: version, settings: { products: ['Cloud', 'Desk'] } };
    expect((await scene().suite.call('manager', 'settings', { body: products })).status).toBe(200);
    const bant = { ...aCheck().bant, need: bantOf('no') };
    const contact = { id: 'c000001', name: '田中', department: null, title: null, email: null, phone: null };
    const contacts = { c000001: { ...contact, state: 'present' as const, speaksWith: [] } };
    const late = { due: '2026-06-22', contacts, awaitedContactId: contact.id };
    const proposal = aProposal({ by: idOf('is') });
    await store('a_check', late);
    await store('a_approve', { proposal, bant });
    await store('a_owner', late);
    await store('a_date', late);
    await store('a_deal', late);
    await store('a_rep', late);
    const lost = { on: '2026-01-15', reason: 'COMPETITOR', reasonText: null, revisitTrigger: null };
    const revisit = { ...lost, revisitOn: '2026-07-01' };
    await store('a_lost', { status: 'DEAD_OPPORTUNITY', latentNeed: '手作業が多い', bant, lost: revisit });
    const handOver = {
      id: 'h1',
      by: idOf('is'),
      on: '2026-06-25',
      fromId: null,
      note: null,
      acknowledgedOn: null,
    };
    const opportunities = byId(anOpportunity({ fsOwnerId: idOf('fs'), handOver }));
    await store('a_passed', { status: 'ACTIVE_OPPORTUNITY', nextCheck: null, opportunities });
    await write();
    const queueCell = (id: string, key: string) => `${columnName(columnOf('今日', key))}${rowOf('今日', id)}`;

    const manager = await sit('manager', { sheet: 'queue', size: { width: 1600, height: 900 } });
    await manager.tab('今日');
    await manager.pick(queueCell('a_check', 'result'), '条件待ち(次回確認日を設定)');
    await manager.shows(queueCell('a_check', 'request'), '未送信');
    await manager.type(queueCell('a_approve', 'note'), '規模を確認');
    await manager.pick(queueCell('a_approve', 'result'), '承認');
    await manager.pick(queueCell('a_lost', 'result'), '対応済み');
    await manager.pick(queueCell('a_deal', 'result'), '案件化');
    await manager.type(queueCell('a_owner', 'owners'), 'is2');
    await manager.type(queueCell('a_date', 'due'), '2026-09-01');
    await manager.shows(queueCell('a_date', 'request'), '未送信');
    await manager.menu(HACHI, '未送信の申請を送る');
    await manager.toast('受付 5 件・差し戻し 1 件').waitFor();
    // What was refused for want of data opens its window.
    await manager.dialog().getByLabel('案件化', { exact: true }).waitFor();
    await manager.closeDialog('やめる');
    await manager.shows(queueCell('a_check', 'request'), '受付: 条件待ち(次回確認日を設定) (2026-07-01)');
    expect(await manager.text(queueCell('a_deal', 'request'))).toMatch(
      /^差し戻し: 案件化 \(2026-07-01\): [\s\S]+「確認を記録…」で入力してください。$/,
    );
    // With the sidebar open its form stands there, with what was chosen and written in the row.
    await manager.click(queueCell('a_lost', 'band'));
    await manager.menu(HACHI, 'アカウントを開く');
    await manager.sidebar().getByText('a_lost').first().waitFor();
    await manager.type(queueCell('a_lost', 'note'), '4月の予算編成');
    await manager.pick(queueCell('a_lost', 'result'), '→ 四半期チェック');
    const form = manager.sidebar().getByRole('dialog', { name: '四半期チェック' });
    expect(await form.getByLabel('待っている条件').inputValue()).toBe('4月の予算編成');
    await manager.screenshot('queue-cells');

    const rep = await sit('is', { sheet: 'queue', lang: 'en', size: { width: 1600, height: 900 } });
    await rep.tab('今日');
    await rep.type(queueCell('a_rep', 'result'), 'No answer');
    await rep.menu(HACHI, 'Send pending requests');
    await rep.toast('1 accepted').waitFor();
    await rep.shows(queueCell('a_rep', 'request'), '受付: No answer (2026-07-01)');

    // Field sales read the whole note of what was passed to them, and return it with a reason.
    const fieldSales = await sit('fs', { sheet: 'queue' });
    await fieldSales.menu(HACHI, 'アカウントを開く');
    const sidebar = fieldSales.sidebar();
    await sidebar.getByRole('button', { name: '今日やること' }).click();
    const passed = sidebar.getByRole('listitem').filter({ hasText: '株式会社a_passed' });
    await passed.getByRole('button', { name: '受け取る・差し戻す' }).click();
    await sidebar.getByRole('button', { name: '差し戻す' }).click();
    const answer = sidebar.getByRole('dialog', { name: '受け取る・差し戻す: 株式会社a_passed' });
    await answer.getByLabel('理由').fill('担当の部署が違う');
    await answer.getByRole('button', { name: '保存' }).click();
    await sidebar.getByText('ワーキング').first().waitFor();

    await manager.menu(HACHI, 'キューを作り直す');
    await manager.toast('キューを作り直しました').waitFor();
    await manager.shows(queueCell('a_date', 'band'), 'それ以降');
    await manager.shows(queueCell('a_check', 'band'), 'それ以降');
    expect(['a_approve', 'a_lost'].map((id) => findRow('今日', id))).toEqual([0, 0]);
    await manager.shows(queueCell('a_owner', 'owners'), 'is2');
    await store('a_approve', late);
    await write();
    await manager.shows(queueCell('a_approve', 'note'), '規模を確認');
  });

  test('a window saves what it lists as a file, and prints itself', async () => {
    await registerClients(scene(), '株式会社丁');
    const manager = await sit('manager');
    await manager.menu(HACHI, '履歴・報告…');
    const file = manager.page.waitForEvent('download');
    await manager.dialog().getByRole('button', { name: 'CSV で保存' }).click();
    expect((await file).suggestedFilename()).toMatch(/\.csv$/);
    const printed = manager.page.waitForEvent('console', (message) => message.text() === 'printing');
    await manager
      .dialog()
      .locator('body')
      .evaluate((body) => {
        const { defaultView } = body.ownerDocument;
        defaultView?.addEventListener('beforeprint', () => console.info('printing'));
        defaultView?.print();
      });
    await printed;
  });
});
