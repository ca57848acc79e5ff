/** Which leads of an inbound list are known already, as a caller asks for it. Nothing is written. */
import type { CompanyList } from '../company-list/read-list';
import type { LeadsAnswer } from '../contract/leads';
import type { Member } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import type { Database } from '../store/firestore';
import { knownLeads, leadsPage, leadsSummary, wrongNumberProblems } from './leads-report';
import { matchLeadRows } from './match-leads';
import { LIST_FIELD_LABELS } from './read-submitted-list';

const MAX_PROBLEMS = 200;

interface LeadsOptions {
  /** Yen that one lead of the list cost. */
  price: number;
  /** The list that the leads' IDs are of. */
  list: string | null;
  /** The first row of the answer, 0 for the first one of all. */
  from: number;
}

export const reportLeads = async (
  db: Database,
  leads: CompanyList,
  { price, list, from }: LeadsOptions,
  { members, today }: { members: Readonly<Record<string, Member>>; today: CalendarDate },
): Promise<LeadsAnswer> => {
  const matches = await matchLeadRows(db, leads.rows, list);
  const problems = [...leads.problems, ...wrongNumberProblems(leads.rows)];
  return {
    encoding: leads.encoding,
    columns: leads.columns,
    fields: LIST_FIELD_LABELS,
    ...leadsSummary(matches, price),
    ...leadsPage(knownLeads(leads.rows, matches, members, today), from),
    problems: problems.slice(0, MAX_PROBLEMS),
    problemCount: problems.length,
  };
};
