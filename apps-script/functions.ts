/** Calls of the functions, as the person at the sheet: identity token, retries, and troubles in words. */
import { text } from '../functions/domain/text';
import type { Told, Trouble } from './told';
import { SAYS } from './words';

export interface Ask {
  query?: Readonly<Record<string, string | number | boolean>>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  csv?: string;
}

export const FUNCTIONS_URL = 'FUNCTIONS_URL';

/** In milliseconds, before each further try, with up to a quarter more or less. */
const PAUSES = [1_000, 2_000, 4_000];
/** No further try begins after it. */
const LONGEST = 25_000;
const PASSING = [429, 502, 503, 504];

const trouble = (code: string, message: Trouble['message']): { trouble: Trouble } => ({
  trouble: { code, message },
});

/**
 * May be called again with the same request IDs: it has one effect. What was refused by a function comes as a trouble with
 * its code; a block of commands always comes as told, each with its own outcome.
 */
export const callFunction = <T>(name: string, ask: Ask): Told<T> => {
  const root = PropertiesService.getScriptProperties().getProperty(FUNCTIONS_URL);
  if (root === null || root === '') return trouble('NOT_SET_UP', SAYS.notSetUp);
  const token: string | null = ScriptApp.getIdentityToken();
  if (token === null) return trouble('NOT_GRANTED', SAYS.notGranted);
  const url = `${root}/${name}${queryOf(ask.query ?? {})}`;
  const options = optionsOf(ask, token);
  const started = Date.now();
  for (let tries = 0; ; tries += 1) {
    const answer = once(url, options);
    const pause = (PAUSES[tries] ?? Number.POSITIVE_INFINITY) * (0.75 + Math.random() / 2);
    if (answer !== null && PASSING.indexOf(answer.code) < 0) return toldBy<T>(answer);
    if (Date.now() - started + pause > LONGEST)
      return answer === null ? trouble('OFFLINE', SAYS.offline) : toldBy<T>(answer);
    Utilities.sleep(pause);
  }
};

const queryOf = (query: NonNullable<Ask['query']>): string => {
  const parts = Object.keys(query).map(
    (key) => `${encodeURIComponent(key)}=${encodeURIComponent(String(query[key]))}`,
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
};

const optionsOf = ({ body, csv }: Ask, token: string): GoogleAppsScript.URL_Fetch.URLFetchRequestOptions => ({
  muteHttpExceptions: true,
  headers: {
    Authorization: `Bearer ${token}`,
    // A copy of the spreadsheet runs a copy of this script: the functions refuse it by this.
    'X-Hachi-Spreadsheet': SpreadsheetApp.getActiveSpreadsheet().getId(),
  },
  ...(csv !== undefined
    ? { method: 'post' as const, contentType: 'text/csv; charset=utf-8', payload: csv }
    : body !== undefined
      ? { method: 'post' as const, contentType: 'application/json', payload: JSON.stringify(body) }
      : { method: 'get' as const }),
});

interface Answered {
  code: number;
  body: string;
}

/** Null where no answer came. */
const once = (url: string, options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions): Answered | null => {
  try {
    const response = UrlFetchApp.fetch(url, options);
    return { code: response.getResponseCode(), body: response.getContentText() };
  } catch (error) {
    console.warn(String(error));
    return null;
  }
};

const toldBy = <T>({ code, body }: Answered): Told<T> => {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return code >= 500 ? trouble('OFFLINE', SAYS.offline) : trouble('ODD_ANSWER', SAYS.odd);
  }
  if (typeof answer !== 'object' || answer === null) return trouble('ODD_ANSWER', SAYS.odd);
  if (!('error' in answer)) return { told: answer as T };
  const { error } = answer as { error: Partial<Trouble> & { problems?: Problem[] } };
  // Not one of ours: something between here and the functions answered.
  if (error?.code === undefined || error.message === undefined)
    return code >= 500 ? trouble('OFFLINE', SAYS.offline) : trouble('ODD_ANSWER', SAYS.odd);
  const lines = (error.problems ?? []).slice(0, MOST_LINES);
  const detailed = text(
    [error.message.ja, ...lines.map((one) => `${one.line ?? '-'}: ${one.message.ja}`)].join('\n'),
    [error.message.en, ...lines.map((one) => `${one.line ?? '-'}: ${one.message.en}`)].join('\n'),
  );
  return trouble(error.code, detailed);
};

interface Problem {
  line: number | null;
  message: Trouble['message'];
}
const MOST_LINES = 20;
