/** `npm run deploy`: what a team's own Google project needs to run Hachi. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareFolder } from './prepared-folder';

const HELP = `npm run deploy -- --prepare DIR
  --prepare DIR   only makes the folder that would be deployed: one bundled file and its own package.json
  --help          this text`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { prepare: { type: 'string' }, help: { type: 'boolean', default: false } },
    allowPositionals: false,
  });
  if (values.help || values.prepare === undefined) return print(HELP);
  const folder = resolve(values.prepare);
  for (const name of await prepareFolder(folder)) print(`${values.prepare}/${name}`);
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
