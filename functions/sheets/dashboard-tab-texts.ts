/** The tabs of the dashboard in words. */
import type { FigureUnit } from '../domain/statistics/dashboard';
import { AGE_TITLES, FIGURE_COLUMN_TITLES } from '../domain/statistics/figure-texts';
import { STATUS, STATUSES } from '../domain/status/statuses';
import { type Text, text } from '../domain/text/text';

export const DASHBOARD_TITLE = text('ダッシュボード', 'Dashboard');
export const BREAKDOWN_TITLE = text('内訳', 'Breakdown');

/** `since` is null where there is no history. */
export const dashboardSummary = (today: string, since: string | null): Text =>
  since === null
    ? text(`${today} 時点。履歴はまだありません。`, `As of ${today}. There is no history yet.`)
    : text(
        `${today} 時点。${since} からの履歴を数えています。`,
        `As of ${today}, from the history since ${since}.`,
      );

export const dashboardStamp = (madeAt: string): Text =>
  text(
    `作成 ${madeAt}。数字のもとになった会社は「内訳」タブにあります。グラフは動かしても、次の更新でその場に残ります。`,
    `Made ${madeAt}. The accounts behind the numbers are on the tab Breakdown. A chart that you move stays where you put it.`,
  );

export const NOTHING_TO_COUNT = text('まだ数えるものがありません。', 'There is nothing to count yet.');

/** What a chart's axis counts. */
export const UNIT_WORDS: Readonly<Record<FigureUnit, Text>> = {
  accounts: text('社', 'accounts'),
  percent: text('%', '%'),
  days: text('日', 'days'),
  yen: text('円', 'yen'),
  checks: text('件', 'checks'),
  times: text('回', 'times'),
  text: text('', ''),
};

/** Leads to the accounts of a figure. */
export const BREAKDOWN_LINK = text('→ 内訳(会社の一覧)', '→ its accounts');

export const BREAKDOWN_HEADINGS = {
  figure: text('図', 'Figure'),
  row: text('行', 'Row'),
  countedAs: text('数え方', 'Counted as'),
  name: text('会社名', 'Company'),
  owner: text('担当', 'Owner'),
  status: text('今のステータス', 'Status today'),
  value: text('日数・金額', 'Days or yen'),
};

const AGES_AND_STATUSES: Readonly<Record<string, Text>> = {
  ...AGE_TITLES,
  ...Object.fromEntries(STATUSES.map((status) => [status, STATUS[status].label])),
};

/** What an account counts as in a row, where that is no status and no age. */
const COUNTED_AS: Readonly<Record<string, Text>> = {
  all: FIGURE_COLUMN_TITLES.all,
  year: FIGURE_COLUMN_TITLES.year,
  ended: FIGURE_COLUMN_TITLES.ended,
  running: FIGURE_COLUMN_TITLES.running,
  counted: text('該当', 'Counted'),
  rest: text('該当しない', 'Not counted'),
  overdue: FIGURE_COLUMN_TITLES.overdue,
  times: FIGURE_COLUMN_TITLES.times,
};

export const countedAsText = (column: string): Text =>
  COUNTED_AS[column] ?? AGES_AND_STATUSES[column] ?? text(column, column);

export const breakdownSummary = (today: string, listed: number): Text =>
  listed === 0
    ? text(`${today} 時点。まだ数えるものがありません。`, `As of ${today}. There is nothing to count yet.`)
    : text(
        `${today} 時点のダッシュボードの数字のもとになった会社`,
        `The accounts behind the numbers of the dashboard of ${today}`,
      );

export const breakdownStamp = (madeAt: string, perRow: number): Text =>
  text(
    `作成 ${madeAt}。図の各行につき ${perRow} 社まで。残りは数だけを示します。`,
    `Made ${madeAt}. Up to ${perRow} accounts for each row of a figure; the others are counted.`,
  );

export const othersText = (count: number): Text => text(`ほか ${count} 社`, `${count} more`);
