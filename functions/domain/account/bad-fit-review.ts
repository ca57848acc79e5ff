/** When a bad fit is to be reviewed again (rule 10): after some months, and at once when a product was added that nobody has judged it against. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { Account } from './account';
import type { BadFit, Standing } from './standing';
import { isManager, type Member, mayWrite, type Settings } from './team';

/** The reviewed judgement of a bad fit. Null in every other status, and while the first review is pending, which is a proposal to approve. */
const standingJudgement = (standing: Standing): BadFit | null =>
  standing.status === 'BAD_FIT' && standing.badFit?.reviewedBy != null ? standing.badFit : null;

/**
 * The day on which the review is due by the calendar, or from which on somebody is asked to judge it once more; null where none is.
 * See `newProductsOf` for what makes it due before.
 */
export const reviewDueOn = (standing: Standing): CalendarDate | null => {
  const judgement = standingJudgement(standing);
  return judgement === null ? null : (judgement.rejudgement?.on ?? judgement.reviewOn);
};

/** A manager may review every bad fit; a member who was asked to judge one once more may review that one. */
export const mayReview = ({ standing }: Pick<Account, 'standing'>, actor: Member): boolean =>
  isManager(actor) || (mayWrite(actor) && standingJudgement(standing)?.rejudgement?.memberId === actor.id);

/** Our products that the judgement which stands was made against, sorted; null where none stands. */
export const judgedProducts = (standing: Standing): readonly string[] | null => {
  const judgement = standingJudgement(standing);
  return judgement === null ? null : [...new Set(judgement.products)].sort();
};

/** Products that we sell today and that the bad fit was not judged against, since they were added later. */
export const newProductsOf = (standing: Standing, { products }: Pick<Settings, 'products'>): string[] => {
  const judged = judgedProducts(standing);
  return judged === null ? [] : products.filter((product) => !judged.includes(product));
};

export const isReviewDue = (
  standing: Standing,
  settings: Pick<Settings, 'products'>,
  today: CalendarDate,
): boolean => {
  const due = reviewDueOn(standing);
  return due !== null && (due <= today || newProductsOf(standing, settings).length > 0);
};
