/** The local suite in a process of its own, on a data folder; tells the process that forked it where it listens, and ends with it. */
import { keepHeapSmall } from '../../emulator/heap-growth';
import { startSuite } from '../../emulator/start-suite';

const [dataDir = null] = process.argv.slice(2);
// As `npm start` does.
keepHeapSmall();

startSuite({ port: 0, dataDir, firestore: 'embedded', write: () => undefined }).then(
  ({ functions, local, adminEmail, stop }) => {
    process.send?.({ functions, local, adminEmail });
    const end = (): void => void stop().finally(() => process.exit());
    process.once('disconnect', end).once('SIGTERM', end);
  },
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
