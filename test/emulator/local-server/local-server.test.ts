import { connect } from 'node:net';
import { type LocalServer, listenLocally } from '../../../emulator/local-server/local-server';
import { sendRequest } from '../send-request';

let server: LocalServer;
beforeAll(async () => {
  server = await listenLocally(0);
  server.serve((_, response) => response.end('answered'));
});
afterAll(() => server.stop());

const own = (): string => `127.0.0.1:${server.port}`;
type Headers = Record<string, string>;

test('a connection is kept until its caller ends it, and no time is said after which the server would', async () => {
  const { headers } = await fetch(server.root);
  expect([headers.get('connection'), headers.get('keep-alive')]).toEqual(['keep-alive', null]);
});

describe('who is answered', () => {
  test.each<[string, () => Headers, string?]>([
    ['a program', () => ({})],
    ['a program that names this machine', () => ({ host: `localhost:${server.port}` })],
    ['one that writes it large', () => ({ host: `LOCALHOST:${server.port}` })],
    ['one that comes over IPv6', () => ({ host: `[::1]:${server.port}` })],
    ['the own page', () => ({ origin: `http://${own()}`, 'sec-fetch-site': 'same-origin' })],
    ['an address that somebody types', () => ({ 'sec-fetch-site': 'none' })],
    [
      'a link to the page, from elsewhere',
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
    ],
    [
      'a link to a row of the register, from elsewhere',
      () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
      'open?account=a1',
    ],
    [
      'a link to somebody’s page, from elsewhere',
      () => ({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }),
      '?as=suzuki',
    ],
  ])('%s', async (_, headers, path = '') => {
    const { status, body } = await sendRequest(`${server.root}/${path}`, { headers: headers() });
    expect({ status, body }).toEqual({ status: 200, body: 'answered' });
  });
});

const NAVIGATION = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};

describe('who is refused', () => {
  test.each<[string, () => Headers, string?, string?]>([
    ['another name for this machine', () => ({ host: `elsewhere.example:${server.port}` })],
    ['a name that only begins like one', () => ({ host: `localhost.elsewhere.example:${server.port}` })],
    ['another port', () => ({ host: '127.0.0.1:1' })],
    ['no port', () => ({ host: '127.0.0.1' })],
    ['a page of another site', () => ({ origin: 'https://elsewhere.example' })],
    ['a page of another port', () => ({ origin: 'http://127.0.0.1:1' })],
    ['the own page, encrypted, which it is not', () => ({ origin: `https://${own()}` })],
    ['a page without an origin', () => ({ origin: 'null' })],
    ['an image on another site', () => ({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })],
    ['a fetch of another port', () => ({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' })],
    ['a frame of another site', () => ({ ...NAVIGATION, 'sec-fetch-dest': 'iframe' })],
    ['a link from elsewhere to anything but the page', () => NAVIGATION, 'page/events?window=12345678'],
    ['a link from elsewhere to a helper', () => NAVIGATION, 'local/clock'],
    ['a link from elsewhere to a function', () => NAVIGATION, 'openaccounts'],
    ['a form of another site', () => NAVIGATION, '', 'POST'],
  ])('%s', async (_, headers, path = '', method = 'GET') => {
    const { status, body } = await sendRequest(`${server.root}/${path}`, { method, headers: headers() });
    expect(status).toBe(403);
    expect(JSON.parse(body)).toEqual({
      error: { code: 'FORBIDDEN', message: { ja: expect.any(String), en: expect.any(String) } },
    });
  });

  test.each<[string, string, () => string[]]>([
    ['a target and a host elsewhere', 'GET http://elsewhere.example/ HTTP/1.1', () => ['elsewhere.example']],
    ['HTTP/1.0 without a host', 'GET / HTTP/1.0', () => []],
    ['an empty host', 'GET / HTTP/1.1', () => ['']],
    ['two hosts', 'GET / HTTP/1.1', () => [own(), 'elsewhere.example']],
  ])('%s', async (_, line, hosts) => {
    const socket = connect(server.port, '127.0.0.1');
    const headers = [...hosts().map((host) => `Host: ${host}`), 'Connection: close'];
    socket.end([line, ...headers, '', ''].join('\r\n'));
    const chunks: Buffer[] = [];
    for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 403 /);
  });
});

test.each([
  ['answers', {}],
  ['refusals', { origin: 'null' }],
])('%s carry what keeps other sites from showing, embedding and guessing them', async (_, headers) => {
  const answer = await sendRequest(server.root, { headers });
  expect(answer.headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
});

test('until it serves it answers that it is starting', async () => {
  const starting = await listenLocally(0);
  const { status, body } = await sendRequest(starting.root);
  await starting.stop();
  expect(status).toBe(503);
  expect(JSON.parse(body).error.code).toBe('STARTING');
});

test('a second stop does nothing', async () => {
  const stopped = await listenLocally(0);
  await stopped.stop();
  await stopped.stop();
});

test('a taken port is an error that names it', async () => {
  await expect(listenLocally(server.port)).rejects.toMatchObject({ code: 'EADDRINUSE', port: server.port });
});
