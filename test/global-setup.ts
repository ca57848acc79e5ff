import { offerOfficialFirestore } from './official-firestore';

/**
 * For the workers, which inherit it: where the young objects of a whole request find room, they are gone before the collector
 * looks at them. With Node's 16 MB an eighth of a run is spent on collecting.
 */
const MORE_ROOM_FOR_YOUNG_OBJECTS = '--max-semi-space-size=32';

/** What the suites of a run share; global-teardown.ts ends it. */
export default async (): Promise<void> => {
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, MORE_ROOM_FOR_YOUNG_OBJECTS]
    .filter(Boolean)
    .join(' ');
  const end = await offerOfficialFirestore();
  Object.assign(globalThis, { endOfRun: end });
};
