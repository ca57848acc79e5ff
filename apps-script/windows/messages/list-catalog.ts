/** All sentences about lists of companies and leads, ja and en. Only the dialogs carry them. */

import { interpolate } from '../../../functions/domain/text/interpolate';
import { type Text, text } from '../../../functions/domain/text/text';
import type { WindowMessageKey } from './catalog';
import { localize, type MessageParams, t as sayCommon, type Viewer } from './viewer';

const LIST_MESSAGES = {
  // Import
  importHint: text(
    'Excel(.xlsx)または CSV(20 MB まで)。まず試しに読み、結果を見てから取り込みます。',
    'An Excel workbook (.xlsx) or CSV, 20 MB at most. It is rehearsed first; you import after you have seen the result.',
  ),
  listFile: text('ファイル', 'File'),
  listName: text('リストの名前', 'Name of the list'),
  chooseFile: text('ファイルを選んでください。', 'Choose a file.'),
  nameTheList: text('リストの名前を入力してください。', 'Name the list.'),
  rehearse: text('試しに読む', 'Rehearse'),
  rehearsing: text('試しに読んでいます…', 'Rehearsing…'),
  rehearsedSoFar: text('ここまで読みました。続きから読めます:', 'Rehearsed so far, to go on from there:'),
  rehearsed: text('{n} 件を取り込めます', '{n|row|rows} can be imported'),
  nothingToChange: text(
    '{n} 件はすべて登録済みで、変わるものはありません',
    '{n|row is|rows are} in the register as the list says: nothing would change',
  ),
  nothingChanged: text(
    '{n} 件はすべて登録済みで、変わったものはありません。',
    '{n|row was|rows were} in the register as the list says: nothing has changed.',
  ),
  datesOfList: text('このリストの日付の書き方', 'How this list writes its dates'),
  dateOrder: text('数字だけの日付の順', 'Order of dates in numbers'),
  dateOrderAsWritten: text('列から判断し、決まらなければ尋ねる', 'As the column proves it, else asked'),
  yearFirst: text('年・月・日', 'Year, month, day'),
  monthFirst: text('月・日・年', 'Month, day, year'),
  dayFirst: text('日・月・年', 'Day, month, year'),
  dateSystem: text('通し番号の日付', 'Days as numbers'),
  dateSystemAsked: text('怪しければ尋ねる', 'Asked where in doubt'),
  daysFrom1900: text('1900年から数える', 'Count from 1900'),
  daysFrom1904: text('1904年から数える(古い Mac の Excel)', 'Count from 1904 (Excel on older Macs)'),
  encodingLabel: text('文字コード', 'Encoding'),
  sheetLabel: text('シート', 'Sheet'),
  headerLineLabel: text('見出しの行', 'Line of the headers'),
  writtenBy: text('{name} の書き出し', 'Export of {name}'),
  tooLarge: text(
    'ファイルが 20 MB を超えています。分けてから取り込んでください。',
    'The file is larger than 20 MB: split it and import the parts.',
  ),
  emptyFile: text('ファイルが空です。', 'The file is empty.'),
  notRead: text('読まない', 'not read'),
  created: text('新規', 'New'),
  filled: text('登録済み(補完・変更)', 'Registered, filled in'),
  unchanged: text('登録済み(変更なし)', 'Registered, unchanged'),
  withDebts: text('うち要補完', 'Of these, to fill in'),
  likely: text('登録済みかもしれない(決めるまで除く)', 'Likely registered (left out until decided)'),
  twice: text('ファイルの中で二度(決めるまで除く)', 'Twice in the file (left out until decided)'),
  undecidedRows: text(
    '登録済みの会社かもしれない行 {n} 件',
    'Rows that may be companies of the register: {n}',
  ),
  undecidedHint: text(
    'どの会社かを行ごとに、またはまとめて決めてください。「あとで決める」の行は取り込まれず、二重にもなりません。決めた内容は、このリストの次のファイルでも使われます。',
    'Say by row, or for all at once, which company each one is. What is decided later is left out and doubles nothing. The next file of this list goes by it, too.',
  ),
  similarRows: text(
    '新規だが、似た社名が台帳にある行 {n} 件',
    'New, with a similar name in the register: {n}',
  ),
  similarHint: text(
    '見比べてください。そのままでも新しい会社として取り込みます。同じ会社なら、その会社を選びます。',
    'Compare them. Left as they are, they come in as new companies; where one is the same, choose it.',
  ),
  similarLeadsHint: text(
    '見比べてください。同じ会社なら、「このリストを取り込む…」で、その会社を選べます。',
    'Compare them. Where one is the same company, choose it when you import this list.',
  ),
  newCompany: text('新しい会社', 'New company'),
  comparedOther: text('別の会社(次から知らせない)', 'Another company (do not tell again)'),
  decidedRows: text('前に決めた行 {n} 件', 'Rows that were decided before: {n}'),
  decidedHint: text(
    'この内容で取り込みます。違うものは「決め直す」を選んで確かめ直すと、また尋ねます。',
    'They are imported so. Where one is wrong, choose to decide it anew and rehearse: it is asked again then.',
  ),
  decideAnew: text('決め直す', 'Decide anew'),
  askedAgain: text('確かめ直すと、また尋ねます', 'Asked again by the rehearsal'),
  decideByRow: text('行ごとに決める', 'Decide row by row'),
  allSame: text('すべて同じ会社', 'All are the same company'),
  allOther: text('すべて別の会社', 'All are other companies'),
  decideLater: text('あとで決める', 'Decide later'),
  sameAs: text('同じ会社:{name}', 'The same: {name}'),
  sameAsLine: text('{n} 行目と同じ会社', 'The same as line {n}'),
  otherCompany: text('別の会社', 'Another company'),
  whichCompany: text('「{name}」はどの会社か', 'Which company is {name}?'),
  otherStatuses: text(
    'リストと台帳でステータスが違う会社 {n} 社',
    'Companies with another status in the list: {n}',
  ),
  applyStatuses: text('リストのステータスに変える', "Take the list's statuses"),
  applyStatusesHint: text(
    'ルールで認められる変更だけを行います。足りない情報は要補完になり、認められない行は理由とともに残ります。',
    'As the rules allow: what is missing is to be filled in, and a row that is refused says why.',
  ),
  unknownStatuses: text('意味の分からないステータス', 'Statuses that are not known'),
  unknownOwners: text('メンバーではない担当者名', 'Owners who are no members'),
  wordsHint: text(
    'それぞれ何を指すかを一度だけ選んでください。選ぶまで、その行は取り込まれません。選んだ内容は、このリストの次のファイルでも使われます。',
    'Say once what each stands for. Until then its rows are left out. The next file of this list goes by it, too.',
  ),
  wordRows: text('{n} 行', 'rows: {n}'),
  whatWordMeans: text('「{word}」が指すもの', 'What {word} stands for'),
  leaveEmpty: text('空欄にする', 'Leave empty'),
  rehearseDecided: text('決めた内容で確かめ直す', 'Rehearse with these decisions'),
  problemCount: text('問題 {n} 件', 'Problems: {n}'),
  andMore: text('ほか {n} 件', 'and {n} more'),
  skipProblems: text('問題のある行を除いて取り込む', 'Leave out the rows with problems'),
  importNow: text('{n} 件を取り込む', 'Import {n}'),
  importing: text('取り込んでいます…', 'Importing…'),
  doneOf: text('{total} 件中 {done} 件', '{done} of {total}'),
  stopping: text('区切りのよいところで止めます…', 'Stopping after this part…'),
  goOn: text('続きから取り込む({done}/{total})', 'Go on ({done}/{total})'),
  importedSoFar: text(
    '{total} 件中 {done} 件まで取り込みました。',
    '{done} of {total|row|rows} imported so far.',
  ),
  undoImport: text('この取り込みを取り消す', 'Undo this import'),

  refused: text('取り込めない', 'Refused'),
  line: text('{n} 行目', 'Line {n}'),
  stop: text('止める', 'Stop'),
  imported: text('{done} 件を取り込みました。', '{done|row was|rows were} imported.'),
  tab: text('タブ', 'Tab'),
  copied: text('コピーしました。', 'Copied.'),

  // Columns of a list, and a list that came again
  source: text('取り込み元', 'From'),
  sourceFile: text('ファイル', 'A file'),
  sourceTab: text('このスプレッドシートのタブ', 'A tab of this spreadsheet'),
  chooseTab: text('タブを選んでください。', 'Choose a tab.'),
  allUse: text('この会社リストは製品の利用顧客です', 'The companies of this list use a product of ours'),
  allUseHint: text(
    'すべての会社が「既存顧客」になります。利用の証拠がない会社は「要補完」に数えます。',
    'Each becomes a current client; those without evidence of use count as "to fill in".',
  ),
  productName: text('製品の名前', 'Name of the product'),
  nameTheProduct: text('製品の名前を入力してください。', 'Name the product.'),
  columnsMeaning: text(
    '列の読み方({all} 列のうち {n} 列を読みます)',
    'What the columns are ({n} of {all} are read)',
  ),
  columnHeader: text('見出し', 'Header'),
  columnSamples: text('値の例', 'Values'),
  columnMeans: text('読み方', 'Read as'),
  columnNumber: text('{n} 列目', 'Column {n}'),
  firstRowIsData: text('先頭行は見出しではない', 'The first row is no header'),
  readAgain: text('もう一度読む', 'Read again'),
  readAgainFirst: text(
    '列の読み方を変えました。「もう一度読む」を押すと反映されます。',
    'What the columns are was changed: "Read again" shows what comes of it.',
  ),
  fieldMoved: text(
    '「{field}」は一列だけなので、前の列は「読まない」にしました。',
    '"{field}" is one column only: the one before is not read any more.',
  ),
  fileGone: text(
    'ファイルを読めませんでした。選び直してください。',
    'The file could not be read: choose it again.',
  ),
  noteCount: text('お知らせ {n} 件', 'Notes: {n}'),
  cameAgain: text(
    '同じ名前のリストが前にも取り込まれています。どう取り込みますか。',
    'A list of this name was imported before. How is it to be imported?',
  ),
  asChanges: text('前回からの変更として', 'As changes since then'),
  asChangesHint: text(
    '社名・法人番号の変更を反映し、旧社名を残します',
    'names and numbers are brought up to date, former names are kept',
  ),
  asAdd: text('追加だけ', 'Only add'),
  asAddHint: text(
    '新しい会社の追加と空欄の補完だけ。社名は変えません',
    'new companies and empty fields; no name changes',
  ),
  renamed: text('社名の変更', 'Renamed'),
  renumbered: text('法人番号の変更', 'Number changed'),
  gone: text('リストから消えた', 'Gone from the list'),
  goneHint: text(
    '削除はされません。廃業・合併・社名変更などがないか確かめてください。',
    'Nothing is deleted. See whether they closed, merged or changed their name.',
  ),
  goneLater: text('最後まで読むと分かります', 'known at the end'),
  rehearsedChanges: text(
    '{n} 件を読み、{changed} 件に変更があります',
    '{n|row|rows} read, {changed} with changes',
  ),
  importChanges: text('{n} 件の変更を取り込む', 'Import the changes ({n})'),
  rowsFine: text('問題のある行はありません。', 'No row has a problem.'),
  listUnread: text('リストを読めませんでした', 'The list could not be read'),
  noUsableRow: text('このままでは使える行がありません', 'No row can be used as it stands'),
  keepOpen: text(
    '取り込み中です。この画面を開いたままにしてください。',
    'Importing: please keep this window open.',
  ),
  stopFirst: text(
    '取り込み中です。止めてから閉じてください。',
    'Stop the import before you close the window.',
  ),
  unfinishedEscape: text(
    '取り込みが途中です。もう一度 Esc を押すと閉じます(同じファイルと名前で続きから取り込めます)。',
    'The import is not finished. Press Esc again to close: the same file and name go on later.',
  ),
  anotherList: text('別のリストを取り込む', 'Import another list'),
  backToForm: text('戻る', 'Back'),
  debtsLeft: text(
    '{n} 件に入力の足りない項目があります(要補完)。台帳の「要補完」の列で探せます。',
    '{n|has|have} something to fill in: see the column "To fill in" of the register.',
  ),
  undoing: text('取り消しています…({n} 件)', 'Undoing… ({n})'),

  // Leads
  leadsHint: text(
    '買う前、または届いたリードのリストを台帳と照合します。台帳には何も書きません。Excel(.xlsx)または CSV(20 MB まで)。',
    'Matches a list of leads, bought or offered, with the register. Nothing is written. An Excel workbook (.xlsx) or CSV, 20 MB at most.',
  ),
  leadPrice: text('リード 1 件の価格(円、任意)', 'Price of one lead (yen, optional)'),
  leadPriceHint: text('空欄なら、設定にある価格で計算します。', 'Left empty: the price in the settings.'),
  leadPriceWrong: text(
    '価格は 0 以上の整数(円)で入力してください。',
    'Enter the price in whole yen, 0 or more.',
  ),
  leadListName: text('リストの名前(任意)', 'Name of the list (optional)'),
  leadListHint: text(
    '台帳に取り込んだリストと同じ ID が付いている場合だけ、そのリストの名前',
    'Only where the leads carry the IDs of a list that was imported: its name',
  ),
  importThese: text('このリストを取り込む…', 'Import this list…'),
  importTheseHint: text(
    'まず試しに読み、行ごとに何が起きるかを見てから取り込みます。',
    'It is rehearsed first: you see what becomes of each row, and decide.',
  ),
  matchLeads: text('照合する', 'Match'),
  matching: text('照合しています…', 'Matching…'),
  matchedSoFar: text('ここまで照合しました。続きから照合できます:', 'Matched so far, to go on from there:'),
  leadsKnown: text(
    '{total}件のうち {known}件はすでに台帳にあります(うち商談済み {met}件)。',
    '{known} of {total} leads are in the register already ({met} of them met).',
  ),
  leadsAllNew: text(
    '{total}件のうち、台帳にある会社はありません。',
    'None of the {total} leads is in the register.',
  ),
  leadsCost: text(
    '1件{price}円なら {cost}円分の買い直しです。',
    'At ¥{price} a lead, ¥{cost} would be spent again.',
  ),
  leadsNameOnly: text(
    '{n}件は社名だけの一致で、別の会社かもしれません。',
    'Of {n} only the name is the same, which may be another company.',
  ),
  leadsCertain: text('確実な一致だけなら {cost}円分です。', 'Without those it is ¥{cost}.'),
  leadsUnsure: text(
    '{n}件は同じ社名の会社が複数あり、どの会社か決められません(数に入れていません)。',
    '{n|fits|fit} several accounts of the same name: not counted.',
  ),
  leadsNew: text('新しい会社は {n}件です。', '{n|is|are} new.'),
  byStatus: text('ステータス別', 'By status'),
  statusHead: text('ステータス', 'Status'),
  countHead: text('件数', 'Count'),
  lineHead: text('行', 'Line'),
  leadHead: text('リストの会社', 'Lead'),
  accountHead: text('台帳の会社', 'In the register'),
  metHead: text('商談', 'Met'),
  waitsHead: text('待っていること', 'Awaited'),
  byHead: text('一致', 'Match'),
  knownRows: text('台帳にある会社', 'Known companies'),
  nextCheckHead: text('次回確認日', 'Next check'),
  metOnBy: text('{date} {name}', '{date}, {name}'),
  metSometime: text('商談済み(日付なし)', 'met, no date'),
  notMet: text('商談なし', 'not met'),
  byNumber: text('法人番号', 'corporate number'),
  byListId: text('リストの ID', 'ID in the list'),
  byNameAndFacts: text('社名と、住所・電話・ドメインのどれか', 'name, and address, phone or domain'),
  byNameOnly: text('社名のみ(要確認)', 'name only: check'),
  bySeveral: text('同名 {n} 社(不明)', '{n} of this name: unsure'),
  nextCheckOn: text('次回確認 {date}', 'next check {date}'),
  shownOf: text('{all} 件中 {n} 件を表示', '{n} of {all} shown'),
  showMore: text('さらに表示', 'Show more'),
  saveCsv: text('CSVとして保存', 'Save as CSV'),
  csvReady: text(
    '{n} 件を CSV にしました。保存が始まらないときは、下の内容をコピーして貼り付けてください。',
    '{n|row|rows} as CSV. If no file was saved, copy the text below.',
  ),
  copy: text('コピー', 'Copy'),
  copyByHand: text('選択しました。Ctrl+C でコピーしてください。', 'Selected: press Ctrl+C to copy.'),
} as const satisfies Record<string, Text>;

export type ListMessageKey = keyof typeof LIST_MESSAGES | WindowMessageKey;

const isListMessage = (key: ListMessageKey): key is keyof typeof LIST_MESSAGES => key in LIST_MESSAGES;

export const tList = (
  viewer: Pick<Viewer, 'language'>,
  key: ListMessageKey,
  facts: MessageParams = {},
): string =>
  isListMessage(key)
    ? interpolate(localize(viewer, LIST_MESSAGES[key]), facts)
    : sayCommon(viewer, key, facts);
