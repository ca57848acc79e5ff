/** The proposals that wait, each with what it is about, and one answer for those that are chosen. */
import { activityWithNote } from '../../../functions/domain/history/change-text';
import { guardLines, withMark } from '../../../functions/domain/history/value-words';
import { ActionButton, DefinitionList, type Fact, StatusChip } from '../kit/elements';
import type { Dispatch } from '../kit/run-program';
import { tAnswerMany } from '../messages/answer-many-catalog';
import { tApprovals } from '../messages/approvals-catalog';
import { formatDate, localize, memberName, type Viewer } from '../messages/viewer';
import { AnswerForm, AnswerHead, lines, WaitingItem } from './answer-many-view';
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
  const who = tAnswerMany(reader, 'who', {
    who: memberName(reader, proposedBy),
    date: formatDate(reader, proposedOn),
  });
  const judged = products.map(({ product, isJudged }) => withMark(isJudged, product));
  return [
    [tApprovals(reader, 'proposal'), who],
    [tAnswerMany(reader, 'reason'), why.length === 0 ? tAnswerMany(reader, 'noReason') : lines(why)],
    [
      tApprovals(reader, 'products'),
      lines([
        judged.join(', '),
        ...(toJudge.length === 0 ? [] : [tApprovals(reader, 'judges', { products: toJudge.join(', ') })]),
      ]),
    ],
    [
      tAnswerMany(reader, 'contacts'),
      contacts.length === 0
        ? tAnswerMany(reader, 'noContact')
        : lines(contacts.map((contact) => activityWithNote(reader, contact))),
    ],
    [tApprovals(reader, 'rules'), lines(guardLines(reader, guards))],
  ];
};

const ProposalItem = ({ viewer, state, dispatch, proposal }: Props & { proposal: WaitingProposal }) => {
  const { status, approval } = proposal;
  return (
    <WaitingItem state={state} dispatch={dispatch} account={proposal} disabled={!isOpenToViewer(proposal)}>
      <div>
        <StatusChip viewer={viewer} status={approval.inEffect ? approval.ifRejected : status} />
        {' → '}
        <StatusChip viewer={viewer} status={approval.ifApproved} />
      </div>
      <DefinitionList facts={factsOf(viewer, state.members, proposal)} />
    </WaitingItem>
  );
};

const ProposalButtons = ({ viewer, state, dispatch }: Props) => {
  const [approved, rejected] = [answerable(state, 'approve'), answerable(state, 'reject')];
  const isReady = state.phase.kind === 'ready' && state.note.trim() !== '';
  return (
    <AnswerForm viewer={viewer} state={state} dispatch={dispatch}>
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
    </AnswerForm>
  );
};

export const ApprovalsView = (props: Props) => {
  const { viewer, state, dispatch } = props;
  const { phase, waiting, cursor } = state;
  const open = waiting.filter(isOpenToViewer).map(({ accountId }) => accountId);
  return (
    <>
      <AnswerHead
        viewer={viewer}
        state={state}
        dispatch={dispatch}
        texts={{
          reading: tApprovals(viewer, 'reading'),
          none: tApprovals(viewer, 'none'),
          count: tApprovals(viewer, 'count', { n: waiting.length }),
          done: (n) => tApprovals(viewer, 'done', { n }),
        }}
        choosable={open}
        again={() => dispatch({ type: 'readOn' })}
      />
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
      {open.length === 0 ? null : <ProposalButtons {...props} />}
    </>
  );
};
