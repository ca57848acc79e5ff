/** decide(account, command, context) → the events of one accepted command, or a refusal. The only door to a change. */
import { type Account, exists, openOpportunities, partOf, productsInUse } from './account';
import { approve, propose, reject } from './approvals';
import { setAwaited } from './awaited';
import { recordCheck } from './checks';
import type {
  ClosingInput,
  Command,
  CommandType,
  Decision,
  MoveData,
  OpportunityDraft,
  ProductInput,
} from './commands';
import { activeMember, type Context, overlapping } from './context';
import { settledDebts } from './debts';
import { cutLink, editDetails, receive, register } from './details';
import { fillIn } from './fill-in';
import { GUARD_PREDICATES } from './guards';
import { acknowledgeHandOver, handOver } from './hand-over';
import { type AccountEvent, begin, type Story } from './history';
import { importRow } from './import-row';
import { correctMeeting } from './meetings';
import { absorb, merge } from './merge';
import { legalNow, move, refuseFindings } from './move';
import { markNotDuplicate } from './not-duplicate';
import { type Refusal, refuse } from './refusals';
import {
  closeOpportunity,
  isRefusal,
  logActivity,
  openOpportunity,
  saveContact,
  saveProduct,
  setBant,
  setNextCheck,
} from './steps';
import { isManager, mayWrite } from './team';
import { undo } from './undo';
import { release, unmerge } from './unmerge';

/** Commands that only a manager gives. */
const FOR_MANAGERS: readonly CommandType[] = ['approve', 'reject', 'correctMeeting', 'cutLink'];
/** Commands that make the account. */
const MAKING: readonly CommandType[] = ['register', 'import'];

export type Verdict = { events: readonly AccountEvent[]; account: Account } | { refusal: Refusal };

/**
 * The account of a refusal is unchanged. The returned account's version is one higher: one command, one history entry.
 * No events and no refusal means that nothing had to change (a second import of the same row).
 */
export const decide = (account: Account, command: Command, context: Context): Verdict => {
  if (!mayWrite(context.actor) || (FOR_MANAGERS.includes(command.type) && !isManager(context.actor)))
    return { refusal: refuse('ROLE_NOT_ALLOWED', { facts: { role: context.actor.role } }) };
  if (!MAKING.includes(command.type) && !exists(account))
    return { refusal: refuse('ACCOUNT_UNKNOWN', { facts: { accountId: account.id } }) };
  const result = perform(begin(account), command, context);
  if (isRefusal(result)) return { refusal: taught(result, account, context) };
  const { account: after, events } = settledDebts(result, context);
  if (events.length === 0) return { events, account };
  return { events, account: { ...after, version: account.version + 1 } };
};

/** Every refusal tells what is legal now (rule 3), also one about something else than the status. */
const taught = (refusal: Refusal, account: Account, context: Context): Refusal =>
  refusal.legal.length > 0 || !exists(account) ? refusal : { ...refusal, legal: legalNow(account, context) };

const perform = (story: Story, command: Command, context: Context): Story | Refusal => {
  switch (command.type) {
    case 'register':
      return register(story, command, context);
    case 'import':
      return importRow(story, command.row, context);
    case 'changeStatus':
      return move(story, command.to, command.data ?? {}, context);
    case 'putOnFile':
      return move(story, 'ON_FILE', { ...command.data, onFile: command.onFile }, context);
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
      return logCoordinated(story, command, context);
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
      return closeAndDecide(story, command.closing, command.decision, context);
    case 'saveContact':
      return saveContact(command.contact, context)(story);
    case 'saveProduct':
      return saveAndDecide(story, command.product, command.decision, context);
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
      return receive(story, command, context);
    case 'absorb':
      return absorb(story, command, context);
    case 'release':
      return release(story, command, context);
    default:
      return command satisfies never;
  }
};

/**
 * Inside and field sales on one account: the second says that it was coordinated before the contact is logged. A met
 * account is never COLD (rule 1): logging the first meeting with one is its move to WORKING, owned by whoever met them
 * where it has no owner.
 */
const logCoordinated = (
  story: Story,
  command: Extract<Command, { type: 'logActivity' }>,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  const { activity, coordinatedWith } = command;
  const contact = partOf(account.contacts, activity.contactId);
  const shared = { ...account, contacts: contact === undefined ? {} : { [contact.id]: contact } };
  if (
    contact !== undefined &&
    overlapping({ ...shared, ownerId: null, isOwnerId: null, opportunities: {} }, context).length > 0
  ) {
    const found = GUARD_PREDICATES.COORDINATED({
      before: shared,
      account: shared,
      data: { coordinatedWith },
      context,
      approved: false,
    });
    if (found !== null) return refuseFindings([found], account, {}, context);
  }
  if (account.status !== 'COLD' || activity.kind !== 'meeting')
    return logActivity(activity, context, coordinatedWith)(story);
  const ownerId = activeMember(context, account.ownerId)?.id ?? context.actor.id;
  return move(story, 'WORKING', { ownerId, action: activity, coordinatedWith }, context);
};

/** Opening an opportunity is the move to ACTIVE_OPPORTUNITY, except where one runs already or the account is a client. */
const addOpportunity = (
  story: Story,
  opportunity: OpportunityDraft,
  data: MoveData,
  context: Context,
): Story | Refusal => {
  const { account } = story;
  switch (account.status) {
    case 'BAD_FIT':
    case 'ON_FILE':
      return refuse('OPPORTUNITY_REFUSED', { legal: legalNow(account, context) });
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
      return refuseFindings(found === null ? [] : [found], account, data, context);
    }
    default:
      return move(story, 'ACTIVE_OPPORTUNITY', { ...data, opportunity }, context);
  }
};

/** Rule 7: closing the last open opportunity decides the account in the same step. */
const closeAndDecide = (
  story: Story,
  closing: ClosingInput,
  decision: Decision | undefined,
  context: Context,
): Story | Refusal => {
  const closed = closeOpportunity(closing, context)(story);
  if (isRefusal(closed)) return closed;
  const last =
    closed.account.status === 'ACTIVE_OPPORTUNITY' && openOpportunities(closed.account).length === 0;
  return decided(closed, last, decision, context);
};

/** Rule 7: ending a client's last product in use decides the account in the same step. */
const saveAndDecide = (
  story: Story,
  product: ProductInput,
  decision: Decision | undefined,
  context: Context,
): Story | Refusal => {
  const inUse = productsInUse(story.account, context.today).length;
  const saved = saveProduct(product, context)(story);
  if (isRefusal(saved)) return saved;
  const last =
    saved.account.status === 'CURRENT_CLIENT' &&
    inUse > 0 &&
    productsInUse(saved.account, context.today).length === 0;
  return decided(saved, last, decision, context);
};

const decided = (
  story: Story,
  needed: boolean,
  decision: Decision | undefined,
  context: Context,
): Story | Refusal => {
  if (decision !== undefined) return move(story, decision.to, decision.data ?? {}, context);
  if (!needed) return story;
  const { account } = story;
  return refuseFindings([{ code: 'DECISION_NEEDED', missing: ['decision.to'] }], account, {}, context);
};
