/** The story of whoever keeps the team: members and settings, in a real browser. */
import { registerClients, usingSheet } from '../apps-script/sheet-scene';
import { emailOf, type Who } from '../suite';
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
    await admin.page.keyboard.type('hanako@hachi.example');
    await members.getByLabel('役割').selectOption('fs');
    await admin.screenshot('members-add');
    await members.getByLabel('名前').press('Enter');
    await members.getByText('山田 花子(hanako@hachi.example)を追加しました。').waitFor();
    await members.getByText('山田 花子 を追加', { exact: false }).waitFor();
    await members.getByRole('button', { name: '退職… is2' }).click();
    await admin.screenshot('members');

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
    const wide = await settings.locator('body').evaluate((body) => body.scrollWidth > body.clientWidth);
    expect(wide).toBe(false);
    expect([...admin.errors, ...manager.errors]).toEqual([]);
  }, 120_000);

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
    expect(manager.errors).toEqual([]);
  }, 120_000);
});
