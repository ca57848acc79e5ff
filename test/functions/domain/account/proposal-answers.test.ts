import { answersTo, proposalAnswers } from '../../../../functions/domain/account/proposal-answers';
import type { Command } from '../../../../functions/domain/commands/command-table';
import { TODAY } from '../../../builders';
import { accepted, badFit, DATA, type Life, quarterly, reviewed } from '../account-lives';

const proposed = (by = 'is'): Life =>
  accepted(
    quarterly(),
    { type: 'propose', to: 'BAD_FIT', data: DATA.FIT(quarterly().account, TODAY) },
    { by },
  );
const answered = (life: Life, type: 'approve' | 'reject', note: string): Life => {
  const answer: Command = { type, proposalId: life.account.proposal?.id ?? '', note };
  return accepted(life, answer, { by: 'manager' });
};

test('an approval and a rejection, with their notes', () => {
  const common = { accountId: 'acc-1', proposedBy: 'is', to: 'BAD_FIT', answeredBy: 'manager', on: TODAY };
  const life = proposed();
  const answer = { ...common, version: life.account.version + 1, proposalId: life.account.proposal?.id };
  expect(proposalAnswers(answered(life, 'approve', '同感').history)).toEqual([
    { ...answer, isApproved: true, note: '同感' },
  ]);
  expect(proposalAnswers(answered(life, 'reject', '課題が残る').history)).toEqual([
    { ...answer, isApproved: false, note: '課題が残る' },
  ]);
});

test('the first review of a bad fit, by whichever command', () => {
  expect(proposalAnswers(reviewed().history)).toMatchObject([{ isApproved: true, proposedBy: 'is' }]);
  const review = (to: 'BAD_FIT' | 'COLD'): Command => ({ type: 'reviewBadFit', to, note: '確認' });
  const by = { by: 'manager' };
  expect(proposalAnswers(accepted(badFit(), review('BAD_FIT'), by).history)).toMatchObject([
    { isApproved: true, note: '確認' },
  ]);
  expect(proposalAnswers(accepted(badFit(), review('COLD'), by).history)).toMatchObject([
    { isApproved: false },
  ]);
  // A later review answers nobody.
  expect(proposalAnswers(accepted(reviewed(), review('BAD_FIT'), { by: 'manager2' }).history)).toHaveLength(
    1,
  );
});

test('the proposer is told what others have answered, from a day on', () => {
  const { history } = answered(proposed(), 'approve', '同感');
  expect(answersTo('is', history, TODAY)).toHaveLength(1);
  expect(answersTo('is', history, '2026-07-02')).toEqual([]);
  expect(answersTo('fs', history, TODAY)).toEqual([]);
  expect(answersTo('manager', history, TODAY)).toEqual([]);
});
