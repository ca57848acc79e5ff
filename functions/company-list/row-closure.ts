/** Whether a list says that a company is no more. */
import type { ListRow } from './company-list';

/** 処理区分 of the file of corporate numbers (リソース定義書): closed; closed and merged into another company; both taken back. */
const CLOSED = '21';
const MERGED = '71';
const REVIVED: readonly string[] = ['22', '72'];

/** 登記記録の閉鎖等の事由 */
const REASONS: Readonly<Record<string, string>> = {
  '01': '清算の結了等',
  '11': '合併による解散等',
  '21': '登記官による閉鎖',
  '31': 'その他の清算の結了等',
};

/** Day, reason and successor, as far as the list has them; null for a company that goes on. */
export const companyClosureOf = ({
  closedOn,
  closedReason,
  registryProcess,
  successorNumber,
}: ListRow['values']): string | null => {
  const process = registryProcess?.normalize('NFKC') ?? '';
  const isMerged = process === MERGED && successorNumber !== undefined;
  const isClosed = closedOn !== undefined || process === CLOSED || isMerged;
  if (!isClosed || REVIVED.includes(process)) return null;
  const reason = closedReason === undefined ? undefined : (REASONS[closedReason] ?? closedReason);
  const successor = successorNumber === undefined ? undefined : `→ ${successorNumber}`;
  return [closedOn, reason, successor].filter((part) => part !== undefined).join(' ');
};
