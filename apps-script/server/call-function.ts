/**
 * Calls of the functions, as the person at the sheet: identity token, retries, and problems in words.
 * Not verified against Google: that the identity token of a script is for its own OAuth client ID.
 */

import type { CallAnswer, CallInput, FunctionName, MethodOf } from '../../functions/contract/contract';
import { type Text, text } from '../../functions/domain/text/text';
import { SCRIPT_MESSAGES } from '../messages';
import { activeSpreadsheet } from '../register/active-spreadsheet';
import type { ApiError, Result } from '../script-api';
import { isJsonObject, isText, parseJson } from './json-values';

export const FUNCTIONS_URL = 'FUNCTIONS_URL';
/** Written into the script when it is bundled for a deployment; else empty. */
declare const DEPLOYED_FUNCTIONS_URL: string;

/** Google fetches nothing from an address of more than 2 KB: what asks for more stands in a header, of which 8 KB go through. */
const MAX_URL = 1_900;

/** In milliseconds, before each further try, with up to a quarter more or less. */
const RETRY_PAUSES = [1_000, 2_000, 4_000];
/** No further try begins after it. */
const RETRY_TIME_LIMIT = 25_000;
const RETRYABLE_CODES = [429, 502, 503, 504];

const failure = (code: string, message: ApiError['message']): { error: ApiError } => ({
  error: { code, message },
});

/** Something that no function answers. */
export const ODD_ANSWER = failure('ODD_ANSWER', SCRIPT_MESSAGES.odd);

/**
 * May be called again with the same request IDs: it has one effect. What a function refuses comes as an error with its code;
 * a block of commands comes as a value, each with its own result, refused ones too.
 */
export const callFunction = <Name extends FunctionName, M extends MethodOf<Name>>(
  name: Name,
  method: M,
  input: CallInput<Name, M>,
): Result<CallAnswer<Name, M>> => {
  const root =
    DEPLOYED_FUNCTIONS_URL || PropertiesService.getScriptProperties().getProperty(FUNCTIONS_URL) || '';
  if (root === '') return failure('NOT_SET_UP', SCRIPT_MESSAGES.notSetUp);
  const token: string | null = ScriptApp.getIdentityToken();
  if (token === null) {
    // Consent was given by halves: Google asks for the rest, and ends the execution, where it can ask.
    ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
    return failure('NOT_GRANTED', SCRIPT_MESSAGES.notGranted);
  }
  const query = queryString(input.query ?? {});
  const isLong = root.length + name.length + query.length > MAX_URL;
  const url = `${root}/${name}${isLong || query === '' ? '' : `?${query}`}`;
  const options = requestOptions(method, input, token, isLong ? query : null);
  const started = Date.now();
  for (let tries = 0; ; tries += 1) {
    const answer = fetchOnce(url, options);
    const pause = (RETRY_PAUSES[tries] ?? Number.POSITIVE_INFINITY) * (0.75 + Math.random() / 2);
    if (answer !== null && RETRYABLE_CODES.indexOf(answer.code) < 0)
      return readResponse<CallAnswer<Name, M>>(answer);
    if (Date.now() - started + pause > RETRY_TIME_LIMIT)
      return answer === null
        ? failure('OFFLINE', SCRIPT_MESSAGES.offline)
        : readResponse<CallAnswer<Name, M>>(answer);
    Utilities.sleep(pause);
  }
};

const queryString = (query: object): string => {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`,
  );
  return parts.join('&');
};

const requestOptions = (
  method: 'GET' | 'POST',
  { body, csv }: { body?: unknown; csv?: string | undefined },
  token: string,
  longQuery: string | null,
): GoogleAppsScript.URL_Fetch.URLFetchRequestOptions => ({
  muteHttpExceptions: true,
  headers: {
    Authorization: `Bearer ${token}`,
    // A copy of the spreadsheet runs a copy of this script: the functions refuse it by this.
    'X-Hachi-Spreadsheet': activeSpreadsheet().getId(),
    ...(longQuery === null ? {} : { 'X-Hachi-Query': longQuery }),
  },
  ...(method === 'GET'
    ? { method: 'get' as const }
    : csv !== undefined
      ? { method: 'post' as const, contentType: 'text/csv; charset=utf-8', payload: csv }
      : { method: 'post' as const, contentType: 'application/json', payload: JSON.stringify(body) }),
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
  const answer = parseJson(body);
  const unreadable = code >= 500 ? failure('OFFLINE', SCRIPT_MESSAGES.offline) : ODD_ANSWER;
  if (!isJsonObject(answer)) return unreadable;
  if ('error' in answer) return withAddress(problemIn(answer.error) ?? unreadable);
  // The functions answer as the contract says, and tests hold each answer of theirs to it: the script, in which the schemas
  // would not find room, takes it for what it is. This is the only place.
  return { value: answer as T };
};

/** In a browser with several Google accounts, Google may have asked as another one than the person thinks. */
const withAddress = ({ error }: { error: ApiError }): { error: ApiError } => {
  if (ACCOUNT_CODES.indexOf(error.code) < 0) return { error };
  const { ja, en } = error.message;
  const address = Session.getEffectiveUser().getEmail();
  return { error: { ...error, message: text(`${ja}\n(${address})`, `${en}\n(${address})`) } };
};

/** What another account would be let do. */
const ACCOUNT_CODES = ['NOT_A_MEMBER', 'MEMBER_LEFT', 'DOMAIN_NOT_ALLOWED', 'ROLE_NOT_ALLOWED'];

/** Null where it is not one of ours: something between here and the functions answered. */
const problemIn = (error: unknown): { error: ApiError } | null => {
  if (!isJsonObject(error) || typeof error.code !== 'string' || !isText(error.message)) return null;
  const { message, problems, issues } = error;
  const lines = Array.isArray(problems) ? problems.slice(0, MAX_PROBLEM_LINES).flatMap(problemLine) : [];
  const detailed = text(
    [message.ja, ...lines.map(({ ja }) => ja)].join('\n'),
    [message.en, ...lines.map(({ en }) => en)].join('\n'),
  );
  const failed = failure(error.code, detailed);
  return Array.isArray(issues) ? { error: { ...failed.error, issues: issues.flatMap(issueOf) } } : failed;
};

const issueOf = (issue: unknown): { path: string; message: Text }[] => {
  if (!isJsonObject(issue) || typeof issue.path !== 'string' || !isText(issue.message)) return [];
  return [{ path: issue.path, message: issue.message }];
};

/** Of a list that cannot be read: what is wrong in which of its lines. */
const problemLine = (problem: unknown): Text[] => {
  if (!isJsonObject(problem) || !isText(problem.message)) return [];
  const { line, message } = problem;
  const place = typeof line === 'number' ? line : '-';
  return [text(`${place}: ${message.ja}`, `${place}: ${message.en}`)];
};

const MAX_PROBLEM_LINES = 20;
