/** Tests a deployment hop by hop, from the address to the spreadsheet, and names the one that fails. */
import { z } from 'zod';
import { VERSION } from '../functions/version';
import { accountEmail, type Deployment, SHEET_NAMES, serviceUrl, spreadsheetId } from './deployment';
import { inLocation, jobName } from './schedule-steps';
import { gcloud, type RunTool } from './tools';

export interface Hop {
  readonly name: string;
  /** What to do about it; null where the hop works. */
  readonly trouble: string | null;
}

export interface SmokeDeps {
  readonly runTool: RunTool;
  readonly fetch: typeof fetch;
  readonly wait: (milliseconds: number) => Promise<void>;
}

const problemSchema = z.object({ error: z.object({ code: z.string() }) });
const healthSchema = z.object({
  service: z.literal('hachi'),
  version: z.string(),
  firestore: z.enum(['reachable', 'unreachable']),
});
const jobSchema = z.object({
  lastAttemptTime: z.string().optional(),
  status: z.object({ code: z.number().optional() }).optional(),
});

const POLL_MILLISECONDS = 5_000;
/** A run of the scheduler may take three minutes. */
const MAX_POLLS = 40;

/** Stops at the first hop that fails, since the later ones depend on it. */
export async function smokeTest(deployment: Deployment, deps: SmokeDeps): Promise<readonly Hop[]> {
  const hops: Hop[] = [];
  for (const test of [address, signIn, layout]) {
    const hop = await test(deployment, deps);
    hops.push(hop);
    if (hop.trouble !== null) break;
  }
  return hops;
}

async function address(deployment: Deployment, { fetch }: SmokeDeps): Promise<Hop> {
  const url = serviceUrl(deployment);
  const name = 'the service answers';
  try {
    const answer = await fetch(`${url}/health`);
    const health = healthSchema.safeParse(await answer.json().catch(() => null));
    if (health.success) return { name, trouble: healthTrouble(health.data) };
    return {
      name,
      trouble: `${url} answers, but not as Hachi: is the service private? It is deployed with --no-invoker-iam-check.`,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { name, trouble: `${url} does not answer (${message}): see the logs of the service.` };
  }
}

const healthTrouble = ({ firestore, version }: z.output<typeof healthSchema>): string | null => {
  if (firestore === 'unreachable') return 'it does not reach Firestore: see its logs.';
  return version === VERSION ? null : `it runs version ${version}, and this is ${VERSION}: deploy.`;
};

async function signIn(deployment: Deployment, deps: SmokeDeps): Promise<Hop> {
  const code = await problemCode(deps, `${serviceUrl(deployment)}/accounts`);
  const trouble = code === 'NOT_SIGNED_IN' ? null : `Without a token it answers ${code}, not NOT_SIGNED_IN.`;
  return { name: 'the sign-in is asked for', trouble };
}

/** The problem code that is returned without a token. */
async function problemCode(deps: SmokeDeps, url: string): Promise<string> {
  try {
    const answer = await deps.fetch(url);
    const body = problemSchema.safeParse(await answer.json().catch(() => null));
    return body.success ? body.data.error.code : 'not Hachi';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** gRPC status codes as Cloud Scheduler reports them. */
const TROUBLES: Readonly<Record<number, (deployment: Deployment) => string>> = {
  7: (deployment) =>
    `the functions refused ${accountEmail(deployment, 'scheduler')}: run the deployment again, for its settings name it.`,
  14: (deployment) =>
    `the functions do not reach the spreadsheets: share ${SHEET_NAMES.map((sheet) => sheetLink(deployment, sheet)).join(' and ')} with ${accountEmail(deployment, 'functions')} as an editor.`,
  16: () =>
    'the functions do not take the token of the scheduler: its audience is not among HACHI_AUDIENCES.',
};

/** Lays the register out, which tests the scheduler's token, the functions, Firestore and the spreadsheets together. */
async function layout(deployment: Deployment, { runTool, wait }: SmokeDeps): Promise<Hop> {
  const name = 'the scheduler has the register laid out';
  const describe = gcloud(
    ...['scheduler', 'jobs', 'describe', jobName('layout'), ...inLocation(deployment)],
    '--format=json(lastAttemptTime,status.code)',
  );
  const before = jobSchema.safeParse(jsonOf((await runTool(describe)).output)).data?.lastAttemptTime;
  const started = await runTool(
    gcloud('scheduler', 'jobs', 'run', jobName('layout'), ...inLocation(deployment)),
  );
  if (started.code !== 0) return { name, trouble: started.errors.trim() };
  for (let polls = 0; polls < MAX_POLLS; polls++) {
    const job = jobSchema.safeParse(jsonOf((await runTool(describe)).output)).data;
    if (job?.lastAttemptTime !== undefined && job.lastAttemptTime !== before) {
      const code = job.status?.code ?? 0;
      if (code === 0) return { name, trouble: null };
      return { name, trouble: TROUBLES[code]?.(deployment) ?? `it ended with code ${code}: see its log.` };
    }
    await wait(POLL_MILLISECONDS);
  }
  return { name, trouble: 'it has not ended within three minutes: see its log.' };
}

export const sheetLink = (deployment: Deployment, sheet: (typeof SHEET_NAMES)[number]): string =>
  `https://docs.google.com/spreadsheets/d/${spreadsheetId(deployment, sheet)}/edit`;

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
