/** The bad fits to review, each with what it was judged by, and one answer for those that are chosen. */
import { activityWithNote } from '../../../functions/domain/history/change-text';
import { withMark } from '../../../functions/domain/history/value-words';
import { ActionButton, DefinitionList, ErrorView, type Fact, QuietNote } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tReviews } from '../messages/bad-fit-reviews-catalog';
import { formatDate, localize, memberName, type Viewer } from '../messages/viewer';
import {
  type BadFitReviewsMessage,
  type BadFitReviewsState,
  chosenReviews,
  type DueReview,
} from './bad-fit-reviews';
import { RefusedRows } from './refused-rows-view';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  state: BadFitReviewsState;
  dispatch: Dispatch<BadFitReviewsMessage>;
}

const lines = (texts: readonly string[]) => texts.map((line) => <div key={line}>{line}</div>);

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
    [tReviews(reader, 'judged'), tReviews(reader, 'who', who)],
    [tReviews(reader, 'reason'), why.length === 0 ? tReviews(reader, 'noReason') : lines(why)],
    [
      tReviews(reader, 'products'),
      products.map(({ product, isJudged }) => withMark(isJudged, product)).join(', '),
    ],
    [
      tReviews(reader, 'contacts'),
      contacts.length === 0
        ? tReviews(reader, 'noContact')
        : lines(contacts.map((contact) => activityWithNote(reader, contact))),
    ],
  ];
};

const ReviewItem = ({ viewer, state, dispatch, due }: Props & { due: DueReview }) => {
  const { accountId, name } = due;
  const others = state.chosen.filter((id) => id !== accountId);
  return (
    <li>
      <label class="tick">
        <input
          type="checkbox"
          checked={state.chosen.includes(accountId)}
          onInput={({ currentTarget }) =>
            dispatch({ type: 'choose', ids: currentTarget.checked ? [...others, accountId] : others })
          }
        />
        <strong>{name}</strong>
      </label>
      <DefinitionList facts={factsOf(viewer, state.members, due)} />
    </li>
  );
};

const AnswerForm = ({ viewer, state, dispatch }: Props) => {
  const n = chosenReviews(state).length;
  const isReady = state.phase.kind === 'ready' && state.note.trim() !== '' && n > 0;
  const products = state.due[0]?.review.products.map(({ product }) => product).join(', ') ?? '';
  return (
    <div class="form foot">
      <p class="hint">{tReviews(viewer, 'explained', { products })}</p>
      <label class="field">
        {tReviews(viewer, 'note')}
        <textarea
          rows={2}
          value={state.note}
          maxLength={2000}
          onInput={({ currentTarget }) => dispatch({ type: 'note', note: currentTarget.value })}
        />
      </label>
      <div class="buttons">
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
      </div>
    </div>
  );
};

export const BadFitReviewsView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { phase, due, outcome } = state;
  return (
    <>
      {outcome === null ? null : (
        <div class="outcome" role="status">
          <p>{tReviews(viewer, 'done', { n: outcome.accepted })}</p>
          <RefusedRows viewer={viewer} refused={outcome.refused} />
        </div>
      )}
      {phase.kind === 'failed' ? (
        <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'readAgain' })} />
      ) : null}
      {phase.kind === 'reading' || phase.kind === 'sending' ? (
        <QuietNote>{tReviews(viewer, phase.kind)}</QuietNote>
      ) : null}
      {phase.kind === 'ready' && due.length === 0 ? <QuietNote>{tReviews(viewer, 'none')}</QuietNote> : null}
      {due.length === 0 ? null : <p>{tReviews(viewer, 'count', { n: due.length })}</p>}
      {due.length < 2 ? null : (
        <ActionButton
          act={() => dispatch({ type: 'choose', ids: due.map(({ accountId }) => accountId) })}
          kind="link"
        >
          {tReviews(viewer, 'all')}
        </ActionButton>
      )}
      <ul class="rows whole">
        {due.map((one) => (
          <ReviewItem key={one.accountId} {...props} due={one} />
        ))}
      </ul>
      {due.length === 0 ? null : <AnswerForm {...props} />}
    </>
  );
};
