import { approvalFacts } from '../../../../functions/domain/account/approval-facts';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { aContext, aSettings, TODAY, theMember } from '../../../builders';
import {
  accepted,
  attempt,
  badFit,
  cold,
  DATA,
  dataFor,
  imported,
  type Life,
  met,
  quarterly,
  reviewed,
  withContact,
} from '../account-lives';

type Circumstances = Parameters<typeof aContext>[0];
const factsOf = ({ account }: Life, where: Circumstances = { by: 'manager' }) => {
  const facts = approvalFacts(account, aContext(where));
  if (facts === null) throw new Error('nothing waits');
  return facts;
};
const FIT = DATA.FIT(quarterly().account, TODAY);
const proposed = (life: Life = quarterly(), by = 'is'): Life =>
  accepted(
    life,
    {
      type: 'propose',
      to: 'BAD_FIT',
      data: { fit: { ...FIT.fit, reason: 'OTHER', reasonText: '親会社が競合' } },
      note: '部長も同じ意見',
    },
    { by },
  );

test('nothing where nothing waits', () => {
  expect(approvalFacts(quarterly().account, aContext())).toBeNull();
});

test('who asks for what and why, against which products, after which contacts, and what each answer makes of it', () => {
  const calls = ['2026-03-10', '2026-04-10', '2026-04-10', '2026-05-10', '2026-06-10', '2026-06-20'];
  const life = proposed(calls.reduce((before, date) => withContact(before, 'call', date), quarterly()));
  const facts = factsOf(life, { by: 'manager', settings: aSettings({ products: ['Cloud', 'Phone'] }) });
  expect(facts).toMatchObject({
    proposedBy: 'is',
    proposedOn: TODAY,
    inEffect: false,
    ifApproved: 'BAD_FIT',
    ifRejected: 'QUARTERLY_CHECK',
    reason: { ja: 'その他' },
    words: ['親会社が競合', '部長も同じ意見'],
    products: [
      { product: 'Cloud', isJudged: true },
      { product: 'Phone', isJudged: false },
      { product: 'Desk', isJudged: true },
    ],
    everMet: true,
  });
  expect(facts.contacts.map(({ date }) => date)).toEqual([...calls].reverse().slice(0, 5));
  const ids = facts.contacts.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort().reverse());
});

test('which of its conditions hold today, and why an approval would be refused', () => {
  expect(factsOf(proposed())).toMatchObject({ guards: [{ code: 'FIT', holds: true }], refusals: [] });
  const settings = aSettings({ products: ['Cloud', 'Desk', 'Phone'] });
  expect(factsOf(proposed(), { by: 'manager', settings })).toMatchObject({
    guards: [{ code: 'FIT', holds: false }],
    refusals: ['FIT'],
    // Whoever approves says that it does not fit the new product either.
    toJudge: ['Phone'],
    mayApprove: true,
    mayReject: true,
  });
  const restore = { type: 'restore', to: 'COLD', data: { reason: '再度対象になった' } } as const;
  const since = accepted(accepted(reviewed(badFit(cold())), restore), {
    type: 'logActivity',
    activity: { kind: 'meeting', date: TODAY, with: '山田' },
  });
  expect(factsOf(since)).toMatchObject({
    words: ['再度対象になった'],
    products: [],
    guards: [
      { code: 'NOT_MET', holds: false },
      { code: 'REASON', holds: true },
    ],
  });
});

test('of a review: what the account goes back to, and that a list has not said why', () => {
  expect(factsOf(badFit(cold()))).toMatchObject({ inEffect: true, ifRejected: 'COLD', refusals: [] });
  expect(factsOf(badFit(met()))).toMatchObject({ ifRejected: 'WORKING' });
  const afterMeeting = withContact(badFit(cold()), 'meeting', TODAY);
  expect(factsOf(afterMeeting)).toMatchObject({ everMet: true, ifRejected: 'WORKING' });
  expect(factsOf(imported('BAD_FIT'))).toMatchObject({
    reason: null,
    words: [],
    products: [{ isJudged: false }, { isJudged: false }],
    guards: [{ code: 'FIT', holds: false }],
  });
});

describe('what it says of an answer is what the answer gets', () => {
  const alone = { manager: theMember('manager'), is: theMember('is') };
  const lives: readonly [string, Life][] = [
    ['a rep’s proposal', proposed()],
    ['a manager’s own proposal', proposed(quarterly(), 'manager')],
    ['a pending review', badFit()],
    ['a list’s bad fit', imported('BAD_FIT')],
    [
      'a restoration',
      accepted(reviewed(), {
        type: 'restore',
        to: 'WORKING',
        data: dataFor(['OWNER', 'ACTION'], cold().account, TODAY),
      }),
    ],
  ];
  const circumstances: readonly Circumstances[] = [
    ...['is', 'viewer', 'manager', 'manager2'].map((by) => ({ by })),
    { by: 'manager', members: alone },
    { by: 'manager', members: alone, settings: aSettings({ singleManagerMayApprove: true }) },
    { by: 'manager', settings: aSettings({ products: ['Cloud', 'Desk', 'Phone'] }) },
  ];
  test.each(lives)('%s', (_, life) => {
    for (const where of circumstances) {
      const facts = factsOf(life, where);
      const answer = { proposalId: facts.proposalId, note: '確認しました' };
      const products = facts.toJudge.length === 0 ? {} : { products: [...facts.toJudge] };
      const answers: Command[] = [
        { type: 'approve', ...answer, ...products },
        { type: 'reject', ...answer },
      ];
      const outcomes = answers.map((command) => attempt(life, command, where));
      expect(outcomes.map((outcome) => 'account' in outcome)).toEqual([facts.mayApprove, facts.mayReject]);
      const statuses = outcomes.map((one) => ('account' in one ? one.account.standing.status : null));
      expect(statuses).toEqual([
        facts.mayApprove ? facts.ifApproved : null,
        facts.mayReject ? facts.ifRejected : null,
      ]);
    }
  });
});
