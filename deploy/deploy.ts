/** `npm run deploy`: brings Hachi to a Google project of the team's own, and says whether it works there. */
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { projectFolder } from '../emulator/project-folder';
import { openBuiltFiles } from './built-files';
import { compare, type DeployRun, deploy, dryRun, remove } from './deploy-run';
import { DEPLOYMENTS } from './deployment';
import { preparedFiles, writePreparedFolder } from './prepared-folder';
import { DeployError } from './run-steps';
import { runTool } from './tools';

const TEXT = { type: 'string' } as const;
const SWITCH = { type: 'boolean', default: false } as const;
const OPTIONS = {
  'dry-run': { ...SWITCH, help: 'prints every command and file, and changes nothing' },
  check: { ...SWITCH, help: 'compares what is deployed with this version, and tries each hop' },
  remove: { ...SWITCH, help: 'removes what a deployment made; data and spreadsheets stay' },
  prepare: { ...TEXT, help: 'DIR: only makes the folder that would be deployed' },
  project: { ...TEXT, help: 'ID of the Google Cloud project' },
  region: { ...TEXT, help: 'region of the service (asia-northeast1)' },
  location: { ...TEXT, help: 'location of Firestore, for good (the region)' },
  admin: { ...TEXT, help: "the first admin's e-mail address" },
  domains: { ...TEXT, help: 'Workspace domains that are let in, separated by commas' },
  yes: { ...SWITCH, help: 'asks for no confirmation' },
  help: { ...SWITCH, help: 'this text' },
} as const;

const HELP = `npm run deploy -- [options]
${Object.entries(OPTIONS)
  .map(([name, { help }]) => `  --${name.padEnd(10)} ${help}`)
  .join('\n')}

Asks for what it has not been told, shows the plan, and asks before it begins. Run again, it does only what is missing or
differs. Not verified against Google.`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: OPTIONS, allowPositionals: false });
  if (values.help) return print(HELP);
  if (values.prepare !== undefined) return prepare(values.prepare);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const run: DeployRun = {
    root: projectFolder(),
    keptIn: join(projectFolder(), DEPLOYMENTS),
    built: openBuiltFiles(),
    flags: values,
    print,
    ask: async (question) => (await lines.question(question)).trim(),
    ...{ runTool, fetch, wait: (milliseconds) => wait(milliseconds) },
  };
  try {
    if (values['dry-run']) await dryRun(run);
    else if (values.check) await compare(run);
    else if (values.remove) await remove(run);
    else await deploy(run);
  } finally {
    lines.close();
  }
};

const prepare = async (named: string): Promise<void> => {
  const folder = resolve(named);
  const files = await preparedFiles();
  writePreparedFolder(folder, files);
  for (const name of Object.keys(files)) print(`${relative('.', folder) || '.'}/${name}`);
};

main().catch((error: unknown) => {
  const isExpected = error instanceof DeployError || (error instanceof Error && 'code' in error);
  process.stderr.write(
    `${error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  );
  process.exit(1);
});
