/** What is known of a deployment: the operator's answers, and names and numbers that Google has given. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const EMAIL = /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/;
const DOMAIN = /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const REGION = /^[a-z]+-[a-z]+\d+$/;

export const answersSchema = z.strictObject({
  project: z.string().regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/),
  region: z.string().regex(REGION),
  /** Location of Firestore: a region, or a multi-region (nam5, eur3). It can never be changed. */
  location: z.string().regex(/^([a-z]+-[a-z]+\d+|nam\d+|eur\d+)$/),
  /** The first admin's address. */
  admin: z.string().regex(EMAIL),
  /** Workspace domains that are admitted; where there are none, only the member list decides. */
  domains: z.array(z.string().regex(DOMAIN)),
  /** Monthly cost, with its currency, above which the billing account is notified; empty for no notification. */
  budget: z
    .string()
    .regex(/^(\d+(\.\d+)?[A-Z]{3})?$/)
    .default(''),
  // In the format of the functions' settings; empty for none.
  'mail-host': z.string().default(''),
  'mail-port': z.string().default(''),
  'mail-security': z.string().default(''),
  'mail-user': z.string().default(''),
  'mail-from': z.string().default(''),
  'chatwork-room': z.string().default(''),
});
export type Answers = z.output<typeof answersSchema>;

const factsSchema = z.strictObject({
  projectNumber: z.string().regex(/^\d+$/).optional(),
  /** OAuth client IDs of the scripts, as the window About shows them. */
  clientIds: z.array(z.string().regex(/^[\w.-]+\.apps\.googleusercontent\.com$/)).default([]),
  /** The hash of what each step brought last, for steps that Google cannot be asked about. */
  brought: z.record(z.string(), z.string()).default({}),
  /** The version of each secret that the functions read. */
  secrets: z.record(z.string(), z.string().regex(/^\d+$/)).default({}),
  /** Full name of the channel that receives alerts. */
  alertChannel: z.string().optional(),
  /** The account that pays for the project: billingAccounts/…. */
  billingAccount: z.string().optional(),
});
export type Facts = z.output<typeof factsSchema>;

/** The two spreadsheets, each with its own script. */
export const SHEETS = {
  register: 'アカウント台帳',
  queue: 'キュー',
} as const;
export type SheetName = keyof typeof SHEETS;
export const SHEET_NAMES: readonly SheetName[] = ['register', 'queue'];

export interface Deployment {
  readonly answers: Answers;
  readonly facts: Facts;
  /** Local folder of the deployment; it holds no secrets. */
  readonly folder: string;
}

/** Folder within the project's, not under version control, with a folder for each deployment. */
export const DEPLOYMENTS = '.deploy';

/** Written completely or not at all, since a run may be killed at any moment. */
const writeJson = (folder: string, name: string, value: object): void => {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`);
  renameSync(`${file}.new`, file);
};

const readKept = <Value>(folder: string, name: string, schema: z.ZodType<Value>): Value | null => {
  const file = join(folder, name);
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
};

export const keptAnswers = (folder: string): Answers | null =>
  readKept(folder, 'answers.json', answersSchema);
export const keepAnswers = (folder: string, answers: Answers): void =>
  writeJson(folder, 'answers.json', answers);
export const keptDeploymentFacts = (folder: string): Facts =>
  readKept(folder, 'facts.json', factsSchema) ?? factsSchema.parse({});
export const keepDeploymentFacts = (folder: string, facts: Facts): void =>
  writeJson(folder, 'facts.json', facts);

const claspFileSchema = z.object({ scriptId: z.string(), parentId: z.string().optional() });

/** clasp's folder for a spreadsheet's script; its `.clasp.json` names the script. */
export const scriptFolder = ({ folder }: Pick<Deployment, 'folder'>, sheet: SheetName): string =>
  join(folder, sheet);

/** The spreadsheet and script that clasp has made; null before. */
export const madeSheet = (
  deployment: Pick<Deployment, 'folder'>,
  sheet: SheetName,
): { scriptId: string; spreadsheetId: string } | null => {
  const made = readKept(scriptFolder(deployment, sheet), '.clasp.json', claspFileSchema);
  return made?.parentId === undefined ? null : { scriptId: made.scriptId, spreadsheetId: made.parentId };
};

/** Stands in a plan for what Google has not given yet. */
const PLACEHOLDER = {
  projectNumber: 'PROJECT_NUMBER',
  spreadsheetId: 'SPREADSHEET_ID',
  alertChannel: 'CHANNEL',
  billingAccount: 'billingAccounts/BILLING_ACCOUNT',
};

export const SERVICE_NAME = 'hachi';

/** Cloud Run's permanent address of the service, which follows from the project's number. */
export const serviceUrl = ({ answers, facts }: Deployment): string =>
  `https://${SERVICE_NAME}-${facts.projectNumber ?? PLACEHOLDER.projectNumber}.${answers.region}.run.app`;

export const spreadsheetId = (deployment: Deployment, sheet: SheetName): string =>
  madeSheet(deployment, sheet)?.spreadsheetId ?? PLACEHOLDER.spreadsheetId;

export const alertChannel = ({ facts }: Deployment): string => facts.alertChannel ?? PLACEHOLDER.alertChannel;
export const billingAccount = ({ facts }: Deployment): string =>
  (facts.billingAccount ?? PLACEHOLDER.billingAccount).replace('billingAccounts/', '');

const ACCOUNTS = {
  functions: 'hachi-functions',
  scheduler: 'hachi-scheduler',
  build: 'hachi-build',
} as const;
export type AccountName = keyof typeof ACCOUNTS;
export const ACCOUNT_IDS: Readonly<Record<AccountName, string>> = ACCOUNTS;
export const ACCOUNT_NAMES: readonly AccountName[] = ['functions', 'scheduler', 'build'];

export const accountEmail = ({ answers }: Pick<Deployment, 'answers'>, account: AccountName): string =>
  `${ACCOUNTS[account]}@${answers.project}.iam.gserviceaccount.com`;

/** The account as IAM names it. */
export const accountMember = (deployment: Pick<Deployment, 'answers'>, account: AccountName): string =>
  `serviceAccount:${accountEmail(deployment, account)}`;
