/** Bad fits whose review is due: looked at one by one, kept or changed many at once with one note. */
import type { ApprovalsAnswer } from '../../../functions/contract/approvals';
import type { CommandResult } from '../../../functions/contract/commands';
import type { MembersAnswer } from '../../../functions/contract/members';
import type { Member } from '../../../functions/domain/account/team';
import type { Text } from '../../../functions/domain/text/text';
import type { ApiError, Result } from '../../script-api';
import { membersById } from '../kit/members-by-id';
import { refusalOf } from '../kit/refusal-facts';
import type { CommandRequestBody } from '../kit/request-ids';
import { askFunction, type Step, send, step } from '../kit/step';

export type DueReview = ApprovalsAnswer['reviews'][number];
export type ReviewAnswer = 'keep' | 'change';

export interface BadFitReviewsState {
  members: Readonly<Record<string, Member>>;
  due: readonly DueReview[];
  /** IDs of accounts. */
  chosen: readonly string[];
  note: string;
  phase: { kind: 'reading' | 'ready' | 'sending' } | { kind: 'failed'; error: ApiError };
  /** Of the last answer that was sent. */
  outcome: {
    accepted: number;
    refused: readonly { row: { id: string; name: string }; message: Text }[];
  } | null;
}

export type BadFitReviewsMessage =
  | { type: 'membersRead'; result: Result<MembersAnswer> }
  | { type: 'read'; result: Result<ApprovalsAnswer> }
  | { type: 'readAgain' }
  | { type: 'choose'; ids: readonly string[] }
  | { type: 'note'; note: string }
  | { type: 'answer'; answer: ReviewAnswer }
  | { type: 'answered'; sent: readonly DueReview[]; result: Result<readonly CommandResult[]> };

type ReviewsStep = Step<BadFitReviewsState, BadFitReviewsMessage>;

const startWith = (typed: Pick<BadFitReviewsState, 'chosen' | 'note'>): ReviewsStep =>
  step<BadFitReviewsState, BadFitReviewsMessage>(
    { ...typed, members: {}, due: [], phase: { kind: 'reading' }, outcome: null },
    askFunction('members', 'GET', { query: {} }, (result) => ({ type: 'membersRead' as const, result })),
    askFunction('approvals', 'GET', { query: { reviews: true, limit: 1 } }, (result) => ({
      type: 'read' as const,
      result,
    })),
  );

export const startBadFitReviews = (): ReviewsStep => startWith({ chosen: [], note: '' });

export const chosenReviews = ({ due, chosen }: Pick<BadFitReviewsState, 'due' | 'chosen'>): DueReview[] =>
  due.filter(({ accountId }) => chosen.includes(accountId));

/** Kept, it is judged against all that the person was shown; changed, the note is the reason as well. */
const commandOf = (
  { review }: DueReview,
  answer: ReviewAnswer,
  note: string,
): CommandRequestBody['command'] => {
  if (answer === 'change') return { type: 'reviewBadFit', to: 'COLD', note, data: { reason: note } };
  const products = review.products.map(({ product }) => product);
  return products.length === 0
    ? { type: 'reviewBadFit', to: 'BAD_FIT', note }
    : {
        type: 'reviewBadFit',
        to: 'BAD_FIT',
        note,
        data: { fit: { explicitNeed: 'none', latentNeed: 'none', products } },
      };
};

const sendAnswers = (state: BadFitReviewsState, answer: ReviewAnswer): ReviewsStep => {
  const sent = chosenReviews(state);
  const note = state.note.trim();
  if (state.phase.kind !== 'ready' || sent.length === 0 || note === '') return step(state);
  const requests = sent.map(
    (due): CommandRequestBody => ({
      accountId: due.accountId,
      expectedVersion: due.version,
      command: commandOf(due, answer, note),
    }),
  );
  return step<BadFitReviewsState, BadFitReviewsMessage>(
    { ...state, phase: { kind: 'sending' }, outcome: null },
    send(requests, (result) => ({ type: 'answered' as const, sent, result })),
  );
};

/** What was accepted leaves the list; what was refused stays chosen. */
const answered = (
  state: BadFitReviewsState,
  { sent, result }: Extract<BadFitReviewsMessage, { type: 'answered' }>,
): ReviewsStep => {
  if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
  const refused = sent.flatMap(({ accountId: id, name }, at) => {
    const one = result.value[at];
    const refusal = one === undefined ? null : refusalOf(one);
    return refusal === null ? [] : [{ row: { id, name }, message: refusal.message }];
  });
  const isDone = (id: string): boolean =>
    sent.some(({ accountId }) => accountId === id) && !refused.some(({ row }) => row.id === id);
  return step({
    ...state,
    due: state.due.filter(({ accountId }) => !isDone(accountId)),
    chosen: state.chosen.filter((id) => !isDone(id)),
    note: refused.length === 0 ? '' : state.note,
    phase: { kind: 'ready' },
    outcome: { accepted: sent.length - refused.length, refused },
  });
};

export const updateBadFitReviews = (
  state: BadFitReviewsState,
  message: BadFitReviewsMessage,
): ReviewsStep => {
  switch (message.type) {
    case 'membersRead': {
      const { result } = message;
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      return step({ ...state, members: membersById(result.value) });
    }
    case 'read': {
      const { result } = message;
      if ('error' in result) return step({ ...state, phase: { kind: 'failed', error: result.error } });
      const phase: BadFitReviewsState['phase'] =
        state.phase.kind === 'failed' ? state.phase : { kind: 'ready' };
      return step({ ...state, due: result.value.reviews, phase });
    }
    case 'readAgain':
      return startWith(state);
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
