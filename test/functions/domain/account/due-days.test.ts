import type { Account } from '../../../../functions/domain/account/account';
import {
  dueDaysOf,
  isInHands,
  nextStepDueOn,
  revisitDueOn,
} from '../../../../functions/domain/account/due-days';
import { anAccount, anActivity, anOpportunity, byId } from '../../../builders';
import { aBadFit, aCheck, aHandOver, aLoss, anEndedClient, aPassing } from '../queue/queue-scene';

const spoken = (date: string) => byId(anActivity({ date }));
const working = (over: Parameters<typeof anAccount>[0]): Account =>
  anAccount({ status: 'WORKING', statusSince: '2026-03-02', everMet: true, ...over });

const NOTHING = {
  ...{ check: null, decision: null, nextStep: null, revisit: null },
  ...{ review: null, working: null, handOver: null, owner: null, insideSales: null, fieldSales: null },
  ...{ opportunity: null, promised: null },
};

test.each<[string, Account, Partial<ReturnType<typeof dueDaysOf>>]>([
  ['nothing', anAccount(), {}],
  ['a check', aCheck({ due: '2026-07-07' }), { check: '2026-07-07', owner: 'is' }],
  [
    'a check that was missed three times',
    aCheck({ due: '2026-07-07', missedChecks: 3 }),
    { check: '2026-07-07', nextStep: '2026-03-02', owner: 'is' },
  ],
  ['a client', anEndedClient(), { decision: '2026-04-30', owner: 'is' }],
  ['in work', working({ ownerId: 'is' }), { working: '2026-03-02', nextStep: '2026-04-01', owner: 'is' }],
  ['lost', aLoss(), { revisit: '2026-07-01', owner: 'is' }],
  ['a bad fit', aBadFit(), { review: '2026-11-01' }],
  ['a hand-over', anAccount({ handOver: aHandOver() }), { handOver: '2026-06-30' }],
  [
    'opportunities in the hands of others, one of them not acknowledged',
    anAccount({
      ownerId: 'fs',
      opportunities: byId(
        anOpportunity({ id: 'o1', fsOwnerId: 'fs' }),
        anOpportunity({ id: 'o2', fsOwnerId: 'left', handOver: aPassing({ on: '2026-06-29' }) }),
        anOpportunity({ id: 'o3', fsOwnerId: 'fs2', handOver: aPassing({ acknowledgedOn: '2026-06-26' }) }),
        anOpportunity({ id: 'o4', fsOwnerId: 'manager', state: 'won', handOver: aPassing() }),
      ),
      handOver: aHandOver(),
    }),
    { handOver: '2026-06-29', owner: 'fs', opportunity: '2199-12-31', fieldSales: ['fs2', 'left'] },
  ],
  [
    'an inside sales rep beside the owner',
    anAccount({ ownerId: 'fs', isOwnerId: 'left' }),
    { owner: 'fs', insideSales: 'left' },
  ],
  ['an inside sales rep who owns it', anAccount({ ownerId: 'is', isOwnerId: 'is' }), { owner: 'is' }],
  ['an inside sales rep of a bad fit', aBadFit({ isOwnerId: 'left' }), { review: '2026-11-01' }],
  [
    'a promise that is not kept',
    anAccount({
      ownerId: 'is',
      handOver: aHandOver({ acknowledgedOn: '2026-07-01', promises: '4月に訪問' }),
    }),
    { owner: 'is', promised: 'is' },
  ],
  ['a hand-over acknowledged', anAccount({ handOver: aHandOver({ acknowledgedOn: '2026-07-01' }) }), {}],
])('due of an account: %s', (_, account, due) => {
  expect(dueDaysOf(account)).toEqual({ ...NOTHING, ...due });
});

test('of open opportunities the soonest decision, and the last day of all where nobody has said', () => {
  const dueOf = (...opportunities: ReturnType<typeof anOpportunity>[]) =>
    dueDaysOf(anAccount({ opportunities: byId(...opportunities) })).opportunity;
  const [first, second] = ['2026-09-30', '2026-08-31'].map((expectedOn, at) =>
    anOpportunity({ id: `o${at}`, expectedOn }),
  );
  const unsaid = anOpportunity({ id: 'o3' });
  if (first === undefined || second === undefined) throw new Error('There are two.');
  expect(dueOf(unsaid, first, second)).toBe('2026-08-31');
  expect(dueOf(first, { ...second, state: 'won' })).toBe('2026-09-30');
  expect(dueOf(unsaid)).toBe('2199-12-31');
});

test('the next step is due a month after the last contact, or after the work began', () => {
  expect(nextStepDueOn(working({ activities: spoken('2026-04-10') }))).toBe('2026-05-10');
  expect(nextStepDueOn(working({ activities: spoken('2026-02-10') }))).toBe('2026-04-01');
  expect(nextStepDueOn(working({ everMet: false }))).toBeNull();
});

test('a revisit is due on its day, a year after the loss where a trigger is waited for, and a year after each contact', () => {
  const trigger = { revisitOn: null, revisitTrigger: '契約の更新' };
  expect(revisitDueOn(aLoss({ activities: spoken('2026-06-30') }))).toBe('2026-07-01');
  expect(revisitDueOn(aLoss({ activities: spoken('2026-07-01') }))).toBe('2027-07-01');
  expect(revisitDueOn(aLoss({}, trigger))).toBe('2027-01-15');
  expect(revisitDueOn(aLoss({ activities: spoken('2026-05-05') }, trigger))).toBe('2027-05-05');
  expect(revisitDueOn(aLoss({}, { revisitOn: null }))).toBeNull();
  expect(revisitDueOn(anAccount())).toBeNull();
});

test('nobody works what is no fit or on file', () => {
  expect([anAccount(), aCheck(), aBadFit(), anAccount({ status: 'ON_FILE' })].map(isInHands)).toEqual([
    ...[true, true, false, false],
  ]);
});
