import { admitMember } from '../../../functions/app/admit-member';
import { unbindSignIn } from '../../../functions/app/unbind-sign-in';
import { teamRef } from '../../../functions/store/firestore';
import { aMember } from '../../builders';
import { eachOpenStore } from './submit-requests';

const NOW = '2026-07-01T03:00:00.000Z';
const REP = { ...aMember({ id: 'rep', email: 'rep@example.jp' }), sub: 'google-1' };

eachOpenStore('unbinding a sign-in', (db) => {
  const unbind = (memberId: string, expectedVersion = 3) =>
    unbindSignIn(db(), { by: 'admin', at: NOW, expectedVersion, memberId });
  const enter = (sub: string) => admitMember(db(), { sub, email: REP.email }, null, NOW);
  beforeEach(() =>
    teamRef(db()).set({
      version: 3,
      members: {
        rep: REP,
        broken: { ...REP, id: 'broken', role: 'boss', email: 'a@example.jp', sub: 'google-3' },
      },
      settings: {},
    }),
  );

  test('the next Google account of the address is bound, and the one before is a stranger', async () => {
    expect(await enter('google-2')).toBeNull();
    expect(await unbind('rep')).toMatchObject({ version: 4, members: { rep: { sub: null } } });
    expect((await enter('google-2'))?.member.id).toBe('rep');
    expect(await enter('google-1')).toBeNull();
    const { docs } = await teamRef(db()).collection('events').get();
    expect(docs.map((doc) => [doc.get('by'), doc.get('version')])).toEqual([['admin', 4]]);
  });

  test('twice, it is the same; on an older version of the list it is refused', async () => {
    expect(await unbind('rep', 2)).toEqual({ problem: { code: 'TEAM_CHANGED', version: 3 } });
    await unbind('rep');
    expect(await unbind('rep')).toMatchObject({ version: 4 });
  });

  test.each([
    ['nobody', { code: 'MEMBER_UNKNOWN', id: 'nobody' }],
    ['toString', { code: 'MEMBER_UNKNOWN', id: 'toString' }],
    ['broken', { code: 'MEMBER_UNREADABLE' }],
  ])('%s is refused', async (id, problem) => {
    expect(await unbind(id)).toEqual({ problem });
  });
});
