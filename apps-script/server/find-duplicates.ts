/** The search for possible duplicates in the whole register, call by call until it is done. */
import { DUPLICATES_TAB } from '../../functions/domain/register/tabs';
import type { Result } from '../script-api';
import { callFunction } from './call-function';

export interface DuplicatesProgress {
  /** Accounts compared so far. */
  read: number;
  /** Null when all are compared and the tab is written. */
  next: number | null;
  /** Groups on the tab, by how sure they are. */
  groups: { number: number; likely: number; name: number };
}

/** `progress` hears of every call but the last. */
export const findDuplicates = (progress: (read: number) => void): Result<DuplicatesProgress> => {
  for (let from = 0; ; ) {
    const answer = callFunction<DuplicatesProgress>('duplicates', { body: { from } });
    if ('error' in answer || answer.value.next === null) return answer;
    from = answer.value.next;
    progress(answer.value.read);
  }
};

export const activateDuplicatesTab = (): void => {
  SpreadsheetApp.getActiveSpreadsheet().getSheetById(DUPLICATES_TAB)?.activate();
};
