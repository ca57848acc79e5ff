/** The settings of a deployment: one table, read once from the environment. */
import {
  emailAddress,
  isAudience,
  isBaseUrl,
  isGoogleCertsUrl,
  isLoopback,
  isSpreadsheetId,
  isWebhookOf,
} from './setting-values';

interface Setting<T> {
  name: string;
  required?: true;
  /** Taken where the variable is unset or blank. */
  default: T;
  /** What may stand there, for the error message. */
  allowed: string;
  /** Undefined when the value is not allowed. `local`: this is the local suite. */
  read: (value: string, local: boolean) => T | undefined;
}

const EMPTY_LIST: readonly string[] = [];

const listOf =
  (isAllowed: (item: string, local: boolean) => boolean) =>
  (value: string, local: boolean): readonly string[] | undefined => {
    const items = value.split(',').map((item) => item.trim());
    return items.every((item) => isAllowed(item, local)) ? items : undefined;
  };

const oneOf =
  (isAllowed: (value: string, local: boolean) => boolean) =>
  (value: string, local: boolean): string | undefined =>
    isAllowed(value, local) ? value : undefined;

const SPREADSHEET_ID = 'a spreadsheet ID: what stands between /d/ and /edit in its URL';
const EMAIL = 'an e-mail address';

const FIRESTORE_HOST_VARIABLE = 'FIRESTORE_EMULATOR_HOST';

const SETTINGS = {
  /** For whom an accepted identity token was made (aud): the sheet script's client ID, and the functions' own URL for the scheduler. */
  audiences: {
    name: 'HACHI_AUDIENCES',
    required: true,
    default: EMPTY_LIST,
    allowed: 'OAuth client IDs (….apps.googleusercontent.com) or https URLs, separated by commas',
    read: listOf(isAudience),
  },
  /** Where the public keys (PEM) are that identity tokens are checked with. */
  certsUrl: {
    name: 'HACHI_CERTS_URL',
    default: 'https://www.googleapis.com/oauth2/v1/certs',
    allowed: `a URL below https://www.googleapis.com/oauth2/ (with ${FIRESTORE_HOST_VARIABLE} set also on http://127.0.0.1 or localhost)`,
    read: oneOf((value, local) => isGoogleCertsUrl(value) || isLoopback(value, local)),
  },
  /** Only accounts of these organizations are let in. Without it, only the member list decides. */
  domains: {
    name: 'HACHI_DOMAINS',
    default: EMPTY_LIST,
    allowed: 'Workspace domains, separated by commas',
    read: listOf((item) => /^(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(item)),
  },
  /** Who is let in as the admin while there is no member yet. */
  firstAdmin: {
    name: 'HACHI_FIRST_ADMIN',
    default: null,
    allowed: EMAIL,
    read: emailAddress,
  },
  /** The scheduler's service account; the domains above do not bind it. */
  scheduler: {
    name: 'HACHI_SCHEDULER',
    default: null,
    allowed: EMAIL,
    read: emailAddress,
  },
  /** The project; log lines are linked to traces with it. */
  project: {
    name: 'GOOGLE_CLOUD_PROJECT',
    default: null,
    allowed: 'the ID of a Google Cloud project',
    read: oneOf((value) => /^([a-z0-9.-]+:)?[a-z][a-z0-9-]{3,40}$/.test(value)),
  },
  /** The rootUrl of a local Sheets API. */
  sheetsRoot: {
    name: 'HACHI_SHEETS_ROOT',
    default: null,
    allowed: `a URL on http://127.0.0.1 or localhost, only with ${FIRESTORE_HOST_VARIABLE} set`,
    read: oneOf(isLoopback),
  },
  /** The spreadsheet that is the account register. */
  registerSheet: {
    name: 'HACHI_REGISTER_SHEET',
    default: null,
    allowed: SPREADSHEET_ID,
    read: oneOf(isSpreadsheetId),
  },
  /** The spreadsheet that the quarterly-check queue is written to. */
  queueSheet: {
    name: 'HACHI_QUEUE_SHEET',
    default: null,
    allowed: SPREADSHEET_ID,
    read: oneOf(isSpreadsheetId),
  },
  /** Where a browser reaches the functions, for the links that the tabs have; without it, and without the key, they have none. */
  functionsUrl: {
    name: 'HACHI_FUNCTIONS_URL',
    default: null,
    allowed: `an https URL without query and slash at its end (with ${FIRESTORE_HOST_VARIABLE} set also on http://127.0.0.1 or localhost)`,
    read: oneOf(isBaseUrl),
  },
  /** What these links are signed with. */
  linkKey: {
    name: 'HACHI_LINK_KEY',
    default: null,
    allowed: 'at least 32 characters, drawn at random',
    read: oneOf((value) => value.length >= 32),
  },
  /** The SMTP server that digests are sent by; without it none go by mail. */
  mailHost: {
    name: 'HACHI_MAIL_HOST',
    default: null,
    allowed: 'the name of an SMTP server',
    read: oneOf((value) => /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value)),
  },
  mailPort: {
    name: 'HACHI_MAIL_PORT',
    default: '587',
    allowed: 'a port from 1 to 65535',
    read: oneOf((value) => /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 65_535),
  },
  /** How the connection is encrypted: from its begin (tls, as on port 465) or by STARTTLS, without which nothing is sent. */
  mailSecurity: {
    name: 'HACHI_MAIL_SECURITY',
    default: 'starttls',
    allowed: `starttls or tls (with ${FIRESTORE_HOST_VARIABLE} set also none)`,
    read: (value, local): 'starttls' | 'tls' | 'none' | undefined =>
      value === 'starttls' || value === 'tls' || (value === 'none' && local) ? value : undefined,
  },
  mailUser: {
    name: 'HACHI_MAIL_USER',
    default: null,
    allowed: 'a user of the SMTP server',
    read: oneOf((value) => value.length <= 200),
  },
  mailPassword: {
    name: 'HACHI_MAIL_PASSWORD',
    default: null,
    allowed: "that user's password",
    read: oneOf((value) => value.length <= 1000),
  },
  /** The sender of the digests. */
  mailFrom: {
    name: 'HACHI_MAIL_FROM',
    default: null,
    allowed: EMAIL,
    read: emailAddress,
  },
  /** The rooms that digests are posted to. Whoever has the address of a webhook can post there. */
  googleChatWebhook: {
    name: 'HACHI_GOOGLE_CHAT_WEBHOOK',
    default: null,
    allowed: 'a webhook of a Google Chat space, on https://chat.googleapis.com/v1/spaces/',
    read: oneOf(isWebhookOf('https://chat.googleapis.com', '/v1/spaces/')),
  },
  slackWebhook: {
    name: 'HACHI_SLACK_WEBHOOK',
    default: null,
    allowed: 'an incoming webhook of Slack, on https://hooks.slack.com/services/',
    read: oneOf(isWebhookOf('https://hooks.slack.com', '/services/')),
  },
  chatworkRoom: {
    name: 'HACHI_CHATWORK_ROOM',
    default: null,
    allowed: 'the number of a room of Chatwork: what stands behind #!rid in its URL',
    read: oneOf((value) => /^\d{1,20}$/.test(value)),
  },
  chatworkToken: {
    name: 'HACHI_CHATWORK_TOKEN',
    default: null,
    allowed: 'an API token of Chatwork',
    read: oneOf((value) => /^[\w-]{1,200}$/.test(value)),
  },
  chatworkRoot: {
    name: 'HACHI_CHATWORK_ROOT',
    default: 'https://api.chatwork.com/v2',
    allowed: `a URL on http://127.0.0.1 or localhost without a slash at its end, only with ${FIRESTORE_HOST_VARIABLE} set`,
    read: oneOf((value, local) => isLoopback(value, local) && isBaseUrl(value, local)),
  },
} as const satisfies Record<string, Setting<readonly string[] | string | null>>;

type SettingsTable = typeof SETTINGS;

/** One without the other is a setting that somebody has forgotten. */
const SET_TOGETHER = [
  ['mailHost', 'mailFrom'],
  ['mailUser', 'mailPassword'],
  ['chatworkRoom', 'chatworkToken'],
] as const satisfies readonly (readonly (keyof SettingsTable)[])[];

/** What the table says, checked. */
export type Config = {
  readonly [Key in keyof SettingsTable]:
    | Exclude<ReturnType<SettingsTable[Key]['read']>, undefined>
    | SettingsTable[Key]['default'];
};

/** Throws one error that names every wrong setting, with what is allowed there; never with what was found. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const local = Boolean(env[FIRESTORE_HOST_VARIABLE]?.trim());
  const names: readonly string[] = Object.values(SETTINGS).map(({ name }) => name);
  const wrong = Object.keys(env)
    .filter((name) => name.startsWith('HACHI_') && !names.includes(name))
    .map((name) => `${name}: there is no such setting.`);
  const read = (setting: Setting<unknown>): unknown => {
    const entered = env[setting.name]?.trim() ?? '';
    const value = entered === '' && !setting.required ? setting.default : setting.read(entered, local);
    if (value === undefined) {
      wrong.push(`${setting.name}${entered === '' ? ' is required' : ' is wrong'}: ${setting.allowed}.`);
    }
    return value;
  };
  const config = Object.fromEntries(Object.entries(SETTINGS).map(([key, setting]) => [key, read(setting)]));
  for (const keys of SET_TOGETHER) {
    const missing = keys.filter((key) => config[key] === null).map((key) => SETTINGS[key].name);
    if (missing.length === 1)
      wrong.push(
        `${missing[0]} is missing: ${keys.map((key) => SETTINGS[key].name).join(' and ')} go together.`,
      );
  }
  if (wrong.length > 0) throw new Error(`Wrong settings:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  // Each value was read by its own setting, which the loop does not tell the compiler.
  return config as Config;
}
