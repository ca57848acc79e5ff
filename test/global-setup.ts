import { offerOfficialFirestore } from './official-firestore';

/** What the suites of a run share; global-teardown.ts ends it. */
export default async (): Promise<void> => {
  const end = await offerOfficialFirestore();
  Object.assign(globalThis, { endOfRun: end });
};
