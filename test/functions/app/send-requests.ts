/** A process of its own for the kill test: sends the requests of a file in small blocks, several at once, and prints each block that is done. */
import { readFileSync } from 'node:fs';
import { submit } from '../../../functions/app/submit';
import type { CommandRequest } from '../../../functions/contract/commands';
import { freshClient } from '../../firestores';
import { random, shuffled } from '../../random';
import { aCommandContext } from './submit-requests';

const [, , host = '', projectId = '', file = ''] = process.argv;
const AT_ONCE = 4;
const MAX_IN_A_BLOCK = 5;

const send = async (): Promise<void> => {
  const db = freshClient(host, { projectId, ignoreUndefinedProperties: true });
  const requests = JSON.parse(readFileSync(file, 'utf8')) as CommandRequest[];
  // Registrations first; the rest in another order every time.
  const [making, others] = [
    requests.filter(({ expectedVersion }) => expectedVersion === 0),
    requests.filter(({ expectedVersion }) => expectedVersion !== 0),
  ];
  await submit(db, making, aCommandContext());
  process.stdout.write('registered\n');
  const left = shuffled(others);
  const work = async (): Promise<void> => {
    while (left.length > 0) {
      const block = left.splice(0, 1 + Math.floor(random() * MAX_IN_A_BLOCK));
      await submit(db, block, aCommandContext());
      process.stdout.write('done\n');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await db.terminate();
};

send().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
