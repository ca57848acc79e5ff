/** One row of a list as an import request, and what became of it. */
import type { ListProblem } from '../company-list/list-problems';
import type { Account } from '../domain/account/account';
import type { HistoryEntry } from '../domain/account/history';
import { createsAccount } from '../domain/account/undo-obstacle';
import { type Revision, revisionOf } from '../domain/commands/import-revision';
import type { MatchedRow } from './match-import-rows';
import type { BatchRequest, SubmitResult } from './submission';

export type ImportRowResult =
  | {
      line: number;
      /** As the list has it. */
      name: string;
      /** The account before the row; null for a company that the register did not have. */
      before: Account | null;
      /** What the row says differently; null for a new company. */
      revision: Revision | null;
      result: SubmitResult;
    }
  | { problem: ListProblem };

/** The same row of the same batch is the same request: sent again, it has one effect. */
export const rowRequestId = (batch: string, line: number): string => `${batch}:${line}`;

/** `revises`: the list came again. */
export const importRequestOf = (
  { row, line, accountId }: MatchedRow,
  batch: string,
  revises: boolean,
): BatchRequest => ({
  requestId: rowRequestId(batch, line),
  accountId,
  expectedVersion: null,
  command: { type: 'import', row: revises ? { ...row, revises } : row },
  batch,
});

export const importRowResultOf = (
  { line, row, account }: MatchedRow,
  result: SubmitResult,
  revises: boolean,
): ImportRowResult => ({
  line,
  name: row.details.name,
  before: account,
  revision: account === null ? null : revisionOf(account, { ...row, revises }),
  result,
});

/** As the row's entry tells it, where another client of the same run has done the row: so it counts as done, once. */
export const asDoneByRun = (
  row: Exclude<ImportRowResult, { problem: unknown }>,
  entry: HistoryEntry,
): ImportRowResult => {
  const { before, revision, result } = row;
  if ('refusal' in result) return row;
  if (createsAccount(entry))
    return { ...row, before: null, revision: null, result: { ...result, effect: 'created' } };
  const changes = entry.events.flatMap((event) => event.changes);
  const name = changes.find((change) => change.path === 'name');
  const number = changes.find((change) => change.path === 'corporateNumber');
  return {
    ...row,
    before: before && {
      ...before,
      name: name?.before ?? before.name,
      corporateNumber: number === undefined ? before.corporateNumber : number.before,
    },
    revision: revision && {
      ...revision,
      name: name?.after ?? null,
      // Only in place of another one.
      corporateNumber: number?.before == null ? null : number.after,
    },
    result: { ...result, effect: 'changed' },
  };
};
