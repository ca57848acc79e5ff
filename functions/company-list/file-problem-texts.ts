/** What can be wrong with a file that is no list, with how to save it, and with a workbook. */
import { type Text, text } from '../domain/text/text';

export const FILE_PROBLEM_TEXTS = {
  FILE_IS_OLD_EXCEL: text(
    '古い形式の Excel ブック(.xls)です。Excel で開き、「Excel ブック (.xlsx)」または「CSV UTF-8」で保存し直してください。',
    'This is a workbook of the old Excel (.xls). Open it and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8".',
  ),
  FILE_IS_OTHER_SPREADSHEET: text(
    'ほかの表計算や古いデータベースの形式(SYLK、DIF、dBASE、Lotus など)です。Excel で開き、「Excel ブック (.xlsx)」または「CSV UTF-8」で保存し直してください。',
    'This is a file of another spreadsheet or of an old database (such as SYLK, DIF, dBASE or Lotus). Open it in Excel and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8".',
  ),
  FILE_IS_BINARY_EXCEL: text(
    'バイナリ形式の Excel ブック(.xlsb)です。「Excel ブック (.xlsx)」で保存し直してください。',
    'This is a binary workbook (.xlsb). Save it as "Excel Workbook (.xlsx)".',
  ),
  FILE_IS_ENCRYPTED: text(
    'パスワードの付いた Excel ブックです。パスワードを外して保存し直してください。',
    'This workbook has a password. Save it without one.',
  ),
  FILE_IS_HTML: text(
    '中身が Web ページ(HTML)のファイルです(拡張子が .xls のこともあります)。Excel で開き、「Excel ブック (.xlsx)」で保存し直してください。',
    'This is a web page (HTML), whatever its name says. Open it in Excel and save it as "Excel Workbook (.xlsx)".',
  ),
  FILE_IS_XML: text(
    'XML のファイルです。Excel で開き、「Excel ブック (.xlsx)」または「CSV UTF-8」で保存し直してください。',
    'This is an XML file. Open it in Excel and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8".',
  ),
  FILE_IS_OPEN_DOCUMENT: text(
    'OpenDocument(.ods など)のファイルです。LibreOffice などで「.xlsx」か CSV に保存し直してください。',
    'This is an OpenDocument file (such as .ods). Save it as .xlsx or CSV.',
  ),
  FILE_IS_NUMBERS: text(
    'Numbers などの Apple の書類です。「ファイル」→「書き出す」で Excel か CSV にしてください。',
    'This is a document of Numbers or another app of Apple. Export it to Excel or CSV (File, Export To).',
  ),
  FILE_IS_DOCUMENT: text(
    '文書(Word など)です。表を Excel に貼り付け、「.xlsx」か CSV で保存してください。',
    'This is a document, as of Word. Paste its table into a spreadsheet and save that as .xlsx or CSV.',
  ),
  FILE_IS_PDF: text(
    'PDF です。元の表を「.xlsx」か CSV で書き出してください。',
    'This is a PDF. Export the table that it was made from as .xlsx or CSV.',
  ),
  FILE_IS_ARCHIVE: text(
    '圧縮されたファイルです。展開して、中のリストを選んでください。',
    'This is an archive. Extract it, and choose the list in it.',
  ),
  FILE_IS_IMAGE: text(
    '画像です。リストを「.xlsx」か CSV で書き出してください。',
    'This is a picture. Export the list as .xlsx or CSV.',
  ),
  FILE_IS_JSON: text(
    'JSON のファイルです。CSV か「.xlsx」で書き出し直してください。',
    'This is a JSON file. Export the list as CSV or .xlsx.',
  ),
  FILE_IS_VCARD: text(
    'vCard(連絡先)のファイルです。CSV で書き出し直してください。',
    'This is a vCard file. Export the contacts as CSV.',
  ),
  WORKBOOK_UNREADABLE: text(
    'Excel ブックを読めません。壊れていないか確かめ、Excel で開いて保存し直してください。',
    'The workbook cannot be read. See whether it is whole, open it in Excel and save it again.',
  ),
  WORKBOOK_TOO_LARGE: text(
    'Excel ブックが大きすぎます。リストのシートだけを残すか、行を分けて保存し直してください。',
    'The workbook is too large. Keep the sheet of the list alone, or split its rows.',
  ),
  SHEET_UNKNOWN: text(
    'その名前のシートがありません。シートを選び直してください。',
    'The workbook has no sheet of that title. Choose another one.',
  ),
} as const satisfies Record<string, Text>;
