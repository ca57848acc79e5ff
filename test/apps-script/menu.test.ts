import type { MenuNode } from '../../emulator/apps-script/protocol';
import { dialogInput } from './dialog-input';
import { firstRow, registerClients, type Seat, usingSheet } from './sheet-scene';

const sheet = usingSheet();
const tabName = (): string => sheet().tab().properties.title;

const captions = ({ session }: Seat): string[] =>
  session.menus
    .flatMap((menu) => (menu.kind === 'menu' ? menu.items : []))
    .flatMap((item: MenuNode) => (item.kind === 'item' ? [item.caption] : []));

const JA = [
  'ステータスを変更…',
  '連絡を記録…',
  '確認を記録…',
  '担当を引き継ぐ…',
  '既存か新規か調べる…',
  '会社を新規登録…',
  'アカウントを開く',
  '履歴を見る',
  '未送信の申請を送る',
  '台帳を最新に更新',
  '変更を元に戻す…',
  '会社リストを取り込む…',
  'リードを照合…',
  '重複候補を調べる…',
  '保存データを検査…',
  '承認待ちの申請…',
  '不適合を見直す…',
  '不適合の再判定を頼む…',
  '履歴・報告…',
  'メンバー…',
  '設定…',
  '自動送信…',
  'ヘルプ',
  'このシートについて…',
];
const EN = [
  'Change status…',
  'Log contact…',
  'Record check…',
  'Hand over accounts…',
  'Look up a company…',
  'Register a company…',
  'Open account',
  'History',
  'Send pending requests',
  'Refresh from server',
  'Undo changes…',
  'Import a list…',
  'Match leads…',
  'Find duplicates…',
  'Check the stored data…',
  'Proposals to answer…',
  'Review bad fits…',
  'Have bad fits judged again…',
  'History and reports…',
  'Members…',
  'Settings…',
  'Automatic sending…',
  'Help',
  'About…',
];

test("the menu is in the person's language, and a phone has none", async () => {
  const { sit } = sheet();
  expect(captions(await sit('is'))).toEqual(JA);
  expect(captions(await sit('is', { locale: 'en_US' }))).toEqual(EN);
  expect((await sit('is', { phone: true })).session.menus).toEqual([]);
});

test.each([
  ['ja', JA],
  ['en', EN],
] as const)('every item does something, and breaks nothing (%s)', async (locale, items) => {
  const { sit, suite } = sheet();
  const { id } = firstRow(await registerClients(sheet(), `株式会社メニュー ${locale}`));
  for (const who of ['is', 'manager', 'viewer', 'stranger'] as const) {
    const seat = await sit(who, { locale });
    seat.answer = { button: 'NO' };
    for (const item of items) {
      seat.session.select(sheet().a1(id, 'status').replace(/^/, `'${tabName()}'!`));
      const { error } = await seat.session.choose('Hachi', item);
      expect({ who, item, error }).toEqual({ who, item, error: null });
    }
    const shownTexts = [...seat.questions, ...seat.toasts, ...seat.dialogs.map(({ title }) => title)];
    expect(shownTexts.length).toBeGreaterThan(8);
    const foreign = locale === 'en' ? /[ぁ-んァ-ヶ一-龠]/ : /\b(?:the|account|request)\b/i;
    for (const words of shownTexts)
      expect(words.replace(`株式会社メニュー ${locale}`, '')).not.toMatch(foreign);
  }
  expect(suite.script.triggers).toEqual([]);
});

test('a dialog is about the rows that were selected; those that a filter hides are left out unless asked for', async () => {
  const { sit, change, column, fromTheTop } = sheet();
  const rows = await registerClients(sheet(), '株式会社子', '株式会社丑', '株式会社寅', '株式会社卯');
  const ids = fromTheTop(rows);
  const seat = await sit('is');
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  const hiddenId = ids[1] ?? '';
  await change(seat, {
    setBasicFilter: {
      filter: {
        range: { sheetId: 8001, startRowIndex: 1 },
        criteria: { [column('name')]: { hiddenValues: [names.get(hiddenId) ?? ''] } },
      },
    },
  });
  const from = sheet().rowOf(ids[0] ?? '') + 1;
  seat.session.select(`'${tabName()}'!C${from}:C${from + 3}`);
  await seat.session.choose('Hachi', 'ステータスを変更…');
  expect(dialogInput(seat)).toMatchObject({
    view: 'changeStatus',
    language: 'ja',
    today: '2026-07-01',
    otherRows: 0,
  });
  expect(dialogInput(seat).rows.map(({ id }) => id)).toEqual(ids.filter((id) => id !== hiddenId));
  expect(dialogInput(seat).hidden.map(({ id }) => id)).toEqual([hiddenId]);
  await change(seat, { clearBasicFilter: { sheetId: 8001 } });
  await sheet().layout();
});

test('a name cannot break out of the page', async () => {
  const { sit, companies, a1 } = sheet();
  const { id } = firstRow(await companies('</script><script>alert(1)</script>'));
  const seat = await sit('is');
  seat.session.select(`'${tabName()}'!${a1(id, 'status')}`);
  await seat.session.choose('Hachi', '連絡を記録…');
  expect(seat.dialogs.at(-1)?.html).not.toContain('<script>alert(1)');
  expect(dialogInput(seat).rows[0]?.name).toBe('</script><script>alert(1)</script>');
});

test('with nothing selected, or on another tab, a message says what to select', async () => {
  const { sit, tab } = sheet();
  const seat = await sit('is');
  seat.session.select(`'${tab(8002).properties.title}'!A1`);
  await seat.session.choose('Hachi', 'ステータスを変更…');
  expect(seat.questions).toEqual(['先に会社の行を選んでください。']);
  expect(seat.dialogs).toEqual([]);
});

test('help goes to the tab that the functions made', async () => {
  const { sit } = sheet();
  const seat = await sit('is');
  await seat.session.choose('Hachi', 'ヘルプ');
  expect(seat.session.selection.sheetId).toBe(8002);
});
