import { closeForm } from '../../../../apps-script/windows/account/close-form';
import { formTree, formValues, shownFields } from '../../../../apps-script/windows/kit/shown-fields';
import { anAccount, anOpportunity, byId, TODAY } from '../../../builders';
import { anAcceptance, anAccountView, aViewer } from '../window-scene';

const last = anAccount({
  name: '株式会社物語',
  status: 'ACTIVE_OPPORTUNITY',
  ownerId: 'fs',
  opportunities: byId(anOpportunity({ id: 'o000001' })),
});
const plan = closeForm(aViewer(), anAccountView(last, 'fs'), anOpportunity({ id: 'o000001' }));
const form = (entered: Readonly<Record<string, string>>) => ({ plan, entered, grown: [] });
const keysOf = (entered: Readonly<Record<string, string>>): string[] =>
  shownFields(form(entered)).map(({ key }) => key);

test('a won opportunity makes a client, a lost one proposes nothing', () => {
  const decisionAfter = (outcome: string) => formValues(form({ 'close.outcome': outcome }))['decision.to'];
  expect([decisionAfter('won'), decisionAfter('lost')]).toEqual(['CURRENT_CLIENT', '']);
});

const LOST = { 'close.outcome': 'lost', 'decision.to': 'DEAD_OPPORTUNITY' };

test('with its last opportunity an account is lost on the same day and for the same reason, each asked once', () => {
  expect(keysOf(LOST).filter((key) => /reason|\.on$/i.test(key))).toEqual(['close.on', 'close.lostReason']);
  const entered = {
    ...LOST,
    'close.lostReason': 'BUDGET',
    latentNeed: '手作業',
    'lost.revisitOn': '2026-12-01',
  };
  expect(plan.command(formTree(form(entered)))).toMatchObject({
    type: 'closeOpportunity',
    closing: { opportunityId: 'o000001', outcome: 'lost', on: TODAY, lostReason: 'BUDGET' },
    decision: {
      to: 'DEAD_OPPORTUNITY',
      data: { lost: { on: TODAY, reason: 'BUDGET', revisitOn: '2026-12-01' }, latentNeed: '手作業' },
    },
  });
});

test('the reason may stay open where the account goes on, and is said in words where it is another one', () => {
  const reason = (to: string) =>
    shownFields(form({ ...LOST, 'decision.to': to })).find(({ key }) => key === 'close.lostReason');
  expect([reason('WORKING')?.optional, reason('DEAD_OPPORTUNITY')?.optional]).toEqual([true, false]);
  expect(keysOf({ ...LOST, 'close.lostReason': 'OTHER' })).toContain('lost.reasonText');
  expect(keysOf({ 'close.outcome': 'returned', 'decision.to': 'DEAD_OPPORTUNITY' })).toContain(
    'close.lostReason',
  );
});

test('it says what the account is now', () => {
  const tree = formTree(form({ 'close.outcome': 'won' }));
  const client = anAcceptance(anAccount({ name: '株式会社物語', status: 'CURRENT_CLIENT' }));
  expect(plan.sentence(client, tree)).toContain('「株式会社物語」は現在の顧客です');
  const others = closeForm(
    aViewer(),
    anAccountView(anAccount({ status: 'CURRENT_CLIENT' }), 'fs'),
    anOpportunity(),
  );
  expect(others.sentence(client, formTree({ ...form({ 'close.outcome': 'won' }), plan: others }))).toBe(
    '保存しました。',
  );
});
