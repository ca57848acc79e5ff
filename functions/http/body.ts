/** What a caller sends, read by ourselves: capped, uncompressed, UTF-8, JSON without traps. */
import { isUtf8 } from 'node:buffer';
import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import type { InputIssue } from '../contract/issue';
import { inputIssue } from './input-issues';
import { Problem } from './problem';

export const JSON_TYPES = ['application/json'] as const;

const MAX_DEPTH = 32;

/**
 * The functions framework parses bodies before a function is called, up to 1 GB of them, and answers malformed JSON
 * and paths itself, in HTML. Node announces each request just before it hands it to a server's listeners; at that moment
 * the two headers by which the framework would know of a body are taken away (`headersDistinct` keeps them) and a
 * path that it could not decode is replaced. Every server of this process is meant: those of the local suite find the
 * two headers in `headersDistinct`, too.
 */
subscribe('http.server.request.start', (message) => {
  if (typeof message !== 'object' || message === null || !('request' in message)) return;
  const { request } = message;
  if (!(request instanceof IncomingMessage)) return;
  delete request.headers['content-length'];
  delete request.headers['transfer-encoding'];
  const [path = '', search] = splitUrl(request.url);
  if (!path.startsWith('/') || decodeOrNull(path) === null)
    request.url = `/${search === '' ? '' : `?${search}`}`;
});

function splitUrl(url = '/'): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function decodeOrNull(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

export const invalidInput = (issues: readonly InputIssue[]): Problem =>
  new Problem({ code: 'REQUEST_INVALID', issues });

/** Throws a Problem for what is not UTF-8 and for a name that is given twice. */
export function readQuery(request: IncomingMessage): Record<string, string> {
  const [, search] = splitUrl(request.url);
  if (decodeOrNull(search) === null) throw invalidInput([inputIssue([], 'not_utf8')]);
  const pairs = [...new URLSearchParams(search)];
  const query = Object.fromEntries(pairs);
  if (Object.keys(query).length < pairs.length) throw invalidInput([inputIssue([], 'duplicate_field')]);
  return query;
}

/**
 * The bytes of the body, none where there is no body. Throws a Problem as soon as more than `maxBytes` are announced or
 * received, and for a type that is not among `types`. Rejects with a plain error when the caller hangs up.
 */
export async function readBytes(
  request: IncomingMessage,
  types: readonly string[],
  maxBytes: number,
): Promise<Buffer> {
  const announced = request.headersDistinct['content-length']?.[0];
  if (Number(announced ?? 0) === 0 && !request.headersDistinct['transfer-encoding']) return Buffer.alloc(0);
  refuseOtherTypes(request, types);
  if (Number(announced ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  return receiveBytes(request, maxBytes);
}

function refuseOtherTypes(request: IncomingMessage, types: readonly string[]): void {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((one) => one.trim()).find((one) => one.startsWith('charset='));
  const readable = types !== JSON_TYPES || charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const plain = (request.headers['content-encoding'] ?? 'identity').toLowerCase() === 'identity';
  if (!types.includes(type.trim()) || !readable || !plain) {
    throw new Problem({ code: 'CONTENT_TYPE_UNSUPPORTED', accepted: types });
  }
}

const bodyTooLarge = (maxBytes: number): Problem => new Problem({ code: 'BODY_TOO_LARGE', maxBytes });

function receiveBytes(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (request.destroyed) return reject(new Error('The caller has hung up.'));
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else {
        chunks.length = 0;
        reject(bodyTooLarge(maxBytes));
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

/** The value that the JSON text gives. Throws a Problem for anything that two readers could read differently. */
export function parseStrictJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new Problem('BODY_NOT_UTF8');
  const source = bytes.toString('utf8').replace(/^\ufeff/, '');
  if (source.trim() === '') throw new Problem('BODY_EMPTY');
  const { deepest, names } = measureJson(source);
  if (deepest > MAX_DEPTH) throw invalidInput([inputIssue([], 'too_deep')]);
  const value = parseJsonText(source);
  const kept = countNames(value, []);
  if (kept < names) throw invalidInput([inputIssue([], 'duplicate_field')]);
  return value;
}

function parseJsonText(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new Problem('BODY_NOT_JSON');
  }
}

/** How deep the brackets go and how many names there are: colons, outside of strings. */
function measureJson(source: string): { deepest: number; names: number } {
  let depth = 0;
  let deepest = 0;
  let names = 0;
  for (let at = 0; at < source.length; at++) {
    const character = source[at];
    if (character === '"') {
      do at += source[at] === '\\' ? 2 : 1;
      while (at < source.length && source[at] !== '"');
    } else if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
    else if (character === '}' || character === ']') depth--;
    else if (character === ':') names++;
  }
  return { deepest, names };
}

/** Names in the whole tree; refuses `__proto__`, which some code takes for more than a name. */
function countNames(value: unknown, path: readonly string[]): number {
  if (typeof value !== 'object' || value === null) return 0;
  const names = Object.keys(value);
  if (names.includes('__proto__'))
    throw invalidInput([inputIssue([...path, '__proto__'], 'unrecognized_keys')]);
  let count = Array.isArray(value) ? 0 : names.length;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && inner !== null) count += countNames(inner, [...path, name]);
  }
  return count;
}
