/** `npm run deploy`: deploys Hachi to the team's own Google project, and tests whether it works there. */
import { once } from 'node:events';
import { join, relative, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { projectFolder } from '../emulator/project-folder';
import { openBuiltFiles } from './built-files';
import { DeployError } from './deploy-error';
import { compare, type DeployRun, deploy, dryRun, remove, setSecret } from './deploy-run';
import { DEPLOYMENTS } from './deployment';
import { fileLines } from './file-lines';
import { preparedFiles, writePreparedFolder } from './prepared-folder';
import { TEAM_SECRETS } from './secret-steps';
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
  budget: { ...TEXT, help: 'what a month may cost before you are told, as 10USD or 2000JPY' },
  'mail-host': { ...TEXT, help: 'the SMTP server that digests go by' },
  'mail-port': { ...TEXT, help: 'its port (587)' },
  'mail-security': { ...TEXT, help: 'starttls (unless given) or tls' },
  'mail-user': { ...TEXT, help: 'who signs in to it' },
  'mail-from': { ...TEXT, help: "the digests' sender" },
  'chatwork-room': { ...TEXT, help: "the number of the team's room in Chatwork" },
  secret: { ...TEXT, help: `takes a new value, and asks for it: ${Object.keys(TEAM_SECRETS).join(', ')}` },
  yes: {
    ...SWITCH,
    help: 'asks for no confirmation, and takes what is usual where that can be changed later',
  },
  help: { ...SWITCH, help: 'this text' },
} as const;

const HELP = `npm run deploy -- [options]
${Object.entries(OPTIONS)
  .map(([name, { help }]) => `  --${name.padEnd(13)} ${help}`)
  .join('\n')}

Asks for what it has not been told, shows the plan, and asks before it begins. Run again, it does only what is missing or
differs. Not verified against Google.`;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: OPTIONS, allowPositionals: false });
  if (values.help) return print(HELP);
  if (values.prepare !== undefined) return prepare(values.prepare);
  let isSecret = false;
  // Echoes to standard error what is typed, unless it is a secret.
  const echo = new Writable({
    write: (chunk, _encoding, done) => {
      if (!isSecret) process.stderr.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: echo, terminal: process.stdin.isTTY });
  const ended = once(lines, 'close').then((): never => {
    throw new DeployError('The input has ended: give the answers as options, and --yes.');
  });
  // Counts the rejection as handled, also where no question is asked.
  ended.catch(() => undefined);
  const ask = async (question: string): Promise<string> =>
    (await Promise.race([lines.question(question), ended])).trim();
  const run: DeployRun = {
    root: projectFolder(),
    keptIn: join(projectFolder(), DEPLOYMENTS),
    built: openBuiltFiles(),
    flags: values,
    print,
    ask,
    askSecret: async (question) => {
      process.stderr.write(question);
      isSecret = true;
      try {
        return await ask('');
      } finally {
        isSecret = false;
        process.stderr.write('\n');
      }
    },
    ...{ runTool, fetch, wait: (milliseconds) => wait(milliseconds) },
  };
  try {
    if (values['dry-run']) await dryRun(run);
    else if (values.check) await compare(run);
    else if (values.remove) await remove(run);
    else if (values.secret !== undefined) await setSecret(run, values.secret);
    else await deploy(run);
  } finally {
    lines.close();
  }
};

const prepare = async (named: string): Promise<void> => {
  const folder = resolve(named);
  const files = await preparedFiles();
  writePreparedFolder(folder, files);
  for (const line of fileLines(files)) print(`${relative('.', folder) || '.'}/${line}`);
};

/** The message for an error that the operator can solve; for any other, which is our mistake, the stack. */
const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const isOfOptions = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return error instanceof DeployError || isOfOptions ? error.message : (error.stack ?? error.message);
};

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
