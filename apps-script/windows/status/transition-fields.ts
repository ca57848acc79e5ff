/** The fields that a change of status asks for, filled with what the account already has. */

import { openOpportunities } from '../../../functions/domain/account/account';
import type { AccountRecord } from '../../../functions/domain/account/account-record';
import { presentAwaitedId } from '../../../functions/domain/account/awaited-contact';
import { overlappingMembers } from '../../../functions/domain/account/decision-context';
import { bantInWords, metInWords } from '../../../functions/domain/account/known-hand-over';
import type { OfferedTransition } from '../../../functions/domain/account/offered-transitions';
import { ACCOUNT_FIELD_LABELS } from '../../../functions/domain/history/account-labels';
import { BANT_KEYS } from '../../../functions/domain/status/code-lists';
import type { Status } from '../../../functions/domain/status/statuses';
import { text } from '../../../functions/domain/text/text';
import type { AccountView, Language } from '../../script-api';
import type { FormContext } from '../kit/form-context';
import { type FormField, fieldByKey, fieldFromNeed } from '../kit/form-data';
import type { InputPath, TransitionInput } from '../kit/form-input';
import { mayGiveCommand } from '../kit/member-rights';
import { WINDOW_MESSAGES } from '../messages/catalog';
import type { Viewer } from '../messages/viewer';

export type TransitionField = FormField<InputPath<TransitionInput>>;

/** Of inside and field sales, the members of the other side. */
export const membersOfOtherSide = (
  account: AccountRecord,
  { you, members }: Pick<AccountView, 'you' | 'members'>,
) => overlappingMembers(account, { actor: you, members });

/** The field's value on the account, unless the move is refused because of it: the need decides between quarterly and dead. */
const knownValue = (
  account: AccountRecord,
  { key, to, language }: { key: string; to: Status; language: Language },
): string | null => {
  const bant = BANT_KEYS.find((one) => key === `bant.${one}`);
  if (bant !== undefined) {
    const { value } = account.bant[bant];
    const isRefused =
      bant === 'need' &&
      ((to === 'DEAD_OPPORTUNITY' && value === 'yes') || (to === 'QUARTERLY_CHECK' && value !== 'yes'));
    return value === 'unknown' || isRefused ? null : value;
  }
  switch (key) {
    case 'awaitedCondition':
      return account.awaitedCondition;
    case 'latentNeed':
      return account.latentNeed;
    case 'contactId':
      return presentAwaitedId(account);
    case 'opportunity.handOverNote.metWith':
      return metInWords(account, language);
    case 'opportunity.handOverNote.bant':
      return bantInWords(account, language);
    default:
      return null;
  }
};

/** BANT decides between quarterly and dead, so all four answers can be given in the same form, in their order. */
const withBantFields = (fields: readonly TransitionField[], to: Status): TransitionField[] => {
  if (to !== 'QUARTERLY_CHECK' && to !== 'DEAD_OPPORTUNITY') return [...fields];
  const needed = fields.filter(({ key }) => key.startsWith('bant.'));
  const bant = BANT_KEYS.map(
    (key): TransitionField =>
      needed.find((field) => field.key === `bant.${key}`) ?? fieldByKey(`bant.${key}`, { optional: true }),
  );
  return [...bant, ...fields.filter((field) => !needed.includes(field))];
};

/** `viewer` is null for several accounts, whose values differ. */
export const fieldsOfOffer = (
  accountView: AccountView,
  { asks, approval, to }: OfferedTransition,
  viewer: Pick<Viewer, 'language'> | null,
): TransitionField[] => {
  const { account, you } = accountView;
  const fields = withBantFields(asks.map(fieldFromNeed), to).map((field): TransitionField => {
    const suggestion =
      field.suggestion ??
      (viewer && knownValue(account, { key: field.key, to, language: viewer.language })) ??
      (field.key === 'opportunity.fsOwnerId' && you.role === 'fs' ? you.id : null);
    if (field.key !== 'coordinatedWith') return { ...field, suggestion };
    const names = membersOfOtherSide(account, accountView)
      .map(({ name }) => name)
      .join(', ');
    return { ...field, suggestion, hint: text(names, names) };
  });
  const ofOpportunity =
    to === 'ACTIVE_OPPORTUNITY' && fields.some(({ key }) => key === 'opportunity.product')
      ? [...forecastFields(), ...lostOpportunityFields(account)]
      : [];
  return [
    ...fields,
    ...ofOpportunity,
    ...(approval ? [fieldByKey('note', { optional: true, label: WINDOW_MESSAGES.noteForManager })] : []),
  ];
};

/** The owner's expectations of a new opportunity; all are optional. */
export const forecastFields =
  (): FormField<`opportunity.${'department' | 'expectedOn' | 'amount' | 'probability'}`>[] => {
    const words = { choices: [], suggestion: null, optional: true } as const;
    return [
      { key: 'opportunity.department', label: ACCOUNT_FIELD_LABELS.department, kind: 'text', ...words },
      fieldByKey('opportunity.expectedOn', { optional: true }),
      { key: 'opportunity.amount', label: ACCOUNT_FIELD_LABELS.amount, kind: 'amount', ...words },
      { key: 'opportunity.probability', label: ACCOUNT_FIELD_LABELS.probability, kind: 'amount', ...words },
    ];
  };

/** A lost opportunity is never reopened; the new one refers to it. */
export const lostOpportunityFields = (account: AccountRecord): FormField<'opportunity.follows'>[] => {
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

/** The team's lost reasons are part of the offer of the move to DEAD_OPPORTUNITY. */
export const lostReasonsOf = ({ offers }: Pick<AccountView, 'offers'>): FormField['choices'] | undefined =>
  offers.flatMap(({ asks }) => asks).find(({ key }) => key === 'lost.reason')?.choices;

export const transitionContext = (accountView: AccountView, to: Status): FormContext => ({
  account: accountView.account,
  today: accountView.today,
  lostReasons: lostReasonsOf(accountView),
  mayTransferOpportunities: to === 'ON_FILE' && openOpportunities(accountView.account).length > 0,
  // What is proposed is closed by the manager who approves it.
  mayCloseOpportunities:
    to !== 'ON_FILE' ||
    mayGiveCommand({ you: accountView.you, channel: 'sidebar' }, 'closeOpportunity', accountView.account),
});
