/** Reads a status as people write it. */
import { STATUS, STATUSES, type Status } from './statuses';

/** Usual spellings beside code, label and number. */
export const STATUS_ALIASES: Readonly<Record<Status, readonly string[]>> = {
  COLD: ['未接触', '新規'],
  WORKING: ['活動中', '接触中'],
  ACTIVE_OPPORTUNITY: ['アクティブ', '案件', '案件中', '商談中', 'active'],
  QUARTERLY_CHECK: ['四半期チェック案件', '四半期チェックアカウント', '四半期', 'quarterly', 'check back'],
  DEAD_OPPORTUNITY: ['失注', 'lost', 'dead'],
  CURRENT_CLIENT: ['既存', '既存顧客', '顧客', '現顧客', 'client', 'customer', 'current customer'],
  BAD_FIT: ['対象外', 'アンフィット'],
  ON_FILE: ['保存', 'アーカイブ', '重複', 'archive', 'archived', 'on file', 'duplicate'],
};

const foldSpelling = (spelling: string): string =>
  spelling
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-‐-―ー・.]+/g, '');

const BY_SPELLING: ReadonlyMap<string, Status> = new Map(
  STATUSES.flatMap((status): [string, Status][] => {
    const { number, label } = STATUS[status];
    return [status, label.ja, label.en, String(number), ...STATUS_ALIASES[status]].map((spelling) => [
      foldSpelling(spelling),
      status,
    ]);
  }),
);

/** The status that a person means by a code, a label, a number or a usual spelling, in any width or case; null when unknown. */
export const parseStatus = (spelling: string): Status | null =>
  BY_SPELLING.get(foldSpelling(spelling)) ?? null;
