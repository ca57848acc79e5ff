/** The tab of the contacts in words. */
import type { ContactLink } from '../domain/account/account';
import { PART_COLUMN_LABELS } from '../domain/queue/part-column-texts';
import { REQUEST_STATE_LABEL } from '../domain/register/request-marks';
import { counted } from '../domain/text/counted';
import { type Text, text } from '../domain/text/text';

export const CONTACTS_TITLE = text('担当者', 'Contacts');

export const CONTACT_HEADINGS = {
  name: text('会社名', 'Company'),
  person: PART_COLUMN_LABELS.person,
  department: PART_COLUMN_LABELS.department,
  title: PART_COLUMN_LABELS.title,
  role: PART_COLUMN_LABELS.role,
  phone: PART_COLUMN_LABELS.phone,
  email: PART_COLUMN_LABELS.email,
  personState: PART_COLUMN_LABELS.personState,
  doNotContact: PART_COLUMN_LABELS.doNotContact,
  daysBetween: PART_COLUMN_LABELS.daysBetween,
  last: text('最終連絡(いつ・手段・自社)', 'Last contact (when, how, by)'),
  owner: text('自社の担当', 'Our owner'),
  request: REQUEST_STATE_LABEL,
  basis: text('行の基準', 'What the row was made from'),
};

interface Figures {
  rows: number;
  accounts: number;
  hasMore: boolean;
}

export const contactsHead = ({ rows, accounts, hasMore }: Figures): Text => {
  if (rows === 0) return text('登録された担当者はまだいません。', 'No contact has been registered yet.');
  const bound = hasMore
    ? text(
        `最近変更された ${accounts} 社の担当者 ${rows} 人(ほかの会社はサイドバーで)。`,
        `${counted(rows, 'contact')} of the ${counted(accounts, 'account')} changed last; others are in the sidebar.`,
      )
    : text(`担当者 ${rows} 人。`, `${counted(rows, 'contact')}.`);
  return text(
    `${bound.ja}名前から間隔までのセルを変えると申請になります。`,
    `${bound.en} A change of a cell from name to days between is a request.`,
  );
};

export const waitsUntilText = (date: string): Text => text(`次は ${date} から`, `Not before ${date}`);

/** Of a change of job, at the company before and at the one after. */
export const wentToText = ({ company, on }: ContactLink): Text =>
  text(`${company}へ転職(${on})`, `Went to ${company} (${on})`);
export const cameFromText = ({ company, on }: ContactLink): Text =>
  text(`${company}から(${on})`, `From ${company} (${on})`);

/** Instead of the last contact of a row that is not listed any more. */
export const NOT_LISTED = text(
  'この一覧にはもうありませんが、入力が未送信です。送ると、次の更新で消えます。',
  'Not listed any more, but what was typed here is not sent: once it is, the next run takes the row away.',
);

export const contactsViewTitle = (name: string): Text => text(`${name}: 担当者`, `${name}: contacts`);
