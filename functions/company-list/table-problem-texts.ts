/** What is said of a table's shape: its lines that are no rows, its groups, its hidden rows, and other tables beside it. */
import { text } from '../domain/text/text';

export const TABLE_PROBLEM_TEXTS = {
  LINES_LEFT_OUT: text(
    '表の外の行(題名・注記・合計など)を読みませんでした。',
    'Lines outside the table, such as a title, notes or totals, were left out.',
  ),
  OTHER_TABLE: text(
    'この行から下は別の表のようなので、読んでいません。会社の表なら、別のファイルかタブに分けて取り込んでください。',
    'Another table seems to begin in this line: nothing was read from there on. Where it is one of companies, import it from a file or tab of its own.',
  ),
  OTHER_TABLE_BESIDE: text(
    '空の列の右に別の表があるようなので、読んでいません。会社の表なら、別のファイルかタブに分けて取り込んでください。',
    'Another table seems to stand beside the list, behind an empty column: it was not read. Where it is one of companies, import it from a file or tab of its own.',
  ),
  BLOCKS_READ: text(
    '一社ごとに「項目：値」の行が縦に並ぶリストとして読みました。会社の区切りが正しいか確かめてください。',
    'The list was read as blocks of lines (`Field: value`), one for each company: see whether it was divided at the right places.',
  ),
  LIST_IS_SIDEWAYS: text(
    '項目が縦に並んでいるようです(一列目が見出し)。一社を一行にして、見出しを一行目に置いてください。',
    'The fields seem to stand below each other, with the headers in the first column. Put each company in a row, and the headers in the first one.',
  ),
  COMPANY_FROM_ABOVE: text(
    '会社名が空の行を、すぐ上の会社の続き(別の担当者や製品)として読みました。',
    'Rows without a company name were read as further rows (other contacts or products) of the company above.',
  ),
  FIRST_ROW_LEFT_OUT: text(
    'この行の会社の最初の行に問題があるので、この行も取り込めません。',
    'There is a problem in the first row of this row’s company, so this one is left out with it.',
  ),
  LINE_TELLS_STATUS: text(
    'この行は下の会社のステータスのようですが、読んでいません。会社ごとにステータスの列を加えてください。',
    'This line seems to say the status of the companies below it, and was not read. Add a column with the status of each.',
  ),
  GROUP_READ: text(
    'この列は組の先頭の行にだけ値があるので、組の残りの行にも同じ値を入れました。',
    'This column has a value in the first row of each group alone: it was taken for the rest of the group, too.',
  ),
  COLUMN_EMPTY_BELOW: text(
    'この列は値のある行の下が空です。空の行は空のまま読みました。上と同じ値なら、ファイルで埋めてください。',
    'This column is empty below the rows with a value, and was read as empty there. Where the value above is meant, fill it in.',
  ),
  ROWS_HIDDEN: text(
    '非表示(フィルターなど)の行も読みました。要らなければ、ファイルから消してください。',
    'Rows that are hidden, as by a filter, were read, too. Remove them from the file where they are not wanted.',
  ),
  SHEETS_NOT_READ: text(
    'ほかのシートは読んでいません。シートごとに取り込んでください。',
    'The other sheets were not read. Import each of them by itself.',
  ),
};
