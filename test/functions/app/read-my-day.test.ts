import { readMyDay } from '../../../functions/app/read-my-day';
import type { Member } from '../../../functions/domain/account/team';
import { loadTeam } from '../../../functions/store/team';
import { aCommandRequest, aRegisterRequest, idOf, rowOf, TODAY, usingSuite } from '../../suite';

const suite = usingSuite();

const daySection = async (who: 'is' | 'fs', part: string) => {
  const { body } = await suite().call(who, 'day');
  const section = body.sections.find((one: { part: string }) => one.part === part);
  return (section?.items ?? []).map(({ company }: { company: string }) => company);
};

test('an opportunity that was passed on is told to both, also when it was returned and the account is worked on again', async () => {
  const { version } = (await suite().call('is', 'settings')).body;
  const settings = { expectedVersion: version, settings: { products: ['Cloud'] } };
  await suite().call('manager', 'settings', { body: settings });
  const cold = rowOf((await suite().submit('is', aRegisterRequest('株式会社案件')))[0]);
  const handOverNote = { metWith: '山田部長', bant: '予算あり', nextStep: '見積もり' };
  const opportunity = { product: 'Cloud', fsOwnerId: idOf('fs'), since: TODAY, handOverNote };
  const toActive = {
    type: 'changeStatus',
    to: 'ACTIVE_OPPORTUNITY',
    data: { ownerId: idOf('is'), opportunity },
  } as const;
  const active = rowOf((await suite().submit('is', aCommandRequest(toActive, cold)))[0]);
  expect(await daySection('fs', 'passedTo')).toEqual(['株式会社案件']);
  expect(await daySection('is', 'passedOn')).toEqual(['株式会社案件']);

  const { body } = await suite().call('fs', 'account', { query: { id: active.id } });
  const [opportunityId = ''] = Object.keys(body.account.opportunities);
  const returned = {
    type: 'closeOpportunity',
    closing: { opportunityId, outcome: 'returned', on: TODAY },
    decision: {
      to: 'WORKING',
      data: { action: { kind: 'call', date: TODAY, with: '山田部長' }, reason: '予算が来期のため' },
    },
  } as const;
  const working = rowOf((await suite().submit('fs', aCommandRequest(returned, active)))[0]);
  expect(working).toMatchObject({ status: 'WORKING', ownerId: idOf('is') });
  expect(await daySection('fs', 'pursued')).toEqual([]);
  expect(await daySection('is', 'passedOn')).toEqual(['株式会社案件']);
});

test('a promise is in the day of the owner, in any status, until it is kept', async () => {
  const cold = rowOf((await suite().submit('is', aRegisterRequest('株式会社約束')))[0]);
  const give = { type: 'handOver', toId: idOf('fs'), note: '担当替え', promises: '4月に訪問' } as const;
  const given = rowOf((await suite().submit('is', aCommandRequest(give, cold)))[0]);
  expect(await daySection('fs', 'promised')).toEqual(['株式会社約束']);
  expect(await daySection('is', 'promised')).toEqual([]);
  await suite().submit('fs', aCommandRequest({ type: 'keepPromises' }, given));
  expect(await daySection('fs', 'promised')).toEqual([]);
});

test('whoever proposed a bad fit is told how a manager has answered', async () => {
  const cold = rowOf((await suite().submit('is', aRegisterRequest('株式会社回答')))[0]);
  const none = { explicitNeed: 'none', latentNeed: 'none' } as const;
  const fit = { reason: 'SIZE', products: ['Cloud'], ...none };
  const toBadFit = { type: 'changeStatus', to: 'BAD_FIT', data: { fit } } as const;
  const proposed = rowOf((await suite().submit('is', aCommandRequest(toBadFit, cold)))[0]);
  expect(await daySection('is', 'answered')).toEqual([]);
  const { account } = (await suite().call('is', 'account', { query: { id: proposed.id } })).body;
  const reject = { type: 'reject', proposalId: account.proposal.id, note: '来期に拡大' } as const;
  rowOf((await suite().submit('manager', aCommandRequest(reject, proposed)))[0]);
  expect(await daySection('is', 'answered')).toEqual(['株式会社回答']);
  expect(await daySection('fs', 'answered')).toEqual([]);
});

test('accounts beyond those that are looked at are counted', async () => {
  const who = { ownerId: idOf('is') };
  const action = { kind: 'call', date: TODAY, with: '受付' } as const;
  for (const name of ['一', '二', '三']) {
    const cold = rowOf((await suite().submit('is', aRegisterRequest(`株式会社多数${name}`)))[0]);
    const work = { type: 'changeStatus', to: 'WORKING', data: { ...who, action } } as const;
    await suite().submit('is', aCommandRequest(work, cold));
  }
  const team = await loadTeam(suite().db);
  const member = team.members[idOf('is')] as Member;
  const unread = async (limit?: number) => (await readMyDay(suite().db, member, team, TODAY, limit)).unread;
  // Four are worked on, with the one that came back, which was passed on, too.
  expect([await unread(), await unread(4), await unread(2)]).toEqual([0, 0, 2]);
});
