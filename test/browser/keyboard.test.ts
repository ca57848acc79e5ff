/** The stories by the keyboard alone: everything is reached, and the focus is never lost on the way. */
import type { Frame, Page } from 'playwright-core';
import type { RegisterRow } from '../../functions/domain/register/row';
import { firstRow, registerClients, usingSheet } from '../apps-script/sheet-scene';
import { corporateNumberOf } from '../corporate-numbers';
import { aCommandRequest, emailOf, idOf, rowOf, type Who } from '../suite';
import { describeInBrowser, type SheetPage, usingBrowser } from './browser';

interface Focused {
  /** As it is read aloud. */
  name: string;
  tag: string;
}

/** What has the focus, in whatever frame. */
const focused = async (page: Page): Promise<Focused> => {
  let frame: Frame = page.mainFrame();
  for (;;) {
    const element = (await frame.evaluateHandle('document.activeElement')).asElement();
    const inner = await element?.contentFrame();
    if (!inner) break;
    frame = inner;
  }
  return frame.evaluate<Focused>(`(({ activeElement: it }) => ({
    tag: it?.tagName ?? '',
    name: (it?.getAttribute('aria-label') || it?.labels?.[0]?.innerText || it?.innerText || '').trim(),
  }))(document)`);
};

/** Waits until what has the focus is like that; the test's own limit ends it. */
const untilFocused = async (page: Page, isLike: (now: Focused) => boolean): Promise<void> => {
  while (!isLike(await focused(page))) await page.evaluate('new Promise(requestAnimationFrame)');
};

/** More than there are between the top of the sidebar and its end. */
const MOST_STOPS = 90;

class Hands {
  constructor(private readonly sheet: SheetPage) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.sheet.page.keyboard.press(key);
  }

  /** Waits until that has the focus. */
  async at(name: string): Promise<void> {
    await untilFocused(this.sheet.page, (now) => now.name.includes(name));
  }

  /** Presses the key until a control of that name has the focus; throws with what had it instead. */
  async reach(name: string | RegExp, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      const now = await focused(this.sheet.page);
      if (typeof name === 'string' ? now.name === name : name.test(now.name)) return;
      passed.push(now.name || now.tag);
      await this.press(key);
    }
    throw new Error(`${name} is not reached: ${passed.join(' > ')}`);
  }

  /** Types into the field of that name. */
  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.reach(name);
    await this.sheet.page.keyboard.type(text);
  }

  /** Escape closes the dialog, and the grid is typed into again. */
  async leave(): Promise<void> {
    await this.press('Escape');
    await this.sheet.page.locator('dialog[open]').waitFor({ state: 'detached' });
    await untilFocused(this.sheet.page, ({ tag, name }) => tag === 'DIV' && name === '');
  }

  async choose(...items: readonly string[]): Promise<void> {
    await this.press('F10');
    await this.reach('Hachi', 'ArrowRight');
    for (const item of items) {
      await this.press('Enter');
      await this.reach(item, 'ArrowDown');
    }
    await this.press('Enter');
  }

  async openSidebar(): Promise<void> {
    await this.choose('アカウントを開く');
    await this.sheet.sidebar().getByRole('searchbox').waitFor();
    await untilFocused(this.sheet.page, ({ tag }) => tag === 'BODY');
  }
}

describeInBrowser('Without a mouse', () => {
  const scene = usingSheet();
  const browser = usingBrowser();
  const sit = async (who: Who): Promise<{ sheet: SheetPage; hands: Hands }> => {
    const sheet = await browser().open(scene().suite, { as: emailOf(who) });
    return { sheet, hands: new Hands(sheet) };
  };

  test('a rep looks a company up, logs a call, takes it back, and asks by a line in the grid', async () => {
    const name = '株式会社鍵盤';
    const { id } = firstRow(await registerClients(scene(), name));
    const { sheet, hands } = await sit('is');
    await hands.openSidebar();
    await hands.reach('会社を調べる');
    await sheet.page.keyboard.type(name);
    await hands.press('Enter');
    await sheet.sidebar().getByRole('button', { name: '開く' }).waitFor();
    await hands.reach('開く');
    await hands.press('Enter');
    await hands.at(name);
    await hands.reach('連絡を記録');
    await hands.press('Enter');
    await sheet.sidebar().getByRole('dialog').waitFor();
    // Left at once, and gone on with.
    await hands.press('Escape');
    await hands.at('連絡を記録');
    await hands.press('Enter');
    await sheet.sidebar().getByRole('dialog').waitFor();
    await hands.reach('応答なし');
    await hands.press('Enter');
    await hands.at('取り消す');
    await hands.reach('取り消す');
    await hands.press('Enter');
    await hands.at(name);
    // Out of the sidebar: the company's row is selected.
    await hands.press('Shift+F6');
    await untilFocused(sheet.page, (now) => now.name === '');
    await hands.press('ArrowRight', 'ArrowRight');
    await sheet.page.keyboard.type('電話 不在');
    await hands.press('Enter');
    await sheet.shows(scene().a1(id, 'requestState'), '受付: 電話 不在');
  });

  test('field sales accepts a passed opportunity from the day beside its note, and closes a dialog with one Esc', async () => {
    const name = '株式会社盲打';
    const { suite } = scene();
    const { version } = (await suite.call('manager', 'settings')).body;
    const sold = { settings: { products: ['ハチ見積クラウド'] }, expectedVersion: version };
    await suite.call('manager', 'settings', { body: sold });
    const row = firstRow(await registerClients(scene(), name));
    const opportunity = {
      ...{ product: 'ハチ見積クラウド', fsOwnerId: idOf('fs'), since: '2026-07-01' },
      handOverNote: { metWith: '山田部長', bant: '予算あり', nextStep: '見積' },
    };
    const data = { opportunity, coordinatedWith: 'fs' };
    const passed = await suite.submit(
      'is',
      aCommandRequest({ type: 'changeStatus', to: 'ACTIVE_OPPORTUNITY', data }, row),
    );
    passed.map(rowOf);
    await scene().layout();
    const { sheet, hands } = await sit('fs');
    await hands.openSidebar();
    await hands.reach('今日やること');
    await hands.press('Enter');
    await sheet.sidebar().locator('.day h2').waitFor();
    await hands.reach('受け取る・差し戻す');
    await hands.press('Enter');
    await sheet.sidebar().getByText('山田部長').first().waitFor();
    await hands.at(name);
    await hands.reach('受け取る');
    await hands.press('Enter');
    await hands.at('引き継ぎを受け取りました。');
    await hands.choose('変更を元に戻す…');
    await sheet.dialog().getByRole('listitem').first().waitFor();
    await hands.press('Escape');
    await sheet.page.locator('dialog[open]').waitFor({ state: 'detached' });
  });

  test('a company is registered, a list imported with what its preview asks, and the last of it taken back', async () => {
    const name = '株式会社打鍵';
    const { sheet, hands } = await sit('manager');
    const dialog = sheet.dialog();
    await hands.choose('メンバー…');
    await dialog.getByRole('listitem').first().waitFor();
    await hands.reach(/^休暇/);
    await hands.press('Enter');
    await hands.at('初日');
    // What is asked within the window is taken back first, and what asked has the focus again; backwards one gets round, too.
    await hands.press('Escape');
    await hands.at('休暇');
    await hands.reach('閉じる', 'Shift+Tab');
    await hands.press('Shift+Tab');
    await hands.at('閉じる');
    await hands.reach(/^休暇/, 'Shift+Tab');
    await hands.leave();
    await hands.choose('会社を新規登録…');
    await hands.at('会社名');
    await sheet.page.keyboard.type(name);
    await hands.press('Enter');
    await sheet.page.locator('dialog[open]').waitFor({ state: 'detached' });
    await hands.choose('会社リストを取り込む…');
    await hands.at('ファイル');
    const [chooser] = await Promise.all([sheet.page.waitForEvent('filechooser'), hands.press('Space')]);
    const lines = ['会社名,法人番号', `${name},`, `株式会社新顔,${corporateNumberOf(931)}`];
    await chooser.setFiles({
      name: '名簿.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
    await hands.reach('試しに読む');
    await hands.press('Enter');
    await hands.at('件を取り込めます');
    await hands.reach(`「${name}」はどの会社か`);
    await hands.press('ArrowDown');
    await hands.reach('決めた内容で確かめ直す');
    await hands.press('Enter');
    await dialog.getByRole('button', { name: /件を取り込む/ }).waitFor();
    await hands.reach(/件を取り込む$/);
    await hands.press('Enter');
    await dialog.getByRole('button', { name: 'この取り込みを取り消す' }).waitFor();
    await hands.leave();
    await hands.choose('変更を元に戻す…');
    await dialog.getByRole('listitem').first().waitFor();
    await hands.reach('元に戻す');
    await hands.press('Enter');
    await dialog.getByText('元に戻しました').first().waitFor();
    // Round within the dialog, and not out of it.
    await hands.reach('閉じる');
    await hands.leave();
  });

  test('a manager answers a proposal, merges two companies, and hands over what a filter finds', async () => {
    const { suite, layout } = scene();
    await registerClients(scene(), '株式会社重出', '株式会社残留');
    const asIs = async (command: Parameters<typeof aCommandRequest>[0], row: RegisterRow) =>
      rowOf((await suite.submit('is', aCommandRequest(command, row)))[0]);
    const data = { onFile: { reason: 'LEGAL_HOLD' } };
    const cold = firstRow(await scene().companies('株式会社申請'));
    const filed = await asIs({ type: 'changeStatus', to: 'ON_FILE', data }, cold);
    const action = { kind: 'call', date: '2026-06-30', with: '山田部長' } as const;
    await asIs({ type: 'propose', to: 'WORKING', data: { action, ownerId: idOf('is') } }, filed);
    await layout();
    const { sheet, hands } = await sit('manager');
    const dialog = sheet.dialog();
    await hands.choose('承認待ちの申請…');
    await hands.at('株式会社申請');
    await hands.press('Space');
    await hands.fill(/^コメント/, '再開してよい');
    await hands.reach('承認する(1 件)');
    await hands.press('Enter');
    await dialog.getByText('1 件に回答しました。').waitFor();
    await hands.leave();
    await hands.openSidebar();
    await hands.fill('会社を調べる', '株式会社重出');
    await hands.press('Enter');
    await sheet.sidebar().getByRole('button', { name: '開く' }).waitFor();
    await hands.reach('開く');
    await hands.press('Enter');
    await hands.at('株式会社重出');
    await hands.reach('重複・合併として統合…');
    await hands.press('Enter');
    await hands.at('残るアカウント');
    await sheet.page.keyboard.type('株式会社残留');
    await hands.press('Enter');
    await sheet.sidebar().getByRole('radio', { name: /残留/ }).waitFor();
    await hands.reach(/株式会社残留/);
    await hands.press('Space');
    await hands.reach('重複(同じ会社)');
    await hands.press('Space');
    await hands.reach('統合の内容を見る');
    await hands.press('Enter');
    await sheet.sidebar().getByText('引き継ぐもの').waitFor();
    await hands.reach('統合する');
    await hands.press('Enter');
    await hands.at('統合しました');
    await hands.choose('担当を引き継ぐ…');
    await hands.at('ほかの人に引き継ぐ');
    await hands.reach(/^台帳で選択した/);
    await hands.reach('担当とステータスで選ぶ', 'ArrowDown');
    await hands.reach('担当');
    await sheet.page.keyboard.type('is');
    await hands.reach(/^is2/);
    await hands.press('Space');
    await hands.fill(/^引き継ぎのメモ/, '担当地域の変更');
    await hands.reach(/社を引き継ぐ$/);
    await hands.press('Enter');
    await dialog.getByText('できなかったもの 0 社。').waitFor();
    await hands.leave();
  });
});
