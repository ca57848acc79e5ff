/** How proposals were answered, from the history: what a proposer wants to be told. */
import type { CalendarDate } from '../calendar/calendar-date';
import type { Status } from '../status/statuses';
import type { HistoryEntry } from './history';

export interface ProposalAnswer {
  accountId: string;
  /** The account's version that the answer made. */
  version: number;
  proposalId: string;
  proposedBy: string;
  /** The status that was proposed. */
  to: Status;
  isApproved: boolean;
  note: string;
  answeredBy: string;
  /** The team's calendar date. */
  on: CalendarDate;
}

/** The answers among the entries, in their order. An answer that was undone later is included: the history tells its undo. */
export const proposalAnswers = (entries: readonly HistoryEntry[]): ProposalAnswer[] =>
  entries.flatMap(({ accountId, version, by, on, events }) =>
    events.flatMap((event): ProposalAnswer[] => {
      if (event.type !== 'moveApproved' && event.type !== 'moveRejected') return [];
      const proposal = event.changes.find((change) => change.path === 'proposal')?.before ?? null;
      if (proposal === null) return [];
      const { proposalId, note } = event.data;
      const answer = { proposalId, note, isApproved: event.type === 'moveApproved' };
      return [
        { accountId, version, ...answer, proposedBy: proposal.by, to: proposal.to, answeredBy: by, on },
      ];
    }),
  );

/** Whether it answers a proposal of the member; false where the member has answered it themselves. */
export const isAnswerTo = (
  memberId: string,
  { proposedBy, answeredBy }: Pick<ProposalAnswer, 'proposedBy' | 'answeredBy'>,
): boolean => proposedBy === memberId && answeredBy !== memberId;

/** What others have answered to the member since that day, the day included. */
export const answersTo = (
  memberId: string,
  entries: readonly HistoryEntry[],
  since: CalendarDate,
): ProposalAnswer[] =>
  proposalAnswers(entries).filter((answer) => isAnswerTo(memberId, answer) && answer.on >= since);
