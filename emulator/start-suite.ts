/** Starts the whole product on this machine. It is loaded only once it has its place: what hinders the start is told at once. */
import type { PartOptions, Suite } from './suite';
import { type PlaceOptions, stoppedOnFailure, takePlace } from './suite-place';

export type SuiteOptions = PlaceOptions & PartOptions;

/** Throws a SuiteProblem for what the developer can mend; nothing runs on then. */
export const startSuite = async (options: SuiteOptions): Promise<Suite> => {
  const place = await takePlace(options);
  return stoppedOnFailure(place.stops, async () => {
    const { startParts } = await import('./suite');
    return startParts(place, options);
  });
};
