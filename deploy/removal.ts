/** What `--remove` deletes: everything that a deployment made except the data and the spreadsheets. */
import { alertRemovals } from './alert-steps';
import { type DeployStep, linesOf } from './deploy-step';
import {
  ACCOUNT_IDS,
  ACCOUNT_NAMES,
  type AccountName,
  accountEmail,
  type Deployment,
  SERVICE_NAME,
} from './deployment';
import { roleCall, rolesProbe } from './project-steps';
import { inLocation, jobName, SCHEDULE, type ScheduledJob } from './schedule-steps';
import { SECRET_IDS } from './secret-steps';
import { gcloud, ofProject, type ToolCall } from './tools';

/** Callers are removed before what they call, so that no call fails meanwhile. */
export const removalSteps = (deployment: Deployment): readonly DeployStep[] => {
  const project = ofProject(deployment.answers);
  const region = [...project, `--region=${deployment.answers.region}`];
  return [
    ...alertRemovals(deployment),
    ...(Object.keys(SCHEDULE) as ScheduledJob[]).map((job) =>
      removal(
        `job-${job}`,
        `the scheduled job ${jobName(job)}`,
        ['scheduler', 'jobs'],
        jobName(job),
        inLocation(deployment),
      ),
    ),
    removal('service', `the service ${SERVICE_NAME}`, ['run', 'services'], SERVICE_NAME, region),
    ...SECRET_IDS.map((secret) => removal(secret, `the secret ${secret}`, ['secrets'], secret, project)),
    ...ACCOUNT_NAMES.map((account) => roleRemoval(deployment, account)),
    ...ACCOUNT_NAMES.map((account) =>
      removal(
        `account-${account}`,
        `the service account ${ACCOUNT_IDS[account]}`,
        ['iam', 'service-accounts'],
        accountEmail(deployment, account),
        project,
      ),
    ),
  ];
};

const removal = (
  name: string,
  about: string,
  group: readonly string[],
  id: string,
  flags: readonly string[],
): DeployStep => {
  const call = (verb: string, ...more: readonly string[]): ToolCall =>
    gcloud(...group, verb, id, ...flags, ...more);
  return {
    name,
    about: `${about} is removed`,
    probe: call('describe', '--format=value(name)'),
    calls: (found) => (found === null ? [] : [call('delete', '--quiet')]),
  };
};

/** Google keeps the roles of a deleted account. */
const roleRemoval = (deployment: Deployment, account: AccountName): DeployStep => ({
  name: `roles-${account}`,
  about: `the roles of ${ACCOUNT_IDS[account]} are removed`,
  probe: rolesProbe(deployment, account),
  calls: (found) =>
    linesOf(found).map((role) => roleCall('remove-iam-policy-binding', deployment, account, role)),
});
