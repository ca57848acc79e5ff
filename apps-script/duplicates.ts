/** The search for possible duplicates in the whole register, call by call until it is done. */
import { DUPLICATES_TAB } from '../functions/domain/register-tabs';
import { callFunction } from './functions';
import type { Told } from './told';

export interface FoundDuplicates {
  /** Accounts compared so far. */
  read: number;
  /** Null when all are compared and the tab is written. */
  next: number | null;
  /** Groups on the tab, by how sure they are. */
  groups: { number: number; likely: number; name: number };
}

/** `progress` hears of every call but the last. */
export const findDuplicates = (progress: (read: number) => void): Told<FoundDuplicates> => {
  for (let from = 0; ; ) {
    const answer = callFunction<FoundDuplicates>('duplicates', { body: { from } });
    if ('trouble' in answer || answer.told.next === null) return answer;
    from = answer.told.next;
    progress(answer.told.read);
  }
};

export const showDuplicates = (): void => {
  SpreadsheetApp.getActiveSpreadsheet().getSheetById(DUPLICATES_TAB)?.activate();
};
