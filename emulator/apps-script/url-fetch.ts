/**
 * `UrlFetchApp` on the host: real HTTP, with Google's limits and messages.
 * Not verified against Google: the words in which a call fails, and that its sizes are counted in bytes.
 */

import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import type { FetchRequest, FetchResponse } from './protocol';

export interface FetchLimits {
  /** For one request. */
  milliseconds: number;
  /** Requests of one person. */
  perDay: number;
}

const MAX_ERROR_TEXT = 200;
/** In bytes, of one call. */
const MAX_URL = 2_048;
const MAX_HEADERS = 8_192;
const MAX_PAYLOAD = 50 * 1024 ** 2;
const USER_AGENT = 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com)';
const FORBIDDEN_HEADERS = new Set(['host', 'content-length', 'connection']);

export function fetchHandlers(limits: FetchLimits, now: () => Date) {
  /** By day and person. */
  const counts = new Map<string, number>();

  function countFetch(run: ExecutionContext): void {
    run.execution.fetches++;
    const key = `${now().toISOString().slice(0, 10)} ${run.email}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > limits.perDay) throw new Error('Service invoked too many times for one day: urlfetch.');
  }

  async function send(run: ExecutionContext, request: FetchRequest): Promise<FetchResponse> {
    countFetch(run);
    checkSize(request);
    const url = parseUrl(request.url);
    const signal = AbortSignal.any([run.signal, AbortSignal.timeout(limits.milliseconds)]);
    let answer: FetchResponse;
    try {
      const response = await fetch(url, { ...requestInitOf(request), signal });
      answer = {
        code: response.status,
        headers: headersOf(response.headers),
        text: await response.text(),
      };
    } catch (error) {
      throw new Error(failureText(error as FetchError, request.url));
    }
    if (answer.code < 400 || request.muteHttpExceptions) return answer;
    const excerpt = answer.text.slice(0, MAX_ERROR_TEXT);
    throw new Error(
      `Request failed for ${url.origin} returned code ${answer.code}. Truncated server response: ${excerpt} (use muteHttpExceptions option to examine full response)`,
    );
  }

  return {
    'UrlFetchApp.fetch': send,
    'UrlFetchApp.fetchAll': (run, requests) => Promise.all(requests.map((request) => send(run, request))),
  } satisfies SomeHostHandlers;
}

function checkSize({ url, headers, payload }: FetchRequest): void {
  const headerBytes = Object.entries(headers).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(`${name}: ${value}`),
    0,
  );
  const payloadText = typeof payload === 'string' ? payload : JSON.stringify(payload ?? '');
  if (Buffer.byteLength(url) > MAX_URL) throw new Error('Limit Exceeded: URLFetch URL Length.');
  if (headerBytes > MAX_HEADERS) throw new Error('Limit Exceeded: URLFetch Header Size.');
  if (Buffer.byteLength(payloadText) > MAX_PAYLOAD) throw new Error('Limit Exceeded: URLFetch POST Size.');
}

function parseUrl(text: string): URL {
  const full = /^https?:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(full)) throw new Error(`Invalid argument: ${text}`);
  return new URL(full);
}

function requestInitOf({
  method,
  headers,
  contentType,
  payload,
  followRedirects,
}: FetchRequest): RequestInit {
  const allHeaders = new Headers({ 'user-agent': USER_AGENT });
  if (payload !== null) allHeaders.set('content-type', contentType ?? 'application/x-www-form-urlencoded');
  for (const [name, value] of Object.entries(headers)) {
    if (FORBIDDEN_HEADERS.has(name.toLowerCase())) {
      throw new Error(`Attribute provided with invalid value: Header:${name}`);
    }
    allHeaders.set(name, value);
  }
  const verb = (method ?? 'get').toUpperCase();
  return {
    // As in Google, a payload turns a GET into a POST.
    method: payload !== null && verb === 'GET' ? 'POST' : verb,
    headers: allHeaders,
    body: payload === null || typeof payload === 'string' ? payload : new URLSearchParams(payload).toString(),
    redirect: followRedirects ? 'follow' : 'manual',
  };
}

/** Header names are written like `Content-Type`, however the server writes them. */
function headersOf(headers: Headers): FetchResponse['headers'] {
  const result: FetchResponse['headers'] = {};
  for (const [name, value] of headers) {
    result[name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase())] = value;
  }
  const cookies = headers.getSetCookie();
  if (cookies.length > 1) result['Set-Cookie'] = cookies;
  return result;
}

interface FetchError {
  name?: string;
  message?: string;
  cause?: { code?: string };
}

function failureText({ name, message, cause }: FetchError, url: string): string {
  if (name === 'TimeoutError') return `Timeout: ${url}`;
  if (!cause) return message ?? '';
  const isUnknownHost = cause.code === 'ENOTFOUND' || cause.code === 'EAI_AGAIN';
  return isUnknownHost ? `DNS error: ${url}` : `Address unavailable: ${url}`;
}
