/** The register from the functions: laid out, repaired, and its rows as the store has them. */
import { callFunction } from './functions';
import { withTurn } from './send';
import type { Told } from './told';
import { hintUnsent } from './unsent';

/** What the functions did; `toCheck` rows stand on the tab of what they could not repair. */
export interface Refreshed {
  written: number;
  appended: number;
  pending: number;
  drafts: number;
  toCheck: number;
}

const SYNCED = 'synced';

/** With the turn of the sender, so that nobody writes a row that is about to move. */
export const refresh = (discardRequests = false): Told<Refreshed> =>
  withTurn(() => {
    const answer = callFunction<Refreshed>('layout', { body: discardRequests ? { discardRequests } : {} });
    if ('told' in answer) {
      PropertiesService.getDocumentProperties().setProperty(SYNCED, new Date().toISOString());
      hintUnsent(answer.told.pending > 0);
    }
    return answer;
  });

/** Instant of the last refresh from this sheet, ISO 8601; null before the first. */
export const lastSync = (): string | null => PropertiesService.getDocumentProperties().getProperty(SYNCED);
