/** The titles and heads of the help tab; what stands below them comes from the rules. */
import { text } from '../domain/text/text';

export const HELP_TITLE = text('ヘルプ', 'Help');

export const HELP_SECTION_TITLES = {
  statuses: text('八つのステータス', 'The eight statuses'),
  matrix: text(
    'どこからどこへ移せるか(行 = 今、列 = 移動先)',
    'Which moves there are (row = now, column = next)',
  ),
  moves: text('移すときに必要なもの', 'What each move asks for'),
  columns: text('台帳の列', 'The columns of the register'),
};
export const HELP_TABLE_HEADS = {
  statuses: [text('番号', 'No.'), text('ステータス', 'Status'), text('区分', 'Bin'), text('意味', 'Meaning')],
  moves: [
    text('今', 'Now'),
    text('移動先', 'Next'),
    text('種類', 'Kind'),
    text('必要なもの', 'What it asks for'),
    text('補足', 'Note'),
  ],
  columns: [text('列', 'Column'), text('説明', 'What it is')],
};
