/** Proposals that wait for a manager: looked at one by one, answered many at once with one note. */

import type { ApprovalsAnswer } from '../../../functions/contract/approvals';
import type { CommandResult } from '../../../functions/contract/commands';
import type { MembersAnswer } from '../../../functions/contract/members';
import type { Member } from '../../../functions/domain/account/team';
import type { ApiError, Result } from '../../script-api';
import { membersById } from '../kit/members-by-id';
import { refusalOf, type WindowRefusal } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { askFunction, type Step, send, step } from '../kit/step';

export type WaitingProposal = ApprovalsAnswer['proposals'][number];
export type ProposalAnswerType = 'approve' | 'reject';

export interface ApprovalsState {
  members: Readonly<Record<string, Member>>;
  waiting: readonly WaitingProposal[];
  /** Of the next page; null where there is none. */
  cursor: string | null;
  /** IDs of accounts. */
  chosen: readonly string[];
  note: string;
  phase: { kind: 'reading' | 'ready' | 'sending' } | { kind: 'failed'; error: ApiError };
  /** Of the last answer that was sent. */
  outcome: {
    accepted: number;
    refused: readonly { accountId: string; name: string; refusal: WindowRefusal }[];
  } | null;
}

export type ApprovalsMessage =
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'read'; result: Result<ApprovalsAnswer> }
  | { type: 'readOn' }
  | { type: 'choose'; ids: readonly string[] }
  | { type: 'note'; note: string }
  | { type: 'answer'; answer: ProposalAnswerType }
  | { type: 'answered'; sent: readonly WaitingProposal[]; result: Result<readonly CommandResult[]> };

type ApprovalsStep = Step<ApprovalsState, ApprovalsMessage>;

/** Accounts that one call answers. */
const PAGE = 100;

export const startApprovals = (): ApprovalsStep =>
  step<ApprovalsState, ApprovalsMessage>(
    {
      ...{ members: {}, waiting: [], cursor: null, chosen: [], note: '' },
      ...{ phase: { kind: 'reading' }, outcome: null },
    },
    askFunction('members', 'GET', { query: {} }, (result) => ({ type: 'membersRead' as const, result })),
    readPage(null),
  );

const readPage = (cursor: string | null) =>
  askFunction(
    'approvals',
    'GET',
    { query: { limit: PAGE, ...(cursor === null ? {} : { cursor }) } },
    (result) => ({ type: 'read' as const, result }),
  );

/** All is read anew; what the person has chosen and typed stays. */
const readAgain = ({ chosen, note }: ApprovalsState): ApprovalsStep => {
  const { state, effects } = startApprovals();
  return step<ApprovalsState, ApprovalsMessage>({ ...state, chosen, note }, ...effects);
};

/** Those of the chosen that would be heard: nobody approves what they have proposed themselves. */
export const answerable = (
  { waiting, chosen }: ApprovalsState,
  answer: ProposalAnswerType,
): WaitingProposal[] =>
  waiting.filter(
    ({ accountId, approval }) =>
      chosen.includes(accountId) && (answer === 'approve' ? approval.mayApprove : approval.mayReject),
  );

/** Who may neither approve nor reject only looks. */
export const isOpenToViewer = ({ approval }: WaitingProposal): boolean =>
  approval.mayApprove || approval.mayReject;

/** Of all that has been read; those of one day stay in the order in which they came. */
const oldestFirst = (proposals: readonly WaitingProposal[]): WaitingProposal[] =>
  [...proposals].sort(({ approval: { proposedOn: a } }, { approval: { proposedOn: b } }) =>
    a < b ? -1 : a > b ? 1 : 0,
  );

const sendAnswers = (state: ApprovalsState, type: ProposalAnswerType): ApprovalsStep => {
  const sent = answerable(state, type);
  const { note, phase } = state;
  if (phase.kind !== 'ready' || sent.length === 0 || note.trim() === '') return step(state);
  const requests = sent.map(
    ({ accountId, version, approval: { proposalId, toJudge } }): CommandRequestBody => ({
      accountId,
      expectedVersion: version,
      command:
        type === 'approve' && toJudge.length > 0
          ? { type, proposalId, note, products: [...toJudge] }
          : { type, proposalId, note },
    }),
  );
  return step(
    { ...state, phase: { kind: 'sending' }, outcome: null },
    send(requests, (result) => ({ type: 'answered' as const, sent, result })),
  );
};

/** What was accepted leaves the list; what was refused stays chosen. */
const answered = (
  state: ApprovalsState,
  { sent, result }: Extract<ApprovalsMessage, { type: 'answered' }>,
): ApprovalsStep => {
  if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
  const refused = sent.flatMap(({ accountId, name }, index) => {
    const one = result.value[index];
    const refusal = one === undefined ? null : refusalOf(one);
    return refusal === null ? [] : [{ accountId, name, refusal }];
  });
  const isDone = (accountId: string): boolean =>
    sent.some((one) => one.accountId === accountId) && !refused.some((one) => one.accountId === accountId);
  return step({
    ...state,
    waiting: state.waiting.filter(({ accountId }) => !isDone(accountId)),
    chosen: state.chosen.filter((accountId) => !isDone(accountId)),
    note: refused.length === 0 ? '' : state.note,
    phase: { kind: 'ready' },
    outcome: { accepted: sent.length - refused.length, refused },
  });
};

export const updateApprovals = (state: ApprovalsState, message: ApprovalsMessage): ApprovalsStep => {
  switch (message.type) {
    case 'membersRead': {
      const { result } = message;
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      return step({ ...state, members: membersById(result.value) });
    }
    case 'read': {
      const { result } = message;
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      const { proposals, cursor } = result.value;
      const phase: ApprovalsState['phase'] = state.phase.kind === 'failed' ? state.phase : { kind: 'ready' };
      return step({ ...state, waiting: oldestFirst([...state.waiting, ...proposals]), cursor, phase });
    }
    case 'readOn':
      if (state.phase.kind === 'failed') return readAgain(state);
      return state.cursor === null || state.phase.kind !== 'ready'
        ? step(state)
        : step<ApprovalsState, ApprovalsMessage>(
            { ...state, phase: { kind: 'reading' } },
            readPage(state.cursor),
          );
    case 'choose':
      return step({ ...state, chosen: message.ids });
    case 'note':
      return step({ ...state, note: message.note });
    case 'answer':
      return sendAnswers(state, message.answer);
    case 'answered':
      return answered(state, message);
    default:
      return message satisfies never;
  }
};
