/**
 * The recording in a process of its own: in jest's the same calls take twice as long. The argument says what to record anew; the
 * last line that it prints is what differs then, as JSON.
 */
import { check, recordAll, recordAnswers, recordDocumentCalls } from './recording';

const RECORD: Readonly<Record<string, () => Promise<unknown>>> = {
  nothing: async () => {},
  answers: recordAnswers,
  documents: recordDocumentCalls,
  all: async () => process.stdout.write(`${await recordAll()}\n`),
};

const run = async (what: string): Promise<void> => {
  const record = RECORD[what];
  if (record === undefined)
    throw new Error(`RECORD is one of ${Object.keys(RECORD).join(', ')}, not ${what}.`);
  await record();
  process.stdout.write(`${JSON.stringify(await check())}\n`);
};

run(process.argv[2] ?? 'nothing').then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
