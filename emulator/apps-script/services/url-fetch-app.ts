/** `UrlFetchApp`: real HTTP, done by the host while the script waits. */
import type { FetchRequest, FetchResponse } from '../protocol';
import { asGoogle, type Emulates, emulates } from './emulated';
import { callHost, scriptException } from './host-bridge';

type UrlFetchApp = GoogleAppsScript.URL_Fetch.UrlFetchApp;
type HTTPResponse = GoogleAppsScript.URL_Fetch.HTTPResponse;
type Options = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions;

const OPTIONS: ReadonlySet<string> = new Set<keyof Options | 'url'>([
  'url',
  'contentType',
  'headers',
  'method',
  'payload',
  'muteHttpExceptions',
  'followRedirects',
  'validateHttpsCertificates',
  'escaping',
]);

class LocalResponse implements Emulates<LocalResponse, HTTPResponse> {
  constructor(private readonly answer: FetchResponse) {}
  getResponseCode(): number {
    return this.answer.code;
  }
  getContentText(charset?: string): string {
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) {
      throw new Error(`not emulated: HTTPResponse.getContentText in ${charset}`);
    }
    return this.answer.text;
  }
  getHeaders(): Record<string, string> {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(this.answer.headers)) headers[name] = String(value);
    return headers;
  }
  getAllHeaders(): Record<string, string | string[]> {
    return this.answer.headers;
  }
}

function requestOf(url: string, options: Options): FetchRequest {
  if (!url) throw scriptException('Attribute provided with no value: url');
  const unknown = Object.keys(options).find((name) => !OPTIONS.has(name));
  if (unknown !== undefined) throw new Error(`not emulated: UrlFetchApp option ${unknown}`);
  return {
    url: String(url),
    method: options.method ?? null,
    headers: { ...options.headers },
    contentType: options.contentType ?? null,
    payload: payloadOf(options.payload),
    muteHttpExceptions: options.muteHttpExceptions === true,
    followRedirects: options.followRedirects !== false,
  };
}

function payloadOf(payload: unknown): FetchRequest['payload'] {
  if (payload === null || payload === undefined) return null;
  if (typeof payload !== 'object') return String(payload);
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(payload)) {
    if (typeof value === 'object') throw new Error('not emulated: a payload with blobs');
    fields[name] = String(value);
  }
  return fields;
}

const newResponse = (answer: FetchResponse): HTTPResponse =>
  asGoogle<HTTPResponse>(new LocalResponse(answer));

class LocalUrlFetchApp implements Emulates<LocalUrlFetchApp, UrlFetchApp> {
  fetch(url: string, options: Options = {}): HTTPResponse {
    return newResponse(callHost('UrlFetchApp.fetch', requestOf(url, options)));
  }
  fetchAll(requests: (GoogleAppsScript.URL_Fetch.URLFetchRequest | string)[]): HTTPResponse[] {
    const fetchRequests = requests.map((each) =>
      typeof each === 'string' ? requestOf(each, {}) : requestOf(each.url, each),
    );
    return callHost('UrlFetchApp.fetchAll', fetchRequests).map(newResponse);
  }
}

emulates('UrlFetchApp', LocalUrlFetchApp);
emulates('HTTPResponse', LocalResponse);

export const makeUrlFetchApp = (): UrlFetchApp => asGoogle<UrlFetchApp>(new LocalUrlFetchApp());
