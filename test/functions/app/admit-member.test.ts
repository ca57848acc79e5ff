import { admitMember, type SignedInPerson } from '../../../functions/app/admit-member';
import { teamRef } from '../../../functions/store/firestore';
import { changeTeam, loadTeam, memberId } from '../../../functions/store/team';
import { isUnreadable } from '../../../functions/store/team-document';
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

  test('who has a broken record is not bound; the first admin comes back in where no admin can be read', async () => {
    const { sub } = ADMIN;
    const broken = { ...aMember({ id: 'boss', email: ADMIN.email }), role: 'boss', sub };
    const rep = { ...aMember({ id: 'rep', email: 'rep@example.jp' }), role: 'boss', sub: null };
    await teamRef(db()).set({ version: 3, members: { boss: broken, rep }, settings: {} });
    const asRep = await enter({ sub: '2', email: rep.email });
    expect([asRep?.member.id, asRep && isUnreadable(asRep.team, asRep.member)]).toEqual(['rep', true]);
    expect((await loadTeam(db())).members.rep?.sub).toBeNull();
    // Another Google account with that address is nobody.
    expect(await enter({ sub: '9', email: ADMIN.email })).toBeNull();
    expect((await enter(ADMIN, 'other@example.jp'))?.member.active).toBe(false);
    expect((await enter(ADMIN))?.member).toEqual({ ...broken, role: 'admin', active: true });
    expect(Object.keys((await loadTeam(db())).unreadableMembers)).toEqual(['rep']);
  });

  test('a first admin who has left stays out, also where no admin can be read', async () => {
    await enter(ADMIN);
    const id = memberId(ADMIN.email);
    await teamRef(db()).update({ [`members.${id}.active`]: false });
    expect((await enter(ADMIN))?.member).toMatchObject({ active: false });
  });
});
