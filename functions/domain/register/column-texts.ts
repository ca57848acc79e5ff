/** The headings of the register's columns and the notes on them. */
import { type Text, text } from '../text/text';
import type { ShownKey } from './column-keys';
import { REQUEST_STATE_LABEL } from './request-marks';

/** `meaning` says what stands in the column. */
export const COLUMN_TEXTS = {
  id: {
    label: text('アカウント ID', 'Account ID'),
    meaning: text('行がどのアカウントかを示す。', 'Says which account the row is.'),
  },
  name: {
    label: text('会社名', 'Company'),
    meaning: text(
      '登録された会社名。書き換えると社名変更の申請になり、旧社名も残ります。',
      'Name as registered. Typed over, it asks for a change of name; the former one is kept.',
    ),
  },
  status: {
    label: text('ステータス', 'Status'),
    meaning: text('八つのアカウントステータスの一つ。', 'One of the eight account statuses.'),
  },
  owner: {
    label: text('担当', 'Owner'),
    meaning: text('アカウントを担当するメンバー。', 'The member who looks after the account.'),
  },
  nextCheck: {
    label: text('次回確認日', 'Next check'),
    meaning: text('次に連絡する日。', 'The day of the next contact.'),
  },
  awaitedCondition: {
    label: text('待っている条件', 'Awaited condition'),
    meaning: text('何がそろえば案件になるか。', 'What has to happen before it becomes a deal.'),
  },
  contact: {
    label: text('窓口', 'Contact'),
    meaning: text('連絡を続けている在籍者。', 'The person there whom we keep in touch with.'),
  },
  lastContact: {
    label: text('最終連絡日', 'Last contact'),
    meaning: text('双方向の連絡が最後にあった日。', 'The day of the last two-way contact.'),
  },
  lastContactWith: {
    label: text('連絡の相手', 'With'),
    meaning: text('最後に話した相手。', 'Whom we last spoke with.'),
  },
  statusSince: {
    label: text('ステータス開始日', 'Status since'),
    meaning: text('今のステータスになった日。', 'The day on which the status began.'),
  },
  daysInStatus: {
    label: text('経過日数', 'Days in status'),
    meaning: text('今のステータスになってからの日数。', 'Days since the status began.'),
  },
  daysSinceContact: {
    label: text('連絡からの日数', 'Days since contact'),
    meaning: text('最後の連絡からの日数。', 'Days since the last contact.'),
  },
  daysUntilCheck: {
    label: text('確認までの日数', 'Days until check'),
    meaning: text(
      '次回確認日までの日数。マイナスは超過。',
      'Days until the next check; below zero it is overdue.',
    ),
  },
  openOpportunities: {
    label: text('進行中の案件', 'Open opportunities'),
    meaning: text('進行中の案件の数。', 'How many opportunities are open.'),
  },
  products: {
    label: text('利用中の製品', 'Products in use'),
    meaning: text('この会社が使っている自社製品。', 'Our products that the company uses.'),
  },
  pending: {
    label: text('承認待ち', 'Pending'),
    meaning: text(
      'マネージャーの承認を待つ移動先。登録が取り消された行もここに示す。',
      'The status that waits for a manager; also says where a registration was taken back.',
    ),
  },
  debts: {
    label: text('要補完', 'To fill in'),
    meaning: text('足りない情報。', 'What is still missing.'),
  },
  quickEntry: {
    label: text('ひとこと入力', 'Quick entry'),
    meaning: text(
      '「電話 不在」「面談 10/3 佐藤様 来週見積」「>4 2027-02-10 予算待ち」のように一行で記録・申請する。',
      'One line: "call no answer", "meeting 10/3 with Sato quote", ">4 2027-02-10 budget".',
    ),
  },
  requestState: {
    label: REQUEST_STATE_LABEL,
    meaning: text(
      '未送信の申請、または差し戻しの理由。',
      'A request that is not sent yet, or why one was refused.',
    ),
  },
} as const satisfies Record<ShownKey, { label: Text; meaning: Text }>;

/** Who writes in the column, as its note says it. */
export const WRITER_TEXTS = {
  people: text(
    '書き換えると申請になり、送信後に判定されます。',
    'Editing it makes a request, which is decided when it is sent.',
  ),
  hachi: text(
    'Hachi が書き込みます。ここに入力したものは残りません。',
    'Written by Hachi: what is typed here does not stay.',
  ),
};

export const VERSION_LABEL = text('版', 'Version');

export const mirrorLabel = ({ ja, en }: Text): Text => text(`控え:${ja}`, `Mirror: ${en}`);

export const MIRROR_NOTE = text(
  'Hachi が最後に書き込んだ値の控え。削除しないでください。',
  'What Hachi wrote last: please do not delete it.',
);
