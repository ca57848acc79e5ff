/**
 * Who is told when something is wrong or gets expensive: alerts by mail to the admin, and a budget.
 * Not verified against Google: what gcloud's lists print of a label.
 */
import { join } from 'node:path';
import { alertPolicies } from './alert-policies';
import { contentHash } from './content-hash';
import { type DeployStep, linesOf } from './deploy-step';
import { alertChannel, billingAccount, type Deployment, SERVICE_NAME, serviceUrl } from './deployment';
import { gcloud, ofProject, type ToolCall } from './tools';

/** Label of our policies, checks and channels; others in the project are left alone. */
const OURS = 'hachi';

export const channelSteps = (deployment: Deployment): readonly DeployStep[] => {
  const { admin } = deployment.answers;
  return [
    {
      name: 'alert-channel',
      about: `alerts go to ${admin}`,
      probe: listed(deployment, 'channels', `userLabels.${OURS}=admin`),
      calls: (found) =>
        linesOf(found).length > 0
          ? []
          : [
              gcloud(
                ...[
                  'beta',
                  'monitoring',
                  'channels',
                  'create',
                  '--type=email',
                  '--display-name=Hachi: admin',
                ],
                ...[`--channel-labels=email_address=${admin}`, `--user-labels=${OURS}=admin`],
                ...ofProject(deployment.answers),
              ),
            ],
      learn: (found) => {
        const [name] = linesOf(found);
        return name === undefined ? {} : { alertChannel: name };
      },
    },
    ...(deployment.answers.budget === '' ? [] : [payer(deployment)]),
  ];
};

export const alertSteps = (deployment: Deployment, folder: string): readonly DeployStep[] => [
  uptimeCheck(deployment),
  ...Object.entries(alertFiles(deployment, folder)).map(([file, text]) => alert(deployment, file, text)),
  ...(deployment.answers.budget === '' ? [] : [budget(deployment)]),
];

/** The deployed policies by file path. */
export const alertFiles = (deployment: Deployment, folder: string): Readonly<Record<string, string>> => {
  const policies = alertPolicies(serviceHost(deployment), SERVICE_NAME);
  return Object.fromEntries(
    Object.entries(policies).map(([name, policy]) => {
      const notificationChannels = [alertChannel(deployment)];
      const userLabels = {
        [OURS]: name,
        content: contentHash([JSON.stringify({ policy, notificationChannels })]),
      };
      const text = JSON.stringify({ ...policy, notificationChannels, userLabels }, null, 2);
      return [join(folder, `${name}.json`), `${text}\n`];
    }),
  );
};

const serviceHost = (deployment: Deployment): string => serviceUrl(deployment).replace('https://', '');

/** Prints one line for each, with its full name first. */
const listed = (
  { answers }: Deployment,
  kind: 'channels' | 'policies',
  filter: string,
  fields = 'name',
): ToolCall =>
  gcloud(
    ...[kind === 'channels' ? 'beta' : 'alpha', 'monitoring', kind, 'list', `--filter=${filter}`],
    ...ofProject(answers),
    `--format=value(${fields})`,
  );

const alert = (deployment: Deployment, file: string, text: string): DeployStep => {
  const { displayName, userLabels } = JSON.parse(text);
  const name: string = userLabels[OURS];
  const call = (...words: readonly string[]): ToolCall =>
    gcloud(
      ...['alpha', 'monitoring', 'policies', ...words, `--policy-from-file=${file}`],
      ...ofProject(deployment.answers),
    );
  return {
    name: `alert-${name}`,
    about: `the alert "${displayName}"`,
    probe: listed(deployment, 'policies', `userLabels.${OURS}=${name}`, 'name,userLabels.content'),
    calls: (found) => {
      const [line] = linesOf(found);
      if (line === undefined) return [call('create')];
      const [id = '', content] = line.split(/\s+/);
      return content === userLabels.content ? [] : [call('update', id)];
    },
  };
};

/** Each check, from several places every 15 minutes, reads Firestore once. */
const uptimeCheck = (deployment: Deployment): DeployStep => ({
  name: 'uptime',
  about: 'the health is asked every 15 minutes',
  probe: listedChecks(deployment),
  calls: (found) =>
    linesOf(found).length > 0
      ? []
      : [
          gcloud(
            ...['monitoring', 'uptime', 'create', 'Hachi: health', '--resource-type=uptime-url'],
            `--resource-labels=host=${serviceHost(deployment)},project_id=${deployment.answers.project}`,
            ...['--protocol=https', '--path=/health', '--period=15', '--timeout=20'],
            ...[`--user-labels=${OURS}=health`, ...ofProject(deployment.answers)],
          ),
        ],
});

const listedChecks = ({ answers }: Deployment): ToolCall =>
  gcloud(
    ...['monitoring', 'uptime', 'list-configs', `--filter=userLabels.${OURS}=health`],
    ...ofProject(answers),
    '--format=value(name)',
  );

const payer = ({ answers }: Deployment): DeployStep => ({
  name: 'billing-account',
  about: 'the billing account is known',
  probe: gcloud('billing', 'projects', 'describe', answers.project, '--format=value(billingAccountName)'),
  calls: () => [],
  learn: (found) => ({ billingAccount: found.trim() }),
  byHand: `Link a billing account to the project ${answers.project}.`,
});

const budgetName = ({ answers }: Deployment): string => `Hachi: ${answers.project}`;

const listedBudgets = (deployment: Deployment, fields: string): ToolCall =>
  gcloud(
    ...['billing', 'budgets', 'list', `--billing-account=${billingAccount(deployment)}`],
    ...[`--filter=displayName="${budgetName(deployment)}"`, `--format=value(${fields})`],
  );

/** Notifies whoever manages the billing account; it stops nothing. */
const budget = (deployment: Deployment): DeployStep => {
  const { project, budget: amount } = deployment.answers;
  const flags = (words: readonly string[]): ToolCall =>
    gcloud(
      ...['billing', 'budgets', ...words, `--billing-account=${billingAccount(deployment)}`],
      ...[`--display-name=${budgetName(deployment)}`, `--budget-amount=${amount}`],
    );
  return {
    name: 'budget',
    about: `a budget of ${amount} a month`,
    probe: listedBudgets(deployment, 'name,amount.specifiedAmount.units,amount.specifiedAmount.currencyCode'),
    calls: (found) => {
      const [line] = linesOf(found);
      if (line === undefined) {
        const { tool, args } = flags(['create']);
        const rules = [0.5, 0.9, 1].map((percent) => `--threshold-rule=percent=${percent}`);
        return [{ tool, args: [...args, `--filter-projects=projects/${project}`, ...rules] }];
      }
      const [id = '', units, currency] = line.split(/\s+/);
      return `${units}${currency}` === amount ? [] : [flags(['update', id])];
    },
  };
};

/** Removes the alerts before their receivers. */
export const alertRemovals = (deployment: Deployment): readonly DeployStep[] => {
  const removal = (
    name: string,
    about: string,
    probe: ToolCall,
    group: readonly string[],
    flags: readonly string[] = ofProject(deployment.answers),
  ): DeployStep => ({
    name,
    about: `${about} removed`,
    probe,
    calls: (found) => linesOf(found).map((id) => gcloud(...group, 'delete', id, ...flags, '--quiet')),
  });
  const policies = listed(deployment, 'policies', `userLabels.${OURS}:*`);
  const channels = listed(deployment, 'channels', `userLabels.${OURS}=admin`);
  const paidBy = [`--billing-account=${billingAccount(deployment)}`];
  return [
    removal('alerts', 'the alerts are', policies, ['alpha', 'monitoring', 'policies']),
    removal('uptime', 'the uptime check is', listedChecks(deployment), ['monitoring', 'uptime']),
    removal('alert-channel', 'the channel of the alerts is', channels, ['beta', 'monitoring', 'channels']),
    ...(deployment.facts.billingAccount === undefined
      ? []
      : [
          removal(
            'budget',
            'the budget is',
            listedBudgets(deployment, 'name'),
            ['billing', 'budgets'],
            paidBy,
          ),
        ]),
  ];
};
