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
  NAME_WITH_FACTS: text(
    '会社名のセルにある部署・人名・電話・アドレスを社名から分け、それぞれの項目として読みました(矢印の右が社名)。',
    'The cell of the name also has a department, a person, a phone or an address, which was read as such (right of the arrow: the name).',
  ),
  NAME_AS_WRITTEN: text(
    '会社名に、かっこ書き・部署・役職・電話番号・別の会社のようなものがありますが、社名の一部としてそのまま取り込みます。社名でなければ、別の列に分けてください。',
    'The name has something in brackets, or what may be a department, a title, a number or another company: it is taken as part of the name. Where it is not, put it in a column of its own.',
  ),
  CONTACTS_READ: text(
    '先方担当者のセルにあるものを、一人ずつの名前と、部署・役職・メール・電話に分けて読みました(矢印の右)。だれのものか分からない値は備考に残します。',
    'The cell of the contact was read as each person by name, with department, title, mail or phone (right of the arrow). What cannot be told to be of one of them is kept as a note.',
  ),
  CONTACTS_UNCLEAR: text(
    '先方担当者のセルに二人以上いるか、退職・異動とあるため、だれと連絡するのか決められません。担当者としては登録せず、備考に残します。一人を一つのセルに分けてください。',
    'The cell of the contact may name several persons, or one who has left: who it is cannot be told. Nobody is registered, and the cell is kept as a note. Give each person a cell.',
  ),
};
