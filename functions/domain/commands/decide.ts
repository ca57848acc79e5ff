/** decide(account, command, context) → the events of one accepted command, or a refusal. The only door to a change. */
import { type Account, isRegistered, openOpportunities, partById, productsInUse } from '../account/account';
import {
  closeOpportunity,
  isRefusal,
  logActivity,
  openOpportunity,
  saveContact,
  saveProduct,
  setBant,
  setNextCheck,
} from '../account/account-mutations';
import type { Command, CommandType } from '../account/command';
import type {
  ClosingInput,
  NextStatusInput,
  OpportunityDraft,
  ProductInput,
  TransitionData,
} from '../account/command-inputs';
import { activeMember, type DecisionContext, overlappingMembers } from '../account/decision-context';
import { GUARD_PREDICATES } from '../account/guards';
import { type AccountEvent, type Draft, draftOf } from '../account/history';
import { updateMissingData } from '../account/missing-data';
import { type Refusal, refuse } from '../account/refusals';
import { isManager, mayWrite } from '../account/team';
import { approve, propose, reject } from './approvals';
import { changeStatus, legalMoves, refuseGuardFailures } from './change-status';
import { correctMeeting } from './correct-meeting';
import { fillIn } from './fill-in';
import { acknowledgeHandOver, handOver } from './hand-over';
import { importRow } from './import-row';
import { markNotDuplicate } from './mark-not-duplicate';
import { absorb, merge } from './merge';
import { recordCheck } from './record-check';
import { cutLink, editDetails, receiveParts, registerAccount } from './register-account';
import { setAwaited } from './set-awaited';
import { undo } from './undo';
import { releaseParts, unmerge } from './unmerge';

/** Commands that only a manager gives. */
const MANAGER_COMMANDS: readonly CommandType[] = ['approve', 'reject', 'correctMeeting', 'cutLink'];
/** Commands that make the account. */
const CREATING_COMMANDS: readonly CommandType[] = ['register', 'import'];

export type Decision = { events: readonly AccountEvent[]; account: Account } | { refusal: Refusal };

/**
 * The account of a refusal is unchanged. The returned account's version is one higher: one command, one history entry.
 * No events and no refusal means that nothing had to change (a second import of the same row).
 */
export const decide = (account: Account, command: Command, context: DecisionContext): Decision => {
  if (!mayWrite(context.actor) || (MANAGER_COMMANDS.includes(command.type) && !isManager(context.actor)))
    return { refusal: refuse('ROLE_NOT_ALLOWED', { facts: { role: context.actor.role } }) };
  if (!CREATING_COMMANDS.includes(command.type) && !isRegistered(account))
    return { refusal: refuse('ACCOUNT_UNKNOWN', { facts: { accountId: account.id } }) };
  const result = dispatch(draftOf(account), command, context);
  if (isRefusal(result)) return { refusal: withLegalMoves(result, account, context) };
  const { account: after, events } = updateMissingData(result, context);
  if (events.length === 0) return { events, account };
  return { events, account: { ...after, version: account.version + 1 } };
};

/** Every refusal tells what is legal now (rule 3), also one about something else than the status. */
const withLegalMoves = (refusal: Refusal, account: Account, context: DecisionContext): Refusal =>
  refusal.legal.length > 0 || !isRegistered(account)
    ? refusal
    : { ...refusal, legal: legalMoves(account, context) };

const dispatch = (story: Draft, command: Command, context: DecisionContext): Draft | Refusal => {
  switch (command.type) {
    case 'register':
      return registerAccount(story, command, context);
    case 'import':
      return importRow(story, command.row, context);
    case 'changeStatus':
      return changeStatus(story, command.to, command.data ?? {}, context);
    case 'putOnFile':
      return changeStatus(story, 'ON_FILE', { ...command.data, onFile: command.onFile }, context);
    case 'propose':
    case 'restore':
      return propose(story, command.to, command.data ?? {}, command.note ?? null, context);
    case 'approve':
      return approve(story, command.proposalId, command.note, context);
    case 'reject':
      return reject(story, command.proposalId, command.note, context);
    case 'cutLink':
      return cutLink(story, command.reason);
    case 'merge':
      return merge(story, command, context);
    case 'unmerge':
      return unmerge(story, command.reason, context);
    case 'markNotDuplicate':
      return markNotDuplicate(story, command, context);
    case 'logActivity':
      return logCoordinatedActivity(story, command, context);
    case 'correctMeeting':
      return correctMeeting(story, command.activityId, command.reason, context);
    case 'recordCheck':
      return recordCheck(story, command, context);
    case 'setNextCheck':
      return setNextCheck(command.date, command.reason ?? null, context)(story);
    case 'setAwaited':
      return setAwaited(story, command, context);
    case 'addOpportunity':
      return addOpportunity(story, command.opportunity, command.data ?? {}, context);
    case 'closeOpportunity':
      return closeOpportunityAndDecide(story, command.closing, command.decision, context);
    case 'saveContact':
      return saveContact(command.contact, context)(story);
    case 'saveProduct':
      return saveProductAndDecide(story, command.product, command.decision, context);
    case 'setBant':
      return setBant(command.bant, command.latentNeed, context)(story);
    case 'editDetails':
      return editDetails(story, command.details, context);
    case 'handOver':
      return handOver(story, command, context);
    case 'acknowledgeHandOver':
      return acknowledgeHandOver(story, command, context);
    case 'fillIn':
      return fillIn(story, command.data, context);
    case 'undo':
      return undo(story, command.version, context);
    case 'receive':
      return receiveParts(story, command, context);
    case 'absorb':
      return absorb(story, command, context);
    case 'release':
      return releaseParts(story, command, context);
    default:
      return command satisfies never;
  }
};

/**
 * Inside and field sales on one account: the second says that it was coordinated before the contact is logged. A met
 * account is never COLD (rule 1): logging the first meeting with one is its move to WORKING, owned by whoever met them
 * where it has no owner.
 */
const logCoordinatedActivity = (
  story: Draft,
  command: Extract<Command, { type: 'logActivity' }>,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  const { activity, coordinatedWith } = command;
  const contact = partById(account.contacts, activity.contactId);
  const shared = { ...account, contacts: contact === undefined ? {} : { [contact.id]: contact } };
  if (
    contact !== undefined &&
    overlappingMembers({ ...shared, ownerId: null, isOwnerId: null, opportunities: {} }, context).length > 0
  ) {
    const found = GUARD_PREDICATES.COORDINATED({
      before: shared,
      account: shared,
      data: { coordinatedWith },
      context,
      approved: false,
    });
    if (found !== null) return refuseGuardFailures([found], account, {}, context);
  }
  if (account.status !== 'COLD' || activity.kind !== 'meeting')
    return logActivity(activity, context, coordinatedWith)(story);
  const ownerId = activeMember(context, account.ownerId)?.id ?? context.actor.id;
  return changeStatus(story, 'WORKING', { ownerId, action: activity, coordinatedWith }, context);
};

/** Opening an opportunity is the move to ACTIVE_OPPORTUNITY, except where one runs already or the account is a client. */
const addOpportunity = (
  story: Draft,
  opportunity: OpportunityDraft,
  data: TransitionData,
  context: DecisionContext,
): Draft | Refusal => {
  const { account } = story;
  switch (account.status) {
    case 'BAD_FIT':
    case 'ON_FILE':
      return refuse('OPPORTUNITY_REFUSED', { legal: legalMoves(account, context) });
    case 'ACTIVE_OPPORTUNITY':
    case 'CURRENT_CLIENT': {
      const none = { ...account, opportunities: {} };
      const opened = openOpportunity(opportunity, context)(story);
      if (isRefusal(opened) || opened.events.length > 0) return opened;
      const found = GUARD_PREDICATES.OPPORTUNITY({
        before: none,
        account: none,
        data: { opportunity },
        context,
        approved: false,
      });
      return refuseGuardFailures(found === null ? [] : [found], account, data, context);
    }
    default:
      return changeStatus(story, 'ACTIVE_OPPORTUNITY', { ...data, opportunity }, context);
  }
};

/** Rule 7: closing the last open opportunity decides the account in the same step. */
const closeOpportunityAndDecide = (
  story: Draft,
  closing: ClosingInput,
  decision: NextStatusInput | undefined,
  context: DecisionContext,
): Draft | Refusal => {
  const closed = closeOpportunity(closing, context)(story);
  if (isRefusal(closed)) return closed;
  const last =
    closed.account.status === 'ACTIVE_OPPORTUNITY' && openOpportunities(closed.account).length === 0;
  return withNextStatus(closed, last, decision, context);
};

/** Rule 7: ending a client's last product in use decides the account in the same step. */
const saveProductAndDecide = (
  story: Draft,
  product: ProductInput,
  decision: NextStatusInput | undefined,
  context: DecisionContext,
): Draft | Refusal => {
  const inUse = productsInUse(story.account, context.today).length;
  const saved = saveProduct(product, context)(story);
  if (isRefusal(saved)) return saved;
  const last =
    saved.account.status === 'CURRENT_CLIENT' &&
    inUse > 0 &&
    productsInUse(saved.account, context.today).length === 0;
  return withNextStatus(saved, last, decision, context);
};

const withNextStatus = (
  story: Draft,
  needed: boolean,
  decision: NextStatusInput | undefined,
  context: DecisionContext,
): Draft | Refusal => {
  if (decision !== undefined) return changeStatus(story, decision.to, decision.data ?? {}, context);
  if (!needed) return story;
  const { account } = story;
  return refuseGuardFailures([{ code: 'DECISION_NEEDED', missing: ['decision.to'] }], account, {}, context);
};
