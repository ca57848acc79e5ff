/** The columns of the register, found by their keys wherever people put them; their hidden mirrors stand at the right end. */
import { type Text, text } from '../text/text';

/** Cells that people may edit: what differs from its mirror is a request. */
export const EDITABLE = ['status', 'owner', 'nextCheck', 'awaitedCondition', 'contact'] as const;
export type EditableKey = (typeof EDITABLE)[number];

/** What was written last: the ID and the name tell a torn row, the others a request. */
const MIRRORED = ['id', 'version', 'name', ...EDITABLE] as const;
export type MirrorKey = `mirror.${(typeof MIRRORED)[number]}`;

export const DAY_COUNTS = ['daysInStatus', 'daysSinceContact', 'daysUntilCheck'] as const;

interface ShownColumn {
  label: Text;
  /** What it is and who writes it. */
  note: Text;
  holds: 'words' | 'date' | 'number';
  /** Pixels. */
  width: number;
  writtenBy: 'people' | 'hachi';
}

const BY_PEOPLE = text(
  '書き換えると申請になり、送信後に判定されます。',
  'Editing it makes a request, which is decided when it is sent.',
);
const BY_HACHI = text(
  'Hachi が書き込みます。ここに入力したものは残りません。',
  'Written by Hachi: what is typed here does not stay.',
);

const column = (
  writtenBy: ShownColumn['writtenBy'],
  label: Text,
  meaning: Text,
  width: number,
  holds: ShownColumn['holds'] = 'words',
): ShownColumn => {
  const by = writtenBy === 'people' ? BY_PEOPLE : BY_HACHI;
  return {
    label,
    note: text(`${meaning.ja}\n${by.ja}`, `${meaning.en}\n${by.en}`),
    holds,
    width,
    writtenBy,
  };
};

export const SHOWN_COLUMNS = {
  id: column(
    'hachi',
    text('アカウント ID', 'Account ID'),
    text('行がどのアカウントかを示す。', 'Says which account the row is.'),
    120,
  ),
  name: column('hachi', text('会社名', 'Company'), text('登録された会社名。', 'Name as registered.'), 240),
  status: column(
    'people',
    text('ステータス', 'Status'),
    text('八つのアカウントステータスの一つ。', 'One of the eight account statuses.'),
    140,
  ),
  owner: column(
    'people',
    text('担当', 'Owner'),
    text('アカウントを担当するメンバー。', 'The member who looks after the account.'),
    120,
  ),
  nextCheck: column(
    'people',
    text('次回確認日', 'Next check'),
    text('次に連絡する日。', 'The day of the next contact.'),
    110,
    'date',
  ),
  awaitedCondition: column(
    'people',
    text('待っている条件', 'Awaited condition'),
    text('何がそろえば案件になるか。', 'What has to happen before it becomes a deal.'),
    240,
  ),
  contact: column(
    'people',
    text('窓口', 'Contact'),
    text('連絡を続けている相手。', 'The person whom we keep in touch with.'),
    120,
  ),
  lastContact: column(
    'hachi',
    text('最終連絡日', 'Last contact'),
    text('双方向の連絡が最後にあった日。', 'The day of the last two-way contact.'),
    110,
    'date',
  ),
  lastContactWith: column(
    'hachi',
    text('連絡の相手', 'With'),
    text('最後に話した相手。', 'Whom we last spoke with.'),
    120,
  ),
  statusSince: column(
    'hachi',
    text('ステータス開始日', 'Status since'),
    text('今のステータスになった日。', 'The day on which the status began.'),
    110,
    'date',
  ),
  daysInStatus: column(
    'hachi',
    text('経過日数', 'Days in status'),
    text('今のステータスになってからの日数。', 'Days since the status began.'),
    80,
    'number',
  ),
  daysSinceContact: column(
    'hachi',
    text('連絡からの日数', 'Days since contact'),
    text('最後の連絡からの日数。', 'Days since the last contact.'),
    80,
    'number',
  ),
  daysUntilCheck: column(
    'hachi',
    text('確認までの日数', 'Days until check'),
    text('次回確認日までの日数。マイナスは超過。', 'Days until the next check; below zero it is overdue.'),
    80,
    'number',
  ),
  openOpportunities: column(
    'hachi',
    text('進行中の案件', 'Open opportunities'),
    text('進行中の案件の数。', 'How many opportunities are open.'),
    80,
    'number',
  ),
  products: column(
    'hachi',
    text('利用中の製品', 'Products in use'),
    text('この会社が使っている自社製品。', 'Our products that the company uses.'),
    140,
  ),
  pending: column(
    'hachi',
    text('承認待ち', 'Pending'),
    text(
      'マネージャーの承認を待つ移動先。登録が取り消された行もここに示す。',
      'The status that waits for a manager; also says where a registration was taken back.',
    ),
    140,
  ),
  debts: column('hachi', text('要補完', 'To fill in'), text('足りない情報。', 'What is still missing.'), 200),
  requestState: column(
    'hachi',
    text('申請の状態', 'Request'),
    text('未送信の申請、または差し戻しの理由。', 'A request that is not sent yet, or why one was refused.'),
    160,
  ),
} as const satisfies Record<string, ShownColumn>;

export type ShownKey = keyof typeof SHOWN_COLUMNS;
export type ColumnKey = ShownKey | MirrorKey;

export const SHOWN_KEYS = Object.keys(SHOWN_COLUMNS) as ShownKey[];
export const MIRROR_KEYS: readonly MirrorKey[] = MIRRORED.map((key): MirrorKey => `mirror.${key}`);
/** In the order of a new register. */
export const COLUMN_KEYS: readonly ColumnKey[] = [...SHOWN_KEYS, ...MIRROR_KEYS];

const isShown = (key: ColumnKey): key is ShownKey => key in SHOWN_COLUMNS;

const MIRROR_NOTE = text(
  'Hachi が最後に書き込んだ値の控え。削除しないでください。',
  'What Hachi wrote last: please do not delete it.',
);

export const columnOf = (key: ColumnKey): ShownColumn => {
  if (isShown(key)) return SHOWN_COLUMNS[key];
  const of = key.slice('mirror.'.length);
  const { ja, en } =
    of === 'version'
      ? text('版', 'Version')
      : SHOWN_COLUMNS[of as Exclude<typeof of, 'version'> & ShownKey].label;
  return {
    label: text(`控え:${ja}`, `Mirror: ${en}`),
    note: MIRROR_NOTE,
    holds: 'words',
    width: 80,
    writtenBy: 'hachi',
  };
};

/** Nobody needs to see them. */
export const isHidden = (key: ColumnKey): boolean => key === 'id' || !isShown(key);
