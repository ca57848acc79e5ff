import {
  isReviewDue,
  judgedProducts,
  newProductsOf,
  reviewDueOn,
} from '../../../../functions/domain/account/bad-fit-review';
import { type BadFit, badFitStanding, workingStanding } from '../../../../functions/domain/account/standing';

const since = '2026-03-02';
const judged: BadFit = {
  on: since,
  by: 'is',
  reason: 'SIZE',
  note: null,
  products: ['Desk', 'Cloud', 'Desk'],
  reviewedBy: 'manager',
  reviewOn: '2026-09-02',
};
const bad = (over: Partial<BadFit> = {}) => badFitStanding({ since, badFit: { ...judged, ...over } });
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
