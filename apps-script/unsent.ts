/** Whether anything in the register waits to be sent: remembered, so that asking costs no look at the sheet. */
import { markOf } from '../functions/domain/request-marks';
import { openRegister, readColumn } from './register';

const KEY = 'unsent';
const SECONDS = 600;

export const hintUnsent = (waits: boolean): void =>
  CacheService.getDocumentCache()?.put(KEY, waits ? 'yes' : 'no', SECONDS);

/** How many rows wait; counted only where an edit, or a long time, has made it unsure. */
export const countUnsent = (): number => {
  if (CacheService.getDocumentCache()?.get(KEY) === 'no') return 0;
  const register = openRegister();
  if (register === null) return 0;
  const waiting = readColumn(register, 'requestState').filter((cell) => markOf(cell) === 'unsent').length;
  hintUnsent(waiting > 0);
  return waiting;
};
