/**
 * The commit protocol. A request is read, decided and committed in one batch: the account with a precondition on its last
 * update time · its history entry, created under its version · the request document, created under its key, with the hash of the
 * request and the answer · the corporate numbers, created. What fails tells what happened; nothing is locked meanwhile.
 */
import { setImmediate } from 'node:timers/promises';
import { retryOnContention } from '../store/contention';
import type { CorporateNumberHolders } from '../store/corporate-numbers';
import type { Database } from '../store/firestore';
import { UnitOfWork } from '../store/unit-of-work';
import type { CommandContext } from './command-context';
import { decideRequest, refuseUnreadable } from './decide-request';
import { readNeededHistory, readsOf } from './request-needs';
import { type AnyRequest, type Submission, type SubmitResult, submissionOf } from './submission';

/** Requests that one batch carries at most: their writes stay well below Firestore's limits. */
const MAX_REQUESTS_PER_COMMIT = 100;
/** Requests that are decided before other calls of the functions get a turn. */
const REQUESTS_PER_TURN = 10;

/**
 * Decides a block in its order. Each request has its own result; the same account may come more than once. `holders` spares
 * reading again which account has a corporate number; where it has become wrong meanwhile, the commit fails and tells.
 */
export const submit = async (
  db: Database,
  requests: readonly AnyRequest[],
  context: CommandContext,
  holders?: CorporateNumberHolders,
): Promise<SubmitResult[]> => {
  const ownRequestIds = new Set(requests.map(({ requestId }) => requestId));
  const submissions = requests.map((request) => submissionOf(request, context));
  const results: SubmitResult[] = [];
  for (let from = 0; from < submissions.length; from += MAX_REQUESTS_PER_COMMIT) {
    const slice = submissions.slice(from, from + MAX_REQUESTS_PER_COMMIT);
    const together = await attemptCommit(db, slice, ownRequestIds, context, holders);
    // Somebody was faster on one of them. Committed one by one, only that one has to be decided anew.
    results.push(...(together ?? (await submitOneByOne(db, slice, ownRequestIds, context))));
  }
  return results;
};

const submitOneByOne = async (
  db: Database,
  slice: readonly Submission[],
  ownRequestIds: ReadonlySet<string>,
  context: CommandContext,
): Promise<SubmitResult[]> => {
  const results: SubmitResult[] = [];
  for (const submission of slice)
    results.push(
      ...(await retryOnContention(`account ${submission.accountId}`, () =>
        attemptCommit(db, [submission], ownRequestIds, context),
      )),
    );
  return results;
};

/** Reads, decides and commits once; null when somebody was faster. `ownRequestIds` are those of the whole call. */
const attemptCommit = async (
  db: Database,
  submissions: readonly Submission[],
  ownRequestIds: ReadonlySet<string>,
  context: CommandContext,
  holders?: CorporateNumberHolders,
): Promise<SubmitResult[] | null> => {
  const work = await UnitOfWork.open(db, readsOf(submissions), holders);
  const pasts = await Promise.all(
    submissions.map((submission) =>
      readNeededHistory(db, work, submission).then((entries) => ({ entries }), refuseUnreadable),
    ),
  );
  const results: SubmitResult[] = [];
  for (const [index, submission] of submissions.entries()) {
    if (index % REQUESTS_PER_TURN === REQUESTS_PER_TURN - 1) await setImmediate();
    const past = pasts[index] ?? { entries: [] };
    const decided =
      'entries' in past
        ? await decideRequest(db, work, submission, past.entries, ownRequestIds, context).catch(
            refuseUnreadable,
          )
        : past;
    results.push(decided);
  }
  return (await work.commit()) ? results : null;
};
