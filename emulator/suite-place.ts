/**
 * Where the suite is to run: its folder, port, clock and Firestore. What the developer can mend is found out here, and nothing of the
 * suite itself is loaded for it.
 */
import { chooseFirestore, type FirestoreStart } from './choose-firestore';
import { type LocalClock, parseInstant, startClock } from './clock';
import { type DataFolder, openDataFolder } from './data-folder/data-folder';
import { type LocalServer, listenLocally } from './local-server/local-server';
import { toSuiteProblem } from './problems/suite-problem';

export interface PlaceOptions {
  /** Of the functions; 0 takes any free one. */
  port: number;
  /** Null keeps everything in memory. */
  dataDir: string | null;
  /** Removes everything of the suite in the folder first, and only that. */
  reset?: boolean;
  /** A day or an instant. */
  now?: string | null;
  /** HOST:PORT of a running emulator, or which one to start. */
  firestore: string;
}

export interface SuitePlace {
  dataDir: string | null;
  data: DataFolder | null;
  /** It answers that the suite is starting. */
  server: LocalServer;
  clock: LocalClock;
  startFirestore: FirestoreStart;
  stops: Stops;
}

/** What ends the parts, in the order of their starts. */
export type Stops = (() => unknown)[];

export const TEAM_ZONE = 'Asia/Tokyo';

/**
 * The folder is locked and the port listens before anything is written or removed. Throws a SuiteProblem for what the developer can
 * mend: a folder in use, a taken port, a full disk.
 */
export const takePlace = (options: PlaceOptions): Promise<SuitePlace> => {
  const stops: Stops = [];
  return stoppedOnFailure(stops, async () => {
    const { dataDir, port, reset = false, now = null } = options;
    const startFirestore = chooseFirestore(options.firestore);
    const clock = startClock();
    if (now !== null) clock.set(parseInstant(now, TEAM_ZONE));
    const data = dataDir === null ? null : openDataFolder(dataDir, { reset });
    stops.push(() => data?.close());
    const server = await listenLocally(port);
    stops.push(server.stop);
    data?.prepare();
    return { dataDir, data, server, clock, startFirestore, stops };
  });
};

/** Where the start fails, what has been started is stopped, and what the developer can mend is thrown as a SuiteProblem. */
export const stoppedOnFailure = async <T>(stops: Stops, start: () => Promise<T>): Promise<T> => {
  try {
    return await start();
  } catch (error) {
    await stopAll(stops);
    throw toSuiteProblem(error) ?? error;
  }
};

export const stopAll = async (stops: Stops): Promise<void> => {
  for (const stop of stops.splice(0).reverse()) await stop();
};
