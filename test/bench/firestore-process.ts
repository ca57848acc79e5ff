/** The embedded Firestore in a process of its own; tells the process that forked it where it listens, and ends with it. */
import { startFirestore } from '../../emulator/firestore/server';

process.once('disconnect', () => process.exit());
startFirestore().then(
  ({ host }) => process.send?.(host),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
