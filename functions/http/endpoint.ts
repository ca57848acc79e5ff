/** The one way into every function: sign-in → method → membership → input → handler → typed JSON answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { FILE_TYPES } from '../contract/file-types';
import type { AnswerOf, BodyOf, Method, Operation, Operations, QueryOf } from '../contract/operation';
import { JSON_TYPES, readBytes, SCHEDULED_JSON_TYPES } from './body';
import { type CsvPage, csvAnswer, wantsCsv } from './csv-answer';
import { answerError, type IdentifyDeps, identify, type Trail, trailOf } from './identify';
import { parseInput } from './input-issues';
import { leaveDomain } from './leave-domain';
import type { LogEntry } from './log';
import { type HttpAnswer, invalidInput, Problem } from './problem';
import { readQuery } from './request-url';
import { sendAnswer } from './send-answer';
import type { TokenIdentity } from './sign-in';
import { parseStrictJson } from './strict-json';

/** What all functions share. */
export interface EndpointDeps<Caller> extends IdentifyDeps {
  /** Throws NOT_A_MEMBER, MEMBER_LEFT or MEMBER_UNREADABLE for who may not come in. */
  authorise: (identity: TokenIdentity) => Promise<Caller>;
  /** The ID that a log line names the caller by: no name, no address. */
  callerId: (caller: Caller) => string;
  /** Called behind each call that was answered as the contract says. Never throws. */
  answered?: (caller: Caller) => Promise<void>;
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

export type HttpFunction = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const NO_QUERY = z.strictObject({});
const NO_FILE = Buffer.alloc(0);

/** An HTTP function for the functions framework; it never throws. `csvViews` are of the operations that the contract says it of. */
export function endpoint<Table extends Operations, Caller>(
  operations: Table,
  handlers: Handlers<Table, Caller>,
  deps: EndpointDeps<Caller>,
  csvViews: CsvViews<Table, Caller> = {},
): HttpFunction {
  const { authorise, callerId, answered, log } = deps;

  async function answerTo(request: IncomingMessage, trail: Trail): Promise<HttpAnswer> {
    const identity = await identify(request, deps, trail);
    const operation = operationFor(operations, request.method);
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
    const trail = trailOf(request);
    try {
      sendAnswer(request, response, await answerTo(request, trail));
    } catch (error) {
      answerError(request, response, log, trail, error);
    }
  };
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
