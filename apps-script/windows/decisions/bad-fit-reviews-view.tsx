/** The bad fits to review, each with what it was judged by, and one answer for those that are chosen. */
import { activityWithNote } from '../../../functions/domain/history/change-text';
import { withMark } from '../../../functions/domain/history/value-words';
import { ActionButton, DefinitionList, type Fact } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tAnswerMany } from '../messages/answer-many-catalog';
import { tReviews } from '../messages/bad-fit-reviews-catalog';
import { formatDate, localize, memberName, type Viewer } from '../messages/viewer';
import { AnswerForm, AnswerHead, lines, WaitingItem } from './answer-many-view';
import {
  type BadFitReviewsMessage,
  type BadFitReviewsState,
  chosenReviews,
  type DueReview,
} from './bad-fit-reviews';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  state: BadFitReviewsState;
  dispatch: Dispatch<BadFitReviewsMessage>;
}

const factsOf = (
  { language }: Props['viewer'],
  members: BadFitReviewsState['members'],
  { review }: DueReview,
): Fact[] => {
  const { judgedBy, judgedOn, reason, note, products, contacts } = review;
  const reader = { language, members };
  const who = { who: memberName(reader, judgedBy), date: formatDate(reader, judgedOn) };
  const why = [reason === null ? '' : localize(reader, reason), note ?? ''].filter((part) => part !== '');
  return [
    [tReviews(reader, 'judged'), tAnswerMany(reader, 'who', who)],
    [tAnswerMany(reader, 'reason'), why.length === 0 ? tAnswerMany(reader, 'noReason') : lines(why)],
    [
      tReviews(reader, 'products'),
      products.map(({ product, isJudged }) => withMark(isJudged, product)).join(', '),
    ],
    [
      tAnswerMany(reader, 'contacts'),
      contacts.length === 0
        ? tAnswerMany(reader, 'noContact')
        : lines(contacts.map((contact) => activityWithNote(reader, contact))),
    ],
  ];
};

const ReviewButtons = ({ viewer, state, dispatch }: Props) => {
  const n = chosenReviews(state).length;
  const isReady = state.phase.kind === 'ready' && state.note.trim() !== '' && n > 0;
  const products = state.waiting[0]?.review.products.map(({ product }) => product).join(', ') ?? '';
  return (
    <AnswerForm
      viewer={viewer}
      state={state}
      dispatch={dispatch}
      hint={tReviews(viewer, 'explained', { products })}
    >
      <ActionButton
        kind="primary"
        disabled={!isReady}
        act={() => dispatch({ type: 'answer', answer: 'keep' })}
      >
        {tReviews(viewer, 'keep', { n })}
      </ActionButton>
      <ActionButton disabled={!isReady} act={() => dispatch({ type: 'answer', answer: 'change' })}>
        {tReviews(viewer, 'change', { n })}
      </ActionButton>
    </AnswerForm>
  );
};

export const BadFitReviewsView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { waiting, more } = state;
  const n = waiting.length;
  return (
    <>
      <AnswerHead
        viewer={viewer}
        state={state}
        dispatch={dispatch}
        texts={{
          reading: tReviews(viewer, 'reading'),
          none: tReviews(viewer, 'none'),
          count:
            more === 0
              ? tReviews(viewer, 'count', { n })
              : tReviews(viewer, 'countOfMore', { n, all: n + more }),
          done: (accepted) => tReviews(viewer, 'done', { n: accepted }),
        }}
        choosable={waiting.map(({ accountId }) => accountId)}
        again={() => dispatch({ type: 'readAgain' })}
      />
      <ul class="rows whole">
        {waiting.map((due) => (
          <WaitingItem key={due.accountId} state={state} dispatch={dispatch} account={due}>
            <DefinitionList facts={factsOf(viewer, state.members, due)} />
          </WaitingItem>
        ))}
      </ul>
      {n === 0 ? null : <ReviewButtons {...props} />}
    </>
  );
};
