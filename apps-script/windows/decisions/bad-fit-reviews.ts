/** Bad fits whose review is due, to be looked at one by one and kept or changed together with one note. */
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

export type DueReview = ApprovalsAnswer['reviews'][number];
export type ReviewAnswer = 'keep' | 'change';

export interface BadFitReviewsState extends AnswerManyState<DueReview> {
  /** Number of further ones that are due; an answer lists only the first. */
  more: number;
}

export type BadFitReviewsMessage =
  | AnswerManyMessage<DueReview>
  | { type: 'read'; result: Result<ApprovalsAnswer> }
  | { type: 'readAgain' }
  | { type: 'answer'; answer: ReviewAnswer };

type ReviewsStep = Step<BadFitReviewsState, BadFitReviewsMessage>;

const readDue = () =>
  askFunction('approvals', 'GET', { query: { reviews: true, limit: 1 } }, (result) => ({
    type: 'read' as const,
    result,
  }));

const startWith = (typed: Pick<BadFitReviewsState, 'chosen' | 'note'>): ReviewsStep =>
  step<BadFitReviewsState, BadFitReviewsMessage>(
    { ...beforeReading(typed), more: 0 },
    askMembers(),
    readDue(),
  );

export const startBadFitReviews = (): ReviewsStep => startWith(NOTHING_CHOSEN);

export const chosenReviews = ({
  waiting,
  chosen,
}: Pick<BadFitReviewsState, 'waiting' | 'chosen'>): DueReview[] =>
  waiting.filter(({ accountId }) => chosen.includes(accountId));

/** A bad fit that is kept is judged against all products shown. For a changed one the note is also the reason. */
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

/** Once all that was shown is answered, the next ones are read. */
const showMore = (state: BadFitReviewsState): ReviewsStep =>
  state.phase.kind !== 'ready' || state.waiting.length > 0 || state.more === 0
    ? step(state)
    : step<BadFitReviewsState, BadFitReviewsMessage>({ ...state, phase: { kind: 'reading' } }, readDue());

export const updateBadFitReviews = (
  state: BadFitReviewsState,
  message: BadFitReviewsMessage,
): ReviewsStep => {
  switch (message.type) {
    case 'read': {
      const { result } = message;
      if ('error' in result) return step(withFault(state, result.error));
      const { reviews, moreReviews } = result.value;
      return step({ ...state, waiting: reviews, more: moreReviews, phase: phaseAfterReading(state) });
    }
    case 'readAgain':
      return startWith(state);
    case 'answer':
      return sendAnswers(state, message.answer);
    case 'answered': {
      const { state: next, effects } = showMore(updateAnswerMany(state, message));
      return step(next, ...effects, showAnswered(message));
    }
    default:
      return step(updateAnswerMany(state, message));
  }
};
