import { reviewFacts } from '../../../../functions/domain/account/review-facts';
import { aContext, aSettings } from '../../../builders';
import { aBadFit, aProposal } from '../queue/queue-scene';

const due = { reviewOn: '2026-07-01' };

test('who judged it and why, against what we sell today', () => {
  const settings = aSettings({ products: ['Cloud', 'Phone'] });
  const facts = reviewFacts(
    aBadFit({}, { ...due, by: 'is', reason: 'SIZE', products: ['Cloud', 'Desk'] }),
    aContext({ by: 'manager', settings }),
  );
  expect(facts).toMatchObject({
    judgedBy: 'is',
    judgedOn: '2026-05-01',
    reason: { ja: '規模対象外' },
    products: [
      { product: 'Cloud', isJudged: true },
      { product: 'Phone', isJudged: false },
    ],
  });
});

test('whoever was asked to judge it once more sees that one alone', () => {
  const asked = aBadFit({}, { rejudgement: { memberId: 'is2', by: 'manager', on: '2026-06-30' } });
  const seenBy = (by: string) => reviewFacts(asked, aContext({ by })) !== null;
  expect(['manager', 'is2', 'is', 'viewer'].map(seenBy)).toEqual([true, true, false, false]);
});

test.each([
  ['its day is to come', aBadFit()],
  ['a proposal waits for its answer', aBadFit({ proposal: aProposal() }, due)],
  ['nobody else has looked at it yet', aBadFit({}, { ...due, reviewedBy: null })],
])('nothing is due: %s', (_, account) => {
  expect(reviewFacts(account, aContext({ by: 'manager' }))).toBeNull();
});
