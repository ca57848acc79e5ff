/** From one request to what is to be written: read, conflict, decision, counterpart, answer. */
import { type Account, isRegistered } from '../domain/account/account';
import type { AccountEvent } from '../domain/account/account-event';
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
import { type AccountWrite, MAX_DOCUMENT_BYTES } from '../store/loaded-account';
import type { StoredReply } from '../store/stored-reply';
import type { UnitOfWork } from '../store/unit-of-work';
import {
  loadParentChain,
  loadSuccessorChain,
  lockParentChainEnd,
  lockSuccessorChainEnd,
} from './account-chains';
import { decideCounterpart } from './counterpart';
import { findConflict } from './find-conflict';
import { findOtherHolder } from './number-holder';
import { loadOtherAccounts, needsOf } from './request-needs';
import type { CommandContext, SubmitRequest, SubmitResult } from './submit-request';

/**
 * Decides one request on what its unit of work has read, and stages what is to be written. `past` are the stored entries
 * that the command needs; `own` the request IDs of the whole call.
 */
export const decideRequest = async (
  db: Database,
  work: UnitOfWork,
  request: SubmitRequest,
  past: readonly HistoryEntry[],
  own: ReadonlySet<string>,
  callContext: CommandContext,
): Promise<SubmitResult> => {
  const hash = digest(JSON.stringify([request.accountId, request.expectedVersion, request.command]));
  const reply = work.storedReply(request.requestId);
  if (reply !== undefined) return replayedResult(reply, hash, request, callContext);
  const loaded = await work.load(request.accountId);
  // What this attempt has done already is not stored yet.
  const history = [...past, ...loaded.entries];
  const needs = needsOf(request.command, { account: loaded.account, history });
  const parents = await loadParentChain(work, needs.parentId ?? null);
  const links = await loadSuccessorChain(work, needs.successorId ?? null);
  const others = { ...parents, ...(await loadOtherAccounts(work, needs)) };
  const context: DecisionContext = { ...callContext, links, others, history };
  const row = loaded.account.version === 0 ? null : registerRow(loaded.account);
  const conflict = await findConflict(db, work, request, own, context);
  if (conflict !== null) return refusedResult(conflict, row);
  const decision = decide(loaded.account, request.command, context);
  if ('refusal' in decision) return refusedResult(decision.refusal, row);
  const preview = definitionOf(request.command).preview?.(loaded.account, request.command, context) ?? null;
  if (preview !== null) return previewResult(preview, loaded.account);
  const { corporateNumber } = decision.account;
  const holder = await findOtherHolder(work, loaded.account, decision.account);
  if (holder !== null && corporateNumber !== null)
    return refusedResult(refuseTakenNumber(corporateNumber, holder), row);
  const created = decision.events.length > 0 && !isRegistered(loaded.account);
  if (decision.events.length > 0) {
    const counterpart = await decideCounterpart(db, work, loaded, request.command, decision.events, context);
    if (counterpart !== null && 'refusal' in counterpart) return refusedResult(counterpart.refusal, row);
    const writes = [
      { ...decision, loaded, command: request.command },
      ...(counterpart === null ? [] : [counterpart]),
    ].map(
      ({ command, ...decided }): AccountWrite => ({
        loaded: decided.loaded,
        account: decided.account,
        entry: historyEntryOf({ ...request, command }, decided.account, decided.events, context),
      }),
    );
    if (!work.stage(writes))
      return refusedResult(refuse('LIMIT_REACHED', { facts: { bytes: MAX_DOCUMENT_BYTES } }), row);
    if (needs.successorId != null) lockSuccessorChainEnd(work, links);
    lockParentChainEnd(work, parents);
  }
  const accepted = {
    row: registerRow(decision.account),
    ...sameNameOf(work, request, needs, decision, context),
  };
  if (request.batch === null)
    work.storeReply(request.requestId, { hash, by: callContext.actor.id, ...accepted }, callContext.now);
  return { status: 'accepted', ...accepted, replayed: false, changed: decision.events.length > 0, created };
};

/** The stored answer of an equal request; another request under the same key is refused. */
const replayedResult = (
  reply: StoredReply,
  hash: string,
  { requestId }: SubmitRequest,
  { actor }: CommandContext,
): SubmitResult => {
  if (reply.hash !== hash || reply.by !== actor.id)
    return refusedResult(refuse('REQUEST_KEY_REUSED', { facts: { requestId } }), null);
  const { row, sameName } = reply;
  return {
    status: 'accepted',
    row,
    ...(sameName === undefined ? {} : { sameName }),
    replayed: true,
    changed: false,
    created: false,
  };
};

/** Of a new company: the accounts that have its name. */
const sameNameOf = (
  work: UnitOfWork,
  { requestId }: SubmitRequest,
  needs: Needs,
  { account }: { account: Account },
  context: DecisionContext,
): { sameName?: SameNameAccounts } => {
  if (needs.similarTo === undefined) return {};
  const sameName = sameNameAccounts(account, context, work.countSameName(requestId));
  return sameName === null ? {} : { sameName };
};

const refuseTakenNumber = (corporateNumber: string, holder: Account) =>
  refuse('DUPLICATE_CORPORATE_NUMBER', {
    facts: { corporateNumber, accountId: holder.id, name: holder.name, status: holder.standing.status },
  });

/** Nothing of a preview is stored: asked again, it is made anew. */
const previewResult = (preview: MergePreview | RuleRefusal, account: Account): SubmitResult => {
  const row = registerRow(account);
  return 'reasons' in preview
    ? refusedResult(preview, row)
    : { status: 'accepted', row, replayed: false, changed: false, created: false, preview };
};

const refusedResult = (refusal: CommandRefusal, row: RegisterRow | null): SubmitResult => ({
  status: 'refused',
  refusal,
  row,
});

const historyEntryOf = (
  request: SubmitRequest,
  account: Account,
  events: readonly AccountEvent[],
  context: DecisionContext,
): HistoryEntry => ({
  accountId: account.id,
  version: account.version,
  at: context.now,
  on: context.today,
  by: context.actor.id,
  channel: context.channel,
  batch: request.batch,
  requestId: request.requestId,
  command: request.command.type,
  undoes: definitionOf(request.command).undoes?.(request.command) ?? null,
  events,
});
