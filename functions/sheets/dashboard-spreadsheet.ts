/** Writes the dashboard on its two tabs of the queue's spreadsheet. */
import { BREAKDOWN_TAB, DASHBOARD_TAB } from '../domain/register/tabs';
import { type BreakdownPage, breakdownLinks, breakdownTabRequests } from './breakdown-tab';
import type { SheetsClient } from './client';
import { dashboardTabRequests } from './dashboard-tab';
import { BREAKDOWN_TITLE, DASHBOARD_TITLE } from './dashboard-tab-texts';
import { APPROVALS_TITLE } from './queue-tab-texts';
import { replaceTab } from './replace-tab';
import type { Wait } from './retry';

/**
 * One write a tab: the breakdown first, to which the dashboard leads. Answers how many calls wrote: none where both say it already.
 * Throws a SheetsError.
 */
export const writeDashboard = async (
  sheets: SheetsClient,
  spreadsheetId: string,
  page: BreakdownPage,
  wait: Wait,
): Promise<number> => {
  const { dashboard, language } = page;
  const breakdownCalls = await replaceTab(
    sheets,
    spreadsheetId,
    { sheetId: BREAKDOWN_TAB, title: BREAKDOWN_TITLE, language },
    (tab, newTab) => breakdownTabRequests(tab, newTab, page),
    wait,
  );
  const dashboardCalls = await replaceTab(
    sheets,
    spreadsheetId,
    { sheetId: DASHBOARD_TAB, title: DASHBOARD_TITLE, language, behind: APPROVALS_TITLE },
    (tab, newTab, charts) =>
      dashboardTabRequests(tab, newTab, charts, { dashboard, language, links: breakdownLinks(page) }),
    wait,
  );
  return breakdownCalls + dashboardCalls;
};
