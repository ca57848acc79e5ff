import {
  isReviewDue,
  judgedProducts,
  mayReview,
  newProductsOf,
  reviewDueOn,
} from '../../../../functions/domain/account/bad-fit-review';
import { type BadFit, badFitStanding, workingStanding } from '../../../../functions/domain/account/standing';
import { aJudgement, anAccount, theMember } from '../../../builders';

const since = '2026-03-02';
const bad = (over: Partial<BadFit> = {}) =>
  badFitStanding({ since, badFit: aJudgement({ products: ['Desk', 'Cloud', 'Desk'], ...over }) });
const sells = (...products: string[]) => ({ products });

test.each([
  ['the day before', '2026-09-01', false],
  ['on the day', '2026-09-02', true],
  ['long after', '2027-03-01', true],
])('by the calendar, %s', (_, today, due) => {
  expect(isReviewDue(bad(), sells('Cloud', 'Desk'), today)).toBe(due);
});

test('at once where a product was added; not where one was dropped', () => {
  expect(newProductsOf(bad(), sells('Cloud', 'Desk', 'Phone'))).toEqual(['Phone']);
  expect(isReviewDue(bad(), sells('Cloud', 'Desk', 'Phone'), since)).toBe(true);
  expect(isReviewDue(bad(), sells('Cloud'), since)).toBe(false);
  expect(judgedProducts(bad())).toEqual(['Cloud', 'Desk']);
});

test.each([
  ['whose first review is pending', bad({ reviewedBy: null })],
  ['of which a list has not said why', badFitStanding({ since, badFit: null, debts: ['FIT'] })],
  ['that is none', workingStanding({ since })],
])('none of a bad fit %s', (_, standing) => {
  expect(reviewDueOn(standing)).toBeNull();
  expect(judgedProducts(standing)).toBeNull();
  expect(isReviewDue(standing, sells('Phone'), '2030-01-01')).toBe(false);
});

test('from the day on which somebody is asked to judge it once more', () => {
  const rejudgement = { memberId: 'is2', by: 'manager', on: '2026-05-11' };
  expect(reviewDueOn(bad({ rejudgement }))).toBe('2026-05-11');
});

test('by managers, and by who is asked to judge it once more', () => {
  const rejudgement = { memberId: 'is2', by: 'manager', on: '2026-05-11' };
  const asked = anAccount({ status: 'BAD_FIT', badFit: aJudgement({ rejudgement }) });
  const pending = anAccount({ status: 'BAD_FIT', badFit: aJudgement({ rejudgement, reviewedBy: null }) });
  const who = ['viewer', 'left', 'is', 'is2', 'fs', 'manager', 'admin'];
  const may = (account: typeof asked) => who.filter((id) => mayReview(account, theMember(id)));
  expect(may(asked)).toEqual(['is2', 'manager', 'admin']);
  expect(may(pending)).toEqual(['manager', 'admin']);
  expect(mayReview(asked, { ...theMember('is2'), active: false })).toBe(false);
});
