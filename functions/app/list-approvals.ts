/** The proposals that wait for a manager, page by page, each with what has to be known to answer it. */
import type { ApprovalsAnswer } from '../contract/approvals';
import { approvalFacts } from '../domain/account/approval-facts';
import { documentProblem } from '../domain/account/unreadable-document';
import { readAccountPage } from '../store/account-pages';
import type { Database } from '../store/firestore';
import type { CommandContext } from './command-context';
import type { ProblemResult } from './problem-result';

/** Refuses with CURSOR_UNKNOWN. */
export const listApprovals = async (
  db: Database,
  { ownerId, cursor, limit }: { ownerId?: string; cursor?: string; limit: number },
  context: CommandContext,
): Promise<ApprovalsAnswer | ProblemResult> => {
  const filter = { pending: true, ...(ownerId === undefined ? {} : { ownerIds: [ownerId] }) };
  const page = await readAccountPage(db, filter, null, cursor, limit);
  if (page === null) return { problem: { code: 'CURSOR_UNKNOWN' } };
  const decision = { ...context, links: {}, history: [] };
  return {
    proposals: page.accounts.flatMap((account) => {
      const approval = approvalFacts(account, decision);
      const { id: accountId, version, name, ownerId: owner, standing } = account;
      return approval === null
        ? []
        : [{ accountId, version, name, status: standing.status, ownerId: owner, approval }];
    }),
    problems: page.unreadable.map(documentProblem),
    cursor: page.cursor,
  };
};
