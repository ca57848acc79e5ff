import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Problem } from '../../../functions/http/problem';
import { decodeOrNull, readQuery, splitFirstSegment, splitUrl } from '../../../functions/http/request-url';

const queryOf = (url: string): unknown => {
  const request = Object.assign(new IncomingMessage(new Socket()), { url });
  try {
    return readQuery(request);
  } catch (error) {
    if (!(error instanceof Problem) || error.detail.code !== 'REQUEST_INVALID') throw error;
    return error.detail.issues.map(({ code }) => code);
  }
};

test.each([
  [undefined, ['/', '']],
  ['/lookup', ['/lookup', '']],
  ['/lookup?q=a?b', ['/lookup', 'q=a?b']],
  ['?q', ['', 'q']],
])('%j in two parts: %j', (url, parts) => {
  expect(splitUrl(url)).toEqual(parts);
});

test.each([
  [undefined, ['', '/']],
  ['/', ['', '/']],
  ['/lookup', ['lookup', '/']],
  ['/lookup?q=a/b', ['lookup', '/?q=a/b']],
  ['/lookup/', ['lookup', '/']],
  ['/lookup/x?q', ['lookup', '/x?q']],
  ['//lookup', ['', '/lookup']],
  ['?q', ['', '/']],
])('the first segment of %j: %j', (url, parts) => {
  expect(splitFirstSegment(url)).toEqual(parts);
});

test.each([
  ['%E6%9D%BE', '松'],
  ['a+b', 'a+b'],
  ['%E5', null],
  ['%', null],
])('%s decoded: %j', (part, decoded) => {
  expect(decodeOrNull(part)).toBe(decoded);
});

test.each<[string, unknown]>([
  ['/lookup', {}],
  ['/lookup?q=%E6%9D%BE&limit=', { q: '松', limit: '' }],
  ['/lookup?constructor=1', { constructor: '1' }],
  ['/lookup?q=a&q=a', ['duplicate_field']],
  ['/lookup?q=%E5', ['not_utf8']],
])('the query of %s: %j', (url, query) => {
  expect(queryOf(url)).toEqual(query);
});

describe('a query that is too long for a URL', () => {
  const read = (url: string, ...headers: string[]): unknown => {
    const request = Object.assign(new IncomingMessage(new Socket()), { url });
    Object.defineProperty(request, 'headersDistinct', {
      value: headers.length === 0 ? {} : { 'x-hachi-query': headers },
    });
    try {
      return readQuery(request);
    } catch (error) {
      if (!(error instanceof Problem) || error.detail.code !== 'REQUEST_INVALID') throw error;
      return error.detail.issues.map(({ code }) => code);
    }
  };

  test.each<[string, string, string[], unknown]>([
    ['stands in a header', '/import', ['list=%E6%9D%BE&from=3'], { list: '松', from: '3' }],
    ['or in the URL', '/import?list=a', [], { list: 'a' }],
    ['and not a name in both', '/import?list=a', ['list=b'], ['duplicate_field']],
    ['nor in two headers', '/import', ['list=a', 'list=b'], ['duplicate_field']],
    ['in UTF-8', '/import', ['list=%FF'], ['not_utf8']],
  ])('%s', (_, url, headers, expected) => {
    expect(read(url, ...headers)).toEqual(expected);
  });
});
