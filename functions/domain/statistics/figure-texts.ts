/** What the figures are called, and what they say that they count. */
import { type Text, text } from '../text/text';
import type { FigureKey } from './dashboard';
import type { Age, Awaited } from './visit-figures';

export const FIGURE_TITLES: Readonly<Record<FigureKey, Text>> = {
  statuses: text('ステータス別・区分別の会社数の推移', 'Accounts by status and bin over time'),
  flow: text('ステータスの移動(どこから → どこへ)', 'Moves between statuses (from → to)'),
  timeInStatus: text('各ステータスにいた日数', 'Time in status'),
  conversion: text('転換率(4→3、5→2、5→3)', 'Conversion 4→3, 5→2, 5→3'),
  nurturedWins: text('受注のうち育成していた割合', 'Share of wins that had been nurtured'),
  checksOnTime: text('担当者別の四半期チェックの期限内実施率', 'Checks done in time, by rep'),
  overdueTrend: text('期限超過の四半期チェックの推移', 'Overdue checks over time'),
  awaitedConditions: text('待っている条件と経過期間', 'Waiting accounts by condition and age'),
  reacquired: text('既存の会社を再び獲得した件数と費用', 'Known leads acquired once more, and their cost'),
};

/** What each counts, and from when; `{since}` is the first day of the history. */
export const FIGURE_EXPLANATIONS: Readonly<Record<FigureKey, Text>> = {
  statuses: text(
    '{since} からの各月末と今日に、台帳にあった会社の数。過去の月末はその時点の台帳のまま(後で取り消したものも含む。最長5年)。',
    'Accounts in the register at each month’s end since {since}, and today. Past months are as the register stood then, also with what was undone later (five years at most).',
  ),
  flow: text(
    '{since} 以降にステータスが変わった回数。取り消した変更と、解除した統合は数えない。',
    'Changes of status since {since}. What was undone, and merges that were ended, do not count.',
  ),
  timeInStatus: text(
    '{since} 以降に終わった滞在の日数(四分位数と中央値)と、いま滞在中の会社の日数の中央値。開始日はリストが示した日までさかのぼる。取り消した変更は数えない。',
    'Days of the stays that ended since {since} (quartiles and median), and the median so far of those that last. A stay begins on the day that a list told. What was undone does not count.',
  ),
  conversion: text(
    '{since} 以降に終わった滞在のうち、次がそのステータスだった割合。下限と上限は95 %の正確な信頼区間(Clopper–Pearson)。',
    'Of the stays that ended since {since}, the share that ended in that status. Low and high: the exact 95 % interval (Clopper–Pearson).',
  ),
  nurturedWins: text(
    '1〜5から6(現在の顧客)になった件数のうち、それまでに4か5だったことがある割合。直近12か月の月別と {since} 以降の全期間。取り込みと統合によるものは数えない。',
    'Of the moves from 1–5 to 6 (Current Client), the share of accounts that had been in 4 or 5 before: by month of the last twelve, and since {since}. What lists and merges brought does not count.',
  ),
  checksOnTime: text(
    '直近12か月に期限が来たチェックのうち、期限内に行われた割合。担当者はその時の担当。逃したチェックは周期ごとに1回数える。期限前30日以内の双方向の連絡は実施とみなす。現在の設定の周期による。',
    'Of the checks that fell due in the last twelve months, the share that was done in time, by whose they were. A missed check counts once a cycle; a two-way contact within 30 days before the day is a check. By the cadence of today’s settings.',
  ),
  overdueTrend: text(
    '{since} からの各月末と今日に、期限を過ぎていた四半期チェックの数。その時点の台帳のまま。',
    'Quarterly checks whose day was over at each month’s end since {since}, and today, as the register stood then.',
  ),
  awaitedConditions: text(
    'いま四半期チェックの会社を、「はい」になっていない条件ごとに、ステータスに入ってからの期間で分けた数。複数の条件を待つ会社はそれぞれの行に入る。',
    'Accounts in the quarterly check today, by what is not yes yet and how long they have been there. An account that waits for several things stands in several rows.',
  ),
  reacquired: text(
    '{since} 以降、登録済みの会社が取り込んだリストに再び入っていた回数(リスト別)。費用は設定「リード1件の価格」×回数。未設定(0)の間は空欄です。取り消した取り込みは数えない。',
    'How often a list that was imported since {since} had a company that was registered already, by list. The cost is the setting “Price of a lead” for each; it is empty while the setting is 0. Imports that were undone do not count.',
  ),
};

/** Since when it will be counted, where there is no history yet. */
export const FIRST_CHANGE = text('最初の変更の日', 'the day of the first change');

export const FIGURE_COLUMN_TITLES = {
  accounts: text('会社数', 'Accounts'),
  all: text('全期間', 'All'),
  year: text('直近12か月', 'Last 12 months'),
  ended: text('終わった滞在', 'Stays that ended'),
  firstQuartile: text('第1四分位(日)', 'First quartile (days)'),
  median: text('中央値(日)', 'Median (days)'),
  thirdQuartile: text('第3四分位(日)', 'Third quartile (days)'),
  running: text('滞在中', 'There now'),
  runningMedian: text('滞在中の中央値(日)', 'Median so far (days)'),
  converted: text('転換した数', 'Converted'),
  nurtured: text('育成した受注', 'Nurtured wins'),
  wins: text('受注', 'Wins'),
  onTime: text('期限内に実施', 'Done in time'),
  due: text('期限が来たチェック', 'Checks due'),
  rate: text('割合(%)', 'Rate (%)'),
  low: text('下限(%)', 'Low (%)'),
  high: text('上限(%)', 'High (%)'),
  overdue: text('期限超過', 'Overdue'),
  times: text('回数', 'Times'),
  cost: text('費用(円)', 'Cost (yen)'),
};

export const BIN_COLUMN_TITLES = {
  prospect: text('開拓(1・2)', 'Prospect (1, 2)'),
  nurture: text('育成(3〜5)', 'Nurture (3–5)'),
  avoid: text('対象外(6〜8)', 'Avoid (6–8)'),
};

export const AGE_TITLES: Readonly<Record<Age, Text>> = {
  upTo3: text('3か月未満', 'Below 3 months'),
  upTo6: text('3〜6か月', '3 to 6 months'),
  upTo12: text('6〜12か月', '6 to 12 months'),
  longer: text('12か月以上', '12 months and more'),
};

export const AWAITED_LABELS: Readonly<Record<Awaited, Text>> = {
  budget: text('予算', 'Budget'),
  authority: text('決裁者', 'Authority'),
  timing: text('時期', 'Timing'),
  need: text('課題の確認', 'The need to be confirmed'),
  unasked: text('BANTが未確認', 'BANT not asked yet'),
  nothing: text('条件はすべて満たした', 'Nothing: all is yes'),
};

export const ALL_TIME = text('全期間', 'All');
export const NOBODY = text('担当なし', 'No owner');
