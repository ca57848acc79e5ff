/**
 * When Cloud Scheduler runs which job. All times are UTC: the functions know the team's day by its own zone.
 * Not verified against Google: that a job's token is for the service's address without a path.
 */
import type { FunctionName } from '../functions/contract/contract';
import { contentHash } from './content-hash';
import { type DeployStep, linesOf } from './deploy-step';
import { accountEmail, type Deployment, serviceUrl } from './deployment';
import { gcloud, ofProject, type ToolCall } from './tools';

/** Nights and mornings in Japan. A missed, repeated or late run does no harm. */
export const SCHEDULE = {
  /** Hourly, so that changes of an account show in the queue within an hour. */
  queue: '5 * * * *',
  /** Before early morning, noon and evening in Japan. */
  layout: '40 20,3,9 * * *',
  dashboard: '10 19 * * *',
  duplicates: '10 18 * * *',
  check: '10 17 * * *',
  retention: '10 16 * * *',
  /** Every 15 minutes: a digest goes out once a day, after the time that the team has set. */
  digests: '*/15 * * * *',
} as const satisfies Partial<Record<FunctionName, string>>;
export type ScheduledJob = keyof typeof SCHEDULE;

/** An empty name gives the common prefix of all names. */
export const jobName = (job: ScheduledJob | ''): string => `hachi-${job}`;

export const scheduleSteps = (deployment: Deployment): readonly DeployStep[] =>
  (Object.keys(SCHEDULE) as ScheduledJob[]).map((job) => {
    const flags = jobFlags(deployment, job);
    // Cloud Scheduler has no labels, so the description tells whether the job is as this version makes it.
    const mark = `Hachi ${contentHash(flags)}`;
    const call = (verb: 'create' | 'update'): ToolCall =>
      gcloud(
        ...['scheduler', 'jobs', verb, 'http', jobName(job), ...flags],
        ...[`--description=${mark}`, ...inLocation(deployment)],
      );
    return {
      name: `job-${job}`,
      about: `${job} at ${SCHEDULE[job]} UTC`,
      probe: gcloud(
        ...['scheduler', 'jobs', 'describe', jobName(job), ...inLocation(deployment)],
        '--format=value(description)',
      ),
      calls: (found) => {
        if (found === null) return [call('create')];
        return linesOf(found).includes(mark) ? [] : [call('update')];
      },
    };
  });

/** The token is made for the service's address without the path, as the functions expect it. */
const jobFlags = (deployment: Deployment, job: ScheduledJob): readonly string[] => [
  `--schedule=${SCHEDULE[job]}`,
  '--time-zone=Etc/UTC',
  `--uri=${serviceUrl(deployment)}/${job}`,
  '--http-method=POST',
  '--message-body={}',
  `--oidc-service-account-email=${accountEmail(deployment, 'scheduler')}`,
  `--oidc-token-audience=${serviceUrl(deployment)}`,
  // A job ends by itself after 150 seconds.
  '--attempt-deadline=180s',
  '--max-retry-attempts=1',
];

export const inLocation = ({ answers }: Deployment): readonly string[] => [
  ...ofProject(answers),
  `--location=${answers.region}`,
];
