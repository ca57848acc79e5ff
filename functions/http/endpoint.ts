/** The one way into every function: sign-in → method → input → membership → handler → typed JSON answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FILE_TYPES } from '../contract/file-types';
import type { AnswerOf, BodyOf, Method, Operations, QueryOf } from '../contract/operation';
import { readBytes } from './body';
import { type CsvPage, csvAnswer, wantsCsv } from './csv-answer';
import { answerError, type IdentifyDeps, trailOf } from './identify';
import { leaveDomain } from './leave-domain';
import type { LogEntry } from './log';
import type { HttpAnswer } from './problem';
import { type ReadCall, readCall } from './read-call';
import { sendAnswer } from './send-answer';
import type { TokenIdentity } from './sign-in';

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

/** `read` is what was read of the call before the function was loaded. */
export type HttpFunction = (
  request: IncomingMessage,
  response: ServerResponse,
  read?: ReadCall,
) => Promise<void>;

const NO_FILE = Buffer.alloc(0);

/** An HTTP function for the functions framework; it never throws. `csvViews` are of the operations that the contract says it of. */
export function endpoint<Table extends Operations, Caller>(
  operations: Table,
  handlers: Handlers<Table, Caller>,
  deps: EndpointDeps<Caller>,
  csvViews: CsvViews<Table, Caller> = {},
): HttpFunction {
  const { authorise, callerId, answered, log } = deps;

  async function answerTo(request: IncomingMessage, read: ReadCall): Promise<HttpAnswer> {
    const { trail, identity, operation, query, body: json } = read;
    const caller = await authorise(identity);
    trail.caller = callerId(caller);
    // A file may be large, so it is read for members only.
    const file = operation.file ? await readBytes(request, FILE_TYPES, operation.maxBytes ?? 0) : NO_FILE;
    const input = { query, body: json, file };
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

  return async (request, response, read) => {
    leaveDomain();
    const trail = read?.trail ?? trailOf(request);
    try {
      sendAnswer(
        request,
        response,
        await answerTo(request, read ?? (await readCall(request, operations, deps, trail))),
      );
    } catch (error) {
      answerError(request, response, log, trail, error);
    }
  };
}
