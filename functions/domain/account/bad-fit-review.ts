/** When a bad fit is to be reviewed again (rule 10): after some months, and at once when a product was added that nobody has judged it against. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { Account } from './account';
import type { BadFit, Standing } from './standing';
import { isManager, type Member, mayWrite, type Settings } from './team';

/** The judgement that stands; null for every other status, and for a bad fit whose first review is pending: that waits for its approval. */
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

/** Managers review every bad fit; who is asked to judge it once more, that one. */
export const mayReview = ({ standing }: Pick<Account, 'standing'>, actor: Member): boolean =>
  isManager(actor) || (mayWrite(actor) && standingJudgement(standing)?.rejudgement?.memberId === actor.id);

/** Our products that the judgement which stands was made against, sorted; null where none stands. */
export const judgedProducts = (standing: Standing): readonly string[] | null => {
  const judgement = standingJudgement(standing);
  return judgement === null ? null : [...new Set(judgement.products)].sort();
};

/** What we sell today and the bad fit was not judged against: it was added since. */
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
