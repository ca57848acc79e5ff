/** A process of its own for the kill test: the embedded Firestore on a folder and a port, which it prints. */
import { startFirestore } from '../../../emulator/firestore/server';

const [, , dataDir = '', port = '0'] = process.argv;

startFirestore({ dataDir, port: Number(port) }).then(
  (running) => process.stdout.write(`${running.port}\n`),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
