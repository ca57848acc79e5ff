/** One row of a list as an import request, and what became of it. */
import type { ListProblem } from '../company-list/list-problems';
import type { Account } from '../domain/account/account';
import type { HistoryEntry } from '../domain/account/history';
import { createsAccount } from '../domain/account/undo-obstacle';
import { type Revision, revisionOf } from '../domain/commands/import-revision';
import type { Status } from '../domain/status/statuses';
import type { DecidedRow } from './list-choices';
import type { MatchedRow, UndecidedRow } from './match-import-rows';
import type { BatchRequest, SubmitResult } from './submission';

export type ImportRowResult =
  | {
      line: number;
      requestId: string;
      /** As the list has it. */
      name: string;
      /** As the list has it; null where it says nothing. */
      status: Status | null;
      /** The account before the row; null for a company that the register did not have. */
      before: Account | null;
      /** Null where nobody had to decide which company it is. */
      decided: DecidedRow | null;
      /** What the list says of the end of a company that is no more; null for all others. */
      closure: string | null;
      /** What the row says differently; null for a new company. */
      revision: Revision | null;
      result: SubmitResult;
    }
  | { problem: ListProblem }
  | UndecidedRow;

/** A row that was sent to its account. */
export type DecidedRowResult = Extract<ImportRowResult, { result: unknown }>;

/** How the rows of a list that is here already are taken. */
export interface ImportTerms {
  batch: string;
  /** The list came again. */
  revises: boolean;
  /** Its statuses are applied to accounts that are here already. */
  appliesStatus: boolean;
}

/** The same row of the same batch, decided in the same way, is the same request: sent again, it has one effect. */
const rowRequestId = (
  { line, accountId, decided }: MatchedRow,
  { batch, appliesStatus }: ImportTerms,
): string =>
  [batch, line, ...(decided === undefined ? [] : [accountId]), ...(appliesStatus ? ['status'] : [])].join(
    ':',
  );

export const importRequestOf = (match: MatchedRow, terms: ImportTerms): BatchRequest => {
  const { row, accountId } = match;
  const { appliesStatus } = terms;
  const revises = mayRevise(match, terms);
  return {
    requestId: rowRequestId(match, terms),
    accountId,
    expectedVersion: null,
    command: {
      type: 'import',
      row: { ...row, ...(revises ? { revises } : {}), ...(appliesStatus ? { appliesStatus } : {}) },
    },
    batch: terms.batch,
  };
};

const mayRevise = ({ keepsName }: MatchedRow, { revises }: ImportTerms): boolean =>
  revises && keepsName === undefined;

export const importRowResultOf = (
  match: MatchedRow,
  result: SubmitResult,
  terms: ImportTerms,
): DecidedRowResult => {
  const { line, row, account } = match;
  const revises = mayRevise(match, terms);
  return {
    line,
    requestId: rowRequestId(match, terms),
    name: row.details.name,
    status: row.status ?? null,
    before: account,
    decided: match.decided ?? null,
    closure: match.closure ?? null,
    revision: account === null ? null : revisionOf(account, { ...row, revises }),
    result,
  };
};

/** As the row's entry tells it, where another client of the same run has done the row: so it counts as done, once. */
export const asDoneByRun = (row: DecidedRowResult, entry: HistoryEntry): DecidedRowResult => {
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

/** The rows that were decided and are in, or would be. */
export const decidedOf = (results: readonly ImportRowResult[]): DecidedRow[] =>
  results.flatMap((row) =>
    'result' in row && row.decided !== null && !('refusal' in row.result) ? row.decided : [],
  );
