/** Whether anything in the register waits to be sent: remembered, so that asking costs no look at the sheet. */
import { markOf } from '../../functions/domain/register/request-marks';
import { openRegister, readColumn } from './register-sheet';

const CACHE_KEY = 'unsent';
const CACHE_SECONDS = 600;

export const setPendingHint = (waits: boolean): void =>
  CacheService.getDocumentCache()?.put(CACHE_KEY, waits ? 'yes' : 'no', CACHE_SECONDS);

/** False where surely nothing waits. */
export const mayBePending = (): boolean => CacheService.getDocumentCache()?.get(CACHE_KEY) !== 'no';

/** How many rows wait, whoever typed them; counted only where an edit, or a long time, has made it unsure. */
export const countPending = (): number => {
  if (!mayBePending()) return 0;
  const register = openRegister();
  if (register === null) return 0;
  const waiting = readColumn(register, 'requestState').filter((cell) => markOf(cell) === 'unsent').length;
  setPendingHint(waiting > 0);
  return waiting;
};
