import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type LocalIdentity, startIdentity } from '../../../emulator/identity';
import { readConfig } from '../../../functions/config';
import { makeSignIn } from '../../../functions/http/sign-in';
import { type HostileToken, hostileTokens } from '../../hostile-tokens';
import { signingKey } from '../../signing-key';
import {
  errorOf,
  type HttpCall,
  type RunningSample,
  sendHttp,
  serveByCommand,
  serveHere,
} from './serve-sample';

const REP = 'rep@example.com';

let identity: LocalIdentity;
let stranger: LocalIdentity;
let env: Record<string, string>;

beforeAll(async () => {
  [identity, stranger] = await Promise.all([startIdentity({ privateKey: signingKey() }), startIdentity({})]);
  env = {
    FIRESTORE_EMULATOR_HOST: '127.0.0.1:1',
    HACHI_AUDIENCES: `sheet.apps.googleusercontent.com,${identity.audience}`,
    HACHI_CERTS_URL: identity.certsUrl,
    HACHI_DOMAINS: 'example.com,example.co.jp,k.example',
    HACHI_SCHEDULER: 'jobs@project.iam.gserviceaccount.com',
  };
});
afterAll(() => Promise.all([identity.stop(), stranger.stop()]));

const issue = (claimed: Partial<Parameters<LocalIdentity['issue']>[0]>) =>
  identity.issue({ email: REP, hd: 'example.com', ...claimed });

const attacks: HostileToken[] = [
  [
    "an address that Unicode's lower case makes the member's",
    () => issue({ email: '\u212aei@example.com' }),
    403,
    'NOT_A_MEMBER',
  ],
  [
    "a domain that Unicode's lower case makes ours",
    () => issue({ hd: '\u212a.example' }),
    403,
    'DOMAIN_NOT_ALLOWED',
  ],
  ['another domain', () => issue({ hd: 'example.org' }), 403, 'DOMAIN_NOT_ALLOWED'],
  ['no domain', () => issue({ hd: undefined }), 403, 'DOMAIN_NOT_ALLOWED'],
  ['a stranger', () => issue({ email: 'x@example.com' }), 403, 'NOT_A_MEMBER'],
  ['a member who left', () => issue({ email: 'left@example.com' }), 403, 'MEMBER_LEFT'],
];

describe.each([
  ['the framework as a test server', () => serveHere('echo', env)],
  ['the framework as it is deployed', () => serveByCommand('echo', { ...env, NODE_ENV: 'production' })],
])('over HTTP: %s', (_, serve) => {
  let served: RunningSample;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.stop());

  const send = (authorization: string | string[] | undefined, more: HttpCall = {}) =>
    sendHttp(served.port, {
      body: '{"name":"x"}',
      ...more,
      headers: {
        'Content-Type': 'application/json',
        ...(authorization === undefined ? {} : { Authorization: authorization }),
      },
    });

  test.each([
    ['a member', { email: 'Rep@Example.COM' }],
    ['the other issuer', { issuer: 'accounts.google.com' }],
    ['the other domain', { hd: 'example.co.jp' }],
    ['the other audience', { audience: 'sheet.apps.googleusercontent.com' }],
    ['a clock half a minute fast', { issuedAt: new Date(Date.now() + 30_000) }],
    ['a start half a minute ahead', { notBefore: new Date(Date.now() + 30_000) }],
    ['half a minute too late', { issuedAt: new Date(Date.now() - 3_630_000) }],
  ])('%s is let in', async (_name, claimed) => {
    const reply = await send(`Bearer ${await issue(claimed)}`);
    expect([reply.status, JSON.parse(reply.text).caller]).toEqual([200, REP]);
  });

  test('the scheduler is let in, which has no domain', async () => {
    const email = 'jobs@project.iam.gserviceaccount.com';
    const reply = await send(`bearer ${await issue({ email, hd: undefined })}`);
    expect(JSON.parse(reply.text).caller).toBe(email);
  });

  test.each([...attacks, ...hostileTokens(() => ({ identity, stranger, email: REP, hd: 'example.com' }))])(
    '%s',
    async (_name, make, status, code) => {
      const token = await make();
      const reply = await send(`Bearer ${token}`);
      expect([errorOf(reply).code, reply.status]).toEqual([code, status]);
      if (status === 401) expect(reply.headers['www-authenticate']).toContain('invalid_token');
      for (const secret of token.split('.').filter((one) => one.length > 15)) {
        expect(reply.text).not.toContain(secret);
        expect(served.written()).not.toContain(secret);
      }
      expect(served.written()).not.toContain('"severity":"ERROR"');
    },
  );

  test.each([
    ['no header', undefined],
    ['Basic', `Basic ${Buffer.from('rep@example.com:x').toString('base64')}`],
    ['no scheme', 'eyJhbGciOiJub25lIn0.e30.'],
    ['an empty header', ''],
    ['Bearer alone', 'Bearer'],
  ])('%s', async (_name, authorization) => {
    const reply = await send(authorization);
    expect([errorOf(reply).code, reply.status]).toEqual(['NOT_SIGNED_IN', 401]);
    expect(reply.headers['www-authenticate']).toBe('Bearer realm="hachi"');
  });

  test('two Authorization headers, the good one first or last', async () => {
    const good = `Bearer ${await issue({})}`;
    const bad = `Bearer ${await issue({ email: 'x@example.com' })}`;
    for (const both of [
      [good, bad],
      [bad, good],
      [good, good],
    ]) {
      const reply = await send(both);
      expect([errorOf(reply).code, reply.status]).toEqual(['TOKEN_INVALID', 401]);
    }
  });

  test('a header that Node itself refuses gets no answer of ours, and no stack', async () => {
    const reply = await send(`Bearer ${'A'.repeat(20_000)}`);
    expect([reply.status, reply.text]).toEqual([431, '']);
  });

  test('the scheduler cannot be played with its headers', async () => {
    const reply = await sendHttp(served.port, {
      body: '{}',
      headers: {
        'Content-Type': 'application/json',
        'X-CloudScheduler': 'true',
        'X-CloudScheduler-JobName': 'queue',
      },
    });
    expect(errorOf(reply).code).toBe('NOT_SIGNED_IN');
  });

  test('who is not signed in learns nothing of what a body may be', async () => {
    for (const body of ['{', 'x'.repeat(100_000)]) {
      expect(errorOf(await send(undefined, { body })).code).toBe('NOT_SIGNED_IN');
    }
  });
});

describe('the signing keys', () => {
  let server: Server;
  let keyRequests: number;
  let answer: { status: number; body: string; headers: Record<string, string> };
  let now: number;

  beforeEach(async () => {
    keyRequests = 0;
    now = Date.now();
    const body = await (await fetch(identity.certsUrl)).text();
    answer = { status: 200, body, headers: { 'Cache-Control': 'public, max-age=300' } };
    server = createServer((_request, response) => {
      keyRequests++;
      response.writeHead(answer.status, answer.headers).end(answer.body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const make = (more: Record<string, string> = {}) => {
    const { port } = server.address() as AddressInfo;
    const config = readConfig({ ...env, HACHI_CERTS_URL: `http://127.0.0.1:${port}/certs`, ...more });
    const signIn = makeSignIn(config, () => now);
    return async (claimed: Parameters<typeof issue>[0] = {}) => signIn(`Bearer ${await issue(claimed)}`);
  };
  const refused = (code: string) => expect.objectContaining({ detail: { code } });

  test('are fetched once by twenty cold calls', async () => {
    const signIn = make();
    const found = await Promise.all(Array.from({ length: 20 }, () => signIn()));
    expect(found).toHaveLength(20);
    expect(found[19]).toEqual({
      sub: expect.stringMatching(/^\d{21}$/),
      email: REP,
      hostedDomain: 'example.com',
    });
    expect(keyRequests).toBe(1);
  });

  test('are kept for as long as the key server says', async () => {
    const signIn = make();
    await signIn();
    now += 299_000;
    await signIn();
    expect(keyRequests).toBe(1);
    now += 1000;
    await signIn();
    expect(keyRequests).toBe(2);
  });

  test('are not kept when the key server does not say', async () => {
    answer.headers = {};
    const signIn = make();
    await signIn();
    await signIn();
    expect(keyRequests).toBe(2);
  });

  test('are fetched again for an unknown key, once a minute at most', async () => {
    const signIn = make();
    await signIn();
    for (let round = 0; round < 5; round++)
      await expect(signIn({ kid: 'new' })).rejects.toEqual(refused('TOKEN_INVALID'));
    expect(keyRequests).toBe(1);
    now += 60_000;
    for (let round = 0; round < 5; round++)
      await expect(signIn({ kid: 'new' })).rejects.toEqual(refused('TOKEN_INVALID'));
    expect(keyRequests).toBe(2);
  });

  test('change: a token of the new key is believed, also by many at once', async () => {
    const { body } = answer;
    answer.body = await (await fetch(stranger.certsUrl)).text();
    const signIn = make();
    await expect(signIn()).rejects.toEqual(refused('TOKEN_INVALID'));
    answer.body = body;
    now += 60_000;
    expect(await Promise.all([signIn(), signIn(), signIn()])).toHaveLength(3);
    expect(keyRequests).toBe(2);
  });

  test.each([
    ['an error', 500, '{}'],
    ['a page', 200, '<html>'],
    ['nothing', 200, '{}'],
    ['something else', 200, '{"keys":[1]}'],
    ['a redirection', 302, ''],
  ])('come as %s: signing in is unavailable, then works again', async (_name, status, body) => {
    const good = answer;
    answer = { status, body, headers: { Location: 'http://127.0.0.1:1/' } };
    const signIn = make();
    await expect(signIn()).rejects.toEqual(refused('SIGN_IN_UNAVAILABLE'));
    answer = good;
    expect((await signIn()).email).toBe(REP);
  });

  test('cannot be reached: 503 with Retry-After over HTTP, not 401', async () => {
    const gone = await startIdentity({ privateKey: signingKey() });
    await gone.stop();
    const served = await serveHere('list', { ...env, HACHI_CERTS_URL: gone.certsUrl });
    const token = await issue({});
    const reply = await sendHttp(served.port, {
      method: 'GET',
      headers: { Authorization: `Bearer ${token}` },
    });
    await served.stop();
    expect([errorOf(reply).code, reply.status, reply.headers['retry-after']]).toEqual([
      'SIGN_IN_UNAVAILABLE',
      503,
      '10',
    ]);
    expect(served.written()).toContain('"severity":"WARNING"');
    expect(served.written()).not.toContain(token.slice(0, 40));
  });

  test('without a list of domains everybody with a verified e-mail is known', async () => {
    const signIn = make({ HACHI_DOMAINS: '' });
    expect(await signIn({ email: 'a@b.example', hd: undefined, sub: '42' })).toEqual({
      sub: '42',
      email: 'a@b.example',
      hostedDomain: null,
    });
  });
});

test('a token that was valid is checked again: refused once expired, as is a copy with other claims or signature', async () => {
  let now = Date.now();
  const signIn = makeSignIn(readConfig(env), () => now);
  const good = await issue({});
  const [header, payload, signature = ''] = good.split('.');
  expect(await signIn(`Bearer ${good}`)).toMatchObject({ email: REP });
  expect(await signIn(`Bearer ${good}`)).toMatchObject({ email: REP });
  const turned = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
  const claimed = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString('utf8'));
  const other = Buffer.from(JSON.stringify({ ...claimed, email: 'admin@example.com' })).toString('base64url');
  for (const forged of [`${header}.${payload}.${turned}`, `${header}.${other}.${signature}`])
    await expect(signIn(`Bearer ${forged}`)).rejects.toMatchObject({ detail: { code: 'TOKEN_INVALID' } });
  now += 62 * 60_000;
  await expect(signIn(`Bearer ${good}`)).rejects.toMatchObject({ detail: { code: 'TOKEN_EXPIRED' } });
});
