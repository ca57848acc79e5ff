/** A process of its own for the kill test: the whole product on a folder; prints where its parts are. */
import { startSuite } from '../../emulator/start-suite';
import { TODAY } from '../suite';

startSuite({ port: 0, dataDir: process.argv[2] ?? '', firestore: 'embedded', now: TODAY }).then(
  ({ functions, firestore, local }) =>
    process.stdout.write(`${JSON.stringify({ functions, firestore, local })}\n`),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
