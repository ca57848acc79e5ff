/** How many leads of an inbound list are known already, and what they would have cost. */

import type { ListRow } from '../company-list/company-list';
import { type ListProblem, listProblem } from '../company-list/list-problems';
import type { KnownLead, LeadsAnswer, SimilarLead } from '../contract/leads';
import { type Account, lastContact, meetingsOf } from '../domain/account/account';
import { productsInUse } from '../domain/account/product-use';
import { runningCheck } from '../domain/account/standing';
import type { Member } from '../domain/account/team';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { parseCorporateNumber } from '../domain/company/corporate-number';
import { STATUSES } from '../domain/status/statuses';
import { tableOf } from '../domain/status/table-keys';
import type { LeadFinding, LeadMatch } from './match-leads';
import { accountsOfRow } from './row-decision-views';

/** A wrong corporate number leaves its lead in: it may be known by its name. */
export const wrongNumberProblems = (rows: readonly ListRow[]): ListProblem[] =>
  rows.flatMap(({ line, values: { corporateNumber } }) =>
    corporateNumber !== undefined && 'problem' in parseCorporateNumber(corporateNumber)
      ? [listProblem(line, 'CORPORATE_NUMBER_WRONG', corporateNumber.slice(0, 60))]
      : [],
  );

/** With several accounts nobody can tell which one the lead is. */
const isSingleMatch = (match: LeadMatch | null): match is LeadMatch =>
  match !== null && match.accounts.length === 1;

type LeadsSummary = Pick<
  LeadsAnswer,
  'total' | 'known' | 'byNameOnly' | 'unsure' | 'new' | 'met' | 'byStatus' | 'cost'
>;

/** `price` is what one lead of the list cost, in yen. */
export const leadsSummary = (matches: readonly (LeadMatch | null)[], price: number): LeadsSummary => {
  const known = matches.filter(isSingleMatch);
  const accounts = known.flatMap((match) => match.accounts);
  const byNameOnly = known.filter(({ by }) => by === 'name').length;
  const isNew = matches.filter((match) => match === null).length;
  const byStatus = tableOf(
    STATUSES,
    (status) => accounts.filter(({ standing }) => standing.status === status).length,
  );
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

/** The leads that have an account, in the order of their rows; the first account is shown where several fit. */
export const knownLeads = (
  rows: readonly ListRow[],
  matches: readonly (LeadMatch | null)[],
  members: Readonly<Record<string, Member>>,
  today: CalendarDate,
): KnownLead[] =>
  rows.flatMap(({ line, values: { name = '' } }, index) => {
    const match = matches[index];
    const account = match?.accounts[0];
    if (match == null || account === undefined) return [];
    const meeting = lastMeeting(account);
    const check = runningCheck(account.standing);
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
          meeting === undefined
            ? null
            : { on: meeting.date, by: members[meeting.by]?.name ?? null, with: meeting.with },
        lastContact: lastContact(account)?.date ?? null,
        owner: members[account.ownerId ?? '']?.name ?? null,
        awaitedCondition: check?.awaitedCondition ?? null,
        nextCheck: check?.nextCheck?.date ?? null,
        products: [...new Set(productsInUse(account, today).map(({ product }) => product))],
      },
    ];
  });

/** The new leads whose names are only like that of an account, in the order of their rows. */
export const similarLeads = (
  rows: readonly ListRow[],
  findings: readonly LeadFinding[],
  members: Readonly<Record<string, Member>>,
): SimilarLead[] =>
  rows.flatMap(({ line, values: { name = '' } }, index) => {
    const { similar = [] } = findings[index] ?? {};
    return similar.length === 0 ? [] : [{ line, name, ...accountsOfRow(similar, members) }];
  });

const lastMeeting = (account: Account) =>
  meetingsOf(account)
    .sort((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1))
    .at(-1);
