/** The windows about the team, on the very script and the real functions. */

import type { HandOverMessage } from '../../../../apps-script/windows/decisions/hand-over-state';
import { CLOSE_BUTTON, updateClosable } from '../../../../apps-script/windows/kit/closing';
import { membersById } from '../../../../apps-script/windows/kit/members-by-id';
import { CLOSE } from '../../../../apps-script/windows/kit/step';
import {
  changedMemberLine,
  changedSettingLines,
} from '../../../../apps-script/windows/messages/team-history-text';
import { backToday, isAwayNow, maySetLeaves, NEW_LEAVE } from '../../../../apps-script/windows/team/leaves';
import {
  isMembersBusy,
  type MembersMessage,
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
import { emailOf, idOf, type Who } from '../../../suite';
import { queueSeats } from '../../queue-seats';
import { usingSheet } from '../../sheet-scene';
import { runWindow } from '../../window-runner';

const MEMBERS = { update: updateMembers, isBusy: isMembersBusy };

const sheet = usingSheet();
const openMembers = async (who: Who) =>
  runWindow(await sheet().sit(who), startMembers(), (state, message: MembersMessage | typeof CLOSE_BUTTON) =>
    updateClosable(MEMBERS, state, message),
  );
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
    const id = added.answer.members.find(({ name }) => name === '山田')?.id ?? '';
    const values = {
      name: '山田',
      kana: 'ﾔﾏﾀﾞ',
      email: 'yamada@hachi.example',
      role: 'fs',
      language: '',
    } as const;
    await window.dispatch({ type: 'begin', task: { kind: 'edit', id, values } });
    expect(await window.dispatch({ type: 'send' })).toMatchObject({ outcome: { kind: 'saved' } });
    await window.dispatch({ type: 'beginDeparture', id });
    expect(await window.dispatch({ type: 'send' })).toMatchObject({
      outcome: { kind: 'left', member: { active: false } },
    });
    await window.dispatch({ type: 'begin', task: { kind: 'return', id } });
    const back = readMembers(await window.dispatch({ type: 'send' }));
    expect(memberOf(back.answer, id)).toMatchObject({ active: true, role: 'fs', kana: 'ヤマダ' });
    const lines = linesOf(back).slice(0, 4);
    expect(lines).toEqual([
      '山田: 退職 → 在籍',
      '山田: 在籍 → 退職',
      '山田: インサイドセールス、読みなし → フィールドセールス、ヤマダ',
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
    expect(refused.answer.members.map(({ name }) => name)).toContain('早い人');
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

  test('whoever leaves is offered to hand over what field sales return to them, and nothing else begins while it is on its way', async () => {
    const { store } = queueSeats(() => sheet().suite);
    await store('a_own', { ownerId: idOf('is2'), isOwnerId: idOf('is2') });
    await store('a_back', { ownerId: idOf('fs'), isOwnerId: idOf('is2') });
    const window = await openMembers('admin');
    const handOverOf = (state: MembersState) => {
      const { task } = readMembers(state);
      if (task?.kind !== 'departure') throw new Error(task?.kind ?? 'no task');
      return task.handOver;
    };
    const toHandOver = (message: HandOverMessage) => window.dispatch({ type: 'handOver', message });
    const read = await window.dispatch({ type: 'beginDeparture', id: idOf('is2') });
    expect(handOverOf(read).rows?.map(({ id, isInsideSales }) => [id, isInsideSales === true])).toEqual([
      ['a_own', false],
      ['a_back', true],
    ]);
    await toHandOver({ type: 'receive', memberId: idOf('is'), receives: true });
    await toHandOver({ type: 'write', note: '退職' });
    const closes = () => updateClosable(MEMBERS, window.state(), CLOSE_BUTTON).effects;
    expect(closes()).toEqual([CLOSE]);
    const going = toHandOver({ type: 'begin' });
    expect(closes()).toEqual([]);
    const id = idOf('is2');
    for (const message of [
      { type: 'send' },
      { type: 'cancel' },
      { type: 'beginDeparture', id: idOf('is') },
      { type: 'beginLeaves', id },
      { type: 'begin', task: NEW_MEMBER },
    ] as const)
      expect(readMembers(await window.dispatch(message)).task).toMatchObject({ kind: 'departure', id });
    expect(handOverOf(await going)).toMatchObject({ phase: { kind: 'done' }, rows: [] });
    expect(closes()).toEqual([CLOSE]);
    expect(await window.dispatch({ type: 'send' })).toMatchObject({ outcome: { kind: 'left' } });
    await window.dispatch({ type: 'begin', task: { kind: 'return', id } });
    await window.dispatch({ type: 'send' });
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
