/** The facts of lives, as the tests need them. */
import type { HistoryEntry } from '../../../../functions/domain/account/history';
import { addEntry, type HistoryFacts, noFacts } from '../../../../functions/domain/statistics/account-facts';

export const factsOf = (
  history: readonly HistoryEntry[],
  id = history[0]?.accountId ?? 'acc-1',
): HistoryFacts => history.reduce(addEntry, noFacts(id));
