/** The runs of `npm run deploy`: the deployment, its plan alone, the comparison with what is deployed, and the removal. */
import { join, relative } from 'node:path';
import type { BuiltFiles } from './built-files';
import { DeployError } from './deploy-error';
import {
  type Answers,
  accountEmail,
  type Deployment,
  type Facts,
  keepAnswers,
  keepDeploymentFacts,
  keptAnswers,
  keptDeploymentFacts,
  SHEET_NAMES,
  SHEETS,
  serviceUrl,
} from './deployment';
import { fileLines } from './file-lines';
import { PHASES, type PhaseOf, servicePhase } from './plan';
import { type Ask, answersFor } from './questions';
import { removalSteps } from './removal';
import { runSteps, type StepRun, stepsLeft } from './run-steps';
import { isTeamSecret, TEAM_SECRETS, teamSecretSteps } from './secret-steps';
import { sheetLink, smokeTest } from './smoke-test';
import { commandLine, gcloud, type RunTool, type ToolCall } from './tools';

export interface DeployRun {
  /** The folder of the project's sources. */
  readonly root: string;
  /** Holds a folder for each deployment. */
  readonly keptIn: string;
  readonly built: BuiltFiles;
  readonly flags: Readonly<Partial<Record<keyof Answers, string>>> & { readonly yes?: boolean };
  readonly print: (line: string) => void;
  readonly ask: Ask;
  /** Does not show what is typed. */
  readonly askSecret: Ask;
  readonly runTool: RunTool;
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const PLAN = `What is made: Firestore, a service on Cloud Run, three service accounts, a secret, seven scheduled jobs, alerts by mail, and two
spreadsheets with their script in the Drive of whoever is signed in to clasp.
What it costs, at Google's list prices, which we have not verified: for a team of five to fifty some 1 to 10 USD a month, most of it for
the nightly check of the store (docs/operate.md has the arithmetic; the service sleeps when nobody calls; Cloud Scheduler has three jobs free, each other one costs 0.10 USD).`;

/** Runs all steps and the final test. */
export const deploy = async (run: DeployRun): Promise<void> => {
  const { print, ask, flags } = run;
  await checkTools(run);
  const { answers, folder } = await answered(run);
  print(PLAN);
  if (!flags.yes && !isYes(await ask(`Deploy to the project ${answers.project}? (yes/no) `)))
    throw new DeployError('Nothing was done.');
  keepAnswers(folder, answers);
  const now = (): Deployment => ({ answers, folder, facts: keptDeploymentFacts(folder) });
  for (const phaseOf of PHASES) await bringPhase(phaseOf, now(), run);
  await handWork(run, now());
  const known = now().facts.clientIds;
  const noted = await notedClientIds(run, now());
  if (noted.length > known.length) {
    keepDeploymentFacts(folder, { ...now().facts, clientIds: noted });
    // The accepted client IDs are a setting of the service, so it is updated.
    await bringPhase(servicePhase, now(), run);
  }
  await report(run, now());
};

/** Stores a value that only the team knows, and has a running service read it. */
export const setSecret = async (run: DeployRun, name: string): Promise<void> => {
  if (!isTeamSecret(name))
    throw new DeployError(`--secret: there is no ${name}, but ${Object.keys(TEAM_SECRETS).join(', ')}.`);
  const { folder, ...deployment } = await knownDeployment(run);
  const value = await run.askSecret(`The value of ${name}: `);
  if (value === '') throw new DeployError('Nothing was changed.');
  const steps = stepRun(run, folder);
  await runSteps(teamSecretSteps({ ...deployment, folder }, name, value), steps);
  await bringPhase(servicePhase, { ...deployment, folder, facts: keptDeploymentFacts(folder) }, run);
};

/** Shows what `deploy` would call for a new deployment, and which files it would write. */
export const dryRun = async (run: DeployRun): Promise<void> => {
  const deployment = await knownDeployment(run);
  run.print(PLAN);
  for (const phaseOf of PHASES) {
    const { title, steps, files } = await phaseOf(deployment, run.built);
    run.print(`\n# ${title}`);
    const placed = Object.entries(files).map(([path, text]) => [relative(run.root, path), text] as const);
    for (const line of fileLines(Object.fromEntries(placed))) run.print(`# writes ${line}`);
    for (const { about, probe, calls } of steps) {
      run.print(`\n# ${about}`);
      if (probe !== undefined) run.print(`#   (looked up first by: ${commandLine(probe)})`);
      for (const call of calls(null)) run.print(commandLine(call));
    }
  }
  run.print('\n# By hand, in a browser: asked for as soon as all of this is made');
  for (const line of handWorkLines(deployment)) run.print(`# ${line}`);
  run.print(
    '\n# Then each hop is tried: the service, its sign-in, the scheduler’s token and the spreadsheets',
  );
};

/**
 * Changes nothing, except that it has the register laid out to test every hop. Throws where something differs or does not work.
 */
export const compare = async (run: DeployRun): Promise<void> => {
  const deployment = await knownDeployment(run);
  let left = 0;
  for (const phaseOf of PHASES) {
    const { title, steps } = await phaseOf(deployment, run.built);
    run.print(title);
    left += (await stepsLeft(steps, stepRun(run, deployment.folder))).length;
  }
  const works = await reportHops(run, deployment);
  if (left > 0)
    throw new DeployError(`${left} steps are not as this version makes them: run npm run deploy.`);
  if (!works) throw new DeployError('The deployment does not work.');
};

/** Asks for the project's name, since it cannot be undone. */
export const remove = async (run: DeployRun): Promise<void> => {
  const deployment = await knownDeployment(run);
  const { project } = deployment.answers;
  const typed = run.flags.yes ? project : await run.ask(`Type ${project} to remove Hachi from it: `);
  if (typed !== project) throw new DeployError('Nothing was removed.');
  await runSteps(removalSteps(deployment), stepRun(run, deployment.folder));
  run.print(`Kept: Firestore with all data and its backups, and the spreadsheets.
To delete the data: gcloud firestore databases update --no-delete-protection, then databases delete --database='(default)', with --project=${project}.`);
};

const isYes = (text: string): boolean => /^(y|yes|はい)$/i.test(text);

const answered = async ({ keptIn, flags, ask }: DeployRun): Promise<{ answers: Answers; folder: string }> => {
  const project = flags.project ?? (await ask('ID of the Google Cloud project: '));
  const folder = join(keptIn, project);
  const answers = await answersFor({ ...flags, project }, keptAnswers(folder), ask, flags.yes);
  return { answers, folder };
};

const knownDeployment = async (run: DeployRun): Promise<Deployment> => {
  const { answers, folder } = await answered(run);
  return { answers, folder, facts: keptDeploymentFacts(folder) };
};

const bringPhase = async (phaseOf: PhaseOf, deployment: Deployment, run: DeployRun): Promise<void> => {
  const { title, steps, write } = await phaseOf(deployment, run.built);
  run.print(title);
  write();
  await runSteps(steps, stepRun(run, deployment.folder));
};

const stepRun = ({ runTool, print, wait }: DeployRun, folder: string): StepRun => ({
  ...{ runTool, print, wait },
  facts: () => keptDeploymentFacts(folder),
  keep: (facts: Facts) => keepDeploymentFacts(folder, facts),
});

const TOOLS: readonly { name: string; call: ToolCall; isReady: (output: string) => boolean; todo: string }[] =
  [
    {
      name: 'gcloud',
      call: gcloud('auth', 'list', '--filter=status=ACTIVE', '--format=value(account)'),
      isReady: (output) => output.trim() !== '',
      todo: 'Install the Google Cloud CLI (https://cloud.google.com/sdk/docs/install) and sign in: gcloud auth login',
    },
    {
      name: 'gcloud alpha, gcloud beta',
      // Without prompts gcloud installs nothing that it lacks, and ends.
      call: gcloud('version', '--format=value(alpha,beta)'),
      isReady: (output) => /\S\s+\S/.test(output),
      todo: 'Install the commands that the alerts are made with: gcloud components install alpha beta',
    },
    {
      name: 'firebase',
      call: { tool: 'firebase', args: ['login:list', '--json'] },
      isReady: (output) => output.includes('"email"'),
      todo: 'Sign in: npx firebase login',
    },
    {
      name: 'clasp',
      call: { tool: 'clasp', args: ['show-authorized-user', '--json'] },
      isReady: (output) => /"loggedIn":\s*true/.test(output),
      todo: 'Turn the Apps Script API on at https://script.google.com/home/usersettings, and sign in: npx @google/clasp login',
    },
  ];

/** Reports all missing tools at once. */
const checkTools = async ({ runTool, print }: DeployRun): Promise<void> => {
  const todos: string[] = [];
  for (const { name, call, isReady, todo } of TOOLS) {
    const { code, output } = await runTool(call);
    const ready = code === 0 && isReady(output);
    print(`  ${ready ? '✓' : '✗'} ${name}`);
    if (!ready) todos.push(todo);
  }
  if (todos.length > 0) throw new DeployError(todos.join('\n'));
};

const handWorkLines = (deployment: Deployment): string[] => [
  `1. Share both spreadsheets with ${accountEmail(deployment, 'functions')} as an editor, and with your team.`,
  '2. Reload each, choose Hachi › About, allow what is asked, and note the client ID that it shows.',
];

const handWork = async ({ print, ask, flags }: DeployRun, deployment: Deployment): Promise<void> => {
  print('By hand, in a browser:');
  for (const sheet of SHEET_NAMES) print(`  ${SHEETS[sheet]}  ${sheetLink(deployment, sheet)}`);
  for (const line of handWorkLines(deployment)) print(`  ${line}`);
  if (!flags.yes) await ask('Press Enter when the spreadsheets are shared. ');
};

/** Each of the two scripts has its own client ID. */
const notedClientIds = async ({ ask, print, flags }: DeployRun, { facts }: Deployment): Promise<string[]> => {
  const noted = [...facts.clientIds];
  while (!flags.yes && noted.length < SHEET_NAMES.length) {
    const typed = await ask(
      `Client ID of a script, ${noted.length + 1} of ${SHEET_NAMES.length}; Enter for later: `,
    );
    if (typed === '') break;
    if (!/^[\w.-]+\.apps\.googleusercontent\.com$/.test(typed))
      print('  It ends in .apps.googleusercontent.com.');
    else if (!noted.includes(typed)) noted.push(typed);
  }
  return noted;
};

const report = async (run: DeployRun, deployment: Deployment): Promise<void> => {
  const works = await reportHops(run, deployment);
  run.print(`
  functions  ${serviceUrl(deployment)}
  register   ${sheetLink(deployment, 'register')}
  queue      ${sheetLink(deployment, 'queue')}`);
  if (deployment.facts.clientIds.length < SHEET_NAMES.length)
    run.print(
      'Nobody is let in from a script whose client ID is not noted: run npm run deploy again for that.',
    );
  if (!works) throw new DeployError('The deployment does not work yet.');
};

const reportHops = async (run: DeployRun, deployment: Deployment): Promise<boolean> => {
  run.print('Does it work?');
  const hops = await smokeTest(deployment, run);
  for (const { name, trouble } of hops)
    run.print(`  ${trouble === null ? '✓' : '✗'} ${name}${trouble === null ? '' : `: ${trouble}`}`);
  return hops.every(({ trouble }) => trouble === null);
};
