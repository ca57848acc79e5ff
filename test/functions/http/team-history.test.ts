import type { TeamHistoryAnswer } from '../../../functions/contract/team-history';
import { teamRef } from '../../../functions/store/firestore';
import { emailOf, idOf, usingSuite, type Who } from '../../suite';

const suite = usingSuite();
const history = async (query: Record<string, number> = {}): Promise<TeamHistoryAnswer> =>
  (await suite().call('manager', 'team-history', { query })).body;
const change = async (who: Who, name: 'members' | 'settings', body: object) => {
  const { version } = (await suite().call('admin', 'members')).body;
  const answer = await suite().call(who, name, { body: { expectedVersion: version, ...body } });
  expect([answer.status, answer.body.error]).toEqual([200, undefined]);
};

test('managers and admins read it, nobody else', async () => {
  for (const who of ['viewer', 'is', 'fs'] as const) {
    const { status, body } = await suite().call(who, 'team-history');
    expect([status, body.error.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
  }
  for (const who of ['manager', 'admin'] as const)
    expect((await suite().call(who, 'team-history')).status).toBe(200);
});

test('it says who changed which member or setting, when, from what to what, the newest first', async () => {
  suite().clock.set(new Date('2026-07-02T03:04:05Z'));
  await change('manager', 'settings', { settings: { workingDays: 60, products: ['Hachi'] } });
  await change('admin', 'members', {
    member: { id: idOf('is2'), email: emailOf('is2'), name: '鈴木', role: 'fs', active: true },
  });
  const [role, settings] = (await history()).entries;
  expect(settings).toMatchObject({
    ...{
      by: idOf('manager'),
      at: expect.stringContaining('2026-07-02T03:04:0'),
      members: [],
      unreadable: [],
    },
    settings: {
      before: { workingDays: 90, products: [] },
      after: { workingDays: 60, products: ['Hachi'] },
    },
  });
  expect(role).toMatchObject({
    by: idOf('admin'),
    members: [{ id: idOf('is2'), before: { name: 'is2', role: 'is' }, after: { name: '鈴木', role: 'fs' } }],
    settings: { before: {}, after: {} },
  });
});

test('page by page it goes back to the first admin, without a gap; no sign-in stands in it', async () => {
  const whole = await history({ limit: 200 });
  expect(whole.next).toBeNull();
  expect(whole.entries[whole.entries.length - 1]).toMatchObject({
    version: 1,
    members: [{ id: idOf('admin'), before: null, after: { role: 'admin', active: true } }],
  });
  const paged = [];
  for (let page = await history({ limit: 3 }); ; page = await history({ limit: 3, before: page.next })) {
    paged.push(...page.entries);
    if (page.next === null) break;
  }
  expect(paged).toEqual(whole.entries);
  expect(JSON.stringify(whole)).not.toContain('"sub"');
});

test('what cannot be read of an entry is named, and takes nothing else along', async () => {
  const [newest, next] = (await history()).entries;
  const events = teamRef(suite().db).collection('events');
  const refOf = (version: number | undefined) => events.doc(String(version).padStart(8, '0'));
  await refOf(next?.version).update({ 'before.settings.mood': 'calm', 'after.settings.workingDays': 'many' });
  await refOf(newest?.version).update({ at: 5 });
  const { entries, problems } = await history();
  expect(problems).toMatchObject([{ kind: 'teamEntry', id: String(newest?.version), fields: ['at'] }]);
  expect(entries[0]?.unreadable.toSorted()).toEqual(['mood', 'workingDays']);
  expect(entries[0]?.settings.after).toEqual({ products: ['Hachi'] });
});
