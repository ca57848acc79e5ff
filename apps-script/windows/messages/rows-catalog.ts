/** Sentences about several selected rows, ja and en: the sidebar does not carry them. */

import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import type { WindowMessageKey } from './catalog';
import { localize, type MessageParams, t, type Viewer } from './viewer';

export const ROWS_MESSAGES = {
  checkComputedEach: text(
    '空欄なら会社ごとに自動で計算します。',
    'Left empty it is computed for each account.',
  ),
  sameForAll: text('同じ内容がすべての会社に入ります。', 'The same is entered for all companies.'),
  sameForAllApproval: text(
    '同じ内容がすべての会社に入ります。承認が必要な会社は申請になります。',
    'The same is entered for all companies; where approval is needed it is sent as a proposal.',
  ),
  changeMany: text('{n} 件を{status}にする', 'Change {n} to {status}'),
  changedMany: text('{n} 件を{status}にしました。', '{n} changed to {status}.'),
  sentMany: text('{n} 件を{status}へ変更または申請しました。', '{n} changed to {status}, or proposed.'),
  refusedCount: text('{n} 件は変更できませんでした。', '{n|was|were} refused.'),
  someAccepted: text(
    '{n} 件は完了しました。残り {rest} 件には次の入力が必要です。',
    '{n|is|are} done. The other {rest} need what is asked below.',
  ),
  sendRest: text('残り {n} 件を送る', 'Send the other {n}'),
  openAlone: text('この会社だけで開く', 'Open this one alone'),
  isThisAlready: text('すでに{from}です。', 'Is {from} already.'),
  notFromHere: text('{from}からは変更できません。', 'Not possible from {from}.'),
  selected: text('{n} 件を選択:{names}{more}', '{n} selected: {names}{more}'),
  includeHidden: text('フィルタで隠れている {n} 行も含める', 'Include {n|row|rows} hidden by the filter'),
  otherRows: text(
    '会社ではない行 {n} 行は対象外です。',
    '{n|row that is|rows that are} no registered account: left out.',
  ),
  onlyHidden: text(
    '選択した行はすべてフィルタで隠れています。含める場合は上にチェックを入れてください。',
    'All selected rows are hidden by the filter: tick the box above to include them.',
  ),
  noRows: text('台帳で会社の行を選んでから開いてください。', 'Select rows of the register first.'),
  logForMany: text('{n} 件に記録する', 'Log it for {n}'),
  loggedMany: text('{n} 件に記録しました。', 'Logged for {n}.'),
  checkHow: text(
    '四半期チェックの会社が {n} 件あります。どう記録しますか。',
    '{n|account is|accounts are} Check Back Quarterly. How do you want to record them?',
  ),
  oneByOne: text('1件ずつ記録', 'One after the other'),
  allTheSame: text('同じ結果をまとめて記録', 'The same for all'),
  checkMany: text('{n} 件に記録する', 'Record for {n}'),
  checkedMany: text('{n} 件の確認を記録しました。', '{n|check|checks} recorded.'),
  nextOne: text('次へ:{name}(残り {n} 件)', 'Next: {name} ({n} left)'),
  noCheckRuns: text('四半期チェックの会社ではありません。', 'Not Check Back Quarterly.'),
} as const satisfies Record<string, Text>;

export type RowsMessageKey = keyof typeof ROWS_MESSAGES | WindowMessageKey;

const isOwnKey = (key: RowsMessageKey): key is keyof typeof ROWS_MESSAGES => key in ROWS_MESSAGES;

export const tRows = (
  viewer: Pick<Viewer, 'language'>,
  key: RowsMessageKey,
  params: MessageParams = {},
): string =>
  isOwnKey(key) ? interpolate(localize(viewer, ROWS_MESSAGES[key]), params) : t(viewer, key, params);
