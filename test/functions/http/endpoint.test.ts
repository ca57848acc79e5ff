import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Operations } from '../../../functions/contract/operation';
import { PROBLEMS, type ProblemCode, type ProblemDetail } from '../../../functions/contract/problem';
import { endpoint } from '../../../functions/http/endpoint';
import { type LogEntry, makeLog } from '../../../functions/http/log';
import { Problem, problemAnswer } from '../../../functions/http/problem';
import type { TokenIdentity } from '../../../functions/http/sign-in';
import { errorOf, sendHttp } from './serve-sample';

const codes = Object.keys(PROBLEMS) as ProblemCode[];

test.each(codes)('%s has a status and a sentence in both languages', (code) => {
  const detail = { code, id: 'it', allow: [] } as unknown as ProblemDetail;
  const { status, body } = problemAnswer(new Problem(detail, 'for the log only'));
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body).toEqual({
    error: {
      code,
      message: { ja: expect.stringMatching(/[ぁ-ん].*。$/), en: expect.stringMatching(/^[A-Z].*\.$/) },
      id: 'it',
      allow: [],
    },
  });
});

describe('the order of the steps', () => {
  /** Until the member is known, the hash of the subject "1". */
  const CALLERS: [step: string, caller: string | null][] = [
    ['sign in', null],
    ['input', 'sub_a4ayc_80_OGd'],
    ['authorise', 'sub_a4ayc_80_OGd'],
  ];
  const identity: TokenIdentity = { sub: '1', email: 'rep@example.com', hostedDomain: null };
  let server: Server;
  let steps: string[];
  let entries: LogEntry[];
  let failing: { step: string; error: unknown } | null;

  const at = (step: string): void => {
    steps.push(step);
    if (failing?.step === step) throw failing.error;
  };
  const operations = {
    POST: {
      summary: 'Says who calls.',
      maxBytes: 100,
      body: z.strictObject({}).refine(() => {
        at('input');
        return true;
      }),
      answer: z.strictObject({ caller: z.string() }),
      statuses: { all: [202], of: () => 202 },
      errors: [],
      example: { body: {} },
    },
  } as const satisfies Operations;
  const handlers = {
    POST: async ({ caller }: { caller: string }) => {
      at('handle');
      return { caller };
    },
  };

  beforeEach(async () => {
    steps = [];
    entries = [];
    failing = null;
    const run = endpoint(operations, handlers, {
      signIn: async () => {
        at('sign in');
        return identity;
      },
      spreadsheets: ['the-register'],
      authorise: async ({ email }) => {
        at('authorise');
        return email;
      },
      callerId: () => 'm_rep',
      log: (entry) => entries.push(entry),
    });
    server = createServer((request, response) => void run(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const send = (method = 'POST') =>
    sendHttp((server.address() as AddressInfo).port, {
      method,
      body: '{}',
      headers: { 'Content-Type': 'application/json', 'X-Cloud-Trace-Context': 'not a trace' },
    });

  test('sign in, input, authorise, handle; success is not logged', async () => {
    const reply = await send();
    expect([reply.status, reply.text]).toEqual([202, '{"caller":"rep@example.com"}\n']);
    expect(steps).toEqual(['sign in', 'input', 'authorise', 'handle']);
    expect(entries).toEqual([]);
  });

  test('another method is refused before it is asked who may come in', async () => {
    for (const method of ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
      expect(errorOf(await send(method))).toMatchObject({ code: 'METHOD_NOT_ALLOWED', allow: ['POST'] });
    }
    expect(new Set(steps)).toEqual(new Set(['sign in']));
    const head = await send('HEAD');
    expect([head.status, head.text, head.headers.allow]).toEqual([405, '', 'POST']);
  });

  test.each([
    ['sign in', new Problem('NOT_SIGNED_IN'), 401, 'NOT_SIGNED_IN', 'INFO'],
    ['authorise', new Problem('NOT_A_MEMBER'), 403, 'NOT_A_MEMBER', 'INFO'],
    ['authorise', Object.assign(new Error('secret'), { code: 14 }), 503, 'STORE_UNAVAILABLE', 'WARNING'],
    ['authorise', Object.assign(new Error('secret'), { code: 4 }), 503, 'STORE_UNAVAILABLE', 'WARNING'],
    ['handle', Object.assign(new Error('secret'), { code: 8 }), 503, 'STORE_UNAVAILABLE', 'WARNING'],
    ['handle', Object.assign(new Error('secret'), { code: 10 }), 503, 'STORE_UNAVAILABLE', 'WARNING'],
    ['handle', Object.assign(new Error('secret'), { code: 5 }), 500, 'INTERNAL', 'ERROR'],
    ['handle', Object.assign(new Error('secret'), { code: 'ECONNREFUSED' }), 500, 'INTERNAL', 'ERROR'],
    ['handle', 'secret', 500, 'INTERNAL', 'ERROR'],
    ['handle', undefined, 500, 'INTERNAL', 'ERROR'],
    ['input', new TypeError('secret'), 500, 'INTERNAL', 'ERROR'],
  ])('%s fails with %s', async (step, error, status, code, severity) => {
    failing = { step, error };
    const reply = await send();
    expect([reply.status, errorOf(reply).code]).toEqual([status, code]);
    expect(steps.at(-1)).toBe(step);
    const [, caller = 'm_rep'] = CALLERS.find(([of]) => of === step) ?? [];
    expect(entries).toEqual([expect.objectContaining({ severity, code, trace: null, caller })]);
    expect(errorOf(reply).id).toBe(entries[0]?.id);
  });
});

describe('a log line', () => {
  const lineOf = (project: string | null, entry: LogEntry): string => {
    let written = '';
    makeLog(project, (line) => {
      written += line;
    })(entry);
    return written;
  };
  const trace = '0af7651916cd43dd8448eb211c80319c';

  test('is one JSON object with a link to its trace', () => {
    expect(JSON.parse(lineOf('demo', { severity: 'INFO', message: 'two\nlines', trace, code: 'X' }))).toEqual(
      {
        severity: 'INFO',
        message: 'two\nlines',
        code: 'X',
        'logging.googleapis.com/trace': `projects/demo/traces/${trace}`,
      },
    );
    expect(lineOf(null, { severity: 'INFO', message: 'two\nlines', trace })).toBe(
      '{"severity":"INFO","message":"two\\nlines"}\n',
    );
  });

  test('never holds a token, whoever put it into the message', () => {
    const line = lineOf(null, {
      severity: 'ERROR',
      message: 'Invalid token signature: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl; ya29.a0Af-secret',
      trace: null,
    });
    expect(JSON.parse(line).message).toBe('Invalid token signature: [token]; [token]');
  });
});
