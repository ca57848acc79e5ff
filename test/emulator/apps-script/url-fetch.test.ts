import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { aScript, lastExecution, stopScripts } from './a-script';

interface Got {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

let server: Server;
let root: string;
let got: Got[];

beforeEach(async () => {
  got = [];
  server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      got.push({ method, url, headers, body });
      if (url === '/silent') return;
      if (url === '/moved') response.writeHead(302, { location: '/ok' }).end();
      else if (url === '/error') response.writeHead(503, { 'retry-after': '2' }).end('x'.repeat(500));
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"name":"㈱"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await stopScripts();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const CODE = `
  function get(url, options) {
    const answer = UrlFetchApp.fetch(url, options || {});
    const headers = answer.getHeaders();
    return [answer.getResponseCode(), answer.getContentText(), headers['Content-Type'] || headers['Retry-After'] || headers['Location']];
  }
  function all(urls) { return UrlFetchApp.fetchAll(urls).map(a => a.getResponseCode()); }
  function none() { UrlFetchApp.fetch(undefined); }
  function odd() { UrlFetchApp.fetch('http://127.0.0.1', { methd: 'post' }); }
`;

test.each<[string, string, object, unknown]>([
  ['a page', '/ok', {}, [200, '{"name":"㈱"}', 'application/json']],
  ['a redirect that is followed', '/moved', {}, [200, '{"name":"㈱"}', 'application/json']],
  ['a redirect that is not', '/moved', { followRedirects: false }, [302, '', '/ok']],
  ['an error that is muted', '/error', { muteHttpExceptions: true }, [503, 'x'.repeat(500), '2']],
])('fetches %s', async (_, path, options, expected) => {
  const scene = await aScript(CODE);
  expect(await scene.run('get', root + path, options)).toEqual(expected);
  expect(lastExecution(scene)).toMatchObject({ fetches: 1, calls: { 'UrlFetchApp.fetch': 1 } });
});

test.each<[string, object, Partial<Got>, string | undefined]>([
  ['nothing', {}, { method: 'GET', body: '' }, undefined],
  [
    'JSON',
    { method: 'post', contentType: 'application/json', payload: '{"a":"漢"}' },
    { method: 'POST', body: '{"a":"漢"}' },
    'application/json',
  ],
  [
    'a form',
    { method: 'post', payload: { a: '1 2', b: 'x' } },
    { method: 'POST', body: 'a=1+2&b=x' },
    'application/x-www-form-urlencoded',
  ],
  [
    'a payload without a method',
    { payload: 'x' },
    { method: 'POST', body: 'x' },
    'application/x-www-form-urlencoded',
  ],
  [
    'another method',
    { method: 'put', payload: 'x', headers: { 'Content-Type': 'text/plain', Authorization: 'Bearer t' } },
    { method: 'PUT', body: 'x' },
    'text/plain',
  ],
])('sends %s', async (_, options, expected, contentType) => {
  const scene = await aScript(CODE);
  await scene.run('get', `${root}/ok`, options);
  expect(got).toMatchObject([{ url: '/ok', ...expected }]);
  expect(got[0]?.headers['content-type']).toBe(contentType);
  expect(got[0]?.headers['user-agent']).toContain('Google-Apps-Script');
});

test('an answer that is an error throws, in Google’s words', async () => {
  const scene = await aScript(CODE);
  await expect(scene.run('get', `${root}/error`)).rejects.toThrow(
    `Request failed for ${root} returned code 503. Truncated server response: ${'x'.repeat(200)} (use muteHttpExceptions option to examine full response)`,
  );
});

test.each([
  ['nobody there', () => 'http://127.0.0.1:1/', 'Address unavailable: http://127.0.0.1:1/'],
  ['no such name', () => 'http://nowhere.invalid/', 'DNS error: http://nowhere.invalid/'],
  ['no address', () => 'http://[', 'Invalid argument: http://['],
  ['a server that never answers', () => `${root}/silent`, 'Timeout: '],
])('fails on %s', async (_, url, message) => {
  const scene = await aScript(CODE, { limits: { fetchMs: 200 } });
  await expect(scene.run('get', url())).rejects.toThrow(message);
});

test.each([
  ['none', 'Attribute provided with no value: url'],
  ['odd', 'not emulated: UrlFetchApp option methd'],
])('a call that is wrong is refused: %s', async (name, message) => {
  const scene = await aScript(CODE);
  await expect(scene.run(name)).rejects.toThrow(message);
});

test('fetchAll asks at once, and each request counts', async () => {
  const scene = await aScript(CODE);
  expect(await scene.run('all', [`${root}/a`, { url: `${root}/b`, method: 'post', payload: 'x' }])).toEqual([
    200, 200,
  ]);
  expect(lastExecution(scene)).toMatchObject({ fetches: 2, calls: { 'UrlFetchApp.fetchAll': 1 } });
});

test('the day’s quota ends, each person’s own', async () => {
  let time = new Date('2026-11-20T00:00:00Z');
  const scene = await aScript(CODE, { limits: { fetchesPerDay: 1 }, now: () => time });
  await scene.run('get', `${root}/ok`);
  await expect(scene.run('get', `${root}/ok`)).rejects.toThrow(
    'Service invoked too many times for one day: urlfetch.',
  );
  const other = scene.host.openAs({ email: 'fs@example.com', locale: 'en' });
  await other.run('get', [`${root}/ok`]);
  time = new Date('2026-11-21T00:00:00Z');
  await scene.run('get', `${root}/ok`);
  expect(got).toHaveLength(3);
});

test.each([
  ['URL Length', '/x?', {}, ''],
  ['Header Size', '/ok', { 'X-Long': 'x'.repeat(9_000) }, ''],
  ['POST Size', '/ok', {}, 'x'.repeat(50 * 1024 ** 2 + 1)],
])('what is longer than Google takes is not sent: %s', async (what, path, headers, payload) => {
  const scene = await aScript(
    `function send(url, headers, bytes) {
      UrlFetchApp.fetch(url, { headers: headers, method: 'post', payload: 'x'.repeat(bytes) });
    }`,
  );
  const url = `${root}${path}${what === 'URL Length' ? 'x'.repeat(2_048) : ''}`;
  await scene.run('send', url, headers, payload.length).catch(() => undefined);
  expect(lastExecution(scene).error?.message).toContain(`Limit Exceeded: URLFetch ${what}.`);
  expect(got).toEqual([]);
});
