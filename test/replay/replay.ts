/** `npm run replay -- FOLDER`: answers recorded calls of the Sheets API from the emulator, and compares status and body. */
import { parseArgs } from 'node:util';
import { discoveryDifferences } from './discovery';
import { RecordingError, readRecordings } from './recordings';
import { type ReplayedCall, replayCalls } from './replay-calls';

const HELP = `npm run replay -- FOLDER [options]
  FOLDER   recordings of the Sheets API, one JSON file each (vcrpy: interactions of request and response), also in folders in it
  --json   one line: { files, calls, replayable, equal, differ, contradictory, notEmulated }
  --discovery FILE   compares the emulator's messages and enumerations with this discovery document, too
  --help   this text

The spreadsheets are those that the recorded calls make, in an emulator for each file. Not replayable are calls of other APIs,
calls on spreadsheets that a recording only opens, what Google refused for want of rights or for too many calls, and faults of
Google's own. Of the replayable ones:
  equal          the same status and the same JSON
  contradictory  yes where Google says no, or the reverse
  notEmulated    refused with 501 by its name
  differ         any other difference
Ends with 1 where anything is contradictory, and with 2 where the folder or a file cannot be read.`;

interface ReplayCounts {
  files: number;
  calls: number;
  replayable: number;
  equal: number;
  differ: number;
  contradictory: number;
  notEmulated: number;
  /** Differences from the discovery document, where one was given. */
  discovery?: number;
}

const LONGEST = 160;
const SHOWN_PLACES = 8;

const cut = (value: unknown): string => {
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
};

const linesOf = (file: string, { number, call, verdict, differences }: ReplayedCall): string => {
  const address = decodeURIComponent(`${call.url.pathname}${call.url.search}`);
  const places = differences
    .slice(0, SHOWN_PLACES)
    .map(({ path, recorded, now }) => `  ${path}\n    recorded ${cut(recorded)}\n    emulator ${cut(now)}`);
  const rest = differences.length - places.length;
  return [
    `${file} #${number} ${verdict}: ${call.method} ${address} ${call.body.slice(0, LONGEST)}`,
    ...places,
    ...(rest > 0 ? [`  … and ${rest} more`] : []),
  ].join('\n');
};

class ReplayUsageError extends Error {}

const readArguments = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        discovery: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new ReplayUsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Whether nothing contradicts Google. */
const main = async (): Promise<boolean> => {
  const { values, positionals } = readArguments();
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return true;
  }
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new ReplayUsageError(HELP);
  const discovery = values.discovery === undefined ? undefined : discoveryDifferences(values.discovery);
  const recordings = readRecordings(folder);
  const counts: ReplayCounts = {
    files: recordings.length,
    calls: recordings.reduce((sum, { calls }) => sum + calls.length, 0),
    replayable: 0,
    equal: 0,
    differ: 0,
    contradictory: 0,
    notEmulated: 0,
    ...(discovery && { discovery: discovery.length }),
  };
  if (!values.json) for (const line of discovery ?? []) process.stdout.write(`discovery: ${line}\n`);
  for (const recording of recordings) {
    for (const replayed of await replayCalls(recording)) {
      counts.replayable++;
      counts[replayed.verdict]++;
      if (!values.json && replayed.verdict !== 'equal')
        process.stdout.write(`${linesOf(recording.file, replayed)}\n`);
    }
  }
  const summary = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  process.stdout.write(values.json ? `${JSON.stringify(counts)}\n` : `${summary.join(', ')}\n`);
  return counts.contradictory === 0;
};

main().then(
  (isSound) => process.exit(isSound ? 0 : 1),
  (error: unknown) => {
    const isInputError = error instanceof ReplayUsageError || error instanceof RecordingError;
    console.error(isInputError ? error.message : error);
    process.exit(isInputError ? 2 : 1);
  },
);
