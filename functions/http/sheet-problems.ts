/**
 * Failures of Google Sheets as problems that a caller can do something about.
 * Not verified against Google: by which words Google tells an API that is off, a scope that is missing, sharing that is banned, a
 * policy and a sheet that is not shared.
 */
import { SheetsError } from '../sheets/retry';
import { Problem } from './problem';

const SETUP_PROBLEMS = {
  api: 'SHEETS_API_OFF',
  scope: 'SHEETS_SCOPE_MISSING',
  sharing: 'SHEETS_SHARING_BANNED',
  policy: 'SHEETS_POLICY_FORBIDS',
} as const;

export const throwAsSheetProblem = (error: unknown): never => {
  // A request that Sheets finds wrong is a mistake of ours.
  if (!(error instanceof SheetsError) || (error.status === 400 && !error.isAccessDenied)) throw error;
  const { status: sheetsStatus, spreadsheetId, message: reason } = error;
  if (error.missingSetup !== null) throw new Problem(SETUP_PROBLEMS[error.missingSetup], reason);
  if (error.isAccessDenied)
    throw new Problem({ code: 'SHEET_NOT_REACHABLE', sheetsStatus, spreadsheetId }, reason);
  throw new Problem({ code: 'SHEETS_UNAVAILABLE', sheetsStatus }, reason);
};
