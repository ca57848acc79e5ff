/** Which accounts moved to another status between two days, came or went. */
import { dateIn, minuteIn } from '../clock';
import { isNewestWithin, moveWithin, type Period } from '../domain/account/as-of';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { type MoveRow, moveRow } from '../domain/history/moves-columns';
import { readHistoriesByIds } from '../store/account-histories';
import type { Database } from '../store/firestore';
import { readHistoryPage } from '../store/history-pages';
import type { Team } from '../store/team-document';
import type { ProblemResult } from './problem-result';
import { endOfDay, instantsOf } from './read-history';

/** From the beginning of one day to the end of the other, in the team's zone. */
export interface MovesQuestion {
  from: CalendarDate;
  to: CalendarDate;
}

export interface MovesPage {
  /** Those that changed last come first. */
  moves: MoveRow[];
  unreadable: UnreadableDocument[];
  cursor: string | null;
}

/**
 * `limit` is how many entries of the period are looked through: a page has an account where it finds the newest of its entries, so
 * it has fewer moves, or none. Refuses with DATE_IN_FUTURE and CURSOR_UNKNOWN. `now` tells the team's day.
 */
export const readMoves = async (
  db: Database,
  { from, to }: MovesQuestion,
  { settings: { zone } }: Pick<Team, 'settings'>,
  now: Date,
  cursor: string | undefined,
  limit: number,
): Promise<MovesPage | ProblemResult> => {
  const today = dateIn(zone, now);
  if (from > today) return { problem: { code: 'DATE_IN_FUTURE', today } };
  const period: Period = { from: '', before: endOfDay(zone, to), ...instantsOf({ from }, zone) };
  const page = await readHistoryPage(db, { ...period }, cursor, limit);
  if (page === null) return { problem: { code: 'CURSOR_UNKNOWN' } };
  const ids = [...page.entries, ...page.unreadable].flatMap(({ accountId }) => accountId ?? []);
  const histories = await readHistoriesByIds(db, [...new Set(ids)]);
  const moves = page.entries.flatMap((entry) => {
    const { entries = [], unreadable = [] } = histories.get(entry.accountId) ?? {};
    if (unreadable.length > 0 || !isNewestWithin(entry, entries, period)) return [];
    const move = moveWithin(entry.accountId, entries, period);
    return move === null ? [] : moveRow(move, (at) => minuteIn(zone, new Date(at)));
  });
  const unreadable = [...histories.values()].flatMap((history) => history.unreadable);
  return { moves, unreadable, cursor: page.cursor };
};
