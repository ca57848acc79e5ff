/** Failures of Google Sheets as problems that a caller can do something about. */
import { SheetsFailed } from '../sheets/failures';
import { Problem } from './problems';

export const asSheetProblem = (error: unknown): never => {
  // A request that Sheets finds wrong is a mistake of ours.
  if (!(error instanceof SheetsFailed) || (error.status === 400 && !error.isBarred)) throw error;
  const { status: sheetsStatus, spreadsheetId, message: reason } = error;
  if (error.isBarred)
    throw new Problem('SHEET_NOT_REACHABLE', { facts: { sheetsStatus, spreadsheetId }, reason });
  throw new Problem('SHEETS_UNAVAILABLE', { facts: { sheetsStatus }, reason });
};
