/** Failures of Google Sheets as problems that a caller can do something about. */
import { SheetsError } from '../sheets/retry';
import { Problem } from './problems';

export const throwAsSheetProblem = (error: unknown): never => {
  // A request that Sheets finds wrong is a mistake of ours.
  if (!(error instanceof SheetsError) || (error.status === 400 && !error.isAccessDenied)) throw error;
  const { status: sheetsStatus, spreadsheetId, message: reason } = error;
  if (error.isAccessDenied)
    throw new Problem('SHEET_NOT_REACHABLE', { facts: { sheetsStatus, spreadsheetId }, reason });
  throw new Problem('SHEETS_UNAVAILABLE', { facts: { sheetsStatus }, reason });
};
