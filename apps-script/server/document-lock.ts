/**
 * Who writes into the register holds the lock of the spreadsheet.
 * Not verified against Google: how long others wait for the lock while many people edit.
 */
import { SCRIPT_MESSAGES } from '../messages';
import type { Result } from '../script-api';

/** In milliseconds. */
const LOCK_TIMEOUT = 20_000;

/** One sender at a time; whoever waited finds sent what the other one sent. */
export const withDocumentLock = <T>(act: () => Result<T>): Result<T> => {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_TIMEOUT)) return { error: { code: 'BUSY', message: SCRIPT_MESSAGES.busy } };
  try {
    return act();
  } finally {
    SpreadsheetApp.flush();
    lock.releaseLock();
  }
};
