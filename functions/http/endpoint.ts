/** The one way into every function: method → sign-in → membership → input → handler → typed JSON answer. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { FILE_TYPES } from '../contract/file-types';
import type { AnswerOf, BodyOf, Method, Operation, Operations, QueryOf } from '../contract/operation';
import { JSON_TYPES, readBytes, SCHEDULED_JSON_TYPES } from './body';
import { type CsvPage, csvAnswer, wantsCsv } from './csv-answer';
import { parseInput } from './input-issues';
import { leaveDomain } from './leave-domain';
import type { Log, LogEntry } from './log';
import { type HttpAnswer, invalidInput, Problem, problemAnswer } from './problem';
import { problemOfError } from './problem-of-error';
import { readQuery, splitUrl } from './request-url';
import { sendAnswer } from './send-answer';
import type { SignIn, TokenIdentity } from './sign-in';
import { parseStrictJson } from './strict-json';

/** What all functions share. */
export interface EndpointDeps<Caller> {
  signIn: SignIn;
  /** The register's and the queue's: a call that comes from any other one is refused. Empty while none is set. */
  spreadsheets: readonly string[];
  /** Throws NOT_A_MEMBER, MEMBER_LEFT or MEMBER_UNREADABLE for who may not come in. */
  authorise: (identity: TokenIdentity) => Promise<Caller>;
  /** The ID that a log line names the caller by: no name, no address. */
  callerId: (caller: Caller) => string;
  /** Called behind each call that was answered as the contract says. Never throws. */
  answered?: (caller: Caller) => Promise<void>;
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

/** For methods of a function their answers as CSV. */
export type CsvViews<Table extends Operations, Caller> = {
  [M in Extract<keyof Table, Method>]?: (answer: AnswerOf<Table[M]>, caller: Caller) => CsvPage;
};
type CsvView = (answer: unknown, caller: unknown) => CsvPage;

/** What every log line of one call has, so that they are found together. */
interface Trail {
  trace: string | null;
  /** Null until somebody has signed in; then, until it is known to be a member, made from the token's subject. */
  caller: string | null;
}

export type HttpFunction = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Always the same for one Google account, which cannot be told from it. */
const subjectId = ({ sub }: TokenIdentity): string =>
  `sub_${createHash('sha256').update(sub).digest('base64url').slice(0, 12)}`;
const NO_QUERY = z.strictObject({});
const NO_FILE = Buffer.alloc(0);
/** Which spreadsheet the calling script is bound to; other callers do not send it. */
const SPREADSHEET_HEADER = 'x-hachi-spreadsheet';

/** An HTTP function for the functions framework; it never throws. `csvViews` are of the operations that the contract says it of. */
export function endpoint<Table extends Operations, Caller>(
  operations: Table,
  handlers: Handlers<Table, Caller>,
  { signIn, spreadsheets, authorise, callerId, answered, log }: EndpointDeps<Caller>,
  csvViews: CsvViews<Table, Caller> = {},
): HttpFunction {
  async function answerTo(request: IncomingMessage, trail: Trail): Promise<HttpAnswer> {
    if (splitUrl(request.url)[0] !== '/') throw new Problem('PATH_UNKNOWN');
    const operation = operationFor(operations, request.method);
    // A second Authorization header makes the first one no token.
    const identity = await signIn(request.headersDistinct.authorization?.join(', ')).catch(
      (error: unknown) => {
        // The script of a copy has a client ID of its own, so that its tokens are for nobody here: that it is a copy says more.
        const isForNobody = error instanceof Problem && error.detail.code === 'TOKEN_INVALID';
        if (isForNobody && spreadsheets.length > 0)
          refuseCopy(request.headersDistinct[SPREADSHEET_HEADER], spreadsheets);
        throw error;
      },
    );
    trail.caller = subjectId(identity);
    refuseCopy(request.headersDistinct[SPREADSHEET_HEADER], spreadsheets);
    const caller = await authorise(identity);
    trail.caller = callerId(caller);
    const input = await readInput(operation, request);
    // The operation's own schemas have parsed the input, and its handler answers what its status is asked of: the table has
    // tied them together, which the compiler cannot follow by a method's name.
    const handle = handlers[request.method as keyof typeof handlers] as (call: object) => Promise<unknown>;
    const body = await handle({ caller, ...input, log: (entry: LogEntry) => log({ ...entry, ...trail }) });
    await answered?.(caller);
    const view = csvViews[request.method as keyof typeof csvViews] as CsvView | undefined;
    if (view !== undefined && wantsCsv(input.query, request.headers.accept))
      return csvAnswer(view(body, caller));
    return { status: operation.statuses?.of(body as never) ?? 200, body };
  }

  return async (request, response) => {
    leaveDomain();
    const trail: Trail = { trace: traceIdOf(request), caller: null };
    try {
      sendAnswer(request, response, await answerTo(request, trail));
    } catch (error) {
      if (request.destroyed && !request.complete) {
        log({ severity: 'INFO', message: 'The caller hung up', ...trail });
        return;
      }
      const { problem, severity, message } = problemOfError(error);
      const { detail, reason } = problem;
      const id = 'id' in detail ? { id: detail.id } : {};
      log({ severity, message, ...trail, code: detail.code, reason, ...id });
      sendAnswer(request, response, problemAnswer(problem));
    }
  };
}

/** A copy brings its script along, and would write the original's accounts with what stands in the copy. */
function refuseCopy(headerValues: readonly string[] | undefined, spreadsheets: readonly string[]): void {
  if (headerValues === undefined) return;
  if (spreadsheets.length === 0) throw new Problem('REGISTER_SHEET_NOT_SET');
  const [value, ...others] = headerValues;
  if (value === undefined || others.length > 0 || !spreadsheets.includes(value))
    throw new Problem('SPREADSHEET_IS_COPY');
}

function operationFor(operations: Operations, method: string | undefined): Operation {
  const operation = method === 'GET' || method === 'POST' ? operations[method] : undefined;
  if (operation !== undefined) return operation;
  const allow = (['GET', 'POST'] as const).filter((name) => operations[name] !== undefined);
  throw new Problem({ code: 'METHOD_NOT_ALLOWED', allow });
}

async function readInput(
  { query: querySchema = NO_QUERY, body: bodySchema, file, scheduled, maxBytes = 0 }: Operation,
  request: IncomingMessage,
): Promise<{ query: unknown; body: unknown; file: Buffer }> {
  const query = parseOrRefuse(querySchema, readQuery(request));
  if (bodySchema !== undefined) {
    const bytes = await readBytes(request, scheduled ? SCHEDULED_JSON_TYPES : JSON_TYPES, maxBytes);
    const json = scheduled && bytes.length === 0 ? {} : parseStrictJson(bytes);
    return { query, body: parseOrRefuse(bodySchema, json), file: NO_FILE };
  }
  return { query, body: undefined, file: file ? await readBytes(request, FILE_TYPES, maxBytes) : NO_FILE };
}

function parseOrRefuse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = parseInput(schema, value);
  if ('issues' in result) throw invalidInput(result.issues);
  return result.value;
}

function traceIdOf(request: IncomingMessage): string | null {
  const header = request.headers['x-cloud-trace-context'];
  return (typeof header === 'string' && /^[0-9a-f]{32}(?=\/|$)/i.exec(header)?.[0]) || null;
}
