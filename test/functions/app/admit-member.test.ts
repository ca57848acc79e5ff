import { admitMember, type SignedInPerson } from '../../../functions/app/admit-member';
import { changeTeam, loadTeam, memberId } from '../../../functions/store/team';
import { aMember } from '../../builders';
import { eachOpenStore } from './submit-requests';

const NOW = '2026-07-01T03:00:00.000Z';
const ADMIN = { sub: '1', email: 'admin@example.jp' };

eachOpenStore('who is let in', (db) => {
  const enter = (person: SignedInPerson, firstAdmin: string | null = ADMIN.email) =>
    admitMember(db(), person, firstAdmin, NOW);
  const addMember = (email: string) => {
    const member = { ...aMember({ id: memberId(email), email }), sub: null };
    return changeTeam(db(), 'test', NOW, (team) => ({
      ...team,
      members: { ...team.members, [member.id]: member },
    }));
  };

  test('the first admin comes in while there is no member, and nobody else does', async () => {
    expect(await enter({ sub: '2', email: 'rep@example.jp' })).toBeNull();
    expect(await enter(ADMIN, null)).toBeNull();
    expect((await enter(ADMIN))?.member).toMatchObject({ role: 'admin', sub: '1' });
    expect(await enter({ sub: '9', email: ADMIN.email })).toBeNull();
    expect(await enter({ sub: '2', email: 'second@example.jp' }, 'second@example.jp')).toBeNull();
  });

  test('an address is bound to the first who signs in with it; another subject is a stranger', async () => {
    await enter(ADMIN);
    await addMember('rep@example.jp');
    expect((await enter({ sub: '2', email: 'rep@example.jp' }))?.member).toMatchObject({ sub: '2' });
    expect(await enter({ sub: '3', email: 'rep@example.jp' })).toBeNull();
    // The address of the same Google account may change.
    expect((await enter({ sub: '2', email: 'married@example.jp' }))?.member.email).toBe('rep@example.jp');
  });

  test('twenty first calls at once make one admin; twenty newcomers at once all come in', async () => {
    const first = await Promise.all(Array.from({ length: 20 }, () => enter(ADMIN)));
    expect(first.map((admitted) => admitted?.member.id)).toEqual(Array(20).fill(memberId(ADMIN.email)));
    expect((await loadTeam(db())).version).toBe(1);
    const emails = Array.from({ length: 20 }, (_, n) => `rep${n}@example.jp`);
    for (const email of emails) await addMember(email);
    const all = await Promise.all(emails.map((email, n) => enter({ sub: `s${n}`, email })));
    expect(all).toMatchObject(emails.map((email, n) => ({ member: { email, sub: `s${n}` } })));
    // Whoever has the list before them may go on with it: signing in is no change of it.
    expect((await loadTeam(db())).version).toBe(21);
  });
});
