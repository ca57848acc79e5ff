/** The proposals that wait for a manager, page by page, each with what has to be known to answer it. */
import type { ApprovalsAnswer } from '../contract/approvals';
import { approvalFacts } from '../domain/account/approval-facts';
import { reviewFacts } from '../domain/account/review-facts';
import { isManager } from '../domain/account/team';
import { documentProblem } from '../domain/account/unreadable-document';
import { readAccountPage } from '../store/account-pages';
import { readDueReviews } from '../store/due-reviews';
import type { Database } from '../store/firestore';
import type { CommandContext } from './command-context';
import type { ProblemResult } from './problem-result';

/** As many as one call of commands takes. */
const MAX_REVIEWS = 200;

/** Refuses with CURSOR_UNKNOWN. */
export const listApprovals = async (
  db: Database,
  { ownerId, cursor, limit, reviews }: { ownerId?: string; cursor?: string; limit: number; reviews: boolean },
  context: CommandContext,
): Promise<ApprovalsAnswer | ProblemResult> => {
  const filter = { pending: true, ...(ownerId === undefined ? {} : { ownerIds: [ownerId] }) };
  const page = await readAccountPage(db, filter, null, cursor, limit);
  if (page === null) return { problem: { code: 'CURSOR_UNKNOWN' } };
  const decision = { ...context, links: {}, history: [] };
  const due =
    reviews && cursor === undefined
      ? await readDueReviews(db, context.today, context.settings, MAX_REVIEWS)
      : { accounts: [], unreadable: [], more: 0 };
  const toReview = due.accounts
    .filter((account) => ownerId === undefined || account.ownerId === ownerId)
    .flatMap((account) => {
      const review = reviewFacts(account, context);
      const { id: accountId, version, name } = account;
      return review === null ? [] : { accountId, version, name, review };
    });
  // How many reviews were not read is told only to a manager who asks for all of them: whose the unread ones are, nobody knows.
  const isForAll = isManager(context.actor) && ownerId === undefined;
  return {
    proposals: page.accounts.flatMap((account) => {
      const approval = approvalFacts(account, decision);
      const { id: accountId, version, name, ownerId: owner, standing } = account;
      return approval === null
        ? []
        : [{ accountId, version, name, status: standing.status, ownerId: owner, approval }];
    }),
    reviews: toReview.slice(0, MAX_REVIEWS),
    moreReviews: isForAll ? due.more + Math.max(0, toReview.length - MAX_REVIEWS) : 0,
    problems: [...page.unreadable, ...due.unreadable].map(documentProblem),
    cursor: page.cursor,
  };
};
