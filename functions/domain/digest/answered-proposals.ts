/** Tells a member how managers have answered their proposals. */
import type { Account } from '../account/account';
import { isAnswerTo, type ProposalAnswer } from '../account/proposal-answers';
import type { Member } from '../account/team';
import { dateText } from '../calendar/date-text';
import { STATUS } from '../status/statuses';
import { type Text, text } from '../text/text';

export interface AnsweredProposal {
  answer: ProposalAnswer;
  account: Account;
  answeredBy: Text;
}

export const ANSWERED_LABEL = text('提案への回答', 'Answers to your proposals');

/** The member's proposals that somebody else has answered. */
export const answeredTo = (
  { id }: Member,
  answered: readonly AnsweredProposal[],
): readonly AnsweredProposal[] => answered.filter(({ answer }) => isAnswerTo(id, answer));

/** The proposed status and whether it was approved, without the note. */
export const answeredText = ({ answer: { to, isApproved }, answeredBy }: AnsweredProposal): Text => {
  const { label } = STATUS[to];
  return text(
    `「${label.ja}」の提案は${isApproved ? '承認' : '却下'}されました(${answeredBy.ja})`,
    `Your proposal "${label.en}" was ${isApproved ? 'approved' : 'rejected'} (${answeredBy.en})`,
  );
};

/** The same with the day of the answer and its note. */
export const answeredWords = (answered: AnsweredProposal): Text => {
  const { ja, en } = answeredText(answered);
  const { on, note } = answered.answer;
  return text(`${ja} ${dateText(on, 'ja')}: ${note}`, `${en} ${dateText(on, 'en')}: ${note}`);
};
