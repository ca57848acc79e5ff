/** The history of one account or of all as people ask for it: by the days of the team, with the names of the companies. */
import { minuteIn, startOfDay } from '../clock';
import type { HistoryQuery } from '../contract/history';
import { definedFields } from '../domain/account/defined-fields';
import type { HistoryFilter } from '../domain/account/history-filter';
import { UNKNOWN_EDITOR_ID } from '../domain/account/unknown-editor';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { addDays, type CalendarDate } from '../domain/calendar/calendar-date';
import type { HistoryRow } from '../domain/history/history-columns';
import { readCompanyNames } from '../store/accounts';
import type { Database } from '../store/firestore';
import { type HistoryPage, readAccountHistoryPage, readHistoryPage } from '../store/history-pages';
import type { Team } from '../store/team-document';
import type { ProblemResult } from './problem-result';

export type HistoryQuestion = Omit<HistoryQuery, 'cursor' | 'limit' | 'format'>;

export interface HistoryAnswerPage {
  rows: HistoryRow[];
  unreadable: UnreadableDocument[];
  cursor: string | null;
}

/** From the first instant of one day, and before the first one of the day behind the other. ISO 8601 in UTC. */
export const instantsOf = (
  { from, to }: { from?: CalendarDate; to?: CalendarDate },
  zone: string,
): Pick<HistoryFilter, 'from' | 'before'> =>
  definedFields({
    from: from === undefined ? undefined : startOfDay(zone, from).toISOString(),
    before: to === undefined ? undefined : endOfDay(zone, to),
  });

/** The first instant behind the day. ISO 8601 in UTC. */
export const endOfDay = (zone: string, date: CalendarDate): string =>
  startOfDay(zone, addDays(date, 1)).toISOString();

/** Refuses with MEMBER_UNKNOWN, ACCOUNT_UNKNOWN and CURSOR_UNKNOWN. */
export const readHistory = async (
  db: Database,
  question: HistoryQuestion,
  { members, settings: { zone } }: Pick<Team, 'members' | 'settings'>,
  cursor: string | undefined,
  limit: number,
): Promise<HistoryAnswerPage | ProblemResult> => {
  const { account, person, from, to, ...others } = question;
  if (person !== undefined && person !== UNKNOWN_EDITOR_ID && !Object.hasOwn(members, person))
    return { problem: { code: 'MEMBER_UNKNOWN', id: person } };
  const filter: HistoryFilter = definedFields({
    ...others,
    ...instantsOf(definedFields({ from, to }), zone),
    accountId: account,
    personId: person,
  });
  const page = await readPage(db, filter, cursor, limit);
  if (page === 'CURSOR_UNKNOWN') return { problem: { code: 'CURSOR_UNKNOWN' } };
  if (page === 'ACCOUNT_UNKNOWN')
    return { problem: { code: 'ACCOUNT_UNKNOWN', accountId: filter.accountId ?? '' } };
  const names = await readCompanyNames(db, [...new Set(page.entries.map(({ accountId }) => accountId))]);
  return {
    rows: page.entries.map((entry) => ({
      entry,
      time: minuteIn(zone, new Date(entry.at)),
      company: names.get(entry.accountId) ?? '',
    })),
    unreadable: page.unreadable,
    cursor: page.cursor,
  };
};

const readPage = async (
  db: Database,
  filter: HistoryFilter,
  cursor: string | undefined,
  limit: number,
): Promise<HistoryPage | 'CURSOR_UNKNOWN' | 'ACCOUNT_UNKNOWN'> => {
  const { accountId } = filter;
  if (accountId !== undefined) return readAccountHistoryPage(db, { ...filter, accountId }, cursor, limit);
  return (await readHistoryPage(db, filter, cursor, limit)) ?? 'CURSOR_UNKNOWN';
};
