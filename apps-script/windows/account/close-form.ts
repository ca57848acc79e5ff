/** The form that closes an opportunity and, for the last open one, decides the account's next status. */
import { type Opportunity, openOpportunities } from '../../../functions/domain/account/account';
import type { ClosingInput } from '../../../functions/domain/account/command-inputs';
import { LOST_REASONS, OPPORTUNITY_OUTCOME_LABELS } from '../../../functions/domain/status/code-list-texts';
import { OTHER } from '../../../functions/domain/status/code-lists';
import type { Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { type CommandForm, commandForm } from '../kit/command-form';
import { type FormField, type FormValues, fieldByKey } from '../kit/form-data';
import type { TransitionInput } from '../kit/form-input';
import { ACCOUNT_MESSAGES, tAccount } from '../messages/account-catalog';
import type { Viewer } from '../messages/viewer';
import { statusChangedSentence } from '../status/change-status';
import { lostReasonsOf, type TransitionField } from '../status/transition-fields';
import { aboutAccount, accountField } from './account-field';
import { decisionFields, decisionOf } from './decision-fields';
import { choicesOf } from './log-contact-form';

interface CloseInput extends TransitionInput {
  close: Omit<ClosingInput, 'opportunityId'>;
}

/** A won opportunity makes the account a client, unless another status is chosen. */
const decisionChoice = ({ offers }: AccountView, outcome: unknown): FormField<'decision.to'> => {
  const field = fieldByKey('decision.to');
  const choices = field.choices.filter(({ value }) =>
    offers.some(({ to, approval }) => to === value && !approval),
  );
  const client: Status = 'CURRENT_CLIENT';
  return {
    ...field,
    kind: 'radio',
    choices,
    suggestion: outcome === 'won' && choices.some(({ value }) => value === client) ? client : null,
    hint: ACCOUNT_MESSAGES.decisionHint,
  };
};

/** When the account is lost with its last opportunity, the day and the reason are the same and are asked once. */
const lossFields = (
  accountView: AccountView,
  { 'close.outcome': outcome, 'close.lostReason': reason }: FormValues,
  decision: readonly TransitionField[],
) => {
  const isAsked = decision.some(({ key }) => key === 'lost.reason');
  const lostReason = accountField('close.lostReason', 'lostReason', 'choice', null, {
    choices: lostReasonsOf(accountView) ?? choicesOf(LOST_REASONS),
    optional: !isAsked,
  });
  return [
    ...(outcome === 'lost' || isAsked ? [lostReason] : []),
    ...(isAsked && reason === OTHER ? [fieldByKey('lost.reasonText')] : []),
    ...decision.filter(({ key }) => key !== 'lost.on' && key !== 'lost.reason'),
  ];
};

export const closeForm = (
  viewer: Viewer,
  accountView: AccountView,
  opportunity: Opportunity,
): CommandForm => {
  const { account, today } = accountView;
  const isLast = account.status === 'ACTIVE_OPPORTUNITY' && openOpportunities(account).length === 1;
  return commandForm<CloseInput>({
    about: aboutAccount(accountView),
    fields: [
      accountField('close.outcome', 'outcome', 'radio', null, {
        choices: choicesOf(OPPORTUNITY_OUTCOME_LABELS),
        optional: false,
      }),
      accountField('close.on', 'closedOn', 'date', today, { optional: false }),
    ],
    more: (values) => [
      ...(isLast ? [decisionChoice(accountView, values['close.outcome'])] : []),
      ...lossFields(
        accountView,
        values,
        decisionFields(viewer, accountView, values['decision.to'], values['close.outcome'] === 'won'),
      ),
      accountField('close.note', 'note', 'words'),
    ],
    title: `${tAccount(viewer, 'closeOpportunity')}: ${opportunity.product}`,
    submit: tAccount(viewer, 'closeOpportunity'),
    command: ({ close: { outcome = 'lost' as const, on = today, lostReason, ...more } = {}, ...input }) => {
      const reason = lostReason === undefined ? {} : { reason: lostReason };
      return {
        type: 'closeOpportunity',
        closing: {
          ...{ outcome, on, ...more, opportunityId: opportunity.id },
          ...(outcome === 'lost' && lostReason !== undefined ? { lostReason } : {}),
        },
        ...decisionOf(
          input.decision?.to === 'DEAD_OPPORTUNITY'
            ? { ...input, lost: { on, ...reason, ...input.lost } }
            : input,
        ),
      };
    },
    sentence: (result, { decision }) =>
      decision?.to === undefined ? tAccount(viewer, 'saved') : statusChangedSentence(viewer, result),
  });
};
