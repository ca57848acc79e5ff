/** From one request to what is to be written: read, conflict, decision, counterpart, answer. */
import { type Account, isRegistered } from '../domain/account/account';
import type { DecisionContext } from '../domain/account/decision-context';
import type { HistoryEntry } from '../domain/account/history';
import { refuse } from '../domain/account/refusals';
import type { Needs } from '../domain/commands/command';
import type { CommandRefusal } from '../domain/commands/command-refusal';
import { definitionOf } from '../domain/commands/command-table';
import { decide } from '../domain/commands/decide';
import type { MergePreview } from '../domain/commands/merge-terms';
import type { RuleRefusal } from '../domain/commands/rule-refusal';
import { type SameNameAccounts, sameNameAccounts } from '../domain/company/duplicates';
import { type RegisterRow, registerRow } from '../domain/register/row';
import { type Database, digest } from '../store/firestore';
import { replyDocument, type StoredReply } from '../store/stored-reply';
import type { UnitOfWork } from '../store/unit-of-work';
import { UnreadableDocumentError, UnwritableDocumentError } from '../store/unreadable-document';
import type { CommandContext } from './command-context';
import { type EarlierEntry, findConflict } from './find-conflict';
import { refuseTakenNumber } from './number-holder';
import { loadForDecision } from './request-needs';
import { stageDecision } from './stage-decision';
import { batchOf, type Submission, type SubmitResult } from './submission';

/**
 * Decides one request on what its unit of work has read, and stages what is to be written. `pastEntries` are the stored entries
 * that the command needs; `ownRequestIds` the request IDs of the whole call.
 */
export const decideRequest = async (
  db: Database,
  work: UnitOfWork,
  submission: Submission,
  pastEntries: readonly HistoryEntry[],
  ownRequestIds: ReadonlySet<string>,
  caller: CommandContext,
): Promise<SubmitResult> => {
  const callContext = { ...caller, actor: submission.decider };
  const { requestId, expectedVersion, command } = submission.request;
  const hashRequest = (): string => digest(JSON.stringify([submission.accountId, expectedVersion, command]));
  const reply = work.storedReply(requestId);
  if (reply !== undefined) return replayedResult(reply, hashRequest(), requestId, callContext);
  const { loaded, needs, context, parents } = await loadForDecision(
    work,
    submission,
    pastEntries,
    callContext,
  );
  const before = loaded.account;
  const row = before.version === 0 ? null : registerRow(before);
  const conflict = await findConflict(db, work, submission, ownRequestIds, context);
  if (conflict !== null && 'earlier' in conflict)
    return repeatedResult(conflict, submission.request, before, callContext);
  if (conflict !== null) return refusedResult(conflict, row);
  const decision = decide(before, command, context);
  if ('refusal' in decision) return refusedResult(decision.refusal, row);
  const preview = definitionOf(command).preview?.(before, command, context) ?? null;
  if (preview !== null) return previewResult(preview, before);
  const { account, events } = decision;
  const takenNumber = await refuseTakenNumber(work, before, account);
  if (takenNumber !== null) return refusedResult(takenNumber, row);
  const accepted = { row: registerRow(account), ...sameNameOf(work, requestId, needs, account, context) };
  // Rows of a list have no stored answer: a repeated row is recognised by changing nothing.
  const newReply =
    batchOf(submission) === null ? { hash: hashRequest(), by: callContext.actor.id, ...accepted } : null;
  const replyToStore =
    newReply === null
      ? null
      : { reply: newReply, document: replyDocument(requestId, newReply, callContext.now) };
  const isChanged = events.length > 0;
  if (isChanged) {
    const refusal = await stageDecision(db, work, submission, {
      loaded,
      ...decision,
      needs,
      context,
      parents,
    });
    if (refusal !== null) return refusedResult(refusal, row);
  }
  if (replyToStore !== null) work.storeReply(requestId, replyToStore.reply, replyToStore.document);
  const effect = !isChanged ? 'none' : isRegistered(before) ? 'changed' : 'created';
  return { ...accepted, replayed: false, effect };
};

/** What it needs and cannot read, or would write and could not read again, is the problem of this request alone; all else is thrown on. */
export const refuseUnreadable = (error: unknown): SubmitResult => {
  if (!(error instanceof UnreadableDocumentError)) throw error;
  const code = error instanceof UnwritableDocumentError ? 'WRITE_UNREADABLE' : 'DOCUMENT_UNREADABLE';
  return refusedResult(refuse(code, { facts: error.document }), null);
};

/** The stored answer of an equal request; another request under the same key is refused. */
const replayedResult = (
  reply: StoredReply,
  hash: string,
  requestId: string,
  { actor }: CommandContext,
): SubmitResult => {
  if (reply.hash !== hash || reply.by !== actor.id)
    return refusedResult(refuse('REQUEST_KEY_REUSED', { facts: { requestId } }), null);
  const { row, sameName } = reply;
  return { row, ...(sameName === undefined ? {} : { sameName }), replayed: true, effect: 'none' };
};

/** The result of a request that the history has already, while its stored answer is gone; the row is that of the account now. */
const repeatedResult = (
  { earlier }: EarlierEntry,
  { requestId, command }: Submission['request'],
  account: Account,
  { actor }: CommandContext,
): SubmitResult =>
  earlier.by === actor.id && earlier.command === command.type
    ? { row: registerRow(account), replayed: true, effect: 'none' }
    : refusedResult(refuse('REQUEST_KEY_REUSED', { facts: { requestId } }), null);

/** For a new company, the accounts that have the same name. */
const sameNameOf = (
  work: UnitOfWork,
  requestId: string,
  needs: Needs,
  account: Account,
  context: DecisionContext,
): { sameName?: SameNameAccounts } => {
  if (needs.similarTo === undefined) return {};
  const sameName = sameNameAccounts(account, context, work.countSameName(requestId));
  return sameName === null ? {} : { sameName };
};

/** The result of a preview. Nothing of it is stored: asked again, it is made anew. */
const previewResult = (preview: MergePreview | RuleRefusal, account: Account): SubmitResult => {
  const row = registerRow(account);
  return 'reasons' in preview
    ? refusedResult(preview, row)
    : { row, replayed: false, effect: 'none', preview };
};

const refusedResult = (refusal: CommandRefusal, row: RegisterRow | null): SubmitResult => ({
  refusal,
  row,
});
