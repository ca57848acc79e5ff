import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type LocalIdentity, startIdentity } from '../../../emulator/identity';
import { signingKey } from '../../signing-key';
import { MAX_BYTES } from './sample-function';
import {
  errorOf,
  type HttpCall,
  lineWith,
  type RunningSample,
  sendHttp,
  serveByCommand,
  serveHere,
} from './serve-sample';

const JSON_TYPE = 'application/json';
const json = (body: string | Uint8Array, contentType: string | undefined = JSON_TYPE): HttpCall => ({
  body,
  headers: { 'Content-Type': contentType },
});
const deep = (levels: number): string => `{"anything":${'['.repeat(levels)}${']'.repeat(levels)}}`;

let identity: LocalIdentity;
let env: Record<string, string>;
let Authorization: string;
let served: RunningSample;

beforeAll(async () => {
  identity = await startIdentity({ privateKey: signingKey() });
  Authorization = `Bearer ${await identity.issue({ email: 'rep@example.com' })}`;
  env = {
    FIRESTORE_EMULATOR_HOST: '127.0.0.1:1',
    HACHI_AUDIENCES: identity.audience,
    HACHI_CERTS_URL: identity.certsUrl,
    GOOGLE_CLOUD_PROJECT: 'demo-hachi',
  };
});
afterAll(() => identity.stop());
afterEach(() => expect(served.written()).not.toContain(Authorization.slice(-40)));

const signedCall = (request: HttpCall) =>
  sendHttp(served.port, { ...request, headers: { Authorization, ...request.headers } });

describe.each([
  ['the framework as a test server', () => serveHere('echo', env)],
  ['the framework as it is deployed', () => serveByCommand('echo', { ...env, NODE_ENV: 'production' })],
  ['the framework without NODE_ENV', () => serveByCommand('echo', env)],
])('a JSON body: %s', (_, serve) => {
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.stop());

  test.each<[string, HttpCall]>([
    ['JSON', json('{"name":"株式会社髙島"}')],
    ['with its charset', json('{"name":"株式会社髙島"}', 'application/json; charset=UTF-8')],
    ['with a byte order mark', json('\ufeff{"name":"株式会社髙島"}')],
    ['chunked', { ...json('{"name":"株式会社髙島"}'), chunked: true }],
    ['escaped', json('{"n\\u0061me":"\\u682a\\u5f0f\\u4f1a\\u793e\\u9ad9\\u5cf6"}')],
  ])('%s is read', async (_name, request) => {
    const reply = await signedCall(request);
    expect(JSON.parse(reply.text)).toEqual({ caller: 'rep@example.com', input: { name: '株式会社髙島' } });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test.each<[string, HttpCall, number, string]>([
    ['at a path', { ...json('{"name":"x"}'), path: '/v1/echo' }, 404, 'PATH_UNKNOWN'],
    ['at a path that cannot be decoded', { ...json('{"name":"x"}'), path: '/%ff%zz' }, 404, 'PATH_UNKNOWN'],
    ['at a path beside a query', { ...json('{"name":"x"}'), path: '//?x=1' }, 404, 'PATH_UNKNOWN'],
    ['no body', {}, 400, 'BODY_EMPTY'],
    ['nothing', json(''), 400, 'BODY_EMPTY'],
    ['blanks', json(' \n'), 400, 'BODY_EMPTY'],
    ['torn JSON', json('{"name":'), 400, 'BODY_NOT_JSON'],
    ['two values', json('{} {}'), 400, 'BODY_NOT_JSON'],
    ['a torn string', json('{"name":"\\'), 400, 'BODY_NOT_JSON'],
    ['a form called JSON', json('name=x'), 400, 'BODY_NOT_JSON'],
    ['a string', json('"x"'), 400, 'REQUEST_INVALID'],
    ['a number', json('1'), 400, 'REQUEST_INVALID'],
    ['null', json('null'), 400, 'REQUEST_INVALID'],
    ['an array', json('[{"name":"x"}]'), 400, 'REQUEST_INVALID'],
    ['CP932', json(Uint8Array.of(0x7b, 0x22, 0x8a, 0x94, 0x22, 0x7d)), 400, 'BODY_NOT_UTF8'],
    ['a cut character', json(Buffer.from('{"name":"株"}').subarray(0, 10)), 400, 'BODY_NOT_UTF8'],
    ['no type', { body: '{"name":"x"}' }, 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['text', json('{"name":"x"}', 'text/plain'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['a form', json('name=x', 'application/x-www-form-urlencoded'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['a cloud event', json('{', 'application/cloudevents+json'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['a bad type', json('{"name":"x"}', ';;;'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['another charset', json('{}', 'application/json; charset=shift_jis'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['a wrong charset', json('{}', 'application/json; charset=nonsense'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    [
      'gzip',
      { body: gzipSync('{"name":"x"}'), headers: { 'Content-Type': JSON_TYPE, 'Content-Encoding': 'gzip' } },
      415,
      'CONTENT_TYPE_UNSUPPORTED',
    ],
    ['too much, announced', json(`"${'x'.repeat(MAX_BYTES)}"`), 413, 'BODY_TOO_LARGE'],
    ['too much, chunked', { ...json(`"${'x'.repeat(MAX_BYTES)}"`), chunked: true }, 413, 'BODY_TOO_LARGE'],
    ['ten megabytes', json(`{"name":"${'x'.repeat(10_000_000)}"}`), 413, 'BODY_TOO_LARGE'],
    ['an unknown field', json('{"name":"x","nmae":"y"}'), 400, 'REQUEST_INVALID'],
    ['a field twice', json('{"name":"x","name":"y"}'), 400, 'REQUEST_INVALID'],
    ['a nested field twice', json('{"anything":[{"a":":","a":1}]}'), 400, 'REQUEST_INVALID'],
    ['an escaped field twice', json('{"anything":{"a":1,"\\u0061":1}}'), 400, 'REQUEST_INVALID'],
    ['__proto__', json('{"__proto__":{"name":"x"}}'), 400, 'REQUEST_INVALID'],
    ['nested __proto__', json('{"anything":[{"__proto__":{"isAdmin":true}}]}'), 400, 'REQUEST_INVALID'],
    ['__proto__ as a key of a record', json('{"record":{"__proto__":1}}'), 400, 'REQUEST_INVALID'],
    ['escaped __proto__', json('{"anything":{"\\u005f_proto__":1}}'), 400, 'REQUEST_INVALID'],
    ['constructor', json('{"constructor":{"prototype":{}}}'), 400, 'REQUEST_INVALID'],
    ['33 levels', json(deep(32)), 400, 'REQUEST_INVALID'],
    ['a nesting bomb', json('['.repeat(MAX_BYTES)), 400, 'REQUEST_INVALID'],
    ['a query', { ...json('{"name":"x"}'), path: '/?dryRun=true' }, 400, 'REQUEST_INVALID'],
    ['another method', { method: 'GET' }, 405, 'METHOD_NOT_ALLOWED'],
    ['PUT', { ...json('{"name":'), method: 'PUT' }, 405, 'METHOD_NOT_ALLOWED'],
  ])('%s is refused', async (_name, request, status, code) => {
    const reply = await signedCall(request);
    expect([errorOf(reply).code, reply.status]).toEqual([code, status]);
    if (status === 405) expect(reply.headers.allow).toBe('POST');
  });

  test('Nesting as deep as allowed, and colons and quotes in strings, are no traps', async () => {
    for (const body of [deep(31), '{"anything":{"a":"\\":{[\\\\","b":"::\\\\"}}']) {
      const reply = await signedCall(json(body));
      expect(JSON.parse(reply.text).input).toEqual(JSON.parse(body));
    }
  });

  test('Issues say where and what, in both languages, and send no value back', async () => {
    const long = 'k'.repeat(300);
    const reply = await signedCall(
      json(JSON.stringify({ name: 'secret'.repeat(9), fail: 'secret', record: { a: 'secret' }, [long]: 1 })),
    );
    expect(errorOf(reply).issues).toEqual([
      expect.objectContaining({ path: 'name', code: 'too_big' }),
      expect.objectContaining({ path: 'record.a', code: 'invalid_type' }),
      expect.objectContaining({ path: 'fail', code: 'invalid_value' }),
      expect.objectContaining({ path: long.slice(0, 100), code: 'unrecognized_keys' }),
    ]);
    expect(reply.text).toContain('20 文字以内にしてください。');
    expect(reply.text).not.toContain(long);

    const many = Object.fromEntries(Array.from({ length: 60 }, (_value, index) => [`f${index}`, 1]));
    expect(errorOf(await signedCall(json(JSON.stringify(many)))).issues).toHaveLength(20);
  });

  test.each([
    ['a bug', 'bug', 500, 'INTERNAL'],
    ['an answer that is no JSON', 'unprintable', 500, 'INTERNAL'],
    ['a dead store', 'store', 503, 'STORE_UNAVAILABLE'],
    ["the handler's own refusal", 'problem', 409, 'TEAM_CHANGED'],
  ])('%s', async (_name, fail, status, code) => {
    const trace = randomBytes(16).toString('hex');
    const reply = await signedCall({
      ...json(JSON.stringify({ fail })),
      headers: { 'Content-Type': JSON_TYPE, 'X-Cloud-Trace-Context': `${trace}/1;o=1` },
    });
    const error = errorOf(reply);
    expect([error.code, reply.status]).toEqual([code, status]);
    if (status === 503) expect(reply.headers['retry-after']).toBe('5');
    if (fail === 'problem') expect(error.version).toBe(7);
    const logged = JSON.parse(await lineWith(served, trace));
    expect(logged).toMatchObject({
      severity: { 500: 'ERROR', 503: 'WARNING' }[status] ?? 'INFO',
      code,
      'logging.googleapis.com/trace': `projects/demo-hachi/traces/${trace}`,
    });
    expect(logged.id).toEqual(error.id);
    if (fail === 'bug') expect(logged.message).toContain('secret internals of the store');
  });
});

describe("a job's body", () => {
  beforeAll(async () => {
    served = await serveHere('job', env);
  });
  afterAll(() => served.stop());

  const OCTETS = 'application/octet-stream';

  test.each<[string, HttpCall, unknown]>([
    ['none', {}, {}],
    ['none, of no length', json('', OCTETS), {}],
    ['none, called JSON', json(''), {}],
    ['an octet stream, as Cloud Scheduler calls it', json('{"name":"x"}', OCTETS), { name: 'x' }],
    ['JSON', json('{"name":"x"}'), { name: 'x' }],
  ])('%s is read', async (_name, request, input) => {
    const reply = await signedCall(request);
    expect([reply.status, JSON.parse(reply.text).input]).toEqual([200, input]);
  });

  test.each<[string, HttpCall, number, string]>([
    ['blanks', json(' ', OCTETS), 400, 'BODY_EMPTY'],
    ['torn JSON', json('{"name":', OCTETS), 400, 'BODY_NOT_JSON'],
    ['text', json('{}', 'text/plain'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['another charset', json('{}', 'application/json; charset=shift_jis'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
  ])('%s is refused', async (_name, request, status, code) => {
    const reply = await signedCall(request);
    expect([errorOf(reply).code, reply.status]).toEqual([code, status]);
  });
});

describe('a caller who does not wait for its turn', () => {
  beforeAll(async () => {
    served = await serveHere('echo', env);
  });
  afterAll(() => served.stop());

  const open = (framing: string, authorization = Authorization) => {
    const socket = connect(served.port, '127.0.0.1');
    const head = [
      'POST / HTTP/1.1',
      'Host: x',
      `Authorization: ${authorization}`,
      `Content-Type: ${JSON_TYPE}`,
      framing,
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    return socket.setEncoding('utf8');
  };

  test.each([
    ['announces too much and sends nothing', 'Content-Length: 50000000', '', 413],
    ['never stops sending chunks', 'Transfer-Encoding: chunked', `ffff\r\n${'x'.repeat(0xffff)}\r\n`, 413],
    ['is not signed in and sends', 'Transfer-Encoding: chunked', `ffff\r\n${'x'.repeat(0xffff)}\r\n`, 401],
  ])('%s: is answered, then cut off', async (_name, framing, chunk, status) => {
    const socket = open(framing, status === 401 ? 'none' : Authorization);
    // The cut itself may reach a sender as an error.
    socket.on('error', () => undefined);
    const more = () => {
      if (chunk !== '' && socket.writable) socket.write(chunk, () => setImmediate(more));
    };
    more();
    let text = '';
    socket.on('data', (data: string) => {
      text += data;
    });
    await new Promise((resolve) => socket.once('close', resolve));
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(text).toMatch(/Connection: close/i);
    expect(text).toMatch(/"code":"(BODY_TOO_LARGE|NOT_SIGNED_IN)"/);
  });

  test('hangs up in the middle: nothing is answered or broken', async () => {
    const before = served.written().length;
    const socket = open('Content-Length: 100');
    await once(socket, 'connect');
    socket.write('{"name":', () => socket.destroy());
    await lineWith(served, 'hung up');
    const reply = await signedCall(json('{"name":"x"}'));
    expect(reply.status).toBe(200);
    expect(served.written().slice(before).trim().split('\n')).toHaveLength(1);
  });
});

describe('a query', () => {
  beforeAll(async () => {
    served = await serveHere('list', env);
  });
  afterAll(() => served.stop());

  test.each([
    ['/', { limit: 10 }],
    ['/?', { limit: 10 }],
    ['/?limit=5&q=%E6%A0%AA+%3F', { limit: 5, q: '株 ?' }],
  ])('%s is read', async (path, input) => {
    expect(JSON.parse((await signedCall({ method: 'GET', path })).text).input).toEqual(input);
  });

  test.each([
    ['/?limit=many', 'limit'],
    ['/?limit=5&limit=6', ''],
    ['/?lmit=5', 'lmit'],
    ['/?q=%ff', ''],
    ['/?q=%zz', ''],
    ['/?__proto__=x', '__proto__'],
  ])('%s is refused', async (path, where) => {
    const reply = await signedCall({ method: 'GET', path });
    expect(reply.status).toBe(400);
    expect(errorOf(reply)).toMatchObject({ code: 'REQUEST_INVALID', issues: [{ path: where }] });
  });

  test.each(['/%ff?limit=5', '/list', '/anything/else?limit=5', '//'])(
    '%s: there is nothing',
    async (path) => {
      const reply = await signedCall({ method: 'GET', path });
      expect([reply.status, errorOf(reply).code]).toEqual([404, 'PATH_UNKNOWN']);
    },
  );

  test('with a body that it does not take', async () => {
    const reply = await signedCall({ ...json('{"torn":'), method: 'GET' });
    expect(reply.status).toBe(200);
  });
});

describe('a file', () => {
  beforeAll(async () => {
    served = await serveHere('upload', env);
  });
  afterAll(() => served.stop());

  test.each([
    ['CSV in CP932', 'text/csv; charset=Shift_JIS', Uint8Array.of(0x8a, 0x94), '8a94'],
    ['as browsers on Windows say', 'application/vnd.ms-excel', Uint8Array.of(0xff, 0xfe), 'fffe'],
    ['bytes', 'application/octet-stream', Uint8Array.of(0), '00'],
    ['no bytes', undefined, undefined, ''],
  ])('%s', async (_name, contentType, body, hex) => {
    const reply = await signedCall({
      path: '/?limit=3',
      ...(body && { body }),
      headers: contentType ? { 'Content-Type': contentType } : {},
    });
    expect(JSON.parse(reply.text)).toEqual({ caller: 'rep@example.com', input: { limit: 3 }, hex });
    expect(reply.status).toBe(201);
  });

  test.each<[string, HttpCall, number, string]>([
    ['JSON', json('{}'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['a form', json('a=b', 'multipart/form-data; boundary=x'), 415, 'CONTENT_TYPE_UNSUPPORTED'],
    ['too much', json('x'.repeat(MAX_BYTES + 1), 'text/csv'), 413, 'BODY_TOO_LARGE'],
    ['a wrong query', { ...json('x', 'text/csv'), path: '/?limit=x' }, 400, 'REQUEST_INVALID'],
  ])('%s is refused', async (_name, request, status, code) => {
    const reply = await signedCall(request);
    expect([errorOf(reply).code, reply.status]).toEqual([code, status]);
  });
});
