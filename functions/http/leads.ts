/** leads (POST): how many leads of an inbound list are known already, and what they would have cost. Nothing is written. */

import { type LeadMatch, matchLeadRows } from '../app/match-leads';
import { dateIn } from '../clock';
import { listProblem } from '../company-list/list-problems';
import type { ListRow } from '../company-list/read-list';
import { CONTRACT } from '../contract/contract';
import type { KnownLead, LeadsAnswer } from '../contract/leads';
import { type Account, lastContact, meetingsOf, productsInUse } from '../domain/account/account';
import { runningCheck } from '../domain/account/standing';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { parseCorporateNumber } from '../domain/company/corporate-number';
import { STATUSES } from '../domain/status/statuses';
import { endpoint } from './endpoint';
import { readListBody } from './read-list-body';
import type { Caller, Service } from './service';

const MAX_ROWS = 500;
const MAX_PROBLEMS = 200;

export const leadsRoute = (service: Service) =>
  endpoint(
    CONTRACT.leads,
    {
      POST: async ({ query: { price, list = null, from, ...reading }, caller, file }) => {
        const { read, fields } = await readListBody(service, reading, file);
        const matches = await matchLeadRows(service.db, read.rows, list);
        const today = dateIn(caller.team.settings.zone, service.clock());
        const problems = [...read.problems, ...wrongNumbers(read.rows)];
        return {
          encoding: read.encoding,
          columns: read.columns,
          fields,
          ...leadsSummary(matches, price),
          ...leadsPage(knownLeads(read.rows, matches, caller.team.members, today), from),
          problems: problems.slice(0, MAX_PROBLEMS),
          problemCount: problems.length,
        };
      },
    },
    service.endpointDeps,
  );

const wrongNumbers = (rows: readonly ListRow[]) =>
  rows.flatMap(({ line, values: { corporateNumber } }) =>
    corporateNumber !== undefined && 'problem' in parseCorporateNumber(corporateNumber)
      ? [listProblem(line, 'CORPORATE_NUMBER_WRONG', corporateNumber.slice(0, 60))]
      : [],
  );

const isSingleMatch = (match: LeadMatch | null): match is LeadMatch =>
  match !== null && match.accounts.length === 1;

const leadsSummary = (matches: readonly (LeadMatch | null)[], price: number) => {
  const known = matches.filter(isSingleMatch);
  const accounts = known.flatMap((match) => match.accounts);
  const byNameOnly = known.filter(({ by }) => by === 'name').length;
  const isNew = matches.filter((match) => match === null).length;
  const byStatus = Object.fromEntries(
    STATUSES.map((status) => [status, accounts.filter(({ standing }) => standing.status === status).length]),
  ) as LeadsAnswer['byStatus'];
  return {
    total: matches.length,
    known: known.length,
    byNameOnly,
    unsure: matches.length - known.length - isNew,
    new: isNew,
    met: accounts.filter(({ everMet }) => everMet).length,
    byStatus,
    cost: { price, known: known.length * price, certain: (known.length - byNameOnly) * price },
  };
};

const leadRank = ({ status, met, fitting }: KnownLead): number => {
  if (fitting > 1) return 3;
  if (status === 'CURRENT_CLIENT') return 0;
  return met ? 1 : 2;
};

const leadsPage = (rows: readonly KnownLead[], from: number): Pick<LeadsAnswer, 'rows' | 'next'> => ({
  rows: [...rows].sort((a, b) => leadRank(a) - leadRank(b) || a.line - b.line).slice(from, from + MAX_ROWS),
  next: from + MAX_ROWS < rows.length ? from + MAX_ROWS : null,
});

const knownLeads = (
  rows: readonly ListRow[],
  matches: readonly (LeadMatch | null)[],
  members: Caller['team']['members'],
  today: CalendarDate,
): KnownLead[] =>
  rows.flatMap(({ line, values: { name = '' } }, index) => {
    const match = matches[index];
    const account = match?.accounts[0];
    if (match == null || account === undefined) return [];
    const met = lastMeeting(account);
    const running = runningCheck(account.standing);
    return [
      {
        line,
        name,
        by: match.by,
        fitting: match.accounts.length,
        accountId: account.id,
        accountName: account.name,
        status: account.standing.status,
        statusSince: account.standing.since,
        met: account.everMet,
        lastMeeting:
          met === undefined ? null : { on: met.date, by: members[met.by]?.name ?? null, with: met.with },
        lastContact: lastContact(account)?.date ?? null,
        owner: members[account.ownerId ?? '']?.name ?? null,
        awaitedCondition: running?.awaitedCondition ?? null,
        nextCheck: running?.nextCheck?.date ?? null,
        products: [...new Set(productsInUse(account, today).map(({ product }) => product))],
      },
    ];
  });

const lastMeeting = (account: Account) =>
  meetingsOf(account)
    .sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1))
    .at(-1);
