/** The windows about the team, on the very script and the real functions. */

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
import { membersById } from '../../../../apps-script/windows/kit/members-by-id';
import {
  changedMemberLine,
  changedSettingLines,
} from '../../../../apps-script/windows/messages/team-history-text';
import { backToday, isAwayNow, maySetLeaves, NEW_LEAVE } from '../../../../apps-script/windows/team/leaves';
import {
  type MembersState,
  memberOf,
  NEW_MEMBER,
  startMembers,
  updateMembers,
} from '../../../../apps-script/windows/team/members';
import {
  changedNames,
  type SettingsState,
  startSettings,
  updateSettings,
} from '../../../../apps-script/windows/team/settings';
import { addDays } from '../../../../functions/domain/calendar/calendar-date';
import { aCommandRequest, emailOf, idOf, rowOf, TODAY, type Who } from '../../../suite';
import { registerClients, usingSheet } from '../../sheet-scene';
import { runWindow } from '../../window-runner';

const sheet = usingSheet();
const openMembers = async (who: Who) => runWindow(await sheet().sit(who), startMembers(), updateMembers);
const openSettings = async (who: Who) => runWindow(await sheet().sit(who), startSettings(), updateSettings);
const readMembers = (state: MembersState) => {
  if (state.kind !== 'read') throw new Error(state.kind);
  return state;
};
const readSettings = (state: SettingsState) => {
  if (state.kind !== 'read') throw new Error(state.kind);
  return state;
};
const ja = { language: 'ja' } as const;
const linesOf = ({ answer, history }: ReturnType<typeof readMembers>): string[] => {
  const reader = { ...ja, members: membersById(answer) };
  return (history?.entries ?? []).flatMap(({ members }) =>
    members.map((member) => changedMemberLine(reader, member)),
  );
};

test.each(['is', 'fs', 'viewer'] as const)(
  '%s sees who is in the team, and is told whom to ask for settings',
  async (who) => {
    const { answer, history } = readMembers((await openMembers(who)).state());
    expect(answer.members.filter((member) => maySetLeaves(answer, member)).map(({ id }) => id)).toEqual([
      idOf(who),
    ]);
    expect(history).toBeNull();
    expect((await openSettings(who)).state()).toEqual({ kind: 'refused' });
  },
);

describe('members', () => {
  test('an admin adds one, changes the role, lets them leave and come back; the history tells each', async () => {
    const window = await openMembers('admin');
    await window.dispatch({ type: 'begin', task: NEW_MEMBER });
    await window.dispatch({ type: 'enter', values: { name: '山田', email: 'Yamada@hachi.example' } });
    const added = readMembers(await window.dispatch({ type: 'send' }));
    expect(added).toMatchObject({
      task: null,
      outcome: { kind: 'added', member: { name: '山田', role: 'is' } },
    });
    const id = added.answer.members.at(-1)?.id ?? '';
    const values = { name: '山田', email: 'yamada@hachi.example', role: 'fs', language: '' } as const;
    await window.dispatch({ type: 'begin', task: { kind: 'edit', id, values } });
    expect(await window.dispatch({ type: 'send' })).toMatchObject({ outcome: { kind: 'saved' } });
    await window.dispatch({ type: 'beginDeparture', id });
    expect(await window.dispatch({ type: 'send' })).toMatchObject({
      outcome: { kind: 'left', member: { active: false } },
    });
    await window.dispatch({ type: 'begin', task: { kind: 'return', id } });
    const back = readMembers(await window.dispatch({ type: 'send' }));
    expect(memberOf(back.answer, id)).toMatchObject({ active: true, role: 'fs' });
    const lines = linesOf(back).slice(0, 4);
    expect(lines).toEqual([
      '山田: 退職 → 在籍',
      '山田: 在籍 → 退職',
      '山田: インサイドセールス → フィールドセールス',
      '山田 を追加: yamada@hachi.example、インサイドセールス、在籍、サインインの結び付けなし',
    ]);
  });

  test('what does not fit is said at its field, and what was typed stays', async () => {
    const window = await openMembers('admin');
    await window.dispatch({ type: 'begin', task: NEW_MEMBER });
    await window.dispatch({ type: 'enter', values: { name: '', email: '山田' } });
    const refused = readMembers(await window.dispatch({ type: 'send' }));
    expect(refused).toMatchObject({ task: { kind: 'edit', values: { email: '山田' } }, sending: false });
    const paths =
      refused.outcome?.kind === 'refused' ? refused.outcome.error.issues?.map(({ path }) => path) : [];
    expect(paths?.sort()).toEqual(['member.email', 'member.name']);
    await window.dispatch({ type: 'enter', values: { name: '二人目', email: emailOf('is') } });
    expect(await window.dispatch({ type: 'send' })).toMatchObject({
      outcome: { kind: 'refused', error: { code: 'EMAIL_TAKEN' } },
    });
  });

  test('where the team has changed meanwhile, nothing is lost: it is read again, and sent once more', async () => {
    const [window, other] = [await openMembers('admin'), await openMembers('admin')];
    await window.dispatch({ type: 'begin', task: NEW_MEMBER });
    await window.dispatch({ type: 'enter', values: { name: '遅い人', email: 'late@hachi.example' } });
    await other.dispatch({ type: 'begin', task: NEW_MEMBER });
    await other.dispatch({ type: 'enter', values: { name: '早い人', email: 'early@hachi.example' } });
    await other.dispatch({ type: 'send' });
    const refused = readMembers(await window.dispatch({ type: 'send' }));
    expect(refused).toMatchObject({
      task: { values: { name: '遅い人' } },
      outcome: { kind: 'refused', error: { code: 'TEAM_CHANGED' } },
    });
    expect(refused.answer.members.at(-1)?.name).toBe('早い人');
    expect(await window.dispatch({ type: 'send' })).toMatchObject({ outcome: { kind: 'added' } });
  });

  test('an admin unbinds a sign-in, and is told who gets in next', async () => {
    await (await sheet().sit('is2')).session.run('readTeam');
    const window = await openMembers('admin');
    expect(readMembers(window.state()).answer.bound).toContain(idOf('is2'));
    await window.dispatch({ type: 'begin', task: { kind: 'unbind', id: idOf('is2') } });
    const after = readMembers(await window.dispatch({ type: 'send' }));
    expect(after.outcome).toMatchObject({ kind: 'unbound', member: { id: idOf('is2') } });
    expect(after.answer.bound).not.toContain(idOf('is2'));
    expect(await (await sheet().sit('is2')).session.run('readTeam')).toMatchObject({
      value: { you: { name: 'is2' } },
    });
  });

  test('a manager reads the list with the loads, and is not told who is bound; the functions refuse a change', async () => {
    const window = await openMembers('manager');
    const { answer } = readMembers(window.state());
    expect([answer.bound, answer.loads.length]).toEqual([[], answer.members.length]);
    await window.dispatch({ type: 'beginDeparture', id: idOf('is') });
    expect(await window.dispatch({ type: 'send' })).toMatchObject({
      outcome: { kind: 'refused', error: { code: 'ROLE_NOT_ALLOWED' } },
    });
  });
});

describe('leave', () => {
  test('a rep sets their own with a stand-in; a manager changes it, ends it, and reads who did', async () => {
    const rep = await openMembers('is2');
    const { today } = readMembers(rep.state()).answer.team;
    await rep.dispatch({ type: 'beginLeaves', id: idOf('is2') });
    const running = { from: addDays(today, -1), to: addDays(today, 3), standInId: idOf('fs') };
    const coming = { from: addDays(today, 30), to: '', standInId: '' };
    await rep.dispatch({ type: 'enterLeaves', lines: [coming, running, NEW_LEAVE] });
    const saved = readMembers(await rep.dispatch({ type: 'send' }));
    expect(saved).toMatchObject({ task: null, outcome: { kind: 'leavesSaved' } });
    const day = { from: coming.from, to: coming.from, standInId: null };
    expect(memberOf(saved.answer, idOf('is2'))?.leaves).toEqual([running, day]);

    const manager = await openMembers('manager');
    await manager.dispatch({ type: 'beginLeaves', id: idOf('is2') });
    const { task } = readMembers(manager.state());
    if (task?.kind !== 'leaves') throw new Error(task?.kind);
    expect(task.lines.map((line) => isAwayNow(line, today))).toEqual([true, false]);
    await manager.dispatch({ type: 'enterLeaves', lines: backToday(task.lines, 0, today) });
    const ended = readMembers(await manager.dispatch({ type: 'send' }));
    const over = { ...running, to: addDays(today, -1) };
    expect(memberOf(ended.answer, idOf('is2'))?.leaves).toEqual([over, day]);
    await manager.dispatch({ type: 'beginLeaves', id: idOf('is2') });
    await manager.dispatch({ type: 'enterLeaves', lines: [] });
    const without = readMembers(await manager.dispatch({ type: 'send' }));
    expect(memberOf(without.answer, idOf('is2'))?.leaves).toEqual([over]);
    expect(linesOf(without)[0]).toMatch(/^is2: .*代理: fs.*代理: マネージャー.* → .*代理: fs/);
  });

  test('what cannot be is said at its line before anything is sent', async () => {
    const window = await openMembers('manager');
    await window.dispatch({ type: 'beginLeaves', id: idOf('is') });
    const lines = [{ from: '', to: '2026-07-02', standInId: '' }];
    await window.dispatch({ type: 'enterLeaves', lines });
    expect(await window.dispatch({ type: 'send' })).toMatchObject({
      sending: false,
      outcome: null,
      task: { kind: 'leaves', isChecked: true, lines },
    });
  });
});

describe('settings', () => {
  test('a manager changes some; only these are sent, and the history says from what to what', async () => {
    const window = await openSettings('manager');
    await window.dispatch({ type: 'enter', name: 'products', value: [{ value: 'ハチ見積' }, { value: '' }] });
    await window.dispatch({ type: 'enter', name: 'workingDays', value: '60' });
    await window.dispatch({ type: 'enter', name: 'retries', value: '2' });
    expect(changedNames(readSettings(window.state())).sort()).toEqual(['products', 'workingDays']);
    const saved = readSettings(await window.dispatch({ type: 'send' }));
    expect(saved).toMatchObject({ typed: {}, outcome: { kind: 'saved' } });
    expect(saved.stored.settings).toMatchObject({ products: ['ハチ見積'], workingDays: 60 });
    const [entry] = saved.history.entries;
    expect(entry?.by).toBe(idOf('manager'));
    expect(entry && changedSettingLines(ja, entry.settings).sort()).toEqual([
      'ワーキングの期限(日): 90 → 60',
      '製品: (なし) → ハチ見積',
    ]);
  });

  test('a year of closed days, and a day that there is not, are refused at their fields, and nothing is changed', async () => {
    const window = await openSettings('manager');
    const { version } = readSettings(window.state()).stored;
    await window.dispatch({ type: 'enter', name: 'companyDays', value: [{ from: '1/1', to: '12/31' }] });
    const closed = readSettings(await window.dispatch({ type: 'send' }));
    expect(closed.outcome).toMatchObject({ kind: 'refused', error: { code: 'SETTINGS_INVALID' } });
    expect(closed.problems.companyDays).toMatchObject([
      { message: { ja: expect.stringContaining('営業日') } },
    ]);
    await window.dispatch({ type: 'enter', name: 'companyDays', value: [{ from: '2/30', to: '3/1' }] });
    const none = readSettings(await window.dispatch({ type: 'send' }));
    expect(none.problems.companyDays).toMatchObject([{ line: 0 }]);
    await window.dispatch({ type: 'restore', name: 'companyDays' });
    await window.dispatch({ type: 'enter', name: 'zone', value: 'Mars/Olympus' });
    const mars = readSettings(await window.dispatch({ type: 'send' }));
    expect(mars.problems.zone).toHaveLength(1);
    expect(mars.stored.version).toBe(version);
  });

  test('two managers at once: the second is told what has changed, keeps what was typed, and decides', async () => {
    const [first, second] = [await openSettings('manager'), await openSettings('admin')];
    await first.dispatch({ type: 'enter', name: 'workingDays', value: '30' });
    await first.dispatch({ type: 'enter', name: 'retries', value: '4' });
    await second.dispatch({ type: 'enter', name: 'workingDays', value: '45' });
    await second.dispatch({ type: 'enter', name: 'retryBusinessDays', value: '5' });
    await first.dispatch({ type: 'send' });
    const told = readSettings(await second.dispatch({ type: 'send' }));
    expect(told.outcome).toMatchObject({ kind: 'changedByOthers', both: ['workingDays'] });
    expect(told.outcome?.kind === 'changedByOthers' && [...told.outcome.names].sort()).toEqual([
      'retries',
      'workingDays',
    ]);
    expect(told.stored.settings).toMatchObject({ workingDays: 30, retries: 4, retryBusinessDays: 10 });
    const saved = readSettings(await second.dispatch({ type: 'send' }));
    expect(saved.stored.settings).toMatchObject({ workingDays: 45, retries: 4, retryBusinessDays: 5 });
  });
});

describe('hand-over of many accounts', () => {
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

    const giver = await openHandOver('manager');
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

    await giver.tell({
      type: 'choose',
      ...{ task: 'accept', scope: { kind: 'handedTo', memberId: idOf('manager') } },
    });
    const waiting = packageIds(giver.handOver());
    expect(waiting).toEqual([id]);
    await giver.show({ type: 'openAll', ids: waiting });
    await giver.show({ type: 'write', id, note: '担当は変えない' });
    const returned = await giver.show({ type: 'reply', id, accept: false });
    expect(returned).toMatchObject({ packages: { replies: { [id]: { phase: 'returned', refused: null } } } });
    const { account } = (await suite.call('is', 'account', { query: { id } })).body;
    expect(account.opportunities.o000004).toMatchObject({
      fsOwnerId: idOf('fs'),
      handOver: null,
      handOverNote,
    });
    const again = await giver.show({ type: 'reply', id, accept: true });
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
    const members = await openMembers('admin');
    await members.dispatch({ type: 'beginDeparture', id: leaver });
    const tell = (message: HandOverMessage) => members.dispatch({ type: 'handOver', message });
    const handOver = () => {
      const { task } = readMembers(members.state());
      if (task?.kind !== 'departure' || task.handOver === null) throw new Error(task?.kind);
      return task.handOver;
    };
    expect(handOver().rows).toHaveLength(26);
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
    await tell({ type: 'undo', id: ids[3] ?? '' });
    expect(handOver().moved.find(({ row }) => row.id === ids[3])?.undo).toBe('done');
    expect(await ownersOf([ids[3] ?? ''])).toEqual([leaver]);
    expect(await members.dispatch({ type: 'send' })).toMatchObject({ outcome: { kind: 'left' } });
    const { loads } = (await sheet().suite.call('admin', 'members', { query: { loads: true } })).body;
    expect(loads).toEqual(expect.arrayContaining([{ id: leaver, accounts: 1, open: 1 }]));
  }, 60_000);

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
});
