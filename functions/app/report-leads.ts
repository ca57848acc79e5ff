/** Which leads of an inbound list are known already, as a caller asks for it, call by call. Nothing is written. */
import type { CompanyList } from '../company-list/company-list';
import type { LeadsAnswer } from '../contract/leads';
import type { Member } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { inLeadOrder } from '../domain/lookup/lead-order';
import type { Database } from '../store/firestore';
import { knownLeads, leadsSummary, similarLeads, wrongNumberProblems } from './leads-report';
import { type LeadFinding, matchLeadRows } from './match-leads';
import { LIST_FIELD_LABELS } from './read-submitted-list';

const MAX_PROBLEMS = 200;
const MAX_SIMILAR = 500;
/** Of one call: each may be known, and be among the answer's rows. */
const MAX_ROWS = 5000;
const ROWS_PER_STEP = 1000;

interface LeadsOptions {
  /** Yen that one lead of the list cost. */
  price: number;
  /** The list that the leads' IDs are of. */
  list: string | null;
  /** Index of the first row of this call. */
  from: number;
  /** Asked after each step; true ends the call, and the next one goes on from there. */
  isTimeUp: () => boolean;
}

/** The answer is about the rows of this call; those of all calls add up. */
export const reportLeads = async (
  db: Database,
  leads: CompanyList,
  { price, list, from, isTimeUp }: LeadsOptions,
  { members, today }: { members: Readonly<Record<string, Member>>; today: CalendarDate },
): Promise<LeadsAnswer> => {
  const last = Math.min(leads.rows.length, from + MAX_ROWS);
  const findings: LeadFinding[] = [];
  let end = from;
  while (end < last) {
    const step = leads.rows.slice(end, Math.min(last, end + ROWS_PER_STEP));
    findings.push(...(await matchLeadRows(db, step, list)));
    end += step.length;
    if (isTimeUp()) break;
  }
  const rows = leads.rows.slice(from, end);
  const matches = findings.map(({ match }) => match);
  const similar = similarLeads(rows, findings, members);
  const ofList = from === 0 ? leads.problems : [];
  const problems = [...ofList, ...wrongNumberProblems(rows)];
  return {
    encoding: leads.encoding,
    sheets: leads.sheets,
    sheet: leads.sheet,
    headerLine: leads.headerLine,
    writtenBy: leads.writtenBy,
    columns: leads.columns,
    fields: LIST_FIELD_LABELS,
    ...leadsSummary(matches, price),
    rows: inLeadOrder(knownLeads(rows, matches, members, today)),
    similar: similar.slice(0, MAX_SIMILAR),
    similarCount: similar.length,
    next: end < leads.rows.length ? end : null,
    problems: problems.slice(0, MAX_PROBLEMS),
    problemCount: problems.length,
  };
};
