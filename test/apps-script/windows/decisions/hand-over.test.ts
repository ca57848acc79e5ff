/** Accounts handed over in the window, and by whoever lets a leaver go, on the very script and the real functions. */
import type { SelectedRow } from '../../../../apps-script/script-api';
import type { OpportunityMessage } from '../../../../apps-script/windows/decisions/hand-over-opportunity';
import {
  type HandOverMessage,
  rowsInFilter,
} from '../../../../apps-script/windows/decisions/hand-over-state';
import {
  packageIds,
  startHandOverWindow,
  updateHandOverWindow,
} from '../../../../apps-script/windows/decisions/hand-over-window';
import type { PackagesMessage } from '../../../../apps-script/windows/decisions/packages';
import { startMembers, updateMembers } from '../../../../apps-script/windows/team/members';
import { aCommandRequest, idOf, rowOf, TODAY, type Who } from '../../../suite';
import { registerClients, usingSheet } from '../../sheet-scene';
import { runWindow } from '../../window-runner';

const sheet = usingSheet();
const openHandOver = async (who: Who, rows: readonly SelectedRow[] = []) => {
  const window = await runWindow(await sheet().sit(who), startHandOverWindow(rows), updateHandOverWindow);
  return {
    handOver: () => {
      const state = window.state();
      if (state.kind !== 'open') throw new Error(state.kind);
      return state.handOver;
    },
    tell: (message: HandOverMessage) => window.dispatch({ type: 'handOver', message }),
    show: (message: PackagesMessage) => window.dispatch({ type: 'packages', message }),
    state: window.state,
  };
};
const ownersOf = async (ids: readonly string[]) => {
  const all = await Promise.all(
    ids.map((id) => sheet().suite.call('manager', 'account', { query: { id, entries: 0 } })),
  );
  return all.map(({ body }) => body.account.ownerId);
};

test('one opportunity: chosen with its whole note, handed over, read by the receiver and returned with a word', async () => {
  const { suite } = sheet();
  const { version } = (await suite.call('manager', 'settings')).body;
  const settings = { expectedVersion: version, settings: { products: ['Cloud', 'Desk'] } };
  await suite.call('manager', 'settings', { body: settings });
  const [client] = await registerClients(sheet(), '株式会社案件');
  if (client === undefined) throw new Error('no row');
  const handOverNote = { metWith: '山田部長', bant: '予算あり', nextStep: '見積もり' };
  const opportunity = { product: 'Cloud', fsOwnerId: idOf('fs'), since: TODAY, handOverNote };
  const data = { ownerId: client.ownerId ?? '', opportunity, coordinatedWith: 'fs' };
  const passed = await suite.submit(
    'is',
    aCommandRequest({ type: 'changeStatus', to: 'ACTIVE_OPPORTUNITY', data }, client),
  );
  const { id, version: now } = rowOf(passed[0]);

  const giver = await openHandOver('admin');
  const memberId = idOf('fs');
  await giver.tell({ type: 'choose', task: 'opportunity', scope: { kind: 'pursued', memberId } });
  expect(giver.handOver().rows?.map((row) => row.id)).toEqual([id]);
  const tell = (message: OpportunityMessage) => giver.tell({ type: 'opportunity', message });
  await tell({ type: 'look', accountId: id });
  await tell({ type: 'send' });
  expect(giver.handOver().opportunity).toMatchObject({ opportunityId: 'o000004', wants: 'receiver' });
  await tell({ type: 'fill', values: { toId: idOf('manager') } });
  await tell({ type: 'send' });
  expect(giver.handOver().opportunity).toMatchObject({ wants: 'note' });
  await tell({ type: 'fill', values: { note: '見積もりは7月' } });
  await tell({ type: 'send' });
  expect(giver.handOver().opportunity).toMatchObject({
    outcome: { product: 'Cloud', toId: idOf('manager') },
    account: { version: now + 1 },
    opportunityId: null,
  });

  const receiver = await openHandOver('manager');
  await receiver.tell({
    type: 'choose',
    ...{ task: 'accept', scope: { kind: 'handedTo', memberId: idOf('manager') } },
  });
  const waiting = packageIds(receiver.handOver());
  expect(waiting).toEqual([id]);
  await receiver.show({ type: 'openAll', ids: waiting });
  await receiver.show({ type: 'write', id, note: '担当は変えない' });
  const returned = await receiver.show({ type: 'reply', id, accept: false });
  expect(returned).toMatchObject({ packages: { replies: { [id]: { phase: 'returned', refused: null } } } });
  const { account } = (await suite.call('is', 'account', { query: { id } })).body;
  expect(account.opportunities.o000004).toMatchObject({
    fsOwnerId: idOf('fs'),
    handOver: null,
    handOverNote,
  });
  const again = await receiver.show({ type: 'reply', id, accept: true });
  expect(again).toMatchObject({ packages: { replies: { [id]: { phase: 'returned' } } } });
});

test('only what the filter leaves is handed over, with the opportunities of its owner', async () => {
  const rows = await registerClients(sheet(), '株式会社絞一', '株式会社絞二');
  const [first, second] = rows;
  if (first === undefined || second === undefined) throw new Error('no rows');
  const giver = await openHandOver('manager');
  const ownerId = first.ownerId ?? '';
  await giver.tell({
    type: 'choose',
    ...{ task: 'give', scope: { kind: 'owner', ownerId, status: null } },
  });
  await giver.tell({ type: 'filter', filter: { silentDays: 'many' } });
  await giver.tell({ type: 'begin' });
  expect(giver.handOver().phase).toEqual({ kind: 'choosing', wants: 'days' });
  await giver.tell({ type: 'filter', filter: { silentDays: '', due: 'overdue' } });
  expect(rowsInFilter(giver.handOver())).toEqual([]);
  await giver.tell({ type: 'filter', filter: { due: 'any', silentDays: '0' } });
  const chosen = rowsInFilter(giver.handOver()).length;
  expect(chosen).toBeGreaterThanOrEqual(2);
  await giver.tell({ type: 'receive', memberId: idOf('manager'), receives: true });
  await giver.tell({ type: 'takeAlong', withOpportunities: true });
  await giver.tell({ type: 'write', note: '地区の担当替え' });
  await giver.tell({ type: 'begin' });
  expect([giver.handOver().moved.length, giver.handOver().refused]).toEqual([chosen, []]);
  expect(await ownersOf([first.id, second.id])).toEqual([idOf('manager'), idOf('manager')]);
});

test('selected rows of somebody else are refused to a rep, each with its reason; a viewer is told at once', async () => {
  const [row] = await registerClients(sheet(), '株式会社他人');
  if (row === undefined) throw new Error('no row');
  const { id, name, status, version } = row;
  const window = await openHandOver(row.ownerId === idOf('is2') ? 'fs' : 'is2', [
    { id, name, status, version },
  ]);
  await window.tell({ type: 'receive', memberId: idOf('manager'), receives: true });
  await window.tell({ type: 'write', note: '試し' });
  await window.tell({ type: 'begin' });
  expect(window.handOver()).toMatchObject({
    moved: [],
    refused: [{ row: { id }, message: { ja: expect.any(String) } }],
  });
  expect((await openHandOver('viewer')).state()).toEqual({ kind: 'refused' });
});

test('a leaver: 25 accounts are split evenly, each with the note; one is taken back; then the person leaves', async () => {
  const names = Array.from({ length: 25 }, (_, n) => `株式会社退${n}`);
  const rows = await registerClients(sheet(), ...names);
  const ids = rows.map(({ id }) => id);
  const leaver = rows[0]?.ownerId ?? '';
  const members = await runWindow(await sheet().sit('admin'), startMembers(), updateMembers);
  await members.dispatch({ type: 'beginDeparture', id: leaver });
  const tell = (message: HandOverMessage) => members.dispatch({ type: 'handOver', message });
  const handOver = () => {
    const state = members.state();
    const task = state.kind === 'read' ? state.task : null;
    if (task?.kind !== 'departure' || task.handOver === null) throw new Error(task?.kind);
    return task.handOver;
  };
  // Three went to the manager before, and come back to whoever registered them.
  const comeBack = (handOver().rows ?? []).filter(({ isInsideSales }) => isInsideSales);
  expect([handOver().rows?.length, comeBack.length]).toEqual([29, 3]);
  await tell({ type: 'begin' });
  expect(handOver().phase).toEqual({ kind: 'choosing', wants: 'receivers' });
  for (const who of ['is2', 'fs'] as const)
    await tell({ type: 'receive', memberId: idOf(who), receives: true });
  await tell({ type: 'begin' });
  expect(handOver().phase).toEqual({ kind: 'choosing', wants: 'note' });
  await tell({ type: 'write', note: '退職のため', promises: '7月に見積もり' });
  await tell({ type: 'begin' });
  expect([handOver().phase.kind, handOver().refused, handOver().rows]).toEqual(['done', [], []]);
  const owners = await ownersOf(ids);
  const counts = ['is2', 'fs'].map((who) => owners.filter((owner) => owner === idOf(who as Who)).length);
  expect(Math.abs((counts[0] ?? 0) - (counts[1] ?? 0))).toBeLessThanOrEqual(1);
  const { body } = await sheet().suite.call('is2', 'account', { query: { id: ids[0] ?? '' } });
  expect(body.account.handOver).toMatchObject({
    note: '退職のため',
    promises: '7月に見積もり',
    fromId: leaver,
  });
  for (const { id, status } of comeBack) {
    const { account } = (await sheet().suite.call('is2', 'account', { query: { id } })).body;
    expect(account).toMatchObject({ isOwnerId: idOf('is2'), ownerId: expect.not.stringMatching(leaver) });
    expect(account.status).toBe(status);
  }
  await tell({ type: 'undo', id: ids[3] ?? '' });
  expect(handOver().moved.find(({ row }) => row.id === ids[3])?.undo).toBe('done');
  expect(await ownersOf([ids[3] ?? ''])).toEqual([leaver]);
  expect(await members.dispatch({ type: 'send' })).toMatchObject({ outcome: { kind: 'left' } });
  const { loads } = (await sheet().suite.call('admin', 'members', { query: { loads: true } })).body;
  expect(loads).toEqual(expect.arrayContaining([{ id: leaver, accounts: 1, open: 1 }]));
});

test('the receiver acknowledges all at once; what waits for nobody is no trouble', async () => {
  const window = await openHandOver('fs');
  await window.tell({
    type: 'choose',
    ...{ task: 'accept', scope: { kind: 'handedTo', memberId: idOf('fs') } },
  });
  const waiting = window.handOver().rows?.length ?? 0;
  expect(waiting).toBeGreaterThan(10);
  await window.tell({ type: 'begin' });
  expect([window.handOver().moved.length, window.handOver().refused]).toEqual([waiting, []]);
  const ids = packageIds(window.handOver());
  const shown = await window.show({ type: 'openAll', ids: ids.slice(0, 3) });
  expect(shown).toMatchObject({
    packages: {
      ...{ phase: { kind: 'read' }, left: [] },
      read: ids.slice(0, 3).map((id) => ({ account: { id, handOver: { note: '退職のため' } } })),
    },
  });
  await window.tell({
    type: 'choose',
    ...{ task: 'accept', scope: { kind: 'handedTo', memberId: idOf('fs') } },
  });
  expect([window.handOver().rows, window.handOver().phase.kind]).toEqual([[], 'choosing']);
});
