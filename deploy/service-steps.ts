/**
 * The service: the functions on Cloud Run, with their settings, for callers that Hachi itself signs in.
 * Not verified against Google: that Cloud Run builds the prepared folder, and which label values it takes.
 */
import { contentHash } from './content-hash';
import { type DeployStep, linesOf } from './deploy-step';
import {
  type Answers,
  accountEmail,
  type Deployment,
  SERVICE_NAME,
  serviceUrl,
  spreadsheetId,
} from './deployment';
import { secretSettings } from './secret-steps';
import { gcloud, ofProject, type ToolCall } from './tools';

/**
 * A list of 20 MB with its accounts takes some 600 MB. A job ends itself after 150 s, and the longest layout waits three times for
 * Sheets, 70 s in all. Firestore's contention, not the processor, sets how many instances are of use to one team.
 */
const LIMITS = [
  '--memory=1Gi',
  '--cpu=1',
  '--timeout=300',
  '--concurrency=20',
  '--min-instances=0',
  '--max-instances=4',
];
const CODE_LABEL = 'hachi-code';
const SETTINGS_LABEL = 'hachi-settings';

/** How digests leave; what is not answered stays as the operator has set it. */
const SENDING = {
  HACHI_MAIL_HOST: 'mail-host',
  HACHI_MAIL_PORT: 'mail-port',
  HACHI_MAIL_SECURITY: 'mail-security',
  HACHI_MAIL_USER: 'mail-user',
  HACHI_MAIL_FROM: 'mail-from',
  HACHI_CHATWORK_ROOM: 'chatwork-room',
} as const satisfies Record<string, keyof Answers>;

/** What the functions read from the environment; no secret is among it. An empty one is as good as none. */
export const serviceSettings = (deployment: Deployment): Readonly<Record<string, string>> => {
  const { answers, facts } = deployment;
  return {
    GOOGLE_CLOUD_PROJECT: answers.project,
    HACHI_AUDIENCES: [...facts.clientIds, serviceUrl(deployment)].join(),
    HACHI_FIRST_ADMIN: answers.admin,
    HACHI_DOMAINS: answers.domains.join(),
    HACHI_SCHEDULER: accountEmail(deployment, 'scheduler'),
    HACHI_REGISTER_SHEET: spreadsheetId(deployment, 'register'),
    HACHI_QUEUE_SHEET: spreadsheetId(deployment, 'queue'),
    HACHI_FUNCTIONS_URL: serviceUrl(deployment),
    ...Object.fromEntries(
      Object.entries(SENDING)
        .filter(([, answer]) => answers[answer] !== '')
        .map(([variable, answer]) => [variable, answers[answer]]),
    ),
  };
};

export interface DeployedFiles {
  /** The prepared folder. */
  readonly folder: string;
  /** Of its files' content. */
  readonly hash: string;
}

export const serviceSteps = (deployment: Deployment, files: DeployedFiles): readonly DeployStep[] => [
  code(deployment, files),
  settings(deployment),
];

/** A service account's key, an image of its own and a way past the sign-in are not among the flags: nothing of that is needed. */
const code = (deployment: Deployment, { folder, hash }: DeployedFiles): DeployStep => ({
  name: 'service',
  about: `the service ${SERVICE_NAME} on Cloud Run`,
  probe: describe(deployment, CODE_LABEL),
  calls: (found) =>
    linesOf(found).includes(hash)
      ? []
      : [
          gcloud(
            ...['run', 'deploy', SERVICE_NAME, `--source=${folder}`, `--function=${SERVICE_NAME}`],
            ...['--base-image=nodejs24', '--automatic-updates', '--no-invoker-iam-check', ...LIMITS],
            `--service-account=${accountEmail(deployment, 'functions')}`,
            `--build-service-account=projects/${deployment.answers.project}/serviceAccounts/${accountEmail(deployment, 'build')}`,
            ...environment(deployment),
            `--update-labels=${CODE_LABEL}=${hash},${SETTINGS_LABEL}=${settingsHash(deployment)}`,
            ...inRegion(deployment),
            '--quiet',
          ),
        ],
});

/** Without a new build, where only settings differ: a client ID that was noted later. */
const settings = (deployment: Deployment): DeployStep => ({
  name: 'settings',
  about: "the service's settings",
  probe: describe(deployment, SETTINGS_LABEL),
  calls: (found) =>
    linesOf(found).includes(settingsHash(deployment))
      ? []
      : [
          gcloud(
            ...['run', 'services', 'update', SERVICE_NAME, ...environment(deployment), ...LIMITS],
            `--update-labels=${SETTINGS_LABEL}=${settingsHash(deployment)}`,
            ...inRegion(deployment),
          ),
        ],
});

/** Between variables, for values have commas in them. */
const DELIMITER = ';';

/** Only our own are set: what the operator has added, such as those of mail, stays. */
const environment = (deployment: Deployment): readonly string[] => [
  `--update-env-vars=^${DELIMITER}^${Object.entries(serviceSettings(deployment))
    .map(([name, value]) => `${name}=${value}`)
    .join(DELIMITER)}`,
  `--update-secrets=${Object.entries(secretSettings(deployment))
    .map(([variable, secret]) => `${variable}=${secret}`)
    .join()}`,
];

const settingsHash = (deployment: Deployment): string =>
  contentHash([
    ...Object.entries(serviceSettings(deployment)).flat(),
    ...Object.entries(secretSettings(deployment)).flat(),
    ...LIMITS,
  ]);

const describe = (deployment: Deployment, label: string): ToolCall =>
  gcloud(
    ...['run', 'services', 'describe', SERVICE_NAME, ...inRegion(deployment)],
    `--format=value(metadata.labels.${label})`,
  );

const inRegion = ({ answers }: Deployment): readonly string[] => [
  ...ofProject(answers),
  `--region=${answers.region}`,
];
