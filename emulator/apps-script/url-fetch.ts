/** `UrlFetchApp` on the host: real HTTP, with Google's limits and its words for what went wrong. */

import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import type { FetchRequest, FetchResponse } from './protocol';

export interface FetchLimits {
  /** Of one request. */
  milliseconds: number;
  /** Of one person. */
  perDay: number;
}

const MAX_ERROR_TEXT = 200;
const USER_AGENT = 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com)';
const FORBIDDEN_HEADERS = new Set(['host', 'content-length', 'connection']);

export function fetchHandlers(limits: FetchLimits, now: () => Date) {
  const spent = new Map<string, number>();

  function spend(run: ExecutionContext): void {
    run.execution.fetches++;
    const key = `${now().toISOString().slice(0, 10)} ${run.email}`;
    const count = (spent.get(key) ?? 0) + 1;
    spent.set(key, count);
    if (count > limits.perDay) throw new Error('Service invoked too many times for one day: urlfetch.');
  }

  async function request(run: ExecutionContext, asked: FetchRequest): Promise<FetchResponse> {
    spend(run);
    const url = parseUrl(asked.url);
    const signal = AbortSignal.any([run.signal, AbortSignal.timeout(limits.milliseconds)]);
    let answer: FetchResponse;
    try {
      const response = await fetch(url, { ...requestInitOf(asked), signal });
      answer = {
        code: response.status,
        headers: headersOf(response.headers),
        text: await response.text(),
      };
    } catch (error) {
      throw new Error(failureText(error as FetchError, asked.url));
    }
    if (answer.code < 400 || asked.muteHttpExceptions) return answer;
    const shown = answer.text.slice(0, MAX_ERROR_TEXT);
    throw new Error(
      `Request failed for ${url.origin} returned code ${answer.code}. Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`,
    );
  }

  return {
    'UrlFetchApp.fetch': request,
    'UrlFetchApp.fetchAll': (run, asked) => Promise.all(asked.map((each) => request(run, each))),
  } satisfies SomeHostHandlers;
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
  const sent = new Headers({ 'user-agent': USER_AGENT });
  if (payload !== null) sent.set('content-type', contentType ?? 'application/x-www-form-urlencoded');
  for (const [name, value] of Object.entries(headers)) {
    if (FORBIDDEN_HEADERS.has(name.toLowerCase())) {
      throw new Error(`Attribute provided with invalid value: Header:${name}`);
    }
    sent.set(name, value);
  }
  const asked = (method ?? 'get').toUpperCase();
  return {
    // A payload turns a GET into a POST, as it does in Google.
    method: payload !== null && asked === 'GET' ? 'POST' : asked,
    headers: sent,
    body: payload === null || typeof payload === 'string' ? payload : new URLSearchParams(payload).toString(),
    redirect: followRedirects ? 'follow' : 'manual',
  };
}

/** Names are written `Content-Type`; how a server wrote them is not kept. */
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
  const unnamed = cause.code === 'ENOTFOUND' || cause.code === 'EAI_AGAIN';
  return unnamed ? `DNS error: ${url}` : `Address unavailable: ${url}`;
}
