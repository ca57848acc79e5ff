/** The form that reviews a bad fit: first the outcome, then what that needs. */
import { isManager } from '../../../functions/domain/account/team';
import { STATUS, STATUSES, type Status } from '../../../functions/domain/status/statuses';
import type { AccountView } from '../../script-api';
import { type CommandForm, commandForm } from '../kit/command-form';
import { type FormField, fieldByKey } from '../kit/form-data';
import type { CommandBody, Entered, InputPath, TransitionInput } from '../kit/form-input';
import { ACCOUNT_MESSAGES, tAccount } from '../messages/account-catalog';
import { WINDOW_MESSAGES } from '../messages/catalog';
import type { Viewer } from '../messages/viewer';
import { fieldsOfOffer, lostReasonsOf } from '../status/transition-fields';
import { optionalData } from '../status/transition-input';
import { aboutAccount, accountField } from './account-field';

/** `keep`, `rejudge`, or the new status. */
interface ReviewEntry extends TransitionInput {
  outcome: string;
  judgeId: string;
}
type ReviewField = FormField<InputPath<ReviewEntry>>;

const outcomeField = ({ offers, you }: AccountView): ReviewField => ({
  key: 'outcome',
  label: WINDOW_MESSAGES.checkResult,
  kind: 'radio',
  choices: [
    { value: 'keep', label: ACCOUNT_MESSAGES.reviewKeep },
    ...(isManager(you) ? [{ value: 'rejudge', label: ACCOUNT_MESSAGES.reviewRejudge }] : []),
    ...offers.map(({ to }) => ({ value: to, label: STATUS[to].label })),
  ],
  suggestion: null,
});

const fieldsOfOutcome = (viewer: Viewer, accountView: AccountView, outcome: unknown): ReviewField[] => {
  if (outcome === 'rejudge')
    return [
      {
        ...accountField('judgeId', 'toId', 'member', null, { optional: false }),
        label: ACCOUNT_MESSAGES.rejudgeBy,
      },
    ];
  const offer = accountView.offers.find(({ to }) => to === outcome);
  // For a move without approval, the review's note is the reason.
  return offer === undefined
    ? []
    : fieldsOfOffer(accountView, offer, viewer).filter(
        ({ key }) => key !== 'note' && (offer.approval || key !== 'reason'),
      );
};

const statusOf = (outcome: string | undefined): Status =>
  STATUSES.find((status) => status === outcome) ?? 'BAD_FIT';

const reviewCommand = ({ outcome, judgeId, note = '', ...input }: Entered<ReviewEntry>): CommandBody => ({
  type: 'reviewBadFit',
  to: statusOf(outcome),
  ...(outcome === 'rejudge' && judgeId !== undefined ? { judgeId } : optionalData(input)),
  note,
});

/** Where a product was added or a need recorded, the functions ask for a new judgement. */
export const reviewBadFitForm = (viewer: Viewer, accountView: AccountView): CommandForm =>
  commandForm<ReviewEntry>({
    about: { ...aboutAccount(accountView), lostReasons: lostReasonsOf(accountView) },
    fields: [outcomeField(accountView)],
    more: ({ outcome }) =>
      outcome === undefined || outcome === ''
        ? []
        : [...fieldsOfOutcome(viewer, accountView, outcome), fieldByKey('note', { optional: false })],
    title: tAccount(viewer, 'reviewBadFit'),
    submit: tAccount(viewer, 'reviewBadFit'),
    command: reviewCommand,
    sentence: () => tAccount(viewer, 'saved'),
  });
