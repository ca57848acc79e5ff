/** Headings of the columns in which people edit an opportunity or a contact. */
import { type Text, text } from '../text/text';
import type { PartColumn } from './edit-columns';

export const PART_COLUMN_LABELS: Readonly<Record<PartColumn, Text>> = {
  department: text('部署', 'Department'),
  nextStep: text('次の一手', 'Next step'),
  expectedOn: text('決定予定日', 'Expected'),
  amount: text('金額(円)', 'Amount (yen)'),
  probability: text('受注確度', 'Probability'),
  person: text('名前', 'Name'),
  title: text('役職', 'Title'),
  phone: text('電話', 'Phone'),
  email: text('メール', 'E-mail'),
  role: text('役割', 'Role'),
  personState: text('在籍', 'Present'),
  doNotContact: text('連絡不可', 'Do not contact'),
  daysBetween: text('間隔(日)', 'Days between'),
};

/** The text in the cell of a contact who asked not to be contacted. */
export const DO_NOT_CONTACT = PART_COLUMN_LABELS.doNotContact;
