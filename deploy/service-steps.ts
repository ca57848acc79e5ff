/**
 * The service: the functions on Cloud Run, with their settings, for callers that Hachi itself signs in.
 * Not verified against Google: that Cloud Run builds the prepared folder, which label values it takes, and how it
 * names the revisions of a service.
 */
import { contentHash } from './content-hash';
import type { DeployStep } from './deploy-step';
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
 * A list of 20 MB with its accounts takes about 600 MB. A job ends after 150 s, and the longest layout waits three times for Sheets,
 * 70 s in all. Firestore's contention, not the processor, limits how many instances help one team.
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

/** How digests are sent; what was not answered stays as the operator has set it. */
const SENDING = {
  HACHI_MAIL_HOST: 'mail-host',
  HACHI_MAIL_PORT: 'mail-port',
  HACHI_MAIL_SECURITY: 'mail-security',
  HACHI_MAIL_USER: 'mail-user',
  HACHI_MAIL_FROM: 'mail-from',
  HACHI_CHATWORK_ROOM: 'chatwork-room',
} as const satisfies Record<string, keyof Answers>;

/** The environment variables of the functions, without secrets. An empty one counts as unset. */
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
  /** Path of the prepared folder. */
  readonly folder: string;
  /** Hash of its files. */
  readonly hash: string;
}

export const serviceSteps = (deployment: Deployment, files: DeployedFiles): readonly DeployStep[] => [
  code(deployment, files),
  settings(deployment),
  traffic(deployment),
];

/** What was asked for is there, and has started: a revision that does not start leaves its labels all the same. */
const isServed = (found: string | null, hash: string): boolean => {
  const [label, created, ready] = (found ?? '').trim().split(/\s+/);
  return label === hash && created === ready;
};

/** The flags contain no service account key, no custom image and no way around the sign-in, since none is needed. */
const code = (deployment: Deployment, { folder, hash }: DeployedFiles): DeployStep => ({
  name: 'service',
  about: `the service ${SERVICE_NAME} on Cloud Run`,
  probe: describe(deployment, labelAndRevisions(CODE_LABEL)),
  calls: (found) =>
    isServed(found, hash)
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

/** Updates the settings without a new build, for example for a client ID that was added later. */
const settings = (deployment: Deployment): DeployStep => ({
  name: 'settings',
  about: "the service's settings",
  probe: describe(deployment, labelAndRevisions(SETTINGS_LABEL)),
  calls: (found) =>
    isServed(found, settingsHash(deployment))
      ? []
      : [
          gcloud(
            ...['run', 'services', 'update', SERVICE_NAME, ...environment(deployment), ...LIMITS],
            `--update-labels=${SETTINGS_LABEL}=${settingsHash(deployment)}`,
            ...inRegion(deployment),
          ),
        ],
});

/** Where an older version was served again, each later one would get no calls. */
const traffic = (deployment: Deployment): DeployStep => ({
  name: 'traffic',
  about: 'the newest version is served',
  probe: describe(deployment, 'spec.traffic[0].latestRevision,spec.traffic[0].percent'),
  calls: (found) =>
    found !== null && /^true\s+100$/i.test(found.trim())
      ? []
      : [
          gcloud(
            ...['run', 'services', 'update-traffic', SERVICE_NAME, '--to-latest'],
            ...inRegion(deployment),
          ),
        ],
});

/** Separates the variables, since their values contain commas. */
const DELIMITER = ';';

/** Only our variables are set; those that the operator has added, such as for mail, stay. */
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

const labelAndRevisions = (label: string): string =>
  `metadata.labels.${label},status.latestCreatedRevisionName,status.latestReadyRevisionName`;

const describe = (deployment: Deployment, fields: string): ToolCall =>
  gcloud(
    ...['run', 'services', 'describe', SERVICE_NAME, ...inRegion(deployment)],
    `--format=value(${fields})`,
  );

const inRegion = ({ answers }: Deployment): readonly string[] => [
  ...ofProject(answers),
  `--region=${answers.region}`,
];
