/** How managers have answered proposals lately, from the history, for whoever made them. */
import { partById } from '../domain/account/account';
import { proposalAnswers } from '../domain/account/proposal-answers';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { AnsweredProposal } from '../domain/digest/answered-proposals';
import { memberText } from '../domain/queue/account-reasons';
import { readAccounts } from '../store/accounts';
import type { Database } from '../store/firestore';
import { readHistoryPage } from '../store/history-pages';
import type { Team } from '../store/team-document';
import { instantsOf } from './read-history';

/** Answers of either kind that are read, the newest ones: nobody reads more of them. */
const MAX_ANSWERS = 50;

/** Those of these days of the team, both included; the newest first. */
export const readAnsweredProposals = async (
  db: Database,
  days: { from: CalendarDate; to: CalendarDate },
  { members, settings: { zone } }: Pick<Team, 'members' | 'settings'>,
): Promise<AnsweredProposal[]> => {
  const instants = instantsOf(days, zone);
  const pages = await Promise.all(
    ['approve', 'reject'].map((command) =>
      readHistoryPage(db, { ...instants, command }, undefined, MAX_ANSWERS),
    ),
  );
  const answers = proposalAnswers(pages.flatMap((page) => page?.entries ?? []));
  const { accounts } = await readAccounts(db, [...new Set(answers.map(({ accountId }) => accountId))]);
  return answers
    .flatMap((answer) => {
      const account = accounts.find(({ id }) => id === answer.accountId);
      const answeredBy = memberText(partById(members, answer.answeredBy));
      return account === undefined || account.withdrawn ? [] : { answer, account, answeredBy };
    })
    .sort((a, b) => Number(a.answer.on < b.answer.on) - Number(a.answer.on > b.answer.on));
};
