/** The settings of a deployment: one table, read once from the environment. */
import { asciiLowerCase } from './domain/text/ascii-lower-case';

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

const email = (value: string): string | undefined =>
  /^[^\s@,]+@[^\s@,]+\.[^\s@,]+$/.test(value) ? asciiLowerCase(value) : undefined;

function url(value: string): URL | null {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}

const isLoopback = (value: string, local: boolean): boolean =>
  local && /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/.test(value) && url(value) !== null;

/** Nothing else there: other paths and hosts of googleapis.com serve keys and files of anybody. */
const isGoogleCertsUrl = (value: string): boolean => {
  const at = url(value);
  return at?.origin === 'https://www.googleapis.com' && at.pathname.startsWith('/oauth2/');
};

const isAudience = (value: string, local: boolean): boolean =>
  /^[\w.-]+\.apps\.googleusercontent\.com$/.test(value) ||
  (/^https:\/\/[^\s#]+$/.test(value) && url(value) !== null) ||
  isLoopback(value, local);

const isBaseUrl = (value: string, local: boolean): boolean =>
  !/[/?#]$|[?#]/.test(value) &&
  ((value.startsWith('https://') && url(value) !== null) || isLoopback(value, local));

const isSpreadsheetId = (value: string): boolean => /^[\w-]{1,100}$/.test(value);
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
    read: email,
  },
  /** The scheduler's service account; the domains above do not bind it. */
  scheduler: {
    name: 'HACHI_SCHEDULER',
    default: null,
    allowed: EMAIL,
    read: email,
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
} as const satisfies Record<string, Setting<readonly string[] | string | null>>;

type SettingsTable = typeof SETTINGS;

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
  if (wrong.length > 0) throw new Error(`Wrong settings:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  // Each value was read by its own setting, which the loop does not tell the compiler.
  return config as Config;
}
