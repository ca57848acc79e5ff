/** The tab of the accounts that the dashboard's numbers are made of. */
import type { Member } from '../domain/account/team';
import { accountTarget, type MakeRowLink } from '../domain/register/row-target';
import { BREAKDOWN_TAB } from '../domain/register/tabs';
import type { BreakdownRow, Dashboard, Figure, FigureKey, FigureRow } from '../domain/statistics/dashboard';
import { STATUS } from '../domain/status/statuses';
import type { Text } from '../domain/text/text';
import type { SheetsRequest } from './cells';
import { unitCell } from './dashboard-tab';
import {
  BREAKDOWN_HEADINGS,
  breakdownStamp,
  breakdownSummary,
  countedAsText,
  othersText,
} from './dashboard-tab-texts';
import type { TabContent } from './register-spreadsheet';
import type { TabPlace } from './replace-tab';
import {
  FIRST_ITEM_ROW,
  linkedTextCell,
  type ReportColumn,
  reportTabRequests,
  wrappedTextCell,
} from './report-tab';
import { tabViewId, tabViewRequests } from './tab-filter-views';

/** How many accounts of each row of a figure are listed; the others are counted. */
export const LISTED_PER_ROW = 20;

export interface BreakdownPage {
  dashboard: Dashboard;
  /** In the order in which they are to be read; more than are listed are left out. */
  breakdown: readonly BreakdownRow[];
  members: Readonly<Record<string, Pick<Member, 'name'>>>;
  language: keyof Text;
  links: MakeRowLink;
}

/** One line of the tab: an account, or how many more there are. */
interface BreakdownLine {
  figure: Figure;
  row: FigureRow;
  account: BreakdownRow | null;
  /** The names of all columns in which the account counts with that value. */
  countedAs: readonly string[];
  others: number;
}

const lineKey = (figure: FigureKey, row: string): string => `${figure} ${row}`;

/** The accounts of each row, with the value that each counts with and the columns that it counts in. */
const accountsByRow = (
  breakdown: readonly BreakdownRow[],
): Map<string, Map<string, { account: BreakdownRow; countedAs: string[] }>> => {
  const rows = new Map<string, Map<string, { account: BreakdownRow; countedAs: string[] }>>();
  for (const account of breakdown) {
    const rowKey = lineKey(account.figure, account.row);
    const row = rows.get(rowKey) ?? new Map();
    rows.set(rowKey, row);
    const key = `${account.accountId} ${account.value}`;
    const line = row.get(key) ?? { account, countedAs: [] };
    row.set(key, { account, countedAs: [...line.countedAs, account.column] });
  }
  return rows;
};

/** In the order of the figures and their rows. */
const linesOf = ({ dashboard, breakdown }: BreakdownPage): BreakdownLine[] => {
  const accounts = accountsByRow(breakdown);
  return dashboard.figures.flatMap((figure) =>
    figure.rows.flatMap((row) => {
      const all = [...(accounts.get(lineKey(figure.key, row.key))?.values() ?? [])];
      const listed = all.slice(0, LISTED_PER_ROW);
      const others = row.accounts - new Set(listed.map(({ account }) => account.accountId)).size;
      return [
        ...listed.map((line): BreakdownLine => ({ figure, row, ...line, others: 0 })),
        ...(others > 0 ? [{ figure, row, account: null, countedAs: [], others }] : []),
      ];
    }),
  );
};

const listedFigures = (page: BreakdownPage): Figure[] => [
  ...new Set(linesOf(page).map(({ figure }) => figure)),
];

/**
 * A link for each figure that has accounts: to these and no others, also where somebody has sorted the tab. Not verified against
 * Google: that Sheets looks through the filter view which such a link names.
 */
export const breakdownLinks = (page: BreakdownPage): ReadonlyMap<FigureKey, string> =>
  new Map(
    listedFigures(page).map(({ key }) => [
      key,
      `#gid=${BREAKDOWN_TAB}&fvid=${tabViewId(BREAKDOWN_TAB, key)}`,
    ]),
  );

const columns = ({ members, links }: BreakdownPage): ReportColumn<BreakdownLine>[] => [
  {
    label: BREAKDOWN_HEADINGS.figure,
    width: 260,
    cell: ({ figure }, language) => wrappedTextCell(figure.title[language]),
  },
  {
    label: BREAKDOWN_HEADINGS.row,
    width: 240,
    cell: ({ row }, language) => wrappedTextCell(row.label[language]),
  },
  {
    label: BREAKDOWN_HEADINGS.name,
    width: 280,
    cell: ({ account, others }, language) =>
      account === null
        ? wrappedTextCell(othersText(others)[language])
        : linkedTextCell(account.name, links(accountTarget(account.accountId))),
  },
  {
    label: BREAKDOWN_HEADINGS.owner,
    width: 130,
    cell: ({ account }) => {
      const ownerId = account?.ownerId ?? '';
      return wrappedTextCell(members[ownerId]?.name ?? ownerId);
    },
  },
  {
    label: BREAKDOWN_HEADINGS.status,
    width: 160,
    cell: ({ account }, language) =>
      wrappedTextCell(account?.status == null ? '' : STATUS[account.status].label[language]),
  },
  {
    label: BREAKDOWN_HEADINGS.countedAs,
    width: 170,
    cell: ({ countedAs }, language) =>
      wrappedTextCell(countedAs.map((column) => countedAsText(column)[language]).join(', ')),
  },
  {
    label: BREAKDOWN_HEADINGS.value,
    width: 110,
    cell: ({ figure, account }) =>
      unitCell(account?.value ?? null, figure.key === 'reacquired' ? 'yen' : 'days'),
  },
];

/** A filter view for each figure that has accounts. */
const viewRequests = (page: BreakdownPage, rows: number, present: ReadonlySet<number>): SheetsRequest[] => {
  const views = listedFigures(page).map(({ key, title }) => {
    const value = title[page.language];
    return { key, value, title: value };
  });
  return tabViewRequests(
    {
      ...{ sheetId: BREAKDOWN_TAB, headRow: FIRST_ITEM_ROW - 1, rowCount: FIRST_ITEM_ROW + rows },
      ...{ columnCount: columns(page).length, column: 0, views },
    },
    page.dashboard.figures.map(({ key }) => key),
    present,
  );
};

/** `newTab` is for a tab that is not there yet. */
export const breakdownTabRequests = (
  tab: TabContent | null,
  newTab: TabPlace,
  page: BreakdownPage,
): SheetsRequest[] => {
  const { today, madeAt } = page.dashboard;
  const items = linesOf(page);
  const cells = reportTabRequests(BREAKDOWN_TAB, columns(page), tab, newTab, {
    summary: breakdownSummary(today, items.length),
    stamp: breakdownStamp(madeAt, LISTED_PER_ROW),
    items,
    language: page.language,
  });
  const present = new Set((tab?.sheet.filterViews ?? []).map(({ filterViewId }) => filterViewId ?? 0));
  const views = viewRequests(page, items.length, present);
  const isSame = cells.length === 0 && views.every((request) => request.updateFilterView !== undefined);
  return isSame ? [] : [...cells, ...views];
};
