/** The search for possible duplicates in the whole register, call by call until it is done. */
import type { DuplicatesAnswer } from '../../functions/contract/duplicates';
import { DUPLICATES_TAB } from '../../functions/domain/register/tabs';
import type { Result } from '../script-api';
import { callFunction } from './call-function';

/** `progress` hears of every call but the last. */
export const findDuplicates = (progress: (read: number) => void): Result<DuplicatesAnswer> => {
  for (let from = 0; ; ) {
    const answer = callFunction('duplicates', 'POST', { body: { from } });
    if ('error' in answer || answer.value.next === null) return answer;
    from = answer.value.next;
    progress(answer.value.read);
  }
};

export const activateDuplicatesTab = (): void => {
  SpreadsheetApp.getActiveSpreadsheet().getSheetById(DUPLICATES_TAB)?.activate();
};
