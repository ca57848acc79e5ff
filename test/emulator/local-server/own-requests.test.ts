import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isOwnRequest } from '../../../emulator/local-server/own-requests';
import { sendRequest } from '../send-request';

let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => response.end(String(isOwnRequest(request))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** `PORT` stands for the server's own. */
const isOwn = async (headers: Record<string, string | string[]>, path = '/', method = 'GET') => {
  const filled = JSON.parse(JSON.stringify(headers).replaceAll('PORT', String(port)));
  const { body } = await sendRequest(`http://127.0.0.1:${port}${path}`, { method, headers: filled });
  return body === 'true';
};
const navigation = {
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
};

test.each<[string, Record<string, string>]>([
  ['a program', {}],
  ['a program by another name of this machine', { host: 'LOCALHOST:PORT' }],
  ['the page itself', { origin: 'http://127.0.0.1:PORT', 'sec-fetch-site': 'same-origin' }],
  ['an address that was typed', { 'sec-fetch-site': 'none' }],
  [
    'the page under another name',
    { host: '[::1]:PORT', origin: 'http://localhost:PORT', 'sec-fetch-site': 'none' },
  ],
])('%s is answered', async (_, headers) => {
  expect(await isOwn(headers)).toBe(true);
  expect(await isOwn(headers, '/local/clock', 'POST')).toBe(true);
});

test.each<[string, Record<string, string>]>([
  ['a name that leads to this machine', { host: 'elsewhere.example:PORT' }],
  ['a name that begins as ours', { host: 'localhost.elsewhere.example:PORT' }],
  ['another port', { host: '127.0.0.1:1' }],
  ['no port', { host: '127.0.0.1' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ['a page of another origin', { origin: 'https://elsewhere.example' }],
  ['our own name by https', { origin: 'https://127.0.0.1:PORT' }],
  ['a page without an origin', { origin: 'null' }],
])('%s is not', async (_, headers) => {
  expect(await isOwn(headers)).toBe(false);
  expect(await isOwn(headers, '/local/token?email=a@b')).toBe(false);
});

test('a link that somebody follows opens the page or a row, and nothing else', async () => {
  for (const path of ['/', '/?as=sato', '/open?to=x'])
    expect([path, await isOwn(navigation, path)]).toEqual([path, true]);
  for (const path of ['/local/token?email=a@b', '/opener', '/open/x', '//'])
    expect([path, await isOwn(navigation, path)]).toEqual([path, false]);
  expect(await isOwn(navigation, '/', 'POST')).toBe(false);
  // A frame, a picture: it does not open in sight.
  expect(await isOwn({ ...navigation, 'sec-fetch-dest': 'iframe' })).toBe(false);
  expect(await isOwn({ ...navigation, 'sec-fetch-mode': 'no-cors' })).toBe(false);
});
