/** The URL of a request in its two parts, and its query. */
import type { IncomingMessage } from 'node:http';
import { inputIssue } from './input-issues';
import { invalidInput } from './problem';

/** Path, and what stands behind the question mark; empty where there is none. */
export function splitUrl(url = '/'): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

/** The first segment of the path, without slashes, and the URL as it is below it: `/account?id=x` is `account` and `/?id=x`. */
export function splitFirstSegment(url = '/'): [string, string] {
  const [, segment = '', rest = ''] = /^\/([^/?]*)(.*)$/s.exec(url) ?? [];
  return [segment, rest.startsWith('/') ? rest : `/${rest}`];
}

/** Without percent-encoding; null where that is not UTF-8. */
export function decodeOrNull(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** Of what a client cannot have in a URL: the script of a sheet may have 2 KB in one. */
const QUERY_HEADER = 'x-hachi-query';

/**
 * Of the URL or, where it has none, of the header; throws a Problem for what is not UTF-8 and for a name that is given twice, as it
 * also is where both have one.
 */
export function readQuery(request: IncomingMessage): Record<string, string> {
  const [, ofUrl] = splitUrl(request.url);
  const search = [ofUrl, ...(request.headersDistinct[QUERY_HEADER] ?? [])]
    .filter((part) => part !== '')
    .join('&');
  if (decodeOrNull(search) === null) throw invalidInput([inputIssue([], 'not_utf8')]);
  const pairs = [...new URLSearchParams(search)];
  const query = Object.fromEntries(pairs);
  if (Object.keys(query).length < pairs.length) throw invalidInput([inputIssue([], 'duplicate_field')]);
  return query;
}
