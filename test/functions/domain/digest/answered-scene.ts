/** A bad fit that `is` proposed, and that a manager has answered. */
import type { ProposalAnswer } from '../../../../functions/domain/account/proposal-answers';
import type { AnsweredProposal } from '../../../../functions/domain/digest/answered-proposals';
import { text } from '../../../../functions/domain/text/text';
import { anAccount } from '../../../builders';

export const anAnsweredProposal = (over: Partial<ProposalAnswer> = {}): AnsweredProposal => ({
  account: anAccount({ id: 'a_1', name: '回答先' }),
  answeredBy: text('鈴木', '鈴木'),
  answer: {
    ...{ accountId: 'a_1', version: 3, proposalId: 'p_1', proposedBy: 'is', to: 'BAD_FIT' },
    ...{ isApproved: true, note: '規模を確認', answeredBy: 'manager', on: '2026-06-30' },
    ...over,
  },
});
