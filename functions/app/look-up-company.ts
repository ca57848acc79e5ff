/** Is this company ours? The verdict, and the companies that it may be. */
import type { LookupAnswer } from '../contract/lookup';
import { isRegistered } from '../domain/account/account';
import type { Member, Settings } from '../domain/account/team';
import { documentProblem } from '../domain/account/unreadable-document';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { matchReason } from '../domain/lookup/match-text';
import type { ParsedQuery } from '../domain/lookup/query';
import { type LookupHit, rankHits } from '../domain/lookup/rank';
import { isConclusive, type LookupLinks, verdictOf } from '../domain/lookup/verdict';
import { registerRow } from '../domain/register/row';
import type { Database } from '../store/firestore';
import { readSuccessorsAndParent } from '../store/successors';
import { findLookupCandidates, type LookupCandidates } from './find-lookup-candidates';

/** What the verdict says beside the company itself: who owns it, whether a product is still in use today. */
interface LookupTeam {
  today: CalendarDate;
  members: Readonly<Record<string, Member>>;
  settings: Settings;
}

export const lookUpCompany = async (
  db: Database,
  { as, value, note, question }: ParsedQuery,
  team: LookupTeam,
): Promise<LookupAnswer> => {
  const candidates = await findLookupCandidates(db, question);
  const hits = rankHits(candidates.accounts.filter(isRegistered), question);
  const links = await readLinksOfBest(db, hits, candidates);
  return {
    verdict: verdictOf(hits, links, { value, question }, { ...team, sharing: candidates.count }),
    asked: { as, value, note },
    hits: hits.map(({ account, ...hit }) => ({ row: registerRow(account), ...hit, why: matchReason(hit) })),
    more: candidates.hasMore,
    count: candidates.count,
    problems: candidates.unreadable.map(documentProblem),
  };
};

/** Only where the best hit is what the verdict is about. */
const readLinksOfBest = async (
  db: Database,
  hits: readonly LookupHit[],
  { accounts }: LookupCandidates,
): Promise<LookupLinks> => {
  const [best] = hits;
  return best === undefined || !isConclusive(hits)
    ? { successors: [], parent: null }
    : readSuccessorsAndParent(db, best.account, new Map(accounts.map((account) => [account.id, account])));
};
