/** The check of the whole store, call by call until all is read. */
import type { CheckAnswer } from '../../functions/contract/check';
import type { Result, StoreCheck } from '../script-api';
import { callFunction } from './call-function';

/** `progress` hears of every call but the last. */
export const checkStore = (progress: (read: number) => void): Result<StoreCheck> => {
  const findings: CheckAnswer['findings'][number][] = [];
  let [read, found] = [0, 0];
  for (let from: string | null = null; ; ) {
    const answer: Result<CheckAnswer> = callFunction('check', 'POST', { body: { from } });
    if ('error' in answer) return answer;
    const { checked, next }: CheckAnswer = answer.value;
    for (const count of Object.values(checked)) read += count;
    found += answer.value.found;
    findings.push(...answer.value.findings);
    if (next === null) return { value: { read, found, findings } };
    from = next;
    progress(read);
  }
};
