import { DEFAULT_SETTINGS } from '../../../functions/domain/account/team';
import { teamRef } from '../../../functions/store/firestore';
import { admitMember, changeTeam, loadTeam, memberId, type Team } from '../../../functions/store/team';
import { eachOpenStore } from '../app/submit-requests';

const NOW = '2026-07-01T03:00:00.000Z';
const ADMIN = { sub: '1', email: 'admin@example.jp' };
const named = (email: string, over: Partial<Team['members'][string]> = {}): Team['members'][string] => ({
  id: memberId(email),
  email,
  name: email,
  role: 'is',
  active: true,
  sub: null,
  ...over,
});

eachOpenStore('the team', (db) => {
  const enter = (who: { sub: string; email: string }, firstAdmin: string | null = ADMIN.email) =>
    admitMember(db(), who, firstAdmin, NOW);
  const withMember = (member: Team['members'][string]) =>
    changeTeam(db(), 'test', NOW, (team) => ({ ...team, members: { ...team.members, [member.id]: member } }));

  test('the first admin comes in while there is no member, and nobody else does', async () => {
    expect(await enter({ sub: '2', email: 'rep@example.jp' })).toBeNull();
    expect(await enter(ADMIN, null)).toBeNull();
    expect((await enter(ADMIN))?.member).toMatchObject({ role: 'admin', sub: '1' });
    expect(await enter({ sub: '9', email: ADMIN.email })).toBeNull();
    expect(await enter({ sub: '2', email: 'second@example.jp' }, 'second@example.jp')).toBeNull();
  });

  test('an address is bound to the first who signs in with it; another subject is a stranger', async () => {
    await enter(ADMIN);
    await withMember(named('rep@example.jp'));
    expect((await enter({ sub: '2', email: 'rep@example.jp' }))?.member).toMatchObject({ sub: '2' });
    expect(await enter({ sub: '3', email: 'rep@example.jp' })).toBeNull();
    // The address of the same Google account may change.
    expect((await enter({ sub: '2', email: 'married@example.jp' }))?.member.email).toBe('rep@example.jp');
  });

  test('twenty first calls at once make one admin; twenty newcomers at once all come in', async () => {
    const first = await Promise.all(Array.from({ length: 20 }, () => enter(ADMIN)));
    expect(first.map((one) => one?.member.id)).toEqual(Array(20).fill(memberId(ADMIN.email)));
    expect((await loadTeam(db())).version).toBe(1);
    const emails = Array.from({ length: 20 }, (_, n) => `rep${n}@example.jp`);
    for (const email of emails) await withMember(named(email));
    const all = await Promise.all(emails.map((email, n) => enter({ sub: `s${n}`, email })));
    expect(all).toMatchObject(emails.map((email, n) => ({ member: { email, sub: `s${n}` } })));
    // Whoever has the list before them may go on with it: signing in is no change of it.
    expect((await loadTeam(db())).version).toBe(21);
  });

  test('every change is history, with the state before and after', async () => {
    await enter(ADMIN);
    await withMember(named('rep@example.jp'));
    const { docs } = await teamRef(db()).collection('events').orderBy('version').get();
    expect(docs.map((doc) => [doc.get('version'), doc.get('by')])).toEqual([
      [1, memberId(ADMIN.email)],
      [2, 'test'],
    ]);
    expect(docs[1]?.get('before')).toEqual(docs[0]?.get('after'));
    expect(docs[1]?.get('after')).toEqual(await loadTeam(db()));
  });

  test('settings that a later version of the code adds have their defaults', async () => {
    await teamRef(db()).set({ version: 3, members: {}, settings: { language: 'en' } });
    expect((await loadTeam(db())).settings).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
  });
});
