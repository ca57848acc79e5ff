/** What has to be known to review a bad fit: who judged it and why, against what, and who has spoken with the company. */
import type { CalendarDate } from '../calendar/calendar-date';
import { hasCode } from '../status/code-lists';
import type { Text } from '../text/text';
import type { Account, Activity } from './account';
import { newestContacts } from './approval-facts';
import { isReviewDue, mayReview } from './bad-fit-review';
import type { DecisionContext } from './decision-context';
import { badFitReasons } from './team';

export interface ReviewFacts {
  judgedBy: string;
  judgedOn: CalendarDate;
  /** Null where a list imported the bad fit without a reason. */
  reason: Text | null;
  note: string | null;
  /** The products that we sell today: who keeps the bad fit confirms that the company fits none of them. */
  products: readonly { product: string; isJudged: boolean }[];
  /** The newest contacts, newest first. */
  contacts: readonly Activity[];
}

/** Null where no review is due, where a proposal waits for an answer instead, and where the member may not review it. */
export const reviewFacts = (
  account: Account,
  { actor, settings, today }: Pick<DecisionContext, 'actor' | 'settings' | 'today'>,
): ReviewFacts | null => {
  const { standing, proposal } = account;
  if (standing.status !== 'BAD_FIT' || standing.badFit === null || proposal !== null) return null;
  if (!isReviewDue(standing, settings, today) || !mayReview(account, actor)) return null;
  const { by, on, reason, note, products } = standing.badFit;
  const reasons = badFitReasons(settings);
  return {
    judgedBy: by,
    judgedOn: on,
    reason: hasCode(reasons, reason) ? (reasons[reason] ?? null) : null,
    note,
    products: settings.products.map((product) => ({ product, isJudged: products.includes(product) })),
    contacts: newestContacts(account),
  };
};
