/** Change of status of one account: only what is legal now, and exactly the fields of the move. */
import { type Account, openOpportunities } from '../../../functions/domain/account/account';
import { type DecisionContext, overlappingMembers } from '../../../functions/domain/account/decision-context';
import type { OfferedTransition } from '../../../functions/domain/account/offered-transitions';
import { BANT_KEYS } from '../../../functions/domain/status/code-lists';
import type { Status } from '../../../functions/domain/status/statuses';
import { transitionNote } from '../../../functions/domain/status/transition-notes';
import { text } from '../../../functions/domain/text/text';
import type { AccountView, SheetCommandResult } from '../../script-api';
import { type CommandSender, sendOne } from '../kit/command-sender';
import { node, setChildren } from '../kit/dom';
import { createFields, createForm, type Form, type FormFields } from '../kit/form';
import type { FormContext } from '../kit/form-control';
import {
  type FormField,
  type FormValues,
  fieldByKey,
  fieldFromNeed,
  statusChangeCommand,
} from '../kit/form-data';
import { WINDOW_MESSAGES } from '../messages/catalog';
import { statusLabel } from '../messages/change-text';
import { formatDate, localize, t, type Viewer } from '../messages/viewer';
import { statusPicker } from './status-picker';

/** Inside and field sales on one account: those of the other side. */
export const membersOfOtherSide = (
  account: Account,
  { you, members }: Pick<AccountView, 'you' | 'members'>,
) =>
  // Of the context it reads who acts and who is in the team.
  overlappingMembers(account, { actor: you, members } as DecisionContext);

/** What the account has already is offered first. */
const knownValue = (account: Account, { key }: FormField): string | null => {
  const bant = BANT_KEYS.find((one) => key === `bant.${one}`);
  if (bant !== undefined) return account.bant[bant].value === 'unknown' ? null : account.bant[bant].value;
  switch (key) {
    case 'awaitedCondition':
      return account.awaitedCondition;
    case 'latentNeed':
      return account.latentNeed;
    case 'contactId':
      return account.awaitedContactId;
    default:
      return null;
  }
};

/** Quarterly and dead are told apart by BANT: all four can be answered in the same step, in their order. */
const withBantFields = (fields: readonly FormField[], to: Status): FormField[] => {
  if (to !== 'QUARTERLY_CHECK' && to !== 'DEAD_OPPORTUNITY') return [...fields];
  const asked = fields.filter(({ key }) => key.startsWith('bant.'));
  const bant = BANT_KEYS.map(
    (key) =>
      asked.find((field) => field.key === `bant.${key}`) ?? fieldByKey(`bant.${key}`, { optional: true }),
  );
  return [...bant, ...fields.filter((field) => !asked.includes(field))];
};

export const fieldsOfOffer = (
  accountView: AccountView,
  { asks, approval, to }: OfferedTransition,
): FormField[] => {
  const { account, you } = accountView;
  const fields = withBantFields(asks.map(fieldFromNeed), to).map((field): FormField => {
    const suggestion =
      field.suggestion ??
      knownValue(account, field) ??
      (field.key === 'opportunity.fsOwnerId' && you.role === 'fs' ? you.id : null);
    if (field.key !== 'coordinatedWith') return { ...field, suggestion };
    const names = membersOfOtherSide(account, accountView)
      .map(({ name }) => name)
      .join(', ');
    return { ...field, suggestion, hint: text(names, names) };
  });
  const follows =
    to === 'ACTIVE_OPPORTUNITY' && fields.some(({ key }) => key === 'opportunity.product')
      ? lostOpportunityFields(account)
      : [];
  return [
    ...fields,
    ...follows,
    ...(approval ? [fieldByKey('note', { optional: true, label: WINDOW_MESSAGES.noteForManager })] : []),
  ];
};

/** A lost opportunity is never reopened: the new one names it. */
export const lostOpportunityFields = (account: Account): FormField[] => {
  const lost = Object.values(account.opportunities).filter(({ state }) => state === 'lost');
  if (lost.length === 0) return [];
  const choices = lost.map(({ id, product, closedOn }) => {
    const label = [product, closedOn ?? ''].join(' ');
    return { value: id, label: text(label, label) };
  });
  return [
    {
      key: 'opportunity.follows',
      label: WINDOW_MESSAGES.followsLost,
      kind: 'choice',
      choices,
      suggestion: null,
      optional: true,
    },
  ];
};

/** Lost reasons of the team stand in the offer of the move to DEAD_OPPORTUNITY. */
export const lostReasonsOf = ({ offers }: Pick<AccountView, 'offers'>): FormField['choices'] | undefined =>
  offers.flatMap(({ asks }) => asks).find(({ key }) => key === 'lost.reason')?.choices;

export interface ChangeStatusOptions {
  accountView: AccountView;
  to: Status | null;
  /** What was typed before the account was read again. */
  values?: FormValues;
  /** False where the status was chosen elsewhere: then its name stands above the form. */
  choice?: boolean;
  done(result: SheetCommandResult, sentence: string): void;
  cancel: (() => void) | null;
  /** Reads the account again and opens this anew with what was typed. */
  reload(to: Status | null, values: FormValues): void;
}

export interface ChangeStatusView {
  element: HTMLElement;
  isDirty(): boolean;
  isBusy(): boolean;
}

export const changeStatusSentence = (
  viewer: Viewer,
  result: SheetCommandResult,
  proposed: boolean,
): string => {
  const { row } = result;
  if (row === null) return t(viewer, 'accepted');
  const facts = {
    name: row.name,
    status: statusLabel(viewer, proposed ? (row.pending ?? row.status) : row.status),
  };
  const check =
    row.nextCheck !== null && !proposed
      ? t(viewer, 'nextCheckIs', { date: formatDate(viewer, row.nextCheck) })
      : '';
  return t(viewer, proposed ? 'proposed' : 'changedTo', facts) + check;
};

export const changeStatusView = (
  viewer: Viewer,
  sender: CommandSender,
  plan: ChangeStatusOptions,
): ChangeStatusView => {
  const { accountView } = plan;
  const { account, offers } = accountView;
  const room = node('div');
  let kept: FormValues = plan.values ?? {};
  let form: Form | null = null;
  let fields: FormFields | null = null;
  let touched = false;

  const open = (to: Status): void => {
    kept = { ...kept, ...fields?.values() };
    touched = touched || (fields?.isDirty() ?? false);
    const offer = offers.find((one) => one.to === to);
    if (offer === undefined) return;
    const about: FormContext = {
      account,
      lostReasons: lostReasonsOf(accountView),
      mayTransferOpportunities: to === 'ON_FILE' && openOpportunities(account).length > 0,
    };
    const asked = fieldsOfOffer(accountView, offer);
    const made = createFields(viewer, about, asked);
    made.write(kept);
    const note = transitionNote(account.status, to);
    const { approval } = offer;
    form = createForm(viewer, {
      title: plan.choice === false ? statusLabel(viewer, to) : null,
      intro: node(
        'div',
        {},
        note === null ? null : node('p', { class: 'hint' }, localize(viewer, note)),
        approval ? node('p', { class: 'hint' }, t(viewer, 'approvalHint')) : null,
        asked.length === 0 ? node('p', { class: 'hint' }, t(viewer, 'nothingToFill')) : null,
      ),
      fields: made,
      submit: approval ? t(viewer, 'propose') : t(viewer, 'changeInto', { status: statusLabel(viewer, to) }),
      send: (tree) =>
        sendOne(
          viewer,
          sender,
          {
            accountId: account.id,
            version: account.version,
            command: statusChangeCommand(account.status, offer, tree),
          },
          {
            done: (result) => plan.done(result, changeStatusSentence(viewer, result, approval)),
            reload: () => plan.reload(to, { ...kept, ...made.values() }),
          },
        ),
      cancel: plan.cancel,
    });
    fields = made;
    setChildren(room, form.element);
  };

  if (plan.to !== null) open(plan.to);
  const notOffered = offers.some(({ to }) => to === plan.to) ? null : plan.to;
  const element = node(
    'div',
    { class: 'change' },
    notOffered === null
      ? null
      : node(
          'p',
          { class: 'refusal' },
          t(viewer, 'notLegalNow', { status: statusLabel(viewer, notOffered) }),
        ),
    account.proposal === null ? null : node('p', { class: 'warning' }, t(viewer, 'proposalWaits')),
    plan.choice === false && notOffered === null
      ? null
      : offers.length === 0
        ? node('p', {}, t(viewer, 'noOffers'))
        : statusPicker(
            viewer,
            offers.map(({ to, approval }) => ({ to, approval, count: null })),
            plan.to,
            open,
          ),
    room,
  );
  return {
    element,
    isDirty: () => touched || (fields?.isDirty() ?? false),
    isBusy: () => form?.isBusy() ?? false,
  };
};
