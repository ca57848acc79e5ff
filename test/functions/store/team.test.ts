import { DEFAULT_SETTINGS } from '../../../functions/domain/account/team';
import { teamRef } from '../../../functions/store/firestore';
import { changeTeam, loadTeam } from '../../../functions/store/team';
import { withMember } from '../../../functions/store/team-document';
import { aMember } from '../../builders';
import { eachOpenStore } from '../app/submit-requests';

const NOW = '2026-07-01T03:00:00.000Z';

eachOpenStore('the team', (db) => {
  const saveMember = (by: string, id: string) =>
    changeTeam(db(), by, NOW, (team) => ({
      ...team,
      members: { ...team.members, [id]: { ...aMember({ id }), sub: null } },
    }));

  test('every change is history: what differs before and after, for two years, and no sign-in', async () => {
    await saveMember('admin', 'first');
    await saveMember('admin', 'second');
    const { docs } = await teamRef(db()).collection('events').orderBy('version').get();
    expect(docs.map((doc) => [doc.get('version'), doc.get('by')])).toEqual([
      [1, 'admin'],
      [2, 'admin'],
    ]);
    expect(docs[1]?.get('before')).toEqual({ members: {}, settings: {} });
    expect(docs[1]?.get('after')).toEqual({
      members: { second: { ...aMember({ id: 'second' }), isBound: false } },
      settings: {},
    });
    expect(docs[1]?.get('expireAt').toDate()).toEqual(new Date('2028-06-30T03:00:00.000Z'));
  });

  test('of settings, too, those that differ', async () => {
    await changeTeam(db(), 'admin', NOW, (team) => ({
      ...team,
      settings: { ...team.settings, language: 'en' },
    }));
    const { docs } = await teamRef(db()).collection('events').get();
    expect([docs[0]?.get('before.settings'), docs[0]?.get('after.settings')]).toEqual([
      { language: 'ja' },
      { language: 'en' },
    ]);
  });

  test('settings that a later version of the code adds have their defaults', async () => {
    await teamRef(db()).set({ version: 3, members: {}, settings: { language: 'en' } });
    expect((await loadTeam(db())).settings).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
  });

  test('a change that refuses writes nothing and gives its problem', async () => {
    const team = await saveMember('admin', 'first');
    expect(await changeTeam(db(), 'admin', NOW, () => ({ problem: 'LAST_ADMIN' }))).toEqual({
      problem: 'LAST_ADMIN',
    });
    expect(await loadTeam(db())).toEqual(team);
  });

  test('what people do not see of the team makes no new version, and no history', async () => {
    const { version } = await saveMember('admin', 'first');
    const bound = await changeTeam(db(), 'first', NOW, (team) => ({
      ...team,
      members: { first: { ...aMember({ id: 'first' }), sub: 'google-1' } },
    }));
    expect([bound.version, bound.members.first?.sub]).toEqual([version, 'google-1']);
    expect((await teamRef(db()).collection('events').get()).size).toBe(version);
  });

  test('the history names who has unbound a sign-in', async () => {
    const bound = { ...aMember({ id: 'first' }), sub: 'google-1' };
    await changeTeam(db(), 'admin', NOW, (team) => withMember(team, bound));
    await changeTeam(db(), 'admin', NOW, (team) => withMember(team, { ...bound, sub: null }));
    const { docs } = await teamRef(db()).collection('events').orderBy('version').get();
    expect(docs.map((doc) => doc.get('after.members.first.isBound'))).toEqual([true, false]);
    expect(JSON.stringify(docs.map((doc) => doc.data()))).not.toContain('google-1');
  });

  test('a member who cannot be read stays as it is stored, whatever else is changed', async () => {
    const broken = {
      ...aMember({ id: 'broken', email: 'a@example.jp' }),
      role: 'boss',
      sub: null,
      since: new Date(0),
    };
    await teamRef(db()).set({ version: 0, members: { broken }, settings: {} });
    const stored = (await teamRef(db()).get()).get('members.broken');
    const team = await saveMember('admin', 'first');
    expect(Object.keys(team.unreadableMembers)).toEqual(['broken']);
    expect((await teamRef(db()).get()).get('members.broken')).toEqual(stored);
  });
});
