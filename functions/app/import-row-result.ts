/** One row of a list as an import request, and what became of it. */
import type { ListProblem } from '../company-list/list-problems';
import type { Account } from '../domain/account/account';
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

/** The same row of the same batch is the same request: sent again, it has one effect. `revises`: the list came again. */
export const importRequestOf = (
  { row, line, accountId }: MatchedRow,
  batch: string,
  revises: boolean,
): BatchRequest => ({
  requestId: `${batch}:${line}`,
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
