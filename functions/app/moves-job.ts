/** Writes what moved between two days on its tab of the queue's spreadsheet. */
import { setTimeout } from 'node:timers/promises';
import { minuteIn } from '../clock';
import type { UnreadableDocument } from '../domain/account/unreadable-document';
import { MOVES_TITLE } from '../domain/history/as-of-texts';
import { countMoves, type MoveRow } from '../domain/history/moves-columns';
import { MOVES_TAB } from '../domain/register/tabs';
import { movesTabRequests } from '../sheets/moves-tab';
import { replaceTab } from '../sheets/replace-tab';
import type { ProblemResult } from './problem-result';
import { type MovesQuestion, readMoves } from './read-moves';
import type { TabJobDeps } from './tab-job-deps';

/** On the tab; of a longer list no person reads the end. */
const MAX_ROWS = 5000;
const ENTRIES_PER_PAGE = 1000;

interface MovesTabRun {
  rows: number;
  more: boolean;
  counts: ReturnType<typeof countMoves>;
  unreadable: UnreadableDocument[];
  calls: number;
}

/**
 * Reads first and writes once: the accounts that changed last where there are more than the tab has, or where the time is up, which
 * the tab then says. Throws a SheetsError where Sheets did not do what it was asked; the old tab
 * then stands as it was.
 */
export const runMovesJob = async (
  now: Date,
  period: MovesQuestion,
  { db, team, sheets, queueSheetId, links, isTimeUp, wait = setTimeout }: TabJobDeps,
): Promise<MovesTabRun | ProblemResult> => {
  const { members, settings } = team;
  const { zone, language } = settings;
  const moves: MoveRow[] = [];
  const unreadable: UnreadableDocument[] = [];
  let cursor: string | null | undefined;
  while (cursor !== null && moves.length < MAX_ROWS && (cursor === undefined || !isTimeUp())) {
    const page = await readMoves(db, period, team, now, cursor, ENTRIES_PER_PAGE);
    if ('problem' in page) return page;
    moves.push(...page.moves);
    unreadable.push(...page.unreadable);
    ({ cursor } = page);
  }
  const shown = moves.slice(0, MAX_ROWS);
  const more = cursor !== null || shown.length < moves.length;
  const page = {
    rows: shown,
    more,
    period,
    madeAt: minuteIn(zone, now),
    zone,
    reader: { language, members },
    links,
  };
  const calls = await replaceTab(
    sheets,
    queueSheetId,
    { sheetId: MOVES_TAB, title: MOVES_TITLE, language },
    (tab, newTab) => movesTabRequests(tab, newTab, page),
    wait,
  );
  return { rows: shown.length, more, counts: countMoves(shown), unreadable, calls };
};
