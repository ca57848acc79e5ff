import {
  type ApprovalsMessage,
  type ApprovalsState,
  answerable,
  startApprovals,
  updateApprovals,
  type WaitingProposal,
} from '../../../../apps-script/windows/decisions/approvals';
import { refusalOf } from '../../../../apps-script/windows/kit/refusal-facts';
import type { Account } from '../../../../functions/domain/account/account';
import { approvalFacts } from '../../../../functions/domain/account/approval-facts';
import { aContext, TODAY } from '../../../builders';
import { accepted, badFit, DATA, quarterly } from '../../../functions/domain/account-lives';
import { anAcceptance, aRefusal, offline } from '../window-scene';

const waitingOf = (account: Account, accountId: string): WaitingProposal => {
  const approval = approvalFacts(account, aContext({ by: 'manager' }));
  if (approval === null) throw new Error('nothing waits');
  const { version, name, ownerId, standing } = account;
  return { accountId, version, name, ownerId, status: standing.status, approval };
};
const proposedBy = (by: string): Account =>
  accepted(
    quarterly(),
    { type: 'propose', to: 'BAD_FIT', data: DATA.FIT(quarterly().account, TODAY) },
    { by },
  ).account;
const OF_REP = waitingOf(proposedBy('is'), 'a_rep');
const REVIEW = waitingOf(badFit().account, 'a_review');
const OWN = waitingOf(proposedBy('manager'), 'a_own');

const after = (state: ApprovalsState, ...messages: ApprovalsMessage[]): ApprovalsState =>
  messages.reduce((now, message) => updateApprovals(now, message).state, state);
const read = (cursor: string | null = null): ApprovalsState =>
  after(startApprovals().state, {
    type: 'read',
    result: {
      value: { proposals: [OF_REP, REVIEW, OWN], reviews: [], moreReviews: 0, problems: [], cursor },
    },
  });
const chosen = (...ids: string[]): ApprovalsState =>
  after(read(), { type: 'choose', ids }, { type: 'note', note: '確認しました' });
const sentBy = (state: ApprovalsState, answer: 'approve' | 'reject') =>
  updateApprovals(state, { type: 'answer', answer }).effects.flatMap((effect) =>
    effect.kind === 'send' ? effect.requests : [],
  );

test('one answer goes to each that is chosen, with the note and the version that was looked at', () => {
  expect(sentBy(chosen('a_rep', 'a_review'), 'reject')).toEqual(
    [REVIEW, OF_REP].map(({ accountId, version, approval: { proposalId } }) => ({
      accountId,
      expectedVersion: version,
      command: { type: 'reject', proposalId, note: '確認しました' },
    })),
  );
});

test('nobody is offered to approve what they have proposed themselves; to reject it they are', () => {
  const state = chosen('a_rep', 'a_own');
  expect(answerable(state, 'approve')).toEqual([OF_REP]);
  expect(answerable(state, 'reject')).toEqual([OF_REP, OWN]);
  expect(sentBy(state, 'approve')).toHaveLength(1);
});

test.each([
  ['nothing is chosen', after(read(), { type: 'note', note: '確認' })],
  ['there is no note', after(read(), { type: 'choose', ids: ['a_rep'] }, { type: 'note', note: ' ' })],
  ['an answer is on its way', after(chosen('a_rep'), { type: 'answer', answer: 'reject' })],
])('nothing is sent while %s', (_, state) => {
  expect(sentBy(state, 'approve')).toEqual([]);
});

test('what was accepted leaves the list; what was refused stays, chosen, with the reason', () => {
  const done = after(
    chosen('a_rep', 'a_review'),
    { type: 'answer', answer: 'approve' },
    {
      type: 'answered',
      sent: [OF_REP, REVIEW],
      result: { value: [anAcceptance(proposedBy('is')), aRefusal()] },
    },
  );
  expect(done.waiting).toEqual([REVIEW, OWN]);
  expect(done).toMatchObject({ chosen: ['a_review'], note: '確認しました', phase: { kind: 'ready' } });
  expect(done.outcome).toMatchObject({
    accepted: 1,
    refused: [{ row: { id: 'a_review' }, message: refusalOf(aRefusal())?.message }],
  });
});

test('the next page comes behind this one; after a fault all is read anew, and what was chosen and typed stays', () => {
  const more = updateApprovals(read('next'), { type: 'readOn' });
  expect(more.effects).toMatchObject([
    { kind: 'call', args: ['approvals', 'GET', { query: { limit: 100, cursor: 'next' } }] },
  ]);
  const failed = after(chosen('a_rep'), { type: 'answered', sent: [OF_REP], result: offline });
  expect(failed.phase).toMatchObject({ kind: 'failed', error: { code: 'OFFLINE' } });
  expect(updateApprovals(failed, { type: 'readOn' })).toMatchObject({
    state: { waiting: [], chosen: ['a_rep'], note: '確認しました', phase: { kind: 'reading' } },
  });
});

test('the proposal that has waited longest comes first, on whatever page it came', () => {
  const on = (proposedOn: string, accountId: string): WaitingProposal => ({
    ...OF_REP,
    accountId,
    approval: { ...OF_REP.approval, proposedOn },
  });
  const page = (cursor: string | null, ...proposals: WaitingProposal[]): ApprovalsMessage => ({
    type: 'read',
    result: { value: { proposals, reviews: [], moreReviews: 0, problems: [], cursor } },
  });
  const state = after(
    startApprovals().state,
    page('next', on('2026-06-30', 'a_1'), on('2026-05-01', 'a_2'), on('2026-06-30', 'a_3')),
    page(null, on('2026-04-01', 'a_4'), on('2026-05-01', 'a_5')),
  );
  expect(state.waiting.map(({ accountId }) => accountId)).toEqual(['a_4', 'a_2', 'a_5', 'a_1', 'a_3']);
});

test('names that could not be read are a fault that is told, also where the proposals come later', () => {
  const state = after(startApprovals().state, { type: 'membersRead', result: offline });
  const page = { value: { proposals: [OF_REP], reviews: [], moreReviews: 0, problems: [], cursor: null } };
  expect(after(state, { type: 'read', result: page })).toMatchObject({
    waiting: [OF_REP],
    phase: { kind: 'failed' },
  });
});
