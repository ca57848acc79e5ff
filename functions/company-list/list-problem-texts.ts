/** What can be wrong with a company list, in the words that its owner reads. */
import { type Text, text } from '../domain/text/text';
import { FILE_PROBLEM_TEXTS } from './file-problem-texts';
import { NAME_CELL_TEXTS } from './name-cell-texts';
import { TABLE_PROBLEM_TEXTS } from './table-problem-texts';

export const LIST_PROBLEM_TEXTS = {
  LIST_EMPTY: text('会社の行が一つもありません。', 'The list has no company row.'),
  LIST_TOO_LONG: text(
    '一度に取り込めるのは 150,000 行までです。ファイルを分けてください。',
    'A list has 150,000 rows at most. Split the file.',
  ),
  LIST_NO_NAME_COLUMN: text(
    '会社名の列が見つかりません。先頭の行を見出しにするか、会社名の列を指定してください。',
    'No company name column was found. Put the headers in the first row, or say which column has the name.',
  ),
  LIST_HEADER_MISSING: text(
    '先頭の行が見出しではなく会社の行のようです。見出しの行を加えるか、「見出しなし」を選んで各列の項目を指定してください。',
    'The first row is a company, not the headers. Add a row of headers, or say that there is none and what each column is.',
  ),
  HEADER_DUPLICATE: text(
    '同じ見出しの列が二つ以上あります。最初の列を読みます。別の列を読むには、列の読み方で選んでください。',
    'Two or more columns have the same header: the first one is read. To read another one, choose it among the columns.',
  ),
  HEADER_LINE_WRONG: text(
    '指定された行に見出しがありません。',
    'There are no headers in the line that was named.',
  ),
  HEADER_BY_SHAPE: text(
    '見出しの行がないので、列の中身から読み方を決めました。列の読み方を確かめてください。',
    'The list has no headers: what its columns are was told by what they hold. See whether that is right.',
  ),
  NAME_FROM_DOMAIN: text(
    '会社名が空なので、ドメインを会社名にしました。',
    'The company name is empty: its domain was taken as the name.',
  ),
  MAPPING_WRONG: text(
    '指定された列がファイルにないか、同じ列や項目が二度指定されています。',
    'The column that was named for a field is not in the file, or a field or column was named twice.',
  ),
  COLUMN_LOOKS_WRONG: text(
    '列の中身が見出しと合いません。列がずれていないか確かめてください。',
    'What the column holds does not fit its header. Check that no column has shifted.',
  ),
  KEY_COLUMN_EMPTY: text(
    'この列はどの行も空なので、会社は社名などほかの項目で見分けます。',
    'This column is empty in every row: companies are told apart by their names and what else the list has.',
  ),
  ENCODING_MIXED: text(
    '文字コードの違う行が混ざっています(UTF-8 と Shift_JIS)。どちらかにそろえて保存し直してください。',
    'Some lines are UTF-8 and some are Shift_JIS. Save the file again in one of them.',
  ),
  ENCODING_UNKNOWN: text(
    '文字コードが分からない行があります。UTF-8 か Shift_JIS で保存し直すか、文字コードを指定してください。',
    'Some lines are in no encoding that is known. Save the file again in UTF-8 or Shift_JIS, or say what the encoding is.',
  ),
  ENCODING_AMBIGUOUS: text(
    '文字コードを一つに決められません。正しく読めているものを選んでください。',
    'The file can be read in more than one encoding. Choose the one that reads right.',
  ),
  ENCODING_NOT_AS_NAMED: text(
    '指定された文字コードでは読めません。別の文字コードを指定してください。',
    'The file cannot be read in the encoding that was named. Name another one.',
  ),
  ENCODING_WESTERN: text(
    '欧文(Latin-1)として読みました。挙げた語が正しく読めているか確かめてください。違うときは UTF-8 で保存し直してください。',
    'The file was read as Latin-1: see whether these words are right. Where they are not, save it as UTF-8.',
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
  ROW_NO_NAME: text(
    '会社名が空です。上の行と同じ会社なら、その会社名を入れてください。',
    'The company name is empty. Where the row belongs to the company above, write that name.',
  ),
  DITTO_READ: text(
    '「〃」「同上」を、上の行と同じ値として読みました。',
    'Ditto marks were read as the value of the row above.',
  ),
  DITTO_BELOW_NOTHING: text(
    '「〃」「同上」の上に、読める行がありません。値を入れてください。',
    'There is no row to read above the ditto mark: write the value itself.',
  ),
  ROW_NAMES_NONE: text(
    '会社名が、法人格・敬称・記号・絵文字か、「不明」「個人」のような言葉だけです。',
    'The company name is a legal form, a form of address, symbols or emoji alone, or says that there is none.',
  ),
  ROW_NAMES_SEVERAL: text(
    '一つのセルに二つ以上の会社があります。一社を一行に分けてください。',
    'The cell names two or more companies: give each a row of its own.',
  ),
  NAMES_LEFT_OUT: text(
    'この列の値は、法人格・敬称・記号・絵文字だけで会社の名前にならないので、取り込みません。',
    'What this column says is a legal form, a form of address, symbols or emoji alone and names no company: it was left out.',
  ),
  ...NAME_CELL_TEXTS,
  ROW_TOO_WIDE: text('列が 1,000 を超えています。', 'The row has more than 1,000 columns.'),
  CELL_TOO_LONG: text(
    '20 万文字を超える値があります。引用符(")や区切りの抜けがないか確かめてください。',
    'A value has more than 200,000 characters: look whether a quotation mark (") or a separator is missing.',
  ),
  QUOTE_NOT_CLOSED: text('引用符(")が閉じていません。', 'A quotation mark (") is not closed.'),
  QUOTE_MISPLACED: text(
    '引用符(")の位置が正しくありません。値の中の " は "" と書いてください。',
    'A quotation mark (") is misplaced. Inside a value write "" for ".',
  ),
  ...FILE_PROBLEM_TEXTS,
  ...TABLE_PROBLEM_TEXTS,
  CUT: text(
    'ファイルが途中で切れています。元のデータから書き出し直してください。',
    'The file is cut in the middle. Export the list again from its source.',
  ),
  VALUE_TOO_LONG: text(
    '値が長すぎます(300字まで。知らないステータス・担当者は100字、部署・役職などは200字、理由・課題などの文は2,000字まで)。',
    'The value is too long: 300 characters at most, 100 for an unknown status or owner, 200 for what is said of a person, 2,000 for reasons and needs in words.',
  ),
  DATA_IN_NOTE: text(
    'この列の値は、行のステータスでは使わないか、入れる項目がないか、「はい・いいえ・不明」で読めないので、備考として履歴に残します。',
    'What this column says has no place in the status of the row or in the account, or is no yes or no: it is kept as a note in the history.',
  ),
  NOTE_SHORTENED: text(
    '備考が長いので、先頭の2,000字だけを残します。',
    'The note is long: its first 2,000 characters are kept.',
  ),
  REVISIT_OVER: text(
    '再訪日が過ぎています。そのまま取り込み、期限切れとして「再訪」に並びます。来年以降のつもりなら、示した日に書き直してください。',
    'The day of the revisit is over: it is taken as it stands, and listed as overdue. Where a day to come is meant, write the one shown.',
  ),
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
  STATUS_MARKS_UNCLEAR: text(
    'ステータスごとの列の印が一つに決まりません。当てはまる列一つだけに ○ を入れてください。',
    'The marks below the statuses do not tell one of them: put a ○ or x below the one that it is, and nothing below the others.',
  ),
  STATUS_EMPTY: text(
    'ステータスが空の行があります。新しい会社なら「コールド」として取り込みます。',
    'Rows have no status: where their company is new, it comes in as cold.',
  ),
  COLUMN_TELLS_STATUS: text(
    'この列はステータスを表しているようですが、読んでいません。そうなら、列の読み方で選んでください。',
    'This column seems to tell statuses, and is not read: where it does, say so among the columns.',
  ),
  COLUMN_MAY_TELL_STATUS: text(
    'この列は会社を分けているようですが、読んでいません。ステータスにあたるなら、列の読み方で「ステータス」を選ぶと、語ごとに意味を尋ねます。',
    'This column seems to sort the companies, and is not read. Where it tells their statuses, choose "Status" for it among the columns: what each word means is asked then.',
  ),
  COLUMNS_NOT_READ: text(
    '読まない列です。要る列があれば、列の読み方で選んでください。',
    'These columns are not read. Where one of them is needed, choose what it is among the columns.',
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
  OWNER_HAS_LEFT: text(
    '担当者が退職しています。担当なしとして読みます。',
    'The owner has left the team: the company is read as nobody’s.',
  ),
  OWNER_ROLE_IS_OTHER: text(
    '担当者の役割(IS・FS)が読めないか、メンバー一覧と違います。メンバー一覧の役割に従います。',
    "The owner's role (inside or field sales) cannot be read, or is another one than in the team's list of members, which holds.",
  ),
  VALUE_IS_ERROR: text(
    '値の代わりに表計算のエラーが入っています。空として読みます。',
    'An error of the spreadsheet stands in place of the value: it is read as empty.',
  ),
  STREET_IS_DATE: text(
    '番地(3-11-2 など)が、表計算で日付に変わったとみられます。住所としては読みません。元の番地を文字列として入れ直してください。',
    'A street number such as 3-11-2 seems to have been turned into a date by a spreadsheet: it is left out of the address. Write it again, as a text.',
  ),
  LEGAL_FORM_IN_FRONT: text(
    '法人格が別の列にあり、社名の前か後ろか分からないので、前に付けました。',
    'The legal form stands in a column of its own, which does not say on which side of the name it belongs: it was put in front.',
  ),
  PHONE_ZERO_ADDED: text(
    '電話番号の先頭の 0 が、数値として保存されたときに消えたとみられます。0 を補いました。',
    'The leading 0 of the phone number was lost where it was kept as a number: it is put back.',
  ),
  CONTACT_WITHOUT_NAME: text(
    '2人目からの先方担当者の名前がないので、その部署・メールなどは取り込みません。',
    'A further contact has no name: what else is said of them is left out.',
  ),
  PHONE_ROUNDED: text(
    '電話番号が数値として丸められています。読まずに空にします。',
    'The phone number was rounded, as a number is: it is left out.',
  ),
  CONTRACT_ENDED: text(
    '解約日が過ぎています。「現在の顧客」として取り込み、次のステータスの判断待ちにします。',
    'The contract has ended: it comes in as a current client whose next status is to be decided.',
  ),
  SHEET_ERROR: text(
    'セルが数式のエラー(#REF! など)になっています。',
    'A cell shows the error of a formula (such as #REF!).',
  ),
  SAME_DOMAIN_IN_FILE: text(
    '前の行と社名は違いますが、ウェブサイトのドメインが同じです。同じ会社なら、社名をそろえてください。別の会社として取り込みます。',
    'An earlier row has another name and the same web domain: where it is the same company, give both one name. It comes in as another one.',
  ),
  DUPLICATE_IN_FILE: text(
    '同じ会社の行が前にもあります。前の行に足りない項目だけをこの行から補いました。',
    'An earlier row is the same company: what that one lacks was filled in from this one.',
  ),
  DUPLICATE_DIFFERS: text(
    '同じ会社の行が前にもあり、値が違う項目があります。前の行の値を残しました(足りない項目はこの行から補いました)。',
    'An earlier row is the same company and says something else: what that one says was kept, and only what it lacks was filled in from this one.',
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
  NAME_IS_OTHER: text(
    '法人番号またはリストの ID は登録済みの会社と同じですが、社名が違います。番号が正しいか、社名が変わったのか確かめてください。',
    'The corporate number or the ID in the list is that of a company of the register with another name: see whether the number is right, or the name has changed.',
  ),
  COMPANY_CLOSED: text(
    'リストによると、この会社は閉鎖・解散しています。ステータスは変えません。確かめて「登録保存」(廃業・清算、合併など)に変えてください。',
    'As the list has it, this company is closed or dissolved. Its status stays: see whether it is so, and put it on file (closed or liquidated, merged).',
  ),
  CLOSED_NOT_REGISTERED: text(
    'リストによると閉鎖・解散した会社で、台帳にもありません。登録しません。',
    'As the list has it, this company is closed or dissolved, and the register does not have it: it is not registered.',
  ),
  ROW_REFUSED: text('ルールにより取り込めません。', 'The rules refuse this row.'),
} as const satisfies Record<string, Text>;
