/**
 * The Google project: its APIs, Firestore, the service accounts with least rights, and the secrets.
 * Not verified against Google: that these roles are enough, and that a build has no need of others.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from './content-hash';
import { DeployError } from './deploy-error';
import { type DeployStep, linesOf } from './deploy-step';
import {
  ACCOUNT_IDS,
  ACCOUNT_NAMES,
  type AccountName,
  accountEmail,
  accountMember,
  type Deployment,
} from './deployment';
import { linkKeySteps } from './secret-steps';
import { gcloud, ofProject, type ToolCall } from './tools';

const APIS = [
  'artifactregistry.googleapis.com',
  'cloudbuild.googleapis.com',
  'cloudscheduler.googleapis.com',
  'firebaserules.googleapis.com',
  'firestore.googleapis.com',
  'iam.googleapis.com',
  'monitoring.googleapis.com',
  'run.googleapis.com',
  'script.googleapis.com',
  'secretmanager.googleapis.com',
  'sheets.googleapis.com',
];

const BUDGET_APIS = ['billingbudgets.googleapis.com', 'cloudbilling.googleapis.com'];

const DATABASE = '(default)';
/** Daily backups are kept for two weeks. */
const BACKUP_RETENTION = '14d';

/** Roles in the project by service account; the scheduler only proves its identity and needs none. */
const ROLES: Readonly<Record<AccountName, readonly string[]>> = {
  functions: ['roles/datastore.user'],
  scheduler: [],
  build: ['roles/run.builder'],
};

export const projectSteps = (deployment: Deployment, root: string): readonly DeployStep[] => [
  project(deployment),
  apis(deployment),
  database(deployment),
  backups(deployment),
  rulesAndIndexes(deployment, root),
  ...ACCOUNT_NAMES.flatMap((account) => [
    serviceAccount(deployment, account),
    ...(ROLES[account].length === 0 ? [] : [roles(deployment, account)]),
  ]),
  ...linkKeySteps(deployment),
];

const project = ({ answers }: Deployment): DeployStep => ({
  name: 'project',
  about: `the project ${answers.project}`,
  probe: gcloud('projects', 'describe', answers.project, '--format=value(projectNumber)'),
  calls: () => [],
  learn: (found) => ({ projectNumber: found.trim() }),
  byHand: `Make the project ${answers.project} at https://console.cloud.google.com/projectcreate, and link a billing account to it.`,
});

const apis = ({ answers }: Deployment): DeployStep => ({
  name: 'apis',
  about: 'the APIs that Hachi uses are on',
  probe: gcloud('services', 'list', '--enabled', ...ofProject(answers), '--format=value(config.name)'),
  calls: (found) => {
    const wanted = answers.budget === '' ? APIS : [...APIS, ...BUDGET_APIS];
    const missing = wanted.filter((api) => !linesOf(found).includes(api));
    return missing.length === 0 ? [] : [gcloud('services', 'enable', ...missing, ...ofProject(answers))];
  },
});

const database = ({ answers }: Deployment): DeployStep => ({
  name: 'database',
  about: `Firestore in ${answers.location}, for good`,
  probe: gcloud(
    ...['firestore', 'databases', 'describe', `--database=${DATABASE}`],
    ...ofProject(answers),
    '--format=value(locationId)',
  ),
  calls: (found) => {
    const [location = answers.location] = linesOf(found);
    if (location !== answers.location)
      throw new DeployError(
        `database: Firestore of ${answers.project} is in ${location}, for good: say --location ${location}.`,
      );
    return found !== null
      ? []
      : [
          gcloud(
            ...['firestore', 'databases', 'create', `--database=${DATABASE}`],
            ...[`--location=${answers.location}`, '--type=firestore-native', '--delete-protection'],
            ...ofProject(answers),
          ),
        ];
  },
});

const backups = ({ answers }: Deployment): DeployStep => ({
  name: 'backups',
  about: 'a backup of Firestore each day, kept for two weeks',
  probe: gcloud(
    ...['firestore', 'backups', 'schedules', 'list', `--database=${DATABASE}`],
    ...ofProject(answers),
    '--format=value(name)',
  ),
  calls: (found) =>
    linesOf(found).length > 0
      ? []
      : [
          gcloud(
            ...['firestore', 'backups', 'schedules', 'create', `--database=${DATABASE}`],
            ...['--recurrence=daily', `--retention=${BACKUP_RETENTION}`],
            ...ofProject(answers),
          ),
        ],
});

/** Deploys both files, and the TTL policies in the second. */
const rulesAndIndexes = ({ answers }: Deployment, root: string): DeployStep => ({
  name: 'rules',
  about: "Firestore's rules, indexes and TTL policies",
  brings: contentHash(
    ['firestore.rules', 'firestore.indexes.json'].map((name) => readFileSync(join(root, name), 'utf8')),
  ),
  calls: () => [
    {
      tool: 'firebase',
      args: [
        ...['deploy', '--only', 'firestore:rules,firestore:indexes'],
        ...['--project', answers.project, '--non-interactive'],
      ],
      folder: root,
    },
  ],
});

const serviceAccount = (deployment: Deployment, account: AccountName): DeployStep => ({
  name: `account-${account}`,
  about: `the service account ${ACCOUNT_IDS[account]}`,
  probe: gcloud(
    ...['iam', 'service-accounts', 'describe', accountEmail(deployment, account)],
    ...ofProject(deployment.answers),
    '--format=value(email)',
  ),
  calls: (found) =>
    found !== null
      ? []
      : [
          gcloud(
            ...[
              'iam',
              'service-accounts',
              'create',
              ACCOUNT_IDS[account],
              `--display-name=Hachi: ${account}`,
            ],
            ...ofProject(deployment.answers),
          ),
        ],
});

/** Prints the account's roles in the project, one line each. */
export const rolesProbe = (deployment: Deployment, account: AccountName): ToolCall =>
  gcloud(
    ...['projects', 'get-iam-policy', deployment.answers.project, '--flatten=bindings[].members'],
    ...[`--filter=bindings.members=${accountMember(deployment, account)}`, '--format=value(bindings.role)'],
  );

export const roleCall = (
  verb: 'add-iam-policy-binding' | 'remove-iam-policy-binding',
  deployment: Deployment,
  account: AccountName,
  role: string,
): ToolCall =>
  gcloud(
    ...['projects', verb, deployment.answers.project, `--member=${accountMember(deployment, account)}`],
    ...[`--role=${role}`, '--condition=None', '--format=none'],
  );

const roles = (deployment: Deployment, account: AccountName): DeployStep => ({
  name: `roles-${account}`,
  about: `${ACCOUNT_IDS[account]} has ${ROLES[account].join(', ')}`,
  probe: rolesProbe(deployment, account),
  calls: (found) =>
    ROLES[account]
      .filter((role) => !linesOf(found).includes(role))
      .map((role) => roleCall('add-iam-policy-binding', deployment, account, role)),
});
