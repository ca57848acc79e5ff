/** Failures of Google Sheets as problems that a caller can do something about. */
import { SheetsError } from '../sheets/retry';
import { Problem } from './problem';

export const throwAsSheetProblem = (error: unknown): never => {
  // A request that Sheets finds wrong is a mistake of ours.
  if (!(error instanceof SheetsError) || (error.status === 400 && !error.isAccessDenied)) throw error;
  const { status: sheetsStatus, spreadsheetId, message: reason } = error;
  if (error.isAccessDenied)
    throw new Problem({ code: 'SHEET_NOT_REACHABLE', sheetsStatus, spreadsheetId }, reason);
  throw new Problem({ code: 'SHEETS_UNAVAILABLE', sheetsStatus }, reason);
};
