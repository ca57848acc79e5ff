/** What an accepted command writes: its account, the counterpart of it, their history, and the locks of the chains it links to. */
import type { Account } from '../domain/account/account';
import type { AccountEvent } from '../domain/account/account-event';
import type { DecisionContext } from '../domain/account/decision-context';
import { refuse } from '../domain/account/refusals';
import type { CommandRefusal } from '../domain/commands/command-refusal';
import { definitionOf } from '../domain/commands/command-table';
import type { Database } from '../store/firestore';
import { type AccountWrite, MAX_DOCUMENT_BYTES } from '../store/loaded-account';
import { checkedErasure } from '../store/pending-erasures';
import type { UnitOfWork } from '../store/unit-of-work';
import { lockParentChainEnd, lockSuccessorChainEnd } from './account-chains';
import { type CounterpartDecision, decideCounterpart } from './counterpart';
import type { LoadedForDecision } from './request-needs';
import { batchOf, type Submission } from './submission';

interface AcceptedDecision extends LoadedForDecision {
  account: Account;
  events: readonly AccountEvent[];
}

/**
 * Nothing is staged where it answers a refusal: the counterpart's, LIMIT_REACHED for a document that would be too large, or
 * WRITE_UNREADABLE for one that could not be read again, NOT_SAVED for a state that `decide` should not have let through.
 */
export const stageDecision = async (
  db: Database,
  work: UnitOfWork,
  submission: Submission,
  { loaded, account, events, needs, context, parents }: AcceptedDecision,
): Promise<CommandRefusal | null> => {
  const { command } = submission.request;
  const counterpart = await decideCounterpart(db, work, loaded, command, events, context);
  if (counterpart !== null && 'refusal' in counterpart) return counterpart.refusal;
  const decided: CounterpartDecision[] = [{ loaded, account, events, command }];
  if (counterpart !== null) decided.push(counterpart);
  const writes = decided.map((decision) => accountWriteOf(submission, decision, context));
  const erasure = definitionOf(command).erases?.(loaded.account, command, context.history) ?? null;
  const pending =
    erasure === null
      ? null
      : { ...erasure, accountId: account.id, version: account.version, at: context.now };
  const erasureToStore = pending === null ? null : { pending, document: checkedErasure(pending) };
  const obstacle = work.stage(writes, context.today);
  if (obstacle === 'forbidden') return refuse('NOT_SAVED');
  if (obstacle === 'too large') return refuse('LIMIT_REACHED', { facts: { bytes: MAX_DOCUMENT_BYTES } });
  if (obstacle !== null) return refuse('WRITE_UNREADABLE', { facts: obstacle });
  if (erasureToStore !== null) work.storeErasure(erasureToStore.pending, erasureToStore.document);
  if (needs.successorId != null) lockSuccessorChainEnd(work, context.links);
  lockParentChainEnd(work, parents);
  return null;
};

const accountWriteOf = (
  submission: Submission,
  { loaded, account, events, command }: CounterpartDecision,
  context: DecisionContext,
): AccountWrite => ({
  loaded,
  account,
  entry: {
    accountId: account.id,
    version: account.version,
    at: context.now,
    on: context.today,
    by: context.actor.id,
    ...(submission.sentBy === null ? {} : { sentBy: submission.sentBy }),
    channel: context.channel,
    batch: batchOf(submission),
    requestId: submission.request.requestId,
    command: command.type,
    undoes: definitionOf(command).undoes?.(command) ?? null,
    events,
  },
});
