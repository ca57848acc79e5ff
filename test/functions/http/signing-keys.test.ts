import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeSigningKeys } from '../../../functions/http/signing-keys';

const pemOf = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .publicKey.export({ type: 'spki', format: 'pem' })
    .toString();
const OLD = { old: pemOf() };
const NEW = { new: pemOf() };
const HOUR = 3600_000;
const UNAVAILABLE = expect.objectContaining({ detail: { code: 'SIGN_IN_UNAVAILABLE' } });

let server: Server;
let answer: (response: ServerResponse) => void;
let keyRequests: number;
let now: number;

const keys =
  (set: object, maxAge = 3600) =>
  (response: ServerResponse) =>
    response.writeHead(200, { 'Cache-Control': `max-age=${maxAge}` }).end(JSON.stringify(set));

beforeEach(async () => {
  keyRequests = 0;
  now = 0;
  answer = keys(OLD);
  server = createServer((_request, response) => {
    keyRequests++;
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const signingKeys = (timeoutMs?: number) =>
  makeSigningKeys(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, () => now, timeoutMs);

/** A server that does not come to an end, as fast as it is read or byte by byte. */
const endless = (chunk: string) => (response: ServerResponse) => {
  response.writeHead(200, { 'Cache-Control': 'max-age=3600' });
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
};
const unfinished = (response: ServerResponse) => {
  response.writeHead(200, { 'Cache-Control': 'max-age=3600' }).write('{');
};

const NO_ANSWERS: [string, (response: ServerResponse) => void][] = [
  ['{}', keys({})],
  ['[]', keys([])],
  ['a page', (response) => response.end('<html>')],
  ['an error', (response) => response.writeHead(500).end('{}')],
  ['a key that is none', keys({ old: 'PEM' })],
  ['a good key beside one that is none', keys({ ...OLD, new: null })],
  ['half of it', (response) => response.end(JSON.stringify(OLD).slice(0, 200))],
  ['a closed connection', (response) => response.destroy()],
  ['endless bytes', endless(' '.repeat(16_384))],
  ['no end', unfinished],
  ['nothing', () => {}],
];

test.each(NO_ANSWERS)(
  '%s instead of keys: the known ones go on, an unknown one cannot be checked',
  async (_name, bad) => {
    const keysFor = signingKeys(100);
    await keysFor('old');
    answer = bad;
    now = HOUR;
    expect(await keysFor('old')).toEqual(OLD);
    await expect(keysFor('new')).rejects.toEqual(UNAVAILABLE);
    answer = keys(NEW);
    expect(await keysFor('new')).toEqual(NEW);
  },
);

test('while the key server fails it is called once a minute for a known key', async () => {
  const keysFor = signingKeys();
  await keysFor('old');
  answer = keys({});
  now = HOUR;
  for (let call = 0; call < 5; call++) await keysFor('old');
  expect(keyRequests).toBe(2);
  now += 60_000;
  await keysFor('old');
  expect(keyRequests).toBe(3);
});

test('known keys outlive their time by a day, and no longer', async () => {
  const keysFor = signingKeys();
  await keysFor('old');
  answer = keys({});
  now = 25 * HOUR - 1;
  expect(await keysFor('old')).toEqual(OLD);
  now += 1;
  await expect(keysFor('old')).rejects.toEqual(UNAVAILABLE);
});

test('an age of years is a day', async () => {
  answer = keys(OLD, 999_999_999);
  const keysFor = signingKeys();
  await keysFor('old');
  now = 24 * HOUR;
  await keysFor('old');
  expect(keyRequests).toBe(2);
});

test('a key that the key server has taken back is not known any more', async () => {
  const keysFor = signingKeys();
  await keysFor('old');
  answer = keys(NEW);
  now = HOUR;
  expect(await keysFor('old')).toEqual(NEW);
});
