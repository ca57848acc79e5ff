/** What is said of a cell that has more than a name: of a company's, and of a person's. */
import { text } from '../domain/text/text';

export const NAME_CELL_TEXTS = {
  NAME_WITH_OTHER_NAME: text(
    '会社名のセルにある旧社名・通称などを社名から分け、別名として取り込みます(矢印の右が社名)。',
    'The cell of the name also has a former or other name, which is taken as an "also known as" name (right of the arrow: the name).',
  ),
  NAME_WITH_REMARK: text(
    '会社名のセルにある注記を社名から分け、備考として履歴に残します(矢印の右が社名)。ステータスにあたる注記なら、ステータスの列に書いてください。',
    'The cell of the name also has a remark, which is kept as a note in the history (right of the arrow: the name). Where it tells a status, write it in a column of statuses.',
  ),
  NAME_WITH_DEPARTMENT: text(
    '会社名のセルにある部署を社名から分け、先方担当者の部署として読みました(矢印の右が社名)。',
    'The cell of the name also has a department, which was read as that of the contact person (right of the arrow: the name).',
  ),
  NAME_WITH_PERSON: text(
    '会社名のセルにある人の名前を社名から分け、先方担当者として読みました(矢印の右が社名)。',
    'The cell of the name also has a person, who was read as the contact person (right of the arrow: the name).',
  ),
  NAME_AS_WRITTEN: text(
    '会社名にかっこ書きや部署のようなものがありますが、社名の一部としてそのまま取り込みます。社名でなければ、別の列に分けてください。',
    'The name has something in brackets, or what may be a department: it is taken as part of the name. Where it is not, put it in a column of its own.',
  ),
};
