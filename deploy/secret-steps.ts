/**
 * What the functions are told in secret: each value is kept by Secret Manager alone, and read by their service account.
 * Not verified against Google: that a new version is read as soon as the service is updated.
 */
import { randomBytes } from 'node:crypto';
import { type DeployStep, linesOf } from './deploy-step';
import { ACCOUNT_IDS, accountMember, type Deployment } from './deployment';
import { gcloud, ofProject, type ToolCall } from './tools';

const LINK_KEY = 'hachi-link-key';

/** The optional secrets of a team, by their name in `--secret`, with the variable that the functions read. */
export const TEAM_SECRETS = {
  'mail-password': 'HACHI_MAIL_PASSWORD',
  'google-chat-webhook': 'HACHI_GOOGLE_CHAT_WEBHOOK',
  'slack-webhook': 'HACHI_SLACK_WEBHOOK',
  'chatwork-token': 'HACHI_CHATWORK_TOKEN',
} as const;
export type TeamSecret = keyof typeof TEAM_SECRETS;

export const isTeamSecret = (name: string): name is TeamSecret => Object.hasOwn(TEAM_SECRETS, name);
const secretId = (name: TeamSecret): string => `hachi-${name}`;

const names = Object.keys(TEAM_SECRETS).filter(isTeamSecret);

/** All secrets that a deployment can have made. */
export const SECRET_IDS: readonly string[] = [LINK_KEY, ...names.map(secretId)];

/** For each variable of the functions the secret and its version, as far as this deployment has them. */
export const secretSettings = ({ facts }: Deployment): Readonly<Record<string, string>> => ({
  HACHI_LINK_KEY: `${LINK_KEY}:latest`,
  ...Object.fromEntries(
    names.flatMap((name) => {
      const version = facts.secrets[secretId(name)];
      // A named version, unlike the latest, makes a new version a change of the settings.
      return version === undefined ? [] : [[TEAM_SECRETS[name], `${secretId(name)}:${version}`]];
    }),
  ),
});

/** 256 random bits, made once. */
export const linkKeySteps = (deployment: Deployment): readonly DeployStep[] => {
  const add = addVersion(deployment, LINK_KEY, {
    value: () => randomBytes(32).toString('base64url'),
    about: 'a new random key',
  });
  return [
    {
      name: 'link-key',
      about: 'the key that links are signed with',
      probe: newestVersion(deployment, LINK_KEY),
      calls: (found) => {
        if (found === null) return [create(deployment, LINK_KEY), add];
        return linesOf(found).length === 0 ? [add] : [];
      },
    },
    reader(deployment, LINK_KEY),
  ];
};

/** Stores a new value, whether or not there was one before. */
export const teamSecretSteps = (
  deployment: Deployment,
  name: TeamSecret,
  value: string,
): readonly DeployStep[] => {
  const id = secretId(name);
  const add = addVersion(deployment, id, { value: () => value, about: 'what was typed' });
  return [
    {
      name: id,
      about: `the secret ${id}`,
      probe: newestVersion(deployment, id),
      calls: (found) => (found === null ? [create(deployment, id), add] : [add]),
    },
    {
      name: `${id}-version`,
      about: `the newest version of ${id} is known`,
      probe: newestVersion(deployment, id),
      calls: () => [],
      learn: (found) => {
        const [version] = linesOf(found);
        return version === undefined ? {} : { secrets: { ...deployment.facts.secrets, [id]: version } };
      },
    },
    reader(deployment, id),
  ];
};

/** Prints the number of the newest enabled version; nothing for a secret without one. */
const newestVersion = ({ answers }: Deployment, id: string): ToolCall =>
  gcloud(
    ...['secrets', 'versions', 'list', id, '--filter=state=ENABLED', '--sort-by=~createTime', '--limit=1'],
    ...ofProject(answers),
    '--format=value(name)',
  );

const create = ({ answers }: Deployment, id: string): ToolCall =>
  gcloud(
    ...['secrets', 'create', id, '--replication-policy=user-managed', `--locations=${answers.region}`],
    ...ofProject(answers),
  );

const addVersion = (
  { answers }: Deployment,
  id: string,
  secret: NonNullable<ToolCall['secret']>,
): ToolCall => ({
  ...gcloud('secrets', 'versions', 'add', id, '--data-file=-', ...ofProject(answers)),
  secret,
});

const reader = (deployment: Deployment, id: string): DeployStep => {
  const member = accountMember(deployment, 'functions');
  const role = 'roles/secretmanager.secretAccessor';
  return {
    name: `${id}-reader`,
    about: `${ACCOUNT_IDS.functions} may read ${id}`,
    probe: gcloud(
      ...['secrets', 'get-iam-policy', id, ...ofProject(deployment.answers)],
      ...[
        '--flatten=bindings[].members',
        `--filter=bindings.members=${member}`,
        '--format=value(bindings.role)',
      ],
    ),
    calls: (found) =>
      linesOf(found).includes(role)
        ? []
        : [
            gcloud(
              ...['secrets', 'add-iam-policy-binding', id, `--member=${member}`, `--role=${role}`],
              ...[...ofProject(deployment.answers), '--format=none'],
            ),
          ],
  };
};
