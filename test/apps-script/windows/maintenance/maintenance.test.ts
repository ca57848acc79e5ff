/** The windows that keep the register right, on the very script and the real functions. */
import type { SheetFacts } from '../../../../apps-script/script-api';
import { openPane, updatePane } from '../../../../apps-script/windows/account/account-pane';
import { isPaneUnreadable } from '../../../../apps-script/windows/account/pane-mend';
import {
  aboutError,
  clientIdIn,
  startAbout,
  updateAbout,
} from '../../../../apps-script/windows/maintenance/about';
import { startAutoSendWindow, updateAutoSend } from '../../../../apps-script/windows/maintenance/auto-send';
import {
  mendableAccount,
  startCheckStore,
  updateCheckStore,
} from '../../../../apps-script/windows/maintenance/check-store';
import { startDuplicates, updateDuplicates } from '../../../../apps-script/windows/maintenance/duplicates';
import { startUndo, updateUndo } from '../../../../apps-script/windows/maintenance/undo-changes';
import { zonedMinute } from '../../../../apps-script/windows/messages/zoned-minute';
import { DUPLICATES_TAB } from '../../../../functions/domain/register/tabs';
import { accountRef } from '../../../../functions/store/firestore';
import { aCommandRequest, idOf } from '../../../suite';
import {
  firstRow,
  registerClients,
  resultValue,
  type Seat,
  sendPending,
  usingSheet,
} from '../../sheet-scene';
import { runWindow } from '../../window-runner';
import { aViewer } from '../window-scene';

const sheet = usingSheet();

const damage = async (name: string): Promise<string> => {
  const { id } = firstRow(await sheet().companies(name));
  await accountRef(sheet().suite.db, id).update({ 'state.status': 'HOT' });
  return id;
};

const check = (seat: Seat) => runWindow(seat, startCheckStore(), updateCheckStore);
const openAccount = (seat: Seat, id: string) =>
  runWindow(
    seat,
    openPane(aViewer({ you: null, members: {} }), { id, name: '' }, { tab: 'account', changed: null }),
    updatePane,
  );

describe('an account that cannot be read', () => {
  test('is found by the check; a manager has it mended, and is told what that means before', async () => {
    const id = await damage('株式会社検査');
    const manager = await sheet().sit('manager');
    const window = await check(manager);
    expect(window.state()).toMatchObject({ phase: { kind: 'checked' }, found: 1 });
    expect(window.state().findings.map(mendableAccount)).toEqual([id]);
    const asked = await window.dispatch({ type: 'mend', accountId: id, message: { type: 'ask' } });
    expect(asked.mends).toEqual({ [id]: { kind: 'asked' } });
    const mended = await window.dispatch({ type: 'mend', accountId: id, message: { type: 'mend' } });
    expect(mended.mends[id]).toMatchObject({ kind: 'answered', answer: { mended: true, version: 1 } });
    expect((await check(manager)).state()).toMatchObject({ found: 0 });
    // Again: nothing is changed.
    const again = await window.dispatch({ type: 'mend', accountId: id, message: { type: 'mend' } });
    expect(again.mends[id]).toMatchObject({ kind: 'answered', answer: { mended: false, version: 1 } });
  });

  test('opened in the sidebar by a manager, it is mended there and shown', async () => {
    const id = await damage('株式会社脇');
    const pane = await openAccount(await sheet().sit('manager'), id);
    expect(isPaneUnreadable(pane.state())).toBe(true);
    expect(pane.state().viewer.you).toMatchObject({ role: 'manager' });
    await pane.dispatch({ type: 'mend', message: { type: 'ask' } });
    const shown = await pane.dispatch({ type: 'mend', message: { type: 'mend' } });
    expect(isPaneUnreadable(shown)).toBe(false);
    expect(shown.accountView).toMatchObject({ account: { id, name: '株式会社脇' } });
  });

  test('a rep sees that a manager mends it; the functions refuse the rep', async () => {
    const id = await damage('株式会社担当');
    const rep = await sheet().sit('is');
    const pane = await openAccount(rep, id);
    expect([isPaneUnreadable(pane.state()), pane.state().viewer.you?.role]).toEqual([true, 'is']);
    const refused = await pane.dispatch({ type: 'mend', message: { type: 'mend' } });
    expect(refused.mend).toMatchObject({ kind: 'failed', error: { code: 'ROLE_NOT_ALLOWED' } });
    expect((await check(rep)).state().phase).toMatchObject({
      ...{ kind: 'failed', error: { code: 'ROLE_NOT_ALLOWED' } },
    });
    await (await check(await sheet().sit('manager'))).dispatch({
      ...{ type: 'mend', accountId: id, message: { type: 'mend' } },
    });
  });
});

describe('undo of changes', () => {
  const undo = (seat: Seat) => runWindow(seat, startUndo(), updateUndo);
  const stepsOf = (window: Awaited<ReturnType<typeof undo>>) => window.state().answer?.steps ?? [];
  const firstStep = (window: Awaited<ReturnType<typeof undo>>) => {
    const [step] = stepsOf(window);
    if (step === undefined) throw new Error('There is no step.');
    return step;
  };

  test('says what each step did, and takes back several, the newest first', async () => {
    const { sit, type, cell } = sheet();
    const { id } = firstRow(await registerClients(sheet(), '株式会社後悔'));
    const seat = await sit('is2');
    expect(stepsOf(await undo(seat))).toEqual([]);
    await type(seat, id, 'status', '6');
    await sendPending(seat);
    sheet().suite.clock.set(new Date(sheet().suite.clock.now().getTime() + 60_000));
    await type(seat, id, 'status', 'ワーキング');
    await sendPending(seat);
    const window = await undo(seat);
    const words = stepsOf(window).map(({ channel, changes }) => [
      channel,
      ...changes.map(({ company, words: { ja } }) => `${company} ${ja}`),
    ]);
    expect(words[words.length - 1]).toEqual([
      'cell',
      expect.stringMatching(/^株式会社後悔 ワーキング → 現在の顧客/),
    ]);
    for (let left = words.length - 1; left >= 0; left -= 1) {
      const after = await window.dispatch({ type: 'undo', step: firstStep(window) });
      expect(after).toMatchObject({ phase: { kind: 'asked' }, outcome: { undone: 1, refusals: [] } });
      expect(stepsOf(window)).toHaveLength(left);
    }
    expect(cell(id, 'status')).toBe('ワーキング');
  });

  test('says what it could not take back, and why; it stays listed', async () => {
    const { sit, type, cell } = sheet();
    const { id } = firstRow(await registerClients(sheet(), '株式会社その後'));
    const seat = await sit('is2');
    await type(seat, id, 'status', '6');
    await sendPending(seat);
    const manager = await sit('manager');
    const version = Number(cell(id, 'mirror.version'));
    const later = aCommandRequest({ type: 'changeStatus', to: 'WORKING', data: {} }, { id, version });
    const end = aCommandRequest(
      {
        type: 'saveProduct',
        product: { product: 'ハチ見積クラウド', state: 'live', since: '2026-06-29', reference: '注文 2' },
      },
      { id, version },
    );
    resultValue(await manager.session.run('sendCommands', [[end, later], 'sidebar']));
    const window = await undo(seat);
    const done = await window.dispatch({ type: 'undo', step: firstStep(window) });
    expect(done.outcome).toMatchObject({ undone: 0, refusals: [{ name: '株式会社その後' }] });
    expect(cell(id, 'status')).toBe('現在の顧客');
  });

  test("a manager takes back another's; the rep is not shown anybody else's", async () => {
    const { sit, type, cell } = sheet();
    const { id } = firstRow(await registerClients(sheet(), '株式会社他人'));
    const rep = await sit('is2');
    await type(rep, id, 'status', '6');
    await sendPending(rep);
    const window = await undo(await sit('manager'));
    expect(window.state().team?.you.id).toBe(idOf('manager'));
    await window.dispatch({ type: 'read', personId: idOf('is2') });
    await window.dispatch({ type: 'undo', step: firstStep(window) });
    expect(cell(id, 'status')).toBe('ワーキング');
    const own = await undo(rep);
    expect(await own.dispatch({ type: 'read', personId: idOf('manager') })).toMatchObject({
      phase: { kind: 'failed', error: { code: 'ROLE_NOT_ALLOWED' } },
    });
  });
});

test('duplicates are searched call by call, and their tab is shown', async () => {
  const seat = await sheet().sit('is');
  const window = await runWindow(seat, startDuplicates(), updateDuplicates);
  expect(window.state().phase.kind).toBe('found');
  expect(seat.session.selection.sheetId).toBe(DUPLICATES_TAB);
});

test('automatic sending is begun and stopped by whoever it speaks for', async () => {
  const { suite, sit } = sheet();
  const manager = await sit('manager');
  const open = (seat: Seat) => runWindow(seat, startAutoSendWindow(), updateAutoSend);
  const window = await open(manager);
  expect(window.state()).toEqual({
    kind: 'asked',
    autoSend: { installer: null, mine: false, lastRun: null },
  });
  expect(await window.dispatch({ type: 'set', on: true })).toEqual({ kind: 'done', on: true });
  expect(suite.script.triggers).toMatchObject([
    { functionName: 'onSchedule', installer: 'manager@hachi.example' },
  ]);
  const other = await open(await sit('is'));
  expect(other.state()).toMatchObject({ autoSend: { installer: 'manager@hachi.example', mine: false } });
  await (await open(manager)).dispatch({ type: 'set', on: false });
  expect(suite.script.triggers).toEqual([]);
});

test('who starts automatic sending last is the only one who sends, and nobody stops it for another', async () => {
  const { suite, sit, type, ran } = sheet();
  const [first, second] = [await sit('manager'), await sit('is')];
  const set = async (seat: Seat, on: boolean) =>
    (await runWindow(seat, startAutoSendWindow(), updateAutoSend)).dispatch({ type: 'set', on });
  const facts = async (seat: Seat) => resultValue<SheetFacts>(await seat.session.run('sheetFacts')).autoSend;
  const installers = () => suite.script.triggers.map(({ installer }) => installer);
  await set(first, true);
  await set(second, true);
  await set(second, true);
  expect(installers()).toEqual(['manager@hachi.example', 'is@hachi.example']);
  expect(await facts(first)).toMatchObject({ installer: 'is@hachi.example', mine: false });
  const { id } = firstRow(await registerClients(sheet(), '株式会社送り手'));
  await type(first, id, 'status', '現在の顧客');
  for (const trigger of suite.script.triggers) await suite.script.runTrigger(trigger.id);
  expect(installers()).toEqual(['is@hachi.example']);
  expect(ran('onSchedule').map(({ email, fetches }) => [email, fetches])).toEqual([
    ['is@hachi.example', 1],
    ['manager@hachi.example', 0],
  ]);
  // The trigger of somebody who stops is their own; the sender goes on.
  await set(first, true);
  await set(second, false);
  expect(await facts(second)).toMatchObject({ installer: 'manager@hachi.example', mine: false });
  expect(installers()).toEqual(['manager@hachi.example']);
  await set(first, false);
  expect(await facts(first)).toMatchObject({ installer: null, mine: false });
  expect(suite.script.triggers).toEqual([]);
});

test('about tells who, whether the server is there, and how far the sheet is', async () => {
  const seat = await sheet().sit('is');
  await seat.session.choose('Hachi', '台帳を最新に更新');
  const state = (await runWindow(seat, startAbout(), updateAbout)).state();
  expect(aboutError(state)).toBeNull();
  expect(state).toMatchObject({
    sheet: {
      value: { address: 'is@hachi.example', hasColumns: true, pending: 0, autoSend: { installer: null } },
    },
    members: { value: { you: { name: 'is' }, team: { zone: 'Asia/Tokyo' } } },
    settings: { value: { lateJobs: null } },
  });
  const refreshed = state.sheet !== null && 'value' in state.sheet ? state.sheet.value.refreshedAt : null;
  expect(zonedMinute('Asia/Tokyo', refreshed ?? '')).toMatch(/^2026-07-01 \d\d:\d\d$/);
});

test('the minute is that of the time zone', () => {
  expect(zonedMinute('Asia/Tokyo', '2026-06-30T15:04:00.000Z')).toBe('2026-07-01 00:04');
  expect(zonedMinute('UTC', '2026-06-30T15:04:59.000Z')).toBe('2026-06-30 15:04');
});

test.each([
  [
    'of a token',
    Buffer.from('{"aud":"1-a.apps.googleusercontent.com"}').toString('base64url'),
    '1-a.apps.googleusercontent.com',
  ],
  ['of a token without one', Buffer.from('{"sub":"?>?>?>"}').toString('base64url'), null],
  ['without a token', '', null],
])('the client ID %s', (_, claims, clientId) => {
  expect(clientIdIn(claims)).toBe(clientId);
});
