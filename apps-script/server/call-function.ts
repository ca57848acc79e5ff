/** Calls of the functions, as the person at the sheet: identity token, retries, and troubles in words. */
import { text } from '../../functions/domain/text/text';
import { SCRIPT_MESSAGES } from '../messages';
import type { ApiError, Result } from '../script-api';

export interface CallInput {
  query?: Readonly<Record<string, string | number | boolean>>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  csv?: string;
}

export const FUNCTIONS_URL = 'FUNCTIONS_URL';

/** In milliseconds, before each further try, with up to a quarter more or less. */
const RETRY_PAUSES = [1_000, 2_000, 4_000];
/** No further try begins after it. */
const RETRY_TIME_LIMIT = 25_000;
const RETRYABLE_CODES = [429, 502, 503, 504];

const failure = (code: string, message: ApiError['message']): { error: ApiError } => ({
  error: { code, message },
});

/**
 * May be called again with the same request IDs: it has one effect. What was refused by a function comes as a trouble with
 * its code; a block of commands always comes as told, each with its own outcome.
 */
export const callFunction = <T>(name: string, ask: CallInput): Result<T> => {
  const root = PropertiesService.getScriptProperties().getProperty(FUNCTIONS_URL);
  if (root === null || root === '') return failure('NOT_SET_UP', SCRIPT_MESSAGES.notSetUp);
  const token: string | null = ScriptApp.getIdentityToken();
  if (token === null) return failure('NOT_GRANTED', SCRIPT_MESSAGES.notGranted);
  const url = `${root}/${name}${queryString(ask.query ?? {})}`;
  const options = requestOptions(ask, token);
  const started = Date.now();
  for (let tries = 0; ; tries += 1) {
    const answer = fetchOnce(url, options);
    const pause = (RETRY_PAUSES[tries] ?? Number.POSITIVE_INFINITY) * (0.75 + Math.random() / 2);
    if (answer !== null && RETRYABLE_CODES.indexOf(answer.code) < 0) return readResponse<T>(answer);
    if (Date.now() - started + pause > RETRY_TIME_LIMIT)
      return answer === null ? failure('OFFLINE', SCRIPT_MESSAGES.offline) : readResponse<T>(answer);
    Utilities.sleep(pause);
  }
};

const queryString = (query: NonNullable<CallInput['query']>): string => {
  const parts = Object.keys(query).map(
    (key) => `${encodeURIComponent(key)}=${encodeURIComponent(String(query[key]))}`,
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
};

const requestOptions = (
  { body, csv }: CallInput,
  token: string,
): GoogleAppsScript.URL_Fetch.URLFetchRequestOptions => ({
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

interface HttpResponse {
  code: number;
  body: string;
}

/** Null where no answer came. */
const fetchOnce = (
  url: string,
  options: GoogleAppsScript.URL_Fetch.URLFetchRequestOptions,
): HttpResponse | null => {
  try {
    const response = UrlFetchApp.fetch(url, options);
    return { code: response.getResponseCode(), body: response.getContentText() };
  } catch (error) {
    console.warn(String(error));
    return null;
  }
};

const readResponse = <T>({ code, body }: HttpResponse): Result<T> => {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return code >= 500
      ? failure('OFFLINE', SCRIPT_MESSAGES.offline)
      : failure('ODD_ANSWER', SCRIPT_MESSAGES.odd);
  }
  if (typeof answer !== 'object' || answer === null) return failure('ODD_ANSWER', SCRIPT_MESSAGES.odd);
  if (!('error' in answer)) return { value: answer as T };
  const { error } = answer as { error: Partial<ApiError> & { problems?: ListProblem[] } };
  // Not one of ours: something between here and the functions answered.
  if (error?.code === undefined || error.message === undefined)
    return code >= 500
      ? failure('OFFLINE', SCRIPT_MESSAGES.offline)
      : failure('ODD_ANSWER', SCRIPT_MESSAGES.odd);
  const lines = (error.problems ?? []).slice(0, MAX_PROBLEM_LINES);
  const detailed = text(
    [error.message.ja, ...lines.map((one) => `${one.line ?? '-'}: ${one.message.ja}`)].join('\n'),
    [error.message.en, ...lines.map((one) => `${one.line ?? '-'}: ${one.message.en}`)].join('\n'),
  );
  return failure(error.code, detailed);
};

interface ListProblem {
  line: number | null;
  message: ApiError['message'];
}
const MAX_PROBLEM_LINES = 20;
