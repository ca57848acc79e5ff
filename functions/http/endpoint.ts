/** The one way into every function: method → sign-in → membership → input → handler → typed JSON answer. */
import { randomUUID } from 'node:crypto';
import type { Domain } from 'node:domain';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { FILE_TYPES, invalidInput, JSON_TYPES, parseStrictJson, readBytes, readQuery } from './body';
import { parseInput } from './issues';
import type { Log } from './log';
import { type HttpAnswer, PROBLEMS, Problem, problemAnswer } from './problems';
import type { SignIn, TokenIdentity } from './sign-in';

/** What all functions share. */
export interface EndpointDeps<Caller> {
  signIn: SignIn;
  /** The register's: a call that comes from any other one is refused. Null while none is set. */
  spreadsheet: string | null;
  /** Throws NOT_A_MEMBER or MEMBER_LEFT for who may not come in. */
  authorise: (identity: TokenIdentity) => Promise<Caller>;
  log: Log;
}

export type Endpoint<Input, Caller> =
  | {
      method: 'GET';
      /** Of the query; a name occurs once. */
      input: z.ZodType<Input>;
      handle: (input: Input, caller: Caller) => Promise<HttpAnswer>;
    }
  | {
      method: 'POST';
      accepts: 'json';
      maxBytes: number;
      /** Of the body; there is no query. */
      input: z.ZodType<Input>;
      handle: (input: Input, caller: Caller) => Promise<HttpAnswer>;
    }
  | {
      method: 'POST';
      accepts: 'file';
      maxBytes: number;
      /** Of the query; the file is the body as it came, and may be empty. */
      input: z.ZodType<Input>;
      handle: (input: Input, caller: Caller, file: Buffer) => Promise<HttpAnswer>;
    };

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};
/** A caller who has its answer and still sends is listened to until it pauses for this long or has sent this much. */
const LINGER_MS = 1000;
const LINGER_BYTES = 64 * 1024 * 1024;
/** gRPC: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, UNAVAILABLE. */
const TRANSIENT_GRPC_CODES = [4, 8, 10, 14];
const noQuery = z.strictObject({});
/** Which spreadsheet the calling script is bound to; other callers do not send it. */
const SPREADSHEET_HEADER = 'x-hachi-spreadsheet';

/** An HTTP function for the functions framework; it never throws. */
export function endpoint<Input, Caller>(
  spec: Endpoint<Input, Caller>,
  { signIn, spreadsheet, authorise, log }: EndpointDeps<Caller>,
  /** Every method that the function has. */
  allow: readonly string[] = [spec.method],
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  async function answerTo(request: IncomingMessage): Promise<HttpAnswer> {
    if (request.method !== spec.method) {
      throw new Problem('METHOD_NOT_ALLOWED', {
        facts: { allow },
        headers: { Allow: allow.join(', ') },
      });
    }
    // A second Authorization header makes the first one no token.
    const identity = await signIn(request.headersDistinct.authorization?.join(', '));
    refuseCopy(request.headersDistinct[SPREADSHEET_HEADER], spreadsheet);
    const caller = await authorise(identity);
    if (spec.method === 'GET') return spec.handle(parseOrRefuse(spec.input, readQuery(request)), caller);
    if (spec.accepts === 'json') {
      parseOrRefuse(noQuery, readQuery(request));
      const body = parseStrictJson(await readBytes(request, JSON_TYPES, spec.maxBytes));
      return spec.handle(parseOrRefuse(spec.input, body), caller);
    }
    const query = parseOrRefuse(spec.input, readQuery(request));
    return spec.handle(query, caller, await readBytes(request, FILE_TYPES, spec.maxBytes));
  }

  return async (request, response) => {
    leaveDomain();
    const trace = traceIdOf(request);
    try {
      const answer = await answerTo(request);
      send(request, response, answer.status, answer.headers, `${JSON.stringify(answer.body)}\n`);
    } catch (error) {
      if (request.destroyed && !request.complete) {
        log({ severity: 'INFO', message: 'The caller hung up', trace });
        return;
      }
      const { problem, severity, message } = toProblem(error);
      const { code, detail } = problem;
      log({ severity, message, trace, code, reason: detail.reason, id: detail.facts?.id });
      const answer = problemAnswer(problem);
      send(request, response, answer.status, answer.headers, `${JSON.stringify(answer.body)}\n`);
    }
  };
}

/**
 * The framework runs each call in a `node:domain`, to catch what the call does not. An endpoint catches all of its own; in
 * the domain, each of its promises would cost several times as much, and a connection to Firestore would belong to the
 * call that opened it for as long as it stays open.
 */
function leaveDomain(): void {
  const { domain } = process as { domain?: Domain | null };
  domain?.exit();
}

/** A copy brings its script along, and would write the original's accounts with what stands in the copy. */
function refuseCopy(told: readonly string[] | undefined, spreadsheet: string | null): void {
  if (told === undefined) return;
  if (spreadsheet === null) throw new Problem('REGISTER_SHEET_NOT_SET');
  if (told.length !== 1 || told[0] !== spreadsheet) throw new Problem('SPREADSHEET_IS_COPY');
}

function parseOrRefuse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = parseInput(schema, value);
  if ('issues' in result) throw invalidInput(result.issues);
  return result.value;
}

function toProblem(error: unknown): {
  problem: Problem;
  severity: 'INFO' | 'WARNING' | 'ERROR';
  message: string;
} {
  if (error instanceof Problem) {
    const severity = PROBLEMS[error.code].status >= 500 ? 'WARNING' : 'INFO';
    return { problem: error, severity, message: `Refused: ${error.code}` };
  }
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (typeof code === 'number' && TRANSIENT_GRPC_CODES.includes(code)) {
    return { problem: new Problem('STORE_UNAVAILABLE'), severity: 'WARNING', message: told };
  }
  return {
    problem: new Problem('INTERNAL', { facts: { id: randomUUID() } }),
    severity: 'ERROR',
    message: told,
  };
}

function traceIdOf(request: IncomingMessage): string | null {
  const header = request.headers['x-cloud-trace-context'];
  return (typeof header === 'string' && /^[0-9a-f]{32}(?=\/|$)/i.exec(header)?.[0]) || null;
}

/**
 * A caller who is still sending gets its answer at once, and the rest of the body is thrown away: a connection that is
 * closed with unread bytes takes the answer with it, and many clients send to the end before they read.
 */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: HttpAnswer['headers'],
  body: string,
): void {
  const isSending = !request.complete;
  response.writeHead(status, {
    ...HEADERS,
    'Content-Length': Buffer.byteLength(body),
    ...headers,
    ...(isSending ? { Connection: 'close' } : {}),
  });
  if (!isSending) {
    response.end(body);
    return;
  }
  response.write(body);
  let sent = 0;
  const end = () => {
    clearTimeout(timer);
    request.off('data', count);
    response.end();
  };
  const timer = setTimeout(end, LINGER_MS);
  const count = (chunk: Buffer) => {
    sent += chunk.length;
    if (sent > LINGER_BYTES) end();
    else timer.refresh();
  };
  request.on('data', count).once('end', end).once('close', end).resume();
}
