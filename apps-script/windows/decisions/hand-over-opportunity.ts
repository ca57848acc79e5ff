/** Hands over one open opportunity: which one of the account, to whom, and with which note. */
import type { AccountAnswer } from '../../../functions/contract/account';
import type { CommandResult } from '../../../functions/contract/commands';
import { type Opportunity, openOpportunities } from '../../../functions/domain/account/account';
import { isManager, type Member, mayOwnOpportunity } from '../../../functions/domain/account/team';
import type { Text } from '../../../functions/domain/text/text';
import type { ApiError, Result } from '../../script-api';
import { refusalOf } from '../kit/refusal-facts';
import { askFunction, focusOn, focusWithin, type Step, send, step } from '../kit/step';

export interface OpportunityState {
  accountId: string;
  account: AccountAnswer['account'] | null;
  opportunityId: string | null;
  toId: string | null;
  note: string;
  wants: OpportunityWish | null;
  phase: 'reading' | 'choosing' | 'sending';
  error: ApiError | null;
  outcome: { product: string; toId: string } | { refused: Text } | null;
}

type OpportunityWish = 'opportunity' | 'receiver' | 'note';

export type OpportunityMessage =
  | { type: 'look'; accountId: string }
  | { type: 'accountRead'; accountId: string; result: Result<AccountAnswer> }
  | { type: 'fill'; values: Partial<Pick<OpportunityState, 'opportunityId' | 'toId' | 'note'>> }
  | { type: 'send' }
  | { type: 'answered'; result: Result<readonly CommandResult[]> };

type OpportunityStep = Step<OpportunityState | null, OpportunityMessage>;

const readAccount = (state: OpportunityState): OpportunityStep => {
  const { accountId } = state;
  return step<OpportunityState, OpportunityMessage>(
    { ...state, phase: 'reading', error: null },
    askFunction('account', 'GET', { query: { id: accountId, entries: 0 } }, (result) => ({
      ...{ type: 'accountRead' as const, accountId, result },
    })),
  );
};

/** Reps may choose their own, managers any. */
export const opportunitiesToChoose = (
  { account }: Pick<OpportunityState, 'account'>,
  you: Member,
): Opportunity[] =>
  account === null
    ? []
    : openOpportunities(account).filter(({ fsOwnerId }) => fsOwnerId === you.id || isManager(you));

/** Members who may pursue it, except the one who does. */
export const opportunityReceivers = (
  { account, opportunityId }: Pick<OpportunityState, 'account' | 'opportunityId'>,
  members: readonly Member[],
): Member[] => {
  const chosen = account?.opportunities[opportunityId ?? ''];
  return members.filter((member) => mayOwnOpportunity(member) && member.id !== chosen?.fsOwnerId);
};

const wishOf = ({ opportunityId, toId, note }: OpportunityState): OpportunityWish | null => {
  if (opportunityId === null) return 'opportunity';
  if (toId === null) return 'receiver';
  return note.trim() === '' ? 'note' : null;
};

const WISHED_FIELDS: Readonly<Record<OpportunityWish, string>> = {
  opportunity: '.opportunities input',
  receiver: '#opportunity-receiver',
  note: '#opportunity-note',
};

const sendOpportunity = (state: OpportunityState): OpportunityStep => {
  const { account, opportunityId, toId, note, phase } = state;
  if (account === null || phase !== 'choosing') return step(state);
  const wants = wishOf(state);
  if (wants !== null || opportunityId === null || toId === null)
    return step<OpportunityState, OpportunityMessage>(
      { ...state, wants },
      wants === null ? null : focusOn(WISHED_FIELDS[wants]),
    );
  const request = {
    ...{ accountId: account.id, expectedVersion: account.version },
    command: { type: 'handOverOpportunity' as const, opportunityId, toId, note: note.trim() },
  };
  return step<OpportunityState, OpportunityMessage>(
    { ...state, phase: 'sending', wants: null, error: null, outcome: null },
    send([request], (result) => ({ type: 'answered' as const, result })),
  );
};

/** The account is read again, since another opportunity may be handed over. After a refusal the form stays filled in. */
const answered = (state: OpportunityState, result: Result<readonly CommandResult[]>): OpportunityStep => {
  if ('error' in result) return step({ ...state, phase: 'choosing', error: result.error });
  const [outcome] = result.value;
  const refusal = outcome === undefined ? null : refusalOf(outcome);
  if (refusal !== null) return readAccount({ ...state, outcome: { refused: refusal.message } });
  const { account, opportunityId, toId } = state;
  const product = account?.opportunities[opportunityId ?? '']?.product ?? '';
  return readAccount({
    ...state,
    ...{ opportunityId: null, toId: null, note: '' },
    outcome: { product, toId: toId ?? '' },
  });
};

/** A single opportunity is chosen already. */
const accountRead = (state: OpportunityState, result: Result<AccountAnswer>): OpportunityStep => {
  if ('error' in result) return step({ ...state, phase: 'choosing', error: result.error });
  const { account } = result.value;
  const open = openOpportunities(account);
  const isStillOpen = open.some(({ id }) => id === state.opportunityId);
  const only = open.length === 1 && state.outcome === null ? open[0]?.id : undefined;
  const opportunityId = isStillOpen ? state.opportunityId : (only ?? null);
  return step<OpportunityState, OpportunityMessage>(
    { ...state, account, opportunityId, phase: 'choosing' },
    state.outcome === null ? focusWithin('.opportunity') : focusOn('.opportunity .outcome'),
  );
};

/** Null while no account is looked at. */
export const updateOpportunity = (
  state: OpportunityState | null,
  message: OpportunityMessage,
): OpportunityStep => {
  if (message.type === 'look')
    return readAccount({
      ...{ accountId: message.accountId, account: null, opportunityId: null, toId: null, note: '' },
      ...{ wants: null, phase: 'reading', error: null, outcome: null },
    });
  if (state === null) return step(state);
  switch (message.type) {
    case 'accountRead':
      return message.accountId === state.accountId ? accountRead(state, message.result) : step(state);
    case 'fill':
      return step(state.phase === 'sending' ? state : { ...state, ...message.values, wants: null });
    case 'send':
      return sendOpportunity(state);
    case 'answered':
      return answered(state, message.result);
    default:
      return message satisfies never;
  }
};
