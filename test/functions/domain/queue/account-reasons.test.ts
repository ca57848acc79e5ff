import type { Account } from '../../../../functions/domain/account/account';
import {
  approvalReason,
  debtReason,
  endedClientReason,
  type FindReason,
  leaverReason,
  memberText,
  noStepReason,
  reviewReason,
  revisitReason,
  timeBoxReason,
} from '../../../../functions/domain/queue/account-reasons';
import type { QueueReason } from '../../../../functions/domain/queue/queue-reason';
import { NEXT_STEPS } from '../../../../functions/domain/queue/queue-texts';
import {
  aMember,
  anAccount,
  anActivity,
  anOpportunity,
  aSettings,
  byId,
  MEMBERS,
  theMember,
} from '../../../builders';
import { aBadFit, aCheck, aLoss, anEndedClient, aProposal, bantOf, queueContext } from './queue-scene';

const working = (since: string, over: Parameters<typeof anAccount>[0] = {}): Account =>
  anAccount({ status: 'WORKING', statusSince: since, ownerId: 'is', ...over });
const spoken = (date: string) => byId(anActivity({ date, kind: 'meeting' }));

type Expected = Partial<Pick<QueueReason, 'band' | 'due' | 'daysOver' | 'actorId' | 'next'>> & {
  why: string;
};

test.each<[string, FindReason, Account, Expected]>([
  [
    'a client whose last product has ended',
    endedClientReason,
    anEndedClient(),
    {
      band: 'decide',
      due: '2026-04-30',
      daysOver: 62,
      actorId: null,
      why: '利用中の製品はすべて終了(2026-04-30)',
    },
  ],
  [
    'met, in work, and silent for a month',
    noStepReason,
    working('2026-05-01', { everMet: true, activities: spoken('2026-05-20') }),
    {
      band: 'decide',
      due: '2026-06-19',
      daysOver: 12,
      why: '商談済みだが、次の一手が決まっていない(2026-05-20 から30日以上連絡なし)',
    },
  ],
  [
    'a proposal, with its reason and its note',
    approvalReason,
    aCheck({ proposal: aProposal() }),
    {
      band: 'approve',
      due: '2026-06-29',
      daysOver: 2,
      actorId: null,
      why: 'is さんが「不適合(規模対象外)」を提案(2026-06-29):従業員5名',
    },
  ],
  [
    'a proposal of somebody who has left, for another move',
    approvalReason,
    aBadFit({ proposal: aProposal({ by: 'left', to: 'WORKING', data: {}, note: null }) }),
    { band: 'approve', why: 'left(退職) さんが「ワーキング」を提案(2026-06-29)' },
  ],
  [
    'a lost account on its day',
    revisitReason,
    aLoss(),
    { band: 'revisit', due: '2026-07-01', daysOver: 0, actorId: 'is', why: '失注からの再訪:手作業が多い' },
  ],
  [
    'a lost account that waits for a trigger: after a year',
    revisitReason,
    aLoss({}, { on: '2025-06-15', revisitOn: null, revisitTrigger: '契約の更新' }),
    { due: '2026-06-15', daysOver: 16, why: '失注からの再訪:手作業が多い / 契約の更新' },
  ],
  [
    'a bad fit that nobody has reviewed',
    reviewReason,
    aBadFit({}, { reviewedBy: null }),
    { band: 'review', due: '2026-05-01', actorId: null, why: '不適合のレビューが済んでいない' },
  ],
  [
    'a bad fit that a list brought in, without a reason',
    reviewReason,
    aBadFit({ badFit: null, debts: ['FIT'], statusSince: '2026-06-01' }),
    { band: 'review', due: '2026-06-01', why: 'リストから取り込んだ不適合(理由なし)' },
  ],
  [
    'a bad fit that somebody is asked to judge once more',
    reviewReason,
    aBadFit({}, { rejudgement: { memberId: 'fs', by: 'manager', on: '2026-06-01' } }),
    {
      ...{ band: 'review', due: '2026-06-01', daysOver: 30, actorId: 'fs' },
      why: 'manager さんが fs さんに再判定を依頼(2026-06-01)',
    },
  ],
  [
    'a bad fit on the day of its review',
    reviewReason,
    aBadFit({}, { reviewOn: '2026-07-01' }),
    { band: 'review', due: '2026-07-01', daysOver: 0, why: '不適合(規模対象外)の見直し日 2026-07-01' },
  ],
  [
    'a bad fit whose reason the team has taken out of its settings',
    reviewReason,
    aBadFit({}, { reviewOn: '2026-07-01', reason: 'TOO_FAR' }),
    { band: 'review', why: '不適合の見直し日 2026-07-01' },
  ],
  [
    'a bad fit, and a product that it was not judged against',
    reviewReason,
    aBadFit({}, { products: ['Cloud'] }),
    { band: 'review', due: null, daysOver: 0, why: '判断の後に加わった製品: Desk' },
  ],
  [
    'a bad fit that a list brought in, reviewed, and judged against nothing',
    reviewReason,
    aBadFit({}, { products: [] }),
    { band: 'review', due: null, daysOver: 0, why: 'どの製品に対する判断か、記録がない' },
  ],
  [
    'working beyond its time box',
    timeBoxReason,
    working('2026-04-01'),
    {
      band: 'timeBox',
      due: '2026-06-30',
      daysOver: 1,
      actorId: null,
      why: 'ワーキングのまま91日(期限90日)',
    },
  ],
  [
    'an owner who has left',
    leaverReason,
    anAccount({ ownerId: 'left' }),
    { band: 'leaver', due: null, actorId: null, why: '担当者: left(退職)' },
  ],
  [
    'an opportunity of somebody who has left, on an account of somebody else',
    leaverReason,
    anAccount({ ownerId: 'is', opportunities: byId(anOpportunity({ fsOwnerId: 'left' })) }),
    { band: 'leaver', actorId: null, why: '案件 Cloud の担当: left(退職)' },
  ],
  [
    'an inside sales rep who has left, beside the owner',
    leaverReason,
    anAccount({ ownerId: 'fs', isOwnerId: 'left' }),
    {
      ...{ band: 'leaver', actorId: null, next: NEXT_STEPS.handOverInsideSales },
      why: 'IS 担当: left(退職)',
    },
  ],
  [
    'a proposal of somebody who has left',
    leaverReason,
    aCheck({ proposal: aProposal({ by: 'left' }) }),
    { band: 'leaver', actorId: null, why: '申請した人: left(退職)' },
  ],
  [
    'missing data',
    debtReason,
    aCheck({ debts: ['NEED', 'OWNER'] }),
    { band: 'debt', due: null, actorId: 'is', why: '足りない項目: 窓口の人、担当' },
  ],
  [
    'a check of which nothing is known',
    debtReason,
    aCheck({ debts: ['NEED'], awaitedCondition: null, bant: { ...aCheck().bant, need: bantOf('unknown') } }),
    { band: 'debt', why: '足りない項目: 課題・条件・窓口' },
  ],
  [
    'missing data, and nobody who would fill it in',
    debtReason,
    aCheck({ debts: ['NEED', 'OWNER'], ownerId: null }),
    {
      ...{ actorId: null, next: NEXT_STEPS.giveOwnerAndFillIn },
      why: '足りない項目: 窓口の人、担当',
    },
  ],
  [
    'a bad fit, which nobody has to own, without its reason',
    debtReason,
    aBadFit({ debts: ['FIT'], ownerId: null }),
    { actorId: null, next: NEXT_STEPS.fillIn, why: '足りない項目: 不適合の理由' },
  ],
])('%s', (_, find, account, { why, ...expected }) => {
  const reason = find(account, queueContext());
  expect(reason).toMatchObject({ missed: 0, ...expected });
  expect(reason?.why.ja).toBe(why);
  expect(reason?.why.en).not.toBe('');
  expect(reason?.next.ja).not.toBe('');
});

test.each<[string, FindReason, Account]>([
  ['a client whose last product ends tomorrow', endedClientReason, anEndedClient({}, '2026-07-02')],
  ['in work and never met', noStepReason, working('2026-05-01')],
  [
    'met, and spoken with a month ago to the day',
    noStepReason,
    working('2026-05-01', { everMet: true, activities: spoken('2026-06-01') }),
  ],
  ['met, and in work for a month only', noStepReason, working('2026-06-02', { everMet: true })],
  [
    'a bad fit in effect is reviewed, not approved',
    approvalReason,
    aBadFit({ proposal: aProposal({ inEffect: true }) }),
  ],
  ['lost, and its day is tomorrow', revisitReason, aLoss({}, { revisitOn: '2026-07-02' })],
  ['lost, and spoken with since', revisitReason, aLoss({ activities: spoken('2026-07-01') })],
  ['lost, as a list said without more', revisitReason, aLoss({ lost: null, debts: ['LOST'] })],
  ['a bad fit whose review is to come', reviewReason, aBadFit()],
  ['90 days in work', timeBoxReason, working('2026-04-02')],
  ['a bad fit of somebody who has left', leaverReason, aBadFit({ ownerId: 'left' })],
  ['nobody owns it', leaverReason, anAccount({ ownerId: null })],
  ['complete', debtReason, aCheck()],
  [
    'a lost opportunity of somebody who has left',
    leaverReason,
    anAccount({ opportunities: byId(anOpportunity({ fsOwnerId: 'left', state: 'lost' })) }),
  ],
])('not listed: %s', (_, find, account) => {
  expect(find(account, queueContext())).toBeNull();
});

test('where the settings name no product, none was added', () => {
  const context = queueContext({ settings: aSettings({ products: [] }) });
  expect(reviewReason(aBadFit({}, { products: ['Cloud'] }), context)).toBeNull();
});

test('members by name, marked where they have left, or unknown', () => {
  expect([
    memberText(theMember('is')).ja,
    memberText(theMember('left')).en,
    memberText(undefined).ja,
  ]).toEqual(['is', 'left (left)', '(不明)']);
});

test.each<[string, FindReason, Account, actorId: string]>([
  ['a lost account to revisit', revisitReason, aLoss(), 'is'],
  [
    'a bad fit to judge once more',
    reviewReason,
    aBadFit({}, { rejudgement: { memberId: 'is', by: 'manager', on: '2026-06-01' } }),
    'is',
  ],
  ['data that is owed', debtReason, aCheck({ debts: ['NEED'] }), 'is'],
])('%s of somebody on leave names who acts meanwhile', (_, find, account, actorId) => {
  const awayWith = (standInId: string | null) => {
    const leaves = [{ from: '2026-07-01', to: '2026-07-03', standInId }];
    return find(
      account,
      queueContext({ members: { ...MEMBERS, [actorId]: aMember({ id: actorId, leaves }) } }),
    );
  };
  const present = find(account, queueContext());
  expect([present?.actorId, present?.next.ja]).toEqual([actorId, expect.not.stringContaining('休暇')]);
  const covered = awayWith('fs');
  expect([covered?.actorId, covered?.next.ja]).toEqual([
    'fs',
    `${present?.next.ja}(${actorId} さんは休暇:代理の fs さんが対応)`,
  ]);
  const uncovered = awayWith(null);
  expect([uncovered?.actorId, uncovered?.next.en]).toEqual([
    null,
    `${present?.next.en} (by a manager: ${actorId} is on leave)`,
  ]);
});

test('somebody on leave has not left, also where nobody stands in', () => {
  const leaves = [{ from: '2026-07-01', to: '2026-07-03', standInId: null }];
  const members = { ...MEMBERS, is: aMember({ id: 'is', leaves }) };
  expect(leaverReason(anAccount({ ownerId: 'is' }), queueContext({ members }))).toBeNull();
});
