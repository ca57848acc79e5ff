/** The queue's spreadsheet with the very script of the register: its menu, and the company of the selected row. */

import type { SidebarState } from '../../apps-script/script-api';
import { columnName } from '../../emulator/workbook/a1';
import type { CommandResult } from '../../functions/contract/commands';
import { EDIT_HINTS, STEP_HINTS } from '../../functions/domain/queue/queue-edit-texts';
import { aJudgement, anOpportunity, byId } from '../builders';
import { aProposal } from '../functions/domain/queue/queue-scene';
import { emailOf, idOf, TODAY, usingSuite } from '../suite';
import { dialogInput } from './dialog-input';
import { type QueueSeat, queueSeats } from './queue-seats';
import { resultValue } from './sheet-scene';

const suite = usingSuite();
const { sit, store, write, rowOf, columnOf } = queueSeats(suite);

const captions = ({ session }: QueueSeat): string[] =>
  session.menus.flatMap((menu) =>
    menu.kind === 'menu' ? menu.items.flatMap((item) => (item.kind === 'item' ? item.caption : [])) : [],
  );
const selectionOf = async ({ session }: QueueSeat) =>
  resultValue<SidebarState>(await session.run('sidebarState')).selection;

beforeAll(async () => {
  await store('a_late', { due: '2026-06-22' });
  await store('a_next');
  await store('a_ask', { proposal: aProposal({ by: idOf('is') }) });
  await write();
});

test('the menu has what is about the rows of the queue, in the language of the person', async () => {
  expect(captions(await sit('manager'))).toEqual([
    ...['確認を記録…', '連絡を記録…', 'ステータスを変更…', '担当を引き継ぐ…'],
    ...['既存か新規か調べる…', 'アカウントを開く', '履歴を見る'],
    ...['未送信の申請を送る', 'キューを作り直す', '変更を元に戻す…'],
    ...['承認待ちの申請…', '不適合を見直す…', '不適合の再判定を頼む…', '履歴・報告…'],
    ...['メンバー…', '設定…', '自動送信…'],
  ]);
  expect(captions(await sit('is', { locale: 'en' }))).toContain('Write the queue anew');
});

test('what a row says of the window to use is the caption of the menu', async () => {
  const { note: _, due: __, nextStep: ___, person: ____, ...windows } = EDIT_HINTS;
  for (const language of ['ja', 'en'] as const) {
    const all = captions(await sit('manager', { locale: language }));
    for (const hint of Object.values({ ...windows, fillIn: STEP_HINTS.fillIn }))
      expect([hint, all.filter((caption) => hint[language].includes(caption)).length]).toEqual([hint, 1]);
  }
});

test.each([
  ['今日', 'a_late'],
  ['承認', 'a_ask'],
  ['is', 'a_next'],
])('on the tab %s the sidebar is about the company of the selected row', async (title, id) => {
  const seat = await sit('manager');
  const row = rowOf(title, id);
  seat.session.select(`'${title}'!B${row}`);
  expect(await selectionOf(seat)).toMatchObject({
    ...{ kind: 'account', id, name: `株式会社${id}`, status: 'QUARTERLY_CHECK', version: 1, more: 0 },
  });
  seat.session.select(`'${title}'!A1`);
  expect(await selectionOf(seat)).toEqual({ kind: 'none' });
});

test('rows that were sorted or inserted above keep their company, and a link goes to its row', async () => {
  const seat = await sit('manager');
  await seat.session.change([
    { insertDimension: { range: { sheetId: 8004, dimension: 'ROWS', startIndex: 5, endIndex: 7 } } },
    { insertDimension: { range: { sheetId: 8004, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 } } },
  ]);
  expect(resultValue(await seat.session.run('goTo', ['a_next']))).toBe(true);
  expect(await selectionOf(seat)).toMatchObject({ kind: 'account', id: 'a_next' });
  expect(resultValue(await seat.session.run('goTo', ['a_nowhere']))).toBe(false);
  await write();
});

test('a dialog is about all rows that were selected; with none, a message says what to select', async () => {
  const seat = await sit('manager');
  const rows = [rowOf('今日', 'a_late'), rowOf('今日', 'a_next')].sort((a, b) => a - b);
  seat.session.select(`'今日'!A${rows[0]}:C${rows[1]}`);
  await seat.session.choose('Hachi', '確認を記録…');
  const html = seat.dialogs.at(-1)?.html ?? '';
  for (const id of ['a_late', 'a_next']) expect(html).toContain(id);
  seat.session.select("'今日'!A1");
  await seat.session.choose('Hachi', '担当を引き継ぐ…');
  await seat.session.choose('Hachi', '連絡を記録…');
  expect(seat.said).toEqual(['先に会社の行を選んでください。']);
});

test('what is recorded there is gone from the queue when it is written anew, by whoever may', async () => {
  const seat = await sit('manager');
  const answers = resultValue<readonly CommandResult[]>(
    await seat.session.run('sendCommands', [
      [
        {
          ...{ requestId: 'queue-menu-1', accountId: 'a_late', expectedVersion: 1 },
          command: {
            ...{ type: 'recordCheck', result: 'noAnswer' },
            activity: { kind: 'call', date: TODAY, with: '総務部' },
          },
        },
      ],
      'menu',
    ]),
  );
  expect(answers.map(({ status }) => status)).toEqual([200]);
  await seat.session.choose('Hachi', 'キューを作り直す');
  expect(seat.said.at(-1)).toBe('キューを作り直しました(3 行)。');
  const late = rowOf('今日', 'a_late');
  seat.session.select(`'今日'!A${late}`);
  expect(await selectionOf(seat)).toMatchObject({ id: 'a_late', version: 2 });
  const rep = await sit('is');
  await rep.session.choose('Hachi', 'キューを作り直す');
  expect(rep.said.at(-1)).not.toContain('作り直しました(');
});

test('whoever is no member is told so', async () => {
  const seat = await sit('stranger');
  await seat.session.choose('Hachi', 'キューを作り直す');
  expect(seat.said.at(-1)).toMatch(/メンバー/);
});

test('a register of its own keeps its menu', async () => {
  expect((await suite().call('manager', 'layout', { body: {} })).status).toBe(200);
  const session = suite().script.openAs({ email: emailOf('is'), locale: 'ja', phone: false }, {});
  await session.open();
  expect(JSON.stringify(session.menus)).toContain('台帳を最新に更新');
  expect(JSON.stringify(session.menus)).not.toContain('キューを作り直す');
});

test('what a row still lacks is asked for by a dialog that keeps what was chosen and written in the row', async () => {
  await store('a_deal', { due: '2026-06-22' });
  await store('a_box', { status: 'WORKING', statusSince: '2026-01-05', nextCheck: null });
  await write();
  const seat = await sit('manager');
  const type = (id: string, key: string, value: string) =>
    seat.session.edit(`'今日'!${columnName(columnOf('今日', key))}${rowOf('今日', id)}`, [[value]]);
  await type('a_deal', 'result', '課題がなくなった');
  await seat.session.choose('Hachi', '未送信の申請を送る');
  expect(dialogInput(seat)).toMatchObject({
    ...{ view: 'recordCheck', rows: [{ id: 'a_deal' }], values: { result: 'needGone' } },
  });
  await type('a_box', 'note', '来期の予算');
  await type('a_box', 'result', '→ 四半期チェック');
  await seat.session.choose('Hachi', '未送信の申請を送る');
  expect(dialogInput(seat)).toMatchObject({
    ...{ view: 'changeStatus', rows: [{ id: 'a_box' }], to: 'QUARTERLY_CHECK' },
    values: { awaitedCondition: '来期の予算' },
  });
});

test('a review and a closing that came back open their forms, too, each with what was chosen', async () => {
  await store('a_unfit', {
    ...{ status: 'BAD_FIT', nextCheck: null, statusSince: '2025-12-01' },
    badFit: aJudgement({ on: '2025-12-01', reviewOn: '2026-06-01' }),
  });
  await store('a_open', {
    ...{ status: 'ACTIVE_OPPORTUNITY', nextCheck: null },
    opportunities: byId(anOpportunity({ id: 'o000001', fsOwnerId: idOf('fs') })),
  });
  const seat = await sit('manager');
  const command = { type: 'editOpportunity', opportunityId: 'o000001', amount: 5 };
  const request = { requestId: 'queue-menu-2', accountId: 'a_open', expectedVersion: 1, command };
  await seat.session.run('sendCommands', [[request], 'menu']);
  await write();
  const type = (tab: string, id: string, value: string, key = 'result') =>
    seat.session.edit(`'${tab}'!${columnName(columnOf(tab, key))}${rowOf(tab, id)}`, [[value]]);
  await type('今日', 'a_unfit', '導入済み', 'note');
  await type('今日', 'a_unfit', '→ 顧客');
  await seat.session.choose('Hachi', '未送信の申請を送る');
  expect(dialogInput(seat)).toMatchObject({
    ...{ view: 'reviewBadFit', rows: [{ id: 'a_unfit' }] },
    values: { outcome: 'CURRENT_CLIENT', note: '導入済み' },
  });
  await type('案件', 'a_open', '失注');
  await seat.session.choose('Hachi', '未送信の申請を送る');
  expect(dialogInput(seat)).toMatchObject({
    ...{ view: 'closeOpportunity', rows: [{ id: 'a_open' }], part: 'o000001' },
    values: { 'close.outcome': 'lost' },
  });
  expect(seat.dialogs.at(-1)).toMatchObject({ title: '案件を閉じる' });
});
