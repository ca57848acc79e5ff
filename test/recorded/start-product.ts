/**
 * Starts the whole product in this process. This is the only file of the recording that imports anything of the product:
 * all else speaks to it over HTTP. When the start-up moves or changes its name, this file alone follows.
 */
import type { Firestore } from '@google-cloud/firestore';
import { startSuite } from '../../emulator/start-suite';

export interface Product {
  /** Name of an HTTP function → its URL. */
  functions: Readonly<Record<string, string>>;
  /** Of the Sheets API that holds the two spreadsheets; ends in a slash. */
  sheetsRoot: string;
  /** What the product has stored. */
  firestore: Firestore;
  /** An identity token of that person. */
  tokenOf: (email: string) => Promise<string>;
  setClock: (instant: Date) => void;
  stop: () => Promise<void>;
}

/** A failure of the product tells more in its log than in its answer. */
const shown = (line: string): void => {
  if (line.includes('"severity":"ERROR"')) process.stderr.write(`${line}\n`);
};

/** Starts empty, on the embedded Firestore, with everything in memory. */
export const startProduct = async (): Promise<Product> => {
  const suite = await startSuite({ port: 0, dataDir: null, firestore: 'embedded', write: shown });
  return {
    functions: suite.functions,
    sheetsRoot: suite.sheets.rootUrl,
    firestore: suite.service.db,
    tokenOf: (email) => suite.identity.issue({ email }),
    setClock: (instant) => suite.clock.set(instant),
    stop: suite.stop,
  };
};
