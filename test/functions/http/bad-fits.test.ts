import type { ApprovalsAnswer } from '../../../functions/contract/approvals';
import { accountDocument } from '../../../functions/store/account-fields';
import { accountRef } from '../../../functions/store/firestore';
import { aJudgement, anAccount } from '../../builders';
import { aCommandRequest, aRegisterRequest, idOf, rowOf, usingSuite, type Who } from '../../suite';

const suite = usingSuite();

/** Of the member: bad fits for that reason, and accounts that fit. */
const store = async (who: 'is' | 'is2' | 'fs', badFits: number, reason: string, fitting: number) => {
  const batch = suite().db.batch();
  for (let n = 0; n < badFits + fitting; n += 1) {
    const id = `a_${who}_${reason}_${n}`;
    const over = n < badFits ? { status: 'BAD_FIT' as const } : { status: 'DEAD_OPPORTUNITY' as const };
    const badFit = n < badFits ? aJudgement({ by: idOf(who), reason }) : null;
    const account = anAccount({ id, ownerId: idOf(who), ...over, badFit });
    batch.set(accountRef(suite().db, id), accountDocument(account, []));
  }
  await batch.commit();
};

test('rates by member and reason, with how sure they are; for managers', async () => {
  await store('is', 18, 'SIZE', 2);
  await store('is', 2, 'NO_NEED', 0);
  await store('is2', 3, 'NO_NEED', 30);
  await store('fs', 1, 'SIZE', 1);
  const working = anAccount({ id: 'a_working', status: 'WORKING', ownerId: idOf('is2') });
  await accountRef(suite().db, 'a_working').set(accountDocument(working, []));

  const { status, body } = await suite().call('manager', 'bad-fits');
  expect(status).toBe(200);
  const found = new Map(body.members.map((one: { memberId: string }) => [one.memberId, one]));
  expect([...found.keys()].sort()).toEqual([idOf('fs'), idOf('is'), idOf('is2')].sort());
  expect(found.get(idOf('is'))).toMatchObject({
    ...{ count: 20, total: 22, restCount: 4, restTotal: 35, verdict: 'higher' },
  });
  expect(found.get(idOf('is2'))).toMatchObject({ count: 3, total: 33, verdict: 'lower' });
  expect(found.get(idOf('fs'))).toMatchObject({ count: 1, total: 2, verdict: 'tooFew', p: null });
  const reasons = body.reasons.map(({ code, members }: { code: string; members: { count: number }[] }) => [
    code,
    members.map(({ count }) => count).sort(),
  ]);
  expect(Object.fromEntries(reasons)).toEqual({ SIZE: [0, 1, 18], NO_NEED: [0, 2, 3] });

  for (const who of ['viewer', 'is', 'fs'] as const) {
    const refused = await suite().call(who, 'bad-fits');
    expect([refused.status, refused.body.error.code]).toEqual([403, 'ROLE_NOT_ALLOWED']);
  }
});

test('the proposals that wait are listed with what they are about, and answered in one block', async () => {
  const { version } = (await suite().call('admin', 'members')).body;
  const settings = { expectedVersion: version, settings: { products: ['Cloud'] } };
  expect((await suite().call('manager', 'settings', { body: settings })).status).toBe(200);
  const none = { explicitNeed: 'none', latentNeed: 'none' } as const;
  const data = { fit: { ...none, reason: 'SIZE', products: ['Cloud'] } };
  const names = ['会社 甲', '会社 乙', '会社 丙'];
  const rows = (await suite().submit('is', ...names.map((name) => aRegisterRequest(name)))).map(rowOf);
  const moved = await suite().submit(
    'is',
    ...rows.map((row) => aCommandRequest({ type: 'changeStatus', to: 'BAD_FIT', data }, row)),
  );
  expect(moved.map(({ status }) => status)).toEqual([200, 200, 200]);
  const ask = async (who: Who, query: Record<string, string | number> = {}) =>
    (await suite().call(who, 'approvals', { query })).body;
  const first = await ask('manager', { limit: 2 });
  const rest = await ask('manager', { limit: 2, cursor: first.cursor });
  const waiting: ApprovalsAnswer['proposals'] = [...first.proposals, ...rest.proposals];
  expect(waiting.map(({ name }) => name).sort()).toEqual([...names].sort());
  expect(waiting[0]).toMatchObject({
    status: 'BAD_FIT',
    approval: { proposedBy: idOf('is'), reason: { ja: '規模対象外' }, ifRejected: 'COLD', mayApprove: true },
  });
  expect((await ask('is')).proposals[0].approval).toMatchObject({ mayApprove: false, mayReject: false });
  const results = await suite().submit(
    'manager',
    ...waiting.map(({ accountId, version, approval: { proposalId } }) => ({
      ...aCommandRequest({ type: 'approve', proposalId, note: '確認しました' }, { id: accountId, version }),
    })),
  );
  expect(results.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await ask('manager')).proposals).toEqual([]);
  expect((await suite().call('manager', 'approvals', { query: { cursor: 'x' } })).status).toBe(400);
});
