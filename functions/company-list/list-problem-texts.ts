/** What can be wrong with a company list, in the words that its owner reads. */
import { type Text, text } from '../domain/text/text';

export const LIST_PROBLEM_TEXTS = {
  LIST_EMPTY: text('会社の行が一つもありません。', 'The list has no company row.'),
  LIST_TOO_LONG: text(
    '一度に取り込めるのは 100,000 行までです。ファイルを分けてください。',
    'A list has 100,000 rows at most. Split the file.',
  ),
  LIST_NO_NAME_COLUMN: text(
    '会社名の列が見つかりません。先頭の行を見出しにするか、会社名の列を指定してください。',
    'No company name column was found. Put the headers in the first row, or say which column has the name.',
  ),
  LIST_HEADER_MISSING: text(
    '先頭の行が見出しではなく会社の行のようです。見出しの行を加えるか、「見出しなし」を選んで各列の項目を指定してください。',
    'The first row is a company, not the headers. Add a row of headers, or say that there is none and what each column is.',
  ),
  HEADER_DUPLICATE: text('同じ見出しの列が二つ以上あります。', 'Two or more columns have the same header.'),
  MAPPING_WRONG: text(
    '指定された列がファイルにないか、同じ列や項目が二度指定されています。',
    'The column that was named for a field is not in the file, or a field or column was named twice.',
  ),
  COLUMN_LOOKS_WRONG: text(
    '列の中身が見出しと合いません。列がずれていないか確かめてください。',
    'What the column holds does not fit its header. Check that no column has shifted.',
  ),
  ENCODING_MIXED: text(
    '文字コードの違う行が混ざっています(UTF-8 と Shift_JIS)。どちらかにそろえて保存し直してください。',
    'Some lines are UTF-8 and some are Shift_JIS. Save the file again in one of them.',
  ),
  ENCODING_UNKNOWN: text(
    '文字コードが分からない行があります。UTF-8 か Shift_JIS で保存し直してください。',
    'Some lines are neither UTF-8 nor Shift_JIS. Save the file again in one of them.',
  ),
  ENCODING_BROKEN: text(
    '文字化けした文字(U+FFFD)があります。元のデータから書き出し直してください。',
    'A character was lost before (U+FFFD). Export the list again from its source.',
  ),
  CONTROL_CHARACTER: text('目に見えない制御文字が入っています。', 'There is an invisible control character.'),
  PRIVATE_CHARACTER: text(
    '外字が入っています。ほかの機械では読めないので、普通の文字に直してください。',
    'There is a user-defined character (gaiji), which no other machine can read. Write it in common characters.',
  ),
  ROW_TORN: text('列の数が見出しと合いません。', 'The number of columns differs from the header.'),
  ROW_NO_NAME: text('会社名が空です。', 'The company name is empty.'),
  QUOTE_NOT_CLOSED: text('引用符(")が閉じていません。', 'A quotation mark (") is not closed.'),
  QUOTE_MISPLACED: text(
    '引用符(")の位置が正しくありません。値の中の " は "" と書いてください。',
    'A quotation mark (") is misplaced. Inside a value write "" for ".',
  ),
  CUT: text(
    'ファイルが途中で切れています。元のデータから書き出し直してください。',
    'The file is cut in the middle. Export the list again from its source.',
  ),
  VALUE_TOO_LONG: text('値が長すぎます(300字まで)。', 'The value is too long (300 characters at most).'),
  DATE_UNREADABLE: text(
    '日付として読めないか、存在しない日付です。2026-04-01 のように書いてください。',
    'Not a date, or a date that does not exist. Write it as 2026-04-01.',
  ),
  DATE_AMBIGUOUS: text(
    'どの日か決められません。示した日のどれかに書き直してください。',
    'More than one day could be meant: write the one of these that it is.',
  ),
  DATE_SYSTEM_UNCLEAR: text(
    '日付が通し番号で入っていて、1900年から数えたのか1904年から(古い Mac の Excel)なのか決められません。リスト全体についてどちらかを選んでください。',
    'Days stand here as numbers, which may count from 1900 or, as on older Macs, from 1904: choose one of the two for the whole list.',
  ),
  DATE_ORDER_READ: text(
    'この列の日付は、日と月の順をこの行から判断しました。',
    'The order of day and month in this column was taken from this line.',
  ),
  NEXT_CHECK_MOVED: text(
    '次回確認日が休みの日なので、営業日に移しました。',
    'The next check fell on a day off: it was moved to a business day.',
  ),
  NEXT_CHECK_DONE: text(
    '次回確認日が最終連絡日より後ではないので、最終連絡日から数え直しました。',
    'The next check is not after the last contact: it was counted anew from that.',
  ),
  DATE_TO_CONFIRM: text(
    '日付がはっきり書かれていません。示した日でよければ、その日に書き直してください。',
    'The day is not said exactly: where the one shown is right, write it in its place.',
  ),
  DATE_IN_FUTURE: text('未来の日付です。', 'The date is after today.'),
  DATE_UNLIKELY: text(
    '何年も前または先の日付です。そのまま取り込みますが、正しいか確かめてください。',
    'The date lies years back, or years ahead. It is taken as it stands: see whether it is right.',
  ),
  STATUS_UNKNOWN: text('八つのステータスのどれでもありません。', 'None of the eight account statuses.'),
  CORPORATE_NUMBER_WRONG: text(
    '法人番号が正しくありません(13桁とチェックデジット。表計算で桁が落ちていないか確かめてください)。',
    'The corporate number is wrong: 13 digits with a check digit. See that a spreadsheet has not cut it.',
  ),
  OWNER_UNKNOWN: text(
    '在籍しているメンバーの名前またはメールアドレスではありません。',
    'Neither the name nor the e-mail address of an active member.',
  ),
  SHEET_ERROR: text(
    'セルが数式のエラー(#REF! など)になっています。',
    'A cell shows the error of a formula (such as #REF!).',
  ),
  DUPLICATE_IN_FILE: text(
    '同じ会社の行が前にもあります。前の行に足りない項目だけをこの行から補いました。',
    'An earlier row is the same company: what that one lacks was filled in from this one.',
  ),
  LIST_ID_REUSED: text(
    'リストの中の ID が同じなのに法人番号が違う行があります。どちらが正しいか確かめてください。',
    'An earlier row has the same ID in the list and another corporate number: see which one is right.',
  ),
  COMPANY_AMBIGUOUS: text(
    '登録済みの会社が二つ以上当てはまり、どれか決められません。法人番号かリストの ID を入れるか、重複を統合してから取り込んでください。',
    'Two or more companies of the register fit this row. Give its corporate number or ID, or merge the duplicates first.',
  ),
  NAME_IS_FORMER: text(
    'リストの社名はこの会社の旧社名です。今の社名を残しました。',
    'The list has a former name of this company: its present name was kept.',
  ),
  LIKELY_DUPLICATE: text(
    '登録済みの会社と、社名に加えて電話・住所・ドメインのどれかが同じです。新しいアカウントにする前に確かめてください(取り込んだあとは「重複候補」にも出ます)。',
    'A company of the register has the same name and also phone, address or domain: look at it before this becomes a new account (afterwards it stands among the possible duplicates, too).',
  ),
  ROW_REFUSED: text('ルールにより取り込めません。', 'The rules refuse this row.'),
} as const satisfies Record<string, Text>;
