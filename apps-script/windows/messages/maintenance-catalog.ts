/** Sentences of the windows that keep the register right, ja and en. */

import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import type { WindowMessageKey } from './catalog';
import { localize, type MessageParams, t, type Viewer } from './viewer';

const MAINTENANCE_MESSAGES = {
  // Check of the store
  checking: text('保存データを検査しています… {n} 件', 'Checking the stored data… {n|document|documents}'),
  checked: text(
    '{n} 件の文書を検査し、問題が {found} 件見つかりました。',
    '{n|document|documents} checked: {found|problem|problems}.',
  ),
  technical: text('技術情報: {detail}', 'For whoever looks into it: {detail}'),
  firstFindings: text('最初の {n} 件です。', 'The first {n}.'),

  // Duplicates
  searchingDuplicates: text('重複を調べています… {n} 社', 'Looking for duplicates… {n|account|accounts}'),
  duplicatesFound: text(
    '重複候補:同じ法人番号 {number} 組・おそらく同じ {likely} 組・同名 {name} 組',
    'Possible duplicates: {number} with one number, {likely} likely, {name} of one name',
  ),
  noDuplicates: text('重複候補はありません。', 'No possible duplicates.'),

  // Undo
  undoHint: text(
    '過去24時間の変更です。新しいものから順に、ひとつずつ元に戻せます。商談の記録などマネージャーだけが直せるものは出ません。会社リストの取り込みは、「会社リストを取り込む…」に同じリストをもう一度入れると、そこで取り消せます。',
    'What was changed within 24 hours, the newest first: each can be taken back. What only a manager corrects, as a meeting, is not listed. An import is undone under “Import a list…”: put the same list in once more.',
  ),
  undoOf: text('だれの変更', 'Whose changes'),
  accountCount: text('{n} 社', '{n|account|accounts}'),
  andOthers: text('ほか {n} 社', 'and {n|other|others}'),
  moreChanges: text('これより前の変更は表示していません。', 'Earlier changes are not shown.'),
  undoIt: text('元に戻す', 'Take it back'),
  nothingToUndo: text('元に戻せる変更がありません。', 'There is nothing to take back.'),
  takenBack: text('{n} 件を元に戻しました。', '{n} taken back.'),

  // Automatic sending
  startAutoSend: text(
    '全員の未送信の申請を、10分ごとに自動で送りますか? 編集した人の申請として(分からなければ「編集者不明」として)、営業担当の権限で行います。',
    "Send everybody's pending requests every 10 minutes? Each as its editor's (or an unknown editor's), with a rep's rights.",
  ),
  sentByNow: text(
    'いまは {installer} のアカウントで送られています。',
    'Now the account of {installer} sends them.',
  ),
  stopAutoSend: text(
    '10分ごとの自動送信を、あなたのアカウントで行っています。止めますか?',
    'Your account sends what waits every 10 minutes. Stop it?',
  ),
  start: text('始める', 'Start'),
  stop: text('止める', 'Stop'),
  autoSendBegun: text('自動送信を始めました。', 'Automatic sending has begun.'),
  autoSendStopped: text('自動送信を止めました。', 'Automatic sending has stopped.'),

  // About
  statuses: text('{n}つのアカウントステータス', '{n} account statuses'),
  youAre: text('あなた', 'You'),
  server: text('サーバー', 'Server'),
  clientId: text('スクリプトのクライアント ID', 'Client ID of the script'),
  reachable: text('接続できます', 'reachable'),
  jobs: text('定時実行', 'Scheduled jobs'),
  allRun: text('止まっているものはありません', 'none stands still'),
  refreshedAt: text('最終更新', 'Last sync'),
  notYet: text('まだありません', 'not yet'),
  notSent: text('未送信', 'Not sent'),
  count: text('{n} 件', '{n}'),
  autoSend: text('自動送信', 'Automatic sending'),
  off: text('なし', 'off'),
  lastRun: text('{installer}(最終 {at})', '{installer} (last {at})'),
  columns: text('台帳の列', 'Columns of the register'),
  fine: text('正常', 'fine'),
  missing: text('見つかりません', 'missing'),
} as const satisfies Record<string, Text>;

export type MaintenanceMessageKey = keyof typeof MAINTENANCE_MESSAGES | WindowMessageKey;

const isOwnKey = (key: MaintenanceMessageKey): key is keyof typeof MAINTENANCE_MESSAGES =>
  key in MAINTENANCE_MESSAGES;

export const tMaintenance = (
  viewer: Pick<Viewer, 'language'>,
  key: MaintenanceMessageKey,
  params: MessageParams = {},
): string =>
  isOwnKey(key) ? interpolate(localize(viewer, MAINTENANCE_MESSAGES[key]), params) : t(viewer, key, params);
