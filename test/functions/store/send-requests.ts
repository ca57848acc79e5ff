/** A process of its own for the kill test: sends the requests of a file in small blocks, several at once, and prints each block that is done. */
import { readFileSync } from 'node:fs';
import { type Asked, submit } from '../../../functions/store/submit';
import { freshClient } from '../../firestores';
import { aFrame } from './asking';

const [, , host = '', projectId = '', file = ''] = process.argv;
const AT_ONCE = 4;
const MOST_IN_A_BLOCK = 5;

const send = async (): Promise<void> => {
  const db = freshClient(host, { projectId, ignoreUndefinedProperties: true });
  const asked = JSON.parse(readFileSync(file, 'utf8')) as Asked[];
  // Registrations first; the rest in another order every time.
  const [making, others] = [
    asked.filter(({ expectedVersion }) => expectedVersion === 0),
    asked.filter(({ expectedVersion }) => expectedVersion !== 0),
  ];
  await submit(db, making, aFrame());
  process.stdout.write('registered\n');
  const left = others.sort(() => Math.random() - 0.5);
  const work = async (): Promise<void> => {
    while (left.length > 0) {
      const block = left.splice(0, 1 + Math.floor(Math.random() * MOST_IN_A_BLOCK));
      await submit(db, block, aFrame());
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
