/** leads (POST): how many leads of an inbound list are known already, and what they would have cost. Nothing is written. */

import { dateIn } from '../clock';
import { problem } from '../company-list/problems';
import type { ListRow } from '../company-list/read-list';
import { type KnownLead, type LeadsAnswer, leadsQuery } from '../contract';
import { type Account, lastContact, meetings, productsInUse } from '../domain/account';
import type { CalendarDate } from '../domain/calendar';
import { parseCorporateNumber } from '../domain/corporate-number';
import { STATUSES } from '../domain/statuses';
import type { Caller, Service } from '../service';
import { type Match, matchLeads } from '../store/match-leads';
import { endpoint } from './endpoint';
import { LARGEST_LIST, readList } from './lists';

const MOST_ROWS = 500;
const MOST_PROBLEMS = 200;

export const leads = (service: Service) =>
  endpoint(
    {
      method: 'POST',
      accepts: 'file',
      maxBytes: LARGEST_LIST,
      input: leadsQuery,
      handle: async ({ price, list = null, from, ...reading }, caller, file) => {
        const { read, fields } = await readList(service, reading, file);
        const matches = await matchLeads(service.db, read.rows, list);
        const today = dateIn(caller.team.settings.zone, service.clock());
        const problems = [...read.problems, ...wrongNumbers(read.rows)];
        const body: LeadsAnswer = {
          encoding: read.encoding,
          columns: read.columns,
          fields,
          ...summary(matches, price),
          ...page(knownLeads(read.rows, matches, caller.team.members, today), from),
          problems: problems.slice(0, MOST_PROBLEMS),
          problemCount: problems.length,
        };
        return { status: 200, body };
      },
    },
    service.entrance,
  );

const wrongNumbers = (rows: readonly ListRow[]) =>
  rows.flatMap(({ line, values: { corporateNumber } }) =>
    corporateNumber !== undefined && 'problem' in parseCorporateNumber(corporateNumber)
      ? [problem(line, 'CORPORATE_NUMBER_WRONG', corporateNumber.slice(0, 60))]
      : [],
  );

const isSure = (match: Match | null): match is Match => match !== null && match.accounts.length === 1;

const summary = (matches: readonly (Match | null)[], price: number) => {
  const known = matches.filter(isSure);
  const accounts = known.flatMap((match) => match.accounts);
  const byNameOnly = known.filter(({ by }) => by === 'name').length;
  const isNew = matches.filter((match) => match === null).length;
  const byStatus = Object.fromEntries(
    STATUSES.map((status) => [status, accounts.filter((account) => account.status === status).length]),
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

const rank = ({ status, met, fitting }: KnownLead): number => {
  if (fitting > 1) return 3;
  if (status === 'CURRENT_CLIENT') return 0;
  return met ? 1 : 2;
};

const page = (rows: readonly KnownLead[], from: number): Pick<LeadsAnswer, 'rows' | 'next'> => ({
  rows: [...rows].sort((a, b) => rank(a) - rank(b) || a.line - b.line).slice(from, from + MOST_ROWS),
  next: from + MOST_ROWS < rows.length ? from + MOST_ROWS : null,
});

const knownLeads = (
  rows: readonly ListRow[],
  matches: readonly (Match | null)[],
  members: Caller['team']['members'],
  today: CalendarDate,
): KnownLead[] =>
  rows.flatMap(({ line, values: { name = '' } }, index) => {
    const match = matches[index];
    const account = match?.accounts[0];
    if (match == null || account === undefined) return [];
    const met = lastMeeting(account);
    return [
      {
        line,
        name,
        by: match.by,
        fitting: match.accounts.length,
        accountId: account.id,
        accountName: account.name,
        status: account.status,
        statusSince: account.statusSince,
        met: account.everMet,
        lastMeeting:
          met === undefined ? null : { on: met.date, by: members[met.by]?.name ?? null, with: met.with },
        lastContact: lastContact(account)?.date ?? null,
        owner: members[account.ownerId ?? '']?.name ?? null,
        awaitedCondition: account.awaitedCondition,
        nextCheck: account.nextCheck?.date ?? null,
        products: [...new Set(productsInUse(account, today).map(({ product }) => product))],
      },
    ];
  });

const lastMeeting = (account: Account) =>
  meetings(account)
    .sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1))
    .at(-1);
