/** A process of its own, which Node.js ends where a failure is nobody's: the check, with its Firestore gone at each of its calls. */
import { startFirestore } from '../../../emulator/firestore/server';
import { runCheckJob } from '../../../functions/app/check-job';
import { freshClient } from '../../firestores';
import { CutWire } from '../../torture/cut-wire';
import { startFirestoreProxy } from '../../torture/firestore-proxy';

const main = async (): Promise<void> => {
  const firestore = await startFirestore();
  const wire = new CutWire();
  const proxy = await startFirestoreProxy(firestore.host, wire);
  const db = freshClient(proxy.host);
  const check = () => runCheckJob(new Date(), db, null, () => false);
  await check();
  const calls = wire.count;
  let failed = 0;
  for (let call = 1; call <= calls; call += 1) {
    wire.cutAt(call, 'refused');
    await check().catch(() => {
      failed += 1;
    });
    wire.mend();
  }
  await check();
  process.stdout.write(`${JSON.stringify({ calls, failed })}\n`);
  process.exit(0);
};

void main();
