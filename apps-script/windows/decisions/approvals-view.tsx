/** The proposals that wait, each with what it is about, and one answer for those that are chosen. */
import { activityWithNote } from '../../../functions/domain/history/change-text';
import { guardLines, withMark } from '../../../functions/domain/history/value-words';
import {
  ActionButton,
  DefinitionList,
  ErrorView,
  type Fact,
  QuietNote,
  ScrollableRows,
  StatusChip,
} from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tApprovals } from '../messages/approvals-catalog';
import { formatDate, localize, memberName, type Viewer } from '../messages/viewer';
import {
  type ApprovalsMessage,
  type ApprovalsState,
  answerable,
  isOpenToViewer,
  type WaitingProposal,
} from './approvals';

interface Props {
  viewer: Pick<Viewer, 'language'>;
  state: ApprovalsState;
  dispatch: Dispatch<ApprovalsMessage>;
}

/** Who proposes it, why, against what, after which contacts, and what the rules say to it. */
const factsOf = (
  { language }: Pick<Viewer, 'language'>,
  members: ApprovalsState['members'],
  { approval }: WaitingProposal,
): Fact[] => {
  const { proposedBy, proposedOn, reason, words, products, toJudge, contacts, guards } = approval;
  const reader = { language, members };
  const why = [reason === null ? '' : localize(reader, reason), ...words].filter((part) => part !== '');
  const who = tApprovals(reader, 'proposed', {
    who: memberName(reader, proposedBy),
    date: formatDate(reader, proposedOn),
  });
  const judged = products.map(({ product, isJudged }) => withMark(isJudged, product));
  return [
    [tApprovals(reader, 'proposal'), who],
    [tApprovals(reader, 'reason'), why.length === 0 ? tApprovals(reader, 'noReason') : lines(why)],
    [
      tApprovals(reader, 'products'),
      lines([
        judged.join(', '),
        ...(toJudge.length === 0 ? [] : [tApprovals(reader, 'judges', { products: toJudge.join(', ') })]),
      ]),
    ],
    [
      tApprovals(reader, 'contacts'),
      contacts.length === 0
        ? tApprovals(reader, 'noContact')
        : lines(contacts.map((contact) => activityWithNote(reader, contact))),
    ],
    [tApprovals(reader, 'rules'), lines(guardLines(reader, guards))],
  ];
};

const lines = (texts: readonly string[]) => texts.map((line) => <div key={line}>{line}</div>);

const ProposalItem = ({ viewer, state, dispatch, proposal }: Props & { proposal: WaitingProposal }) => {
  const { accountId, name, status, approval } = proposal;
  const { chosen, members } = state;
  const ids = chosen.filter((id) => id !== accountId);
  return (
    <li>
      <label class="tick">
        <input
          type="checkbox"
          checked={chosen.includes(accountId)}
          disabled={!isOpenToViewer(proposal)}
          onInput={({ currentTarget }) =>
            dispatch({ type: 'choose', ids: currentTarget.checked ? [...ids, accountId] : ids })
          }
        />
        <strong>{name}</strong>
      </label>
      <div>
        <StatusChip viewer={viewer} status={approval.inEffect ? approval.ifRejected : status} />
        {' → '}
        <StatusChip viewer={viewer} status={approval.ifApproved} />
      </div>
      <DefinitionList facts={factsOf(viewer, members, proposal)} />
    </li>
  );
};

const AnswerForm = ({ viewer, state, dispatch }: Props) => {
  const [approved, rejected] = [answerable(state, 'approve'), answerable(state, 'reject')];
  const isReady = state.phase.kind === 'ready' && state.note.trim() !== '';
  return (
    <div class="form foot">
      <label class="field">
        {tApprovals(viewer, 'note')}
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
          disabled={!isReady || approved.length === 0}
          act={() => dispatch({ type: 'answer', answer: 'approve' })}
        >
          {tApprovals(viewer, 'approve', { n: approved.length })}
        </ActionButton>
        <ActionButton
          disabled={!isReady || rejected.length === 0}
          act={() => dispatch({ type: 'answer', answer: 'reject' })}
        >
          {tApprovals(viewer, 'reject', { n: rejected.length })}
        </ActionButton>
      </div>
    </div>
  );
};

const Outcome = ({ viewer, state: { outcome } }: Pick<Props, 'viewer' | 'state'>) =>
  outcome === null ? null : (
    <div class="outcome" role="status">
      <p>{tApprovals(viewer, 'done', { n: outcome.accepted })}</p>
      {outcome.refused.length === 0 ? null : (
        <>
          <p>{tApprovals(viewer, 'refused')}</p>
          <ScrollableRows>
            {outcome.refused.map(({ accountId, name, refusal }) => (
              <li key={accountId}>
                <strong>{name}</strong>
                <div>{localize(viewer, refusal.message)}</div>
              </li>
            ))}
          </ScrollableRows>
        </>
      )}
    </div>
  );

export const ApprovalsView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { phase, waiting, cursor } = state;
  const open = waiting.filter(isOpenToViewer).map(({ accountId }) => accountId);
  return (
    <>
      <Outcome viewer={viewer} state={state} />
      {phase.kind === 'failed' ? (
        <ErrorView viewer={viewer} error={phase.error} again={() => dispatch({ type: 'readOn' })} />
      ) : null}
      {phase.kind === 'reading' || phase.kind === 'sending' ? (
        <QuietNote>{tApprovals(viewer, phase.kind)}</QuietNote>
      ) : null}
      {phase.kind === 'ready' && waiting.length === 0 ? (
        <QuietNote>{tApprovals(viewer, 'none')}</QuietNote>
      ) : null}
      {waiting.length === 0 ? null : <p>{tApprovals(viewer, 'count', { n: waiting.length })}</p>}
      {open.length < 2 ? null : (
        <ActionButton act={() => dispatch({ type: 'choose', ids: open })} kind="link">
          {tApprovals(viewer, 'all')}
        </ActionButton>
      )}
      <ul class="rows whole">
        {waiting.map((proposal) => (
          <ProposalItem key={proposal.accountId} {...props} proposal={proposal} />
        ))}
      </ul>
      {cursor === null || phase.kind !== 'ready' ? null : (
        <ActionButton act={() => dispatch({ type: 'readOn' })} kind="link">
          {tApprovals(viewer, 'more')}
        </ActionButton>
      )}
      {open.length === 0 ? null : <AnswerForm {...props} />}
    </>
  );
};
