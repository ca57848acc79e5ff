/** Proposals that wait for a manager, to be looked at one by one and answered together with one note. */
import type { ApprovalsAnswer } from '../../../functions/contract/approvals';
import type { Result } from '../../script-api';
import type { CommandRequestBody } from '../kit/request-ids';
import { askFunction, type Step, send, step } from '../kit/step';
import {
  type AnswerManyMessage,
  type AnswerManyState,
  askMembers,
  beforeReading,
  NOTHING_CHOSEN,
  phaseAfterReading,
  showAnswered,
  updateAnswerMany,
  withFault,
} from './answer-many';

export type WaitingProposal = ApprovalsAnswer['proposals'][number];
export type ProposalAnswerType = 'approve' | 'reject';

export interface ApprovalsState extends AnswerManyState<WaitingProposal> {
  /** Cursor of the next page; null at the end. */
  cursor: string | null;
}

export type ApprovalsMessage =
  | AnswerManyMessage<WaitingProposal>
  | { type: 'read'; result: Result<ApprovalsAnswer> }
  | { type: 'readOn' }
  | { type: 'answer'; answer: ProposalAnswerType };

type ApprovalsStep = Step<ApprovalsState, ApprovalsMessage>;

/** Accounts in one call. */
const PAGE = 100;

const startWith = (typed: Pick<ApprovalsState, 'chosen' | 'note'>): ApprovalsStep =>
  step<ApprovalsState, ApprovalsMessage>(
    { ...beforeReading(typed), cursor: null },
    askMembers(),
    readPage(null),
  );

export const startApprovals = (): ApprovalsStep => startWith(NOTHING_CHOSEN);

const readPage = (cursor: string | null) =>
  askFunction(
    'approvals',
    'GET',
    { query: { limit: PAGE, ...(cursor === null ? {} : { cursor }) } },
    (result) => ({ type: 'read' as const, result }),
  );

/** The chosen proposals that this person may answer: nobody approves their own. */
export const answerable = (
  { waiting, chosen }: ApprovalsState,
  answer: ProposalAnswerType,
): WaitingProposal[] =>
  waiting.filter(
    ({ accountId, approval }) =>
      chosen.includes(accountId) && (answer === 'approve' ? approval.mayApprove : approval.mayReject),
  );

/** Somebody who may neither approve nor reject only looks. */
export const isOpenToViewer = ({ approval }: WaitingProposal): boolean =>
  approval.mayApprove || approval.mayReject;

/** Sorts all that was read; those of one day keep their order. */
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

export const updateApprovals = (state: ApprovalsState, message: ApprovalsMessage): ApprovalsStep => {
  switch (message.type) {
    case 'read': {
      const { result } = message;
      if ('error' in result) return step(withFault(state, result.error));
      const { proposals, cursor } = result.value;
      const waiting = oldestFirst([...state.waiting, ...proposals]);
      return step({ ...state, waiting, cursor, phase: phaseAfterReading(state) });
    }
    case 'readOn':
      if (state.phase.kind === 'failed') return startWith(state);
      return state.cursor === null || state.phase.kind !== 'ready'
        ? step(state)
        : step<ApprovalsState, ApprovalsMessage>(
            { ...state, phase: { kind: 'reading' } },
            readPage(state.cursor),
          );
    case 'answer':
      return sendAnswers(state, message.answer);
    case 'answered':
      return step(updateAnswerMany(state, message), showAnswered(message));
    default:
      return step(updateAnswerMany(state, message));
  }
};
