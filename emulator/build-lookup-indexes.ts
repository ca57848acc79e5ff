/** What a lookup waits for is made when the suite starts. */
import { findLookupCandidates } from '../functions/app/find-lookup-candidates';
import { queryByName } from '../functions/domain/lookup/query';
import type { Database } from '../functions/store/firestore';

/**
 * The embedded Firestore builds an index where it is first asked for; of many accounts the lookup's takes seconds, which nobody
 * is to wait for who looks the first company up. Answers what waits until it is done.
 */
export const buildLookupIndexes = (db: Database): (() => Promise<void>) => {
  const built = findLookupCandidates(db, queryByName('索引を作る').question).then(
    () => {},
    // Whoever asks next is told what is wrong.
    () => {},
  );
  return () => built;
};
