/** The register from the functions: laid out, repaired, and its rows as the store has them. */

import type { LayoutAnswer } from '../../functions/contract/layout';
import { documentProperties } from '../register/document-properties';
import type { Result } from '../script-api';
import { callFunction } from './call-function';
import { withDocumentLock } from './document-lock';

const REFRESHED_AT = 'synced';

/** In milliseconds: no further part of a long refresh is begun after it. What is left comes with the next one. */
const TIME_LIMIT = 240_000;

/** With the turn of the sender, so that nobody writes a row that is about to move. */
export const refresh = (discardRequests = false): Result<LayoutAnswer> =>
  withDocumentLock(() => {
    const until = Date.now() + TIME_LIMIT;
    let answer: Result<LayoutAnswer>;
    do {
      answer = callFunction('layout', 'POST', { body: discardRequests ? { discardRequests } : {} });
    } while ('value' in answer && answer.value.unfinished && Date.now() < until);
    if ('value' in answer) documentProperties().setProperty(REFRESHED_AT, new Date().toISOString());
    return answer;
  });

/** Instant of the last refresh from this sheet, ISO 8601; null before the first. */
export const lastRefresh = (): string | null => documentProperties().getProperty(REFRESHED_AT);
