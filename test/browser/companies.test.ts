/** "Is this company already ours?", duplicates, merges and lists, by people in a real browser. */
import type { AccountRecord } from '../../functions/domain/account/account-record';
import { registerClients, type SheetScene, usingSheet } from '../apps-script/sheet-scene';
import { corporateNumberOf } from '../corporate-numbers';
import { aCommandRequest, aRegisterRequest, emailOf, rowOf, type Who } from '../suite';
import { describeInBrowser, type PageOptions, type SheetPage, usingBrowser } from './browser';

const HACHI = 'Hachi';

describeInBrowser('Companies in the browser', () => {
  const scene = usingSheet();
  const browser = usingBrowser();
  const sit = (who: Who, opening: Omit<PageOptions, 'as'> = {}): Promise<SheetPage> =>
    browser().open(scene().suite, { as: emailOf(who), ...opening });
  const at = (id: string, key: Parameters<SheetScene['a1']>[1] = 'name'): string => scene().a1(id, key);
  /** As a file that somebody chooses. */
  const list = (...lines: string[]) => ({
    name: '取引先.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['会社名,ID,法人番号', ...lines].join('\n')),
  });

  test('a newcomer finds a customer by kana, by an old kanji, by a part of the name', async () => {
    const { suite, layout } = scene();
    const [client] = await registerClients(scene(), '株式会社髙澤製作所');
    await suite.submit('is', {
      requestId: 'a-kana-1234',
      accountId: client?.id ?? '',
      expectedVersion: client?.version ?? 0,
      command: { type: 'editDetails', details: { kana: 'タカザワセイサクショ' } },
    });
    await suite.submit('is', {
      requestId: 'a-client-1234',
      accountId: client?.id ?? '',
      expectedVersion: (client?.version ?? 0) + 1,
      command: { type: 'changeStatus', to: 'CURRENT_CLIENT' },
    });
    await layout();
    const sheet = await sit('viewer');
    await sheet.menu(HACHI, '既存か新規か調べる…');
    const dialog = sheet.dialog();
    const box = dialog.getByRole('searchbox').first();
    for (const typed of ['高沢製作所(株)', 'たかざわせいさくしょ', '髙澤製']) {
      await box.fill(typed);
      await box.press('Enter');
      await dialog.getByText('ハチ見積クラウド').first().waitFor();
      await dialog.getByText('お客様 — 新規の営業はしません').first().waitFor();
    }
    await sheet.screenshot('lookup-client');
    await box.fill('どこにもない商事');
    await box.press('Enter');
    await dialog.getByText('台帳にない会社').first().waitFor();
  });

  test('before a likely duplicate is registered, the window asks about it', async () => {
    const { suite, layout, tab, column } = scene();
    const phone = '03-5276-5850';
    rowOf((await suite.submit('is', aRegisterRequest('', { details: { name: '株式会社重複', phone } })))[0]);
    await layout();
    const sheet = await sit('is');
    await sheet.menu(HACHI, '会社を新規登録…');
    const dialog = sheet.dialog();
    await dialog.getByLabel('会社名').fill('(株)重複');
    await dialog.getByLabel('電話').fill('０３（５２７６）５８５０');
    await dialog.getByRole('button', { name: '登録', exact: false }).last().click();
    await dialog.getByText('上とは別の会社として登録する').waitFor();
    await sheet.screenshot('likely-duplicate');
    await dialog.getByLabel('上とは別の会社として登録する').check();
    await dialog.getByRole('button', { name: '登録', exact: false }).last().click();
    await dialog.getByText('同じ名前の会社がほかに 1 社あります').waitFor();
    const names = tab().rows.map((row) => row[column('name')]?.userEnteredValue?.stringValue);
    expect(names.filter((name) => name === '(株)重複')).toHaveLength(1);
  });

  test('a manager erases a contact, ticking that it is meant: the sidebar has the person no more', async () => {
    const { suite, layout } = scene();
    const [cold] = await scene().companies('株式会社消去');
    const contact = { name: '早乙女 桜', email: 'sakura@example.jp' };
    const saved = await suite.submit('is', aCommandRequest({ type: 'saveContact', contact }, cold));
    const { id } = rowOf(saved[0]);
    await layout();
    const sheet = await sit('manager');
    await sheet.click(at(id));
    await sheet.menu(HACHI, 'アカウントを開く');
    const sidebar = sheet.sidebar();
    await sidebar.getByText('早乙女 桜').first().waitFor();
    await sidebar.getByRole('button', { name: '個人情報を消去' }).click();
    const erase = sidebar.locator('form').getByRole('button', { name: '個人情報を消去' });
    await erase.click();
    // Not without the tick.
    await sidebar.getByLabel('履歴を含めて消去します。元に戻せません。').check();
    await sheet.screenshot('erase-contact');
    await erase.click();
    await sidebar.getByText('消去しました。').waitFor();
    await sidebar.getByText('■■ (消去済み)').waitFor();
    expect(await sidebar.locator('body').textContent()).not.toMatch(/早乙女|sakura/);
    const { body } = await suite.call('manager', 'contacts', { body: { q: '早乙女桜' } });
    expect(body.contacts).toEqual([]);
  });

  test('two accounts of one company are merged, and taken apart again', async () => {
    const { suite } = scene();
    const account = async (id: string): Promise<AccountRecord> =>
      (await suite.call('is', 'account', { query: { id } })).body.account;
    const [stays, goes] = await registerClients(scene(), '株式会社残存', '株式会社残存 本社');
    const [into, from] = [stays?.id ?? '', goes?.id ?? ''];
    const sheet = await sit('manager');
    await sheet.click(at(from));
    await sheet.menu(HACHI, 'アカウントを開く');
    const side = sheet.sidebar();
    await side.getByRole('button', { name: '重複・合併として統合' }).click();
    const box = side.getByRole('searchbox').last();
    await box.fill('株式会社残存');
    await box.press('Enter');
    await side.getByRole('radio', { name: /株式会社残存/ }).check();
    await side.getByLabel('重複(同じ会社)').check();
    await side.getByRole('button', { name: '統合の内容を見る' }).click();
    await side.getByText('引き継ぐもの').waitFor();
    await sheet.screenshot('merge-preview');
    await side.getByRole('button', { name: '統合する' }).click();
    await side.getByText('統合しました').first().waitFor();
    await sheet.shows(at(from, 'status'), '登録保存');
    const [goneTo, brought] = [await account(from), await account(into)];
    expect(goneTo.onFile).toMatchObject({ successorId: into });
    expect(Object.values(brought.products).map(({ product }) => product)).toContain('ハチ見積クラウド');
    expect(Object.values(brought.products).map(({ source }) => source)).toContain(`account:${from}`);
    await side.getByRole('button', { name: '統合を解除' }).click();
    await side.getByLabel('理由').fill('別の会社でした');
    await side.getByRole('button', { name: '統合を解除' }).last().click();
    await sheet.shows(at(from, 'status'), 'ワーキング');
  });

  test('a list is rehearsed and imported; in a later month it brings new names; one undo takes it back', async () => {
    const sheet = await sit('is');
    const numbers = [1, 2, 3].map((n) => corporateNumberOf(500 + n));
    const open = async (file: ReturnType<typeof list>) => {
      await sheet.menu(HACHI, '会社リストを取り込む…');
      await sheet.dialog().locator('input[type=file]').setInputFiles(file);
      await sheet.dialog().getByRole('button', { name: '試しに読む' }).click();
      return sheet.dialog();
    };
    const first = await open(
      list(`山田商店株式会社,A1,${numbers[0]}`, `海野工業,A2,${numbers[1]}`, `空田電機,A3,${numbers[2]}`),
    );
    await first.getByRole('button', { name: '3 件を取り込む' }).click();
    await first.getByText('3 件を取り込みました').first().waitFor();
    await sheet.screenshot('imported');
    await sheet.closeDialog();
    const later = await open(list(`山田ホールディングス,A1,${numbers[0]}`, `海野工業,A2,${numbers[1]}`));
    await later.getByText('山田ホールディングス').filter({ visible: true }).first().waitFor();
    await later.getByText('リストから消えた').first().waitFor();
    await sheet.screenshot('list-changes');
    await later.getByRole('button', { name: /件の変更を取り込む/ }).click();
    await later.getByRole('button', { name: 'この取り込みを取り消す' }).waitFor();
    const named = async (name: string) =>
      (await scene().suite.call('is', 'lookup', { body: { name } })).body.hits;
    expect((await named('山田商店'))[0]).toMatchObject({
      matched: 'formerName',
      row: { name: '山田ホールディングス' },
    });
    await later.getByRole('button', { name: 'この取り込みを取り消す' }).click();
    await later.getByText('取り消しました').first().waitFor();
    expect((await named('山田商店'))[0]).toMatchObject({
      matched: 'name',
      row: { name: '山田商店株式会社' },
    });
  });

  test('rows are decided on a phone; the next file of the list goes by it, until somebody decides anew', async () => {
    await scene().suite.submit('is', aRegisterRequest('株式会社携帯商会'));
    const sheet = await sit('is', { size: { width: 390, height: 844 } });
    const dialog = sheet.dialog();
    const open = async (text: string) => {
      await sheet.menu(HACHI, '会社リストを取り込む…');
      const file = { name: '携帯.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await dialog.locator('input[type=file]').setInputFiles(file);
      await dialog.getByRole('button', { name: '試しに読む' }).click();
    };
    await open('会社名\n携帯商会\n');
    const choice = dialog.getByLabel('「携帯商会」はどの会社か');
    const row = dialog.locator('.waiting tr');
    await row.waitFor();
    // As wide as the window, not as one character.
    const widths = await Promise.all([choice, row].map(async (one) => (await one.boundingBox())?.width ?? 0));
    expect(widths[0]).toBe(widths[1]);
    await sheet.screenshot('decide-rows-phone');
    await dialog.getByLabel(/^社名が同じ/).selectOption({ label: 'すべて同じ会社' });
    await dialog.getByRole('button', { name: '決めた内容で確かめ直す' }).click();
    await dialog.getByRole('button', { name: '1 件を取り込む' }).click();
    await dialog.getByText('1 件を取り込みました').first().waitFor();
    await sheet.closeDialog();

    await open('会社名\n携帯商会\n新しい携帯商会\n');
    await dialog.getByText('前に決めた行 1 件').click();
    await dialog.getByRole('button', { name: '決め直す' }).click();
    await dialog.getByRole('button', { name: '決めた内容で確かめ直す' }).click();
    await choice.selectOption({ label: '別の会社' });
  });

  test('bought leads are matched, with what the known ones would have cost', async () => {
    const { suite } = scene();
    await suite.submit('is', aRegisterRequest('株式会社既知リード'));
    const sheet = await sit('manager', { lang: 'ja' });
    await sheet.menu(HACHI, 'リードを照合…');
    const dialog = sheet.dialog();
    await dialog.locator('input[type=file]').setInputFiles(list('(株)既知リード,,', '誰も知らない商会,,'));
    await dialog.getByLabel('リード 1 件の価格(円、任意)').fill('3000');
    await dialog.getByRole('button', { name: '照合する' }).click();
    await dialog.getByText('3,000円').first().waitFor();
    await dialog.getByText('株式会社既知リード').first().waitFor();
    await sheet.screenshot('leads');
  });
});
