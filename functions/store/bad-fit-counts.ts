/** How many accounts are bad fits, by who judged them and why, and how many are taken to fit: counted, not read. */
import type { Query } from '@google-cloud/firestore';
import type { Status } from '../domain/status/statuses';
import { accountsOf, type Database } from './firestore';

/** Somebody has decided that the company fits: it is pursued, waits, was lost, or is a client. */
const FITTING: readonly Status[] = [
  'ACTIVE_OPPORTUNITY',
  'QUARTERLY_CHECK',
  'DEAD_OPPORTUNITY',
  'CURRENT_CLIENT',
];

export interface MemberJudgements {
  memberId: string;
  /** Bad fits that the member judged. */
  badFits: number;
  /** Accounts of the member that are taken to fit. */
  fitting: number;
  /** Of the bad fits, by the code of the reason; none that are 0. */
  byReason: Readonly<Record<string, number>>;
}

/** One read for each thousand that are counted, one at least. */
export const countJudgements = (
  db: Database,
  memberIds: readonly string[],
  reasons: readonly string[],
): Promise<MemberJudgements[]> =>
  Promise.all(memberIds.map((memberId) => countOfMember(db, memberId, reasons)));

const countOfMember = async (
  db: Database,
  memberId: string,
  reasons: readonly string[],
): Promise<MemberJudgements> => {
  const judged = accountsOf(db).where('judgement.by', '==', memberId);
  const owned = accountsOf(db).where('ownerId', '==', memberId);
  const [badFits, fitting] = await Promise.all([
    countOf(judged),
    countOf(owned.where('status', 'in', FITTING)),
  ]);
  const counts =
    badFits === 0
      ? []
      : await Promise.all(
          reasons.map(
            async (reason): Promise<[string, number]> => [
              reason,
              await countOf(judged.where('judgement.reason', '==', reason)),
            ],
          ),
        );
  return {
    memberId,
    badFits,
    fitting,
    byReason: Object.fromEntries(counts.filter(([, count]) => count > 0)),
  };
};

const countOf = async (query: Query): Promise<number> => (await query.count().get()).data().count;
