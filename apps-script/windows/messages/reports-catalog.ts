/** Sentences of the window of reports, ja and en. */
import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import { localize, type MessageParams, type Viewer } from './viewer';

const REPORTS_MESSAGES = {
  reports: text('報告', 'Reports'),
  history: text('変更の履歴', 'History'),
  asOf: text('過去の台帳', 'Past register'),
  moves: text('ステータスの動き', 'Moves'),
  contacts: text('窓口', 'Contacts'),
  badFits: text('不適合の割合', 'Bad-fit rates'),
  calendarLink: text('カレンダー', 'Calendar'),
  historyHint: text(
    'だれが・いつ・どの会社の何を変えたか。新しい順です。',
    'Who changed what of which company, and when; the newest first.',
  ),
  asOfHint: text(
    'その日の終わりの台帳を、履歴から作ります。',
    'The register as it stood at the end of that day.',
  ),
  movesHint: text(
    'この期間にステータスが変わった会社、新しい会社、取り消した会社。',
    'Companies whose status moved in the period, came, or were withdrawn.',
  ),
  contactsHint: text(
    '名前・メール・電話の全体を入力します(一部では見つかりません)。退職した人、登録保存の会社も探します。',
    'The whole name, address or number, not a part. People who left and companies on file are found, too.',
  ),
  badFitsHint: text(
    '判断した会社のうち不適合にした割合を、ほかの人と比べます。偶然でも起きる差は「差は見られない」とします(フィッシャーの正確確率検定、有意水準 5%、比べた数で補正)。',
    'Bad fits among all that a member has decided, against the rest of the team. A difference that chance may make is called none (Fisher’s exact test, 5%, corrected for how many are compared).',
  ),
  calendarHint: text(
    '自分の次回確認日と再訪日を、Google カレンダーや Thunderbird で見るためのリンクです。リンクを知る人はだれでも読めます。',
    'For reading your next checks and revisits in Google Calendar or Thunderbird. Whoever has the link can read them.',
  ),

  // Filters
  person: text('変更した人', 'Changed by'),
  owner: text('担当', 'Owner'),
  command: text('操作', 'What was done'),
  channel: text('経路', 'Channel'),
  status: text('ステータス', 'Status'),
  from: text('この日から', 'From'),
  to: text('この日まで', 'To'),
  day: text('この日の終わり', 'At the end of'),
  company: text('会社', 'Company'),
  contact: text('名前・メール・電話', 'Name, e-mail or phone'),
  all: text('すべて', 'All'),
  show: text('表示', 'Show'),
  missing: text('入力してください。', 'Please fill this in.'),

  // Answers
  reading: text('読み込んでいます…', 'Reading…'),
  collecting: text('ファイルのために読み込んでいます… {n} 件', 'Reading for the file… {n}'),
  nothing: text('当てはまるものはありません。', 'Nothing fits.'),
  nothingYet: text('ここまでに当てはまるものはありません。', 'Nothing fits so far.'),
  shownAll: text('{n} 件すべて', 'All {n}'),
  shownSome: text('{n} 件を表示。続きがあります。', '{n} shown; there are more.'),
  more: text('続きを表示', 'Show more'),
  unreadable: text(
    '読み取れない記録が {n} 件あり、ここにはありません(「保存データを検査」で調べられます)。',
    '{n|stored document|stored documents} cannot be read, left out: see "Check the stored data".',
  ),
  tooManyContacts: text(
    '同じものを持つ会社が多いため、一部だけです。もっと珍しいもので探してください。',
    'Too many companies have it: only some are here. Ask for something rarer.',
  ),
  contactsIncomplete: text(
    '更新のあとの準備がまだ終わっていません。「台帳を最新に更新」のあとで、もう一度探してください。',
    'Not all accounts can be found this way yet: refresh the register, and ask again.',
  ),
  sentBy: text('送信: {name}', 'sent by {name}'),
  since: text('{date} から', 'since {date}'),
  nextCheckOn: text('次回確認 {date}', 'Next check {date}'),
  wentTo: text('行を選択しました。', 'Its row is selected.'),
  noRow: text('この表に行がありません。', 'It has no row here.'),

  // File and tab
  saveFile: text('CSV で保存', 'Save as CSV'),
  fileWhole: text('CSV({n} 件すべて)', 'CSV: all {n}'),
  filePart: text(
    'CSV(初めの {n} 件まで。期間や条件を絞れば、残りも保存できます)',
    'CSV: the first {n}. Narrow the question to have the rest.',
  ),
  copy: text('コピー', 'Copy'),
  copied: text('コピーしました。', 'Copied.'),
  copyByHand: text('コピーできません。選択してコピーしてください。', 'Cannot copy: select and copy it.'),
  writeTab: text('シートに書く', 'Write on a tab'),
  writing: text('シートに書いています…', 'Writing the tab…'),
  tabHere: text(
    'シート(タブ)に {n} 件を書き、表示しました。',
    '{n|row was|rows were} written on the tab, which is shown now.',
  ),
  tabThere: text(
    'キューのスプレッドシートのシート(タブ)に {n} 件を書きました。',
    '{n|row was|rows were} written on the tab of the queue’s spreadsheet.',
  ),
  tabMore: text(
    '載りきらない分があります。シートの一行目をご覧ください。',
    'There is more than fits: see its first line.',
  ),

  // Rates of bad fits
  member: text('メンバー', 'Member'),
  rate: text('割合', 'Rate'),
  rest: text('ほかの人', 'The rest'),
  verdict: text('比べると', 'Compared'),
  rateOf: text('{percent}%({count}/{total})', '{percent}% ({count} of {total})'),
  higher: text('多い(偶然なら {p})', 'Higher (by chance: {p})'),
  lower: text('少ない(偶然なら {p})', 'Lower (by chance: {p})'),
  noDifference: text('差は見られない', 'No difference'),
  tooFew: text('少なくて判断できない', 'Too few to say'),
  noBadFits: text('判断した会社がまだありません。', 'Nothing has been decided yet.'),
  byReason: text('理由ごと(その人の不適合のうち)', 'By reason, of each member’s bad fits'),

  // Calendar link
  noLink: text('リンクはまだありません。', 'There is no link yet.'),
  linkSince: text('{date} に作ったリンクがあります。', 'There is a link, made on {date}.'),
  makeLink: text('リンクを作る', 'Make a link'),
  renewLink: text('新しいリンクに替える', 'Make a new link'),
  revokeLink: text('リンクを無効にする', 'Revoke the link'),
  revokeOf: text('{name} さんのリンクを無効にする', 'Revoke the link of {name}'),
  confirmRenew: text(
    'いまのリンクは使えなくなります。カレンダーには新しいリンクを登録し直します。',
    'The link of now will open nothing any more: calendars need the new one.',
  ),
  confirmRevoke: text('このリンクでは何も読めなくなります。', 'Nothing can be read by it any more.'),
  yesRenew: text('替える', 'Make a new one'),
  yesRevoke: text('無効にする', 'Revoke'),
  cancel: text('やめる', 'Cancel'),
  newLink: text(
    '新しいリンク。もう一度は表示できません。いまカレンダーの「URL で追加」に登録してください。',
    'The new link. It is not shown again: add it to your calendar by "From URL" now.',
  ),
  otherLinks: text('ほかのメンバーのリンク', 'Links of other members'),
} as const satisfies Record<string, Text>;

export type ReportsMessageKey = keyof typeof REPORTS_MESSAGES;

export const tReports = (
  viewer: Pick<Viewer, 'language'>,
  key: ReportsMessageKey,
  params: MessageParams = {},
): string => interpolate(localize(viewer, REPORTS_MESSAGES[key]), params);
