/** The one way into every function: method → sign-in → membership → input → handler → typed JSON answer. */
import { createHash, randomUUID } from 'node:crypto';
import type { Domain } from 'node:domain';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { FILE_TYPES } from '../contract/file-types';
import type { AnswerOf, BodyOf, Method, Operation, Operations, QueryOf } from '../contract/operation';
import { PROBLEMS } from '../contract/problem';
import { UnreadableDocumentError } from '../store/unreadable-document';
import { JSON_TYPES, readBytes } from './body';
import { parseInput } from './input-issues';
import type { Log, LogEntry } from './log';
import { type HttpAnswer, invalidInput, Problem, problemAnswer } from './problem';
import { readQuery, splitUrl } from './request-url';
import type { SignIn, TokenIdentity } from './sign-in';
import { parseStrictJson } from './strict-json';

/** What all functions share. */
export interface EndpointDeps<Caller> {
  signIn: SignIn;
  /** The register's: a call that comes from any other one is refused. Null while none is set. */
  spreadsheet: string | null;
  /** Throws NOT_A_MEMBER, MEMBER_LEFT or MEMBER_UNREADABLE for who may not come in. */
  authorise: (identity: TokenIdentity) => Promise<Caller>;
  /** The ID that a log line names the caller by: no name, no address. */
  callerId: (caller: Caller) => string;
  log: Log;
}

/** A call whose input fits the contract. */
interface Call<Row, Caller> {
  caller: Caller;
  query: QueryOf<Row>;
  body: BodyOf<Row>;
  /** The body as it came, where the contract asks for a file; else empty. */
  file: Buffer;
  /** Writes a line that names the caller, too. */
  log: (entry: Omit<LogEntry, 'trace' | 'caller'>) => void;
}

/** For each method of a function what answers it. */
export type Handlers<Table extends Operations, Caller> = {
  [M in Extract<keyof Table, Method>]: (call: Call<Table[M], Caller>) => Promise<AnswerOf<Table[M]>>;
};

/** By which the lines of one call belong together. */
interface Trail {
  trace: string | null;
  /** Null until somebody has signed in; then, until it is known to be a member, made from the token's subject. */
  caller: string | null;
}

export type HttpFunction = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

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
/** The same for the same Google account, and says nothing else of it. */
const subjectId = ({ sub }: TokenIdentity): string =>
  `sub_${createHash('sha256').update(sub).digest('base64url').slice(0, 12)}`;
const NO_QUERY = z.strictObject({});
const NO_FILE = Buffer.alloc(0);
/** Which spreadsheet the calling script is bound to; other callers do not send it. */
const SPREADSHEET_HEADER = 'x-hachi-spreadsheet';

/** An HTTP function for the functions framework; it never throws. */
export function endpoint<Table extends Operations, Caller>(
  operations: Table,
  handlers: Handlers<Table, Caller>,
  { signIn, spreadsheet, authorise, callerId, log }: EndpointDeps<Caller>,
): HttpFunction {
  async function answerTo(request: IncomingMessage, trail: Trail): Promise<HttpAnswer> {
    if (splitUrl(request.url)[0] !== '/') throw new Problem('PATH_UNKNOWN');
    const operation = operationFor(operations, request.method);
    // A second Authorization header makes the first one no token.
    const identity = await signIn(request.headersDistinct.authorization?.join(', '));
    trail.caller = subjectId(identity);
    refuseCopy(request.headersDistinct[SPREADSHEET_HEADER], spreadsheet);
    const caller = await authorise(identity);
    trail.caller = callerId(caller);
    const input = await readInput(operation, request);
    // The operation's own schemas have parsed the input, and its handler answers what its status is asked of: the table has
    // tied them together, which the compiler cannot follow by a method's name.
    const handle = handlers[request.method as keyof typeof handlers] as (call: object) => Promise<unknown>;
    const body = await handle({ caller, ...input, log: (entry: LogEntry) => log({ ...entry, ...trail }) });
    return { status: operation.statuses?.of(body as never) ?? 200, body };
  }

  return async (request, response) => {
    leaveDomain();
    const trail: Trail = { trace: traceIdOf(request), caller: null };
    try {
      const answer = await answerTo(request, trail);
      send(request, response, answer.status, answer.headers, `${JSON.stringify(answer.body)}\n`);
    } catch (error) {
      if (request.destroyed && !request.complete) {
        log({ severity: 'INFO', message: 'The caller hung up', ...trail });
        return;
      }
      const { problem, severity, message } = toProblem(error);
      const { detail, reason } = problem;
      log({
        severity,
        message,
        ...trail,
        code: detail.code,
        reason,
        ...('id' in detail ? { id: detail.id } : {}),
      });
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
  // Node sets it where the module is in use; its types do not have it.
  const { domain } = process as { domain?: Domain | null };
  domain?.exit();
}

/** A copy brings its script along, and would write the original's accounts with what stands in the copy. */
function refuseCopy(named: readonly string[] | undefined, spreadsheet: string | null): void {
  if (named === undefined) return;
  if (spreadsheet === null) throw new Problem('REGISTER_SHEET_NOT_SET');
  if (named.length !== 1 || named[0] !== spreadsheet) throw new Problem('SPREADSHEET_IS_COPY');
}

function operationFor(operations: Operations, method: string | undefined): Operation {
  const operation = method === 'GET' || method === 'POST' ? operations[method] : undefined;
  if (operation !== undefined) return operation;
  const allow = (['GET', 'POST'] as const).filter((one) => operations[one] !== undefined);
  throw new Problem({ code: 'METHOD_NOT_ALLOWED', allow });
}

async function readInput(
  { query: querySchema = NO_QUERY, body: bodySchema, file, maxBytes = 0 }: Operation,
  request: IncomingMessage,
): Promise<{ query: unknown; body: unknown; file: Buffer }> {
  const query = parseOrRefuse(querySchema, readQuery(request));
  if (bodySchema !== undefined) {
    const sent = parseStrictJson(await readBytes(request, JSON_TYPES, maxBytes));
    return { query, body: parseOrRefuse(bodySchema, sent), file: NO_FILE };
  }
  return { query, body: undefined, file: file ? await readBytes(request, FILE_TYPES, maxBytes) : NO_FILE };
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
    const { code } = error.detail;
    const severity = PROBLEMS[code].status >= 500 ? 'WARNING' : 'INFO';
    return { problem: error, severity, message: `Refused: ${code}` };
  }
  if (error instanceof UnreadableDocumentError)
    return {
      problem: new Problem({ code: 'DOCUMENT_UNREADABLE', ...error.document }),
      severity: 'ERROR',
      message: `Unreadable: ${error.message}`,
    };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (typeof code === 'number' && TRANSIENT_GRPC_CODES.includes(code)) {
    return { problem: new Problem('STORE_UNAVAILABLE'), severity: 'WARNING', message };
  }
  return {
    problem: new Problem({ code: 'INTERNAL', id: randomUUID() }),
    severity: 'ERROR',
    message,
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
