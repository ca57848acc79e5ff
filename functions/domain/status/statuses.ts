/** The eight account statuses (product specification, section 1) and how people spell them. */
import { type Text, text } from '../text/text';

export const STATUSES = [
  'COLD',
  'WORKING',
  'ACTIVE_OPPORTUNITY',
  'QUARTERLY_CHECK',
  'DEAD_OPPORTUNITY',
  'CURRENT_CLIENT',
  'BAD_FIT',
  'ON_FILE',
] as const;

export type Status = (typeof STATUSES)[number];
export type Bin = 'prospect' | 'nurture' | 'avoid';

interface StatusText {
  number: number;
  label: Text;
  bin: Bin;
  meaning: Text;
  /** Usual spellings beside code, label and number; compared after folding width, case and spaces. */
  aliases: readonly string[];
}

export const STATUS: Readonly<Record<Status, StatusText>> = {
  COLD: {
    number: 1,
    label: text('コールド', 'Cold'),
    bin: 'prospect',
    meaning: text(
      '狙う先として登録しただけで、まだ誰も動いていない。一度でも会った会社は決してここに入らない。',
      'Registered as a target; nobody has acted. Never an account that we have met.',
    ),
    aliases: ['未接触', '新規'],
  },
  WORKING: {
    number: 2,
    label: text('ワーキング', 'Working'),
    bin: 'prospect',
    meaning: text(
      '担当者(IS または FS)が動いている。数週間のうちに実情を確かめる。',
      'A rep (inside or field sales) is acting; the truth is wanted within weeks.',
    ),
    aliases: ['活動中', '接触中'],
  },
  ACTIVE_OPPORTUNITY: {
    number: 3,
    label: text('アクティブ案件', 'Active Opportunity'),
    bin: 'nurture',
    meaning: text(
      '進行中の案件が一つ以上 FS に渡り、追われている。',
      'At least one open opportunity has been passed to field sales, who is pursuing it.',
    ),
    aliases: ['アクティブ', '案件', '案件中', '商談中', 'active'],
  },
  QUARTERLY_CHECK: {
    number: 4,
    label: text('四半期チェック', 'Check Back Quarterly'),
    bin: 'nurture',
    meaning: text(
      '会って課題は合意したが、予算・決裁者・時期のどれかが足りない。条件が整うまで四半期ごとに連絡を続ける。',
      'Met; the need is agreed, but budget, authority or timing is missing: keep contact every quarter until it is there.',
    ),
    aliases: ['四半期チェック案件', '四半期チェックアカウント', '四半期', 'quarterly', 'check back'],
  },
  DEAD_OPPORTUNITY: {
    number: 5,
    label: text('失注案件', 'Dead Opportunity'),
    bin: 'nurture',
    meaning: text(
      '会って失注した。いまは課題の合意がないが、潜在的な課題が見えるので狙う先に残す。',
      'Met and lost; the need is not agreed now, a latent need is visible, so it stays a target.',
    ),
    aliases: ['失注', 'lost', 'dead'],
  },
  CURRENT_CLIENT: {
    number: 6,
    label: text('現在の顧客', 'Current Client'),
    bin: 'avoid',
    meaning: text('自社製品を一つ以上使っている顧客。', 'A customer of at least one of our products.'),
    aliases: ['既存', '既存顧客', '顧客', '現顧客', 'client', 'customer', 'current customer'],
  },
  BAD_FIT: {
    number: 7,
    label: text('不適合', 'Bad Fit'),
    bin: 'avoid',
    meaning: text(
      '顕在・潜在のどちらの課題も、自社のどの製品にも合わない。',
      'Neither an explicit nor a latent need matches any of our products.',
    ),
    aliases: ['対象外', 'アンフィット'],
  },
  ON_FILE: {
    number: 8,
    label: text('登録保存', 'Kept on File'),
    bin: 'avoid',
    meaning: text(
      '消してはならない会社。重複・合併・買収・廃業など。元のステータスは問わない。',
      'Must not be deleted, whatever its status was: a duplicate, a merged, acquired or dissolved company.',
    ),
    aliases: ['保存', 'アーカイブ', '重複', 'archive', 'archived', 'on file', 'duplicate'],
  },
};

const foldSpelling = (spelling: string): string =>
  spelling
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-‐-―ー・.]+/g, '');

const BY_SPELLING: ReadonlyMap<string, Status> = new Map(
  STATUSES.flatMap((status): [string, Status][] => {
    const { number, label, aliases } = STATUS[status];
    return [status, label.ja, label.en, String(number), ...aliases].map((spelling) => [
      foldSpelling(spelling),
      status,
    ]);
  }),
);

/** The status that a person means by a code, a label, a number or a usual spelling, in any width or case; null when unknown. */
export const parseStatus = (spelling: string): Status | null =>
  BY_SPELLING.get(foldSpelling(spelling)) ?? null;
