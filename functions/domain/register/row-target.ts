/** What a link of a generated tab leads to: the row of an account or of a finding, wherever people have moved it since. */
import type { ClassifiedRow } from './classify-row';
import type { FindingKind, RegisterFinding } from './findings';
import { cellText } from './sheet-row';

/** Names the row by what it says, never by its position, which changes. */
export interface RowTarget {
  /** What was found in the row; null where the account's own row is meant. */
  finding: FindingKind | null;
  /** Empty for a draft. */
  accountId: string;
  /** The company name in the row, by which drafts and several rows of one account are told apart; else empty. */
  company: string;
}

/** The URL of a link to the row; undefined where the functions have no address that links could have. */
export type MakeRowLink = (target: RowTarget) => string | undefined;

export const accountTarget = (accountId: string): RowTarget => ({ finding: null, accountId, company: '' });

/** The target of a finding; null for a row that cannot be told from another one like it. */
export const findingTarget = ({ kind, accountId, company }: RegisterFinding): RowTarget | null => {
  switch (kind) {
    case 'nameless':
    case 'table':
    case 'leftOut':
    case 'lateJob':
      return null;
    case 'conflict':
    case 'withdrawn':
    case 'unreadable':
    case 'moved':
    case 'decide':
    case 'dropOut':
    case 'closed':
      return accountTarget(accountId);
    default:
      return { finding: kind, accountId, company };
  }
};

/**
 * The row, counted from 1; null where it is gone. A finding that somebody has put right since leads to the row of its account.
 * An account whose ID was typed over is known by the mirror; a row of which it cannot be told which company it is, is nobody's.
 */
export const targetRow = (
  rows: readonly ClassifiedRow[],
  { finding, accountId, company }: RowTarget,
): number | null => {
  const exact = rows.find(
    ({ row, as }) =>
      as.kind === finding && accountIdOf(as) === accountId && cellText(row, 'name') === company,
  );
  if (exact !== undefined || finding === 'draft') return exact?.row.row ?? null;
  const rowOfKind = (...kinds: ClassifiedRow['as']['kind'][]): number | undefined =>
    rows.find(({ as }) => kinds.includes(as.kind) && accountIdOf(as) === accountId)?.row.row;
  return rowOfKind('account', 'unwritten') ?? rowOfKind('idTypedOver', 'unknown') ?? null;
};

const accountIdOf = (as: ClassifiedRow['as']): string => ('accountId' in as ? as.accountId : '');
