/** The Sheets API v4 over HTTP on this machine, for the unchanged googleapis client with another `rootUrl`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenLocally, type ServerRefusal } from '../local-server/local-server';
import { pickFields } from '../workbook/field-mask';
import { invalidRequest, notFound, SpreadsheetRefusal } from '../workbook/refusal';
import type { Workbooks } from '../workbook/workbook';
import type { ApiMethod } from './api-method';
import { badRequestRefusal, checkAnswer, snakeCase } from './check-body';
import { parseResponseMask } from './check-masks';
import { API_ENUMS } from './enums';
import { type CallGates, type FaultInjection, makeFaultInjection } from './fault-injection';
import { leaveOutDefaults } from './left-out-defaults';
import { API_METHODS } from './methods';
import { schemas } from './schemas';

export interface SheetsApiOptions {
  workbooks: Workbooks;
  /** A free port by default. */
  port?: number;
  /** Whether a token is valid; every token is by default. A missing one never is. */
  accept?: (bearerToken: string) => boolean;
  /** The e-mail address of a token's owner. By default nobody is known, and protected ranges do not name who made them. */
  emailOf?: (bearerToken: string) => string;
  /**
   * Checks each answer against the API's messages, and fails with 500 where it does not match. Off by default, since it takes
   * time.
   */
  checkAnswers?: boolean;
}

export interface SheetsApi extends FaultInjection {
  /** `http://127.0.0.1:PORT/`, the client's `rootUrl`. */
  rootUrl: string;
  port: number;
  stop(): Promise<void>;
}

const MAX_BODY_BYTES = 100_000_000;
const SIGN_IN =
  'Expected OAuth 2 access token, login cookie or other valid authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.';

/** The token, when it is valid. */
function checkToken(request: IncomingMessage, accept: (bearerToken: string) => boolean): string {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token && accept(token)) return token;
  const message = token
    ? `Request had invalid authentication credentials. ${SIGN_IN}`
    : `Request is missing required authentication credential. ${SIGN_IN}`;
  const reason = token ? 'ACCESS_TOKEN_TYPE_UNSUPPORTED' : 'CREDENTIALS_MISSING';
  throw new SpreadsheetRefusal(401, 'UNAUTHENTICATED', message, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason,
      domain: 'googleapis.com',
      metadata: { service: 'sheets.googleapis.com' },
    },
  ]);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw invalidRequest('Request payload size exceeds the limit.');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw invalidRequest('Invalid JSON payload received. Unexpected token.');
  }
}

const BOOLEAN_PARAMETERS = new Set([
  'excludeTablesInBandedRanges',
  'includeGridData',
  'includeValuesInResponse',
]);

function checkQuery(query: URLSearchParams, method: ApiMethod): void {
  const known = schemas().parameters(method.parameters);
  for (const [name, value] of query) {
    if (!known.has(name)) {
      const description = `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`;
      throw badRequestRefusal([{ field: '', description }]);
    }
    if (BOOLEAN_PARAMETERS.has(name) && !/^(true|false)$/i.test(value)) {
      const field = snakeCase(name);
      const description = `Invalid value at '${field}' (TYPE_BOOL), ${JSON.stringify(value)}`;
      throw badRequestRefusal([{ field, description }]);
    }
    const listed = API_ENUMS[`query.${name}`];
    if (listed && !listed.values.has(value)) {
      const field = snakeCase(name);
      const description = `Invalid value at '${field}' (type.googleapis.com/google.apps.sheets.v4.${listed.name}), ${JSON.stringify(value)}`;
      throw badRequestRefusal([{ field, description }]);
    }
  }
}

function findMethod(request: IncomingMessage, url: URL): { method: ApiMethod; path: string[] } {
  for (const method of API_METHODS) {
    const match = method.http === request.method ? method.address.exec(url.pathname) : null;
    if (match) return { method, path: match.slice(1).map(decodeURIComponent) };
  }
  throw notFound();
}

export async function startSheetsApi(options: SheetsApiOptions): Promise<SheetsApi> {
  const { workbooks, accept = () => true, emailOf, checkAnswers = false } = options;
  const faults = makeFaultInjection();

  async function answer(request: IncomingMessage): Promise<object | 'drop'> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = await readBody(request);
    const { method, path } = findMethod(request, url);
    const token = checkToken(request, accept);
    const gates: CallGates = faults.meet(method.traffic, body);
    gates.before?.reach();
    if ((await gates.before?.opened) === 'drop') return 'drop';
    checkQuery(url.searchParams, method);
    const run = method.accept(body);
    const fields = url.searchParams.get('fields');
    const mask = fields ? parseResponseMask(fields, method.answer) : null;
    const query = url.searchParams;
    const result = run({ workbooks, path, query, mask, ...(emailOf && { email: emailOf(token) }) });
    gates.after?.reach();
    if ((await gates.after?.opened) === 'drop') return 'drop';
    const complete = leaveOutDefaults(result, method.answer);
    if (checkAnswers) checkAnswer(complete, method.answer);
    return pickFields(complete, mask) as object;
  }

  function send(response: ServerResponse, code: number, body: object): void {
    response.writeHead(code, { 'content-type': 'application/json; charset=UTF-8' });
    response.end(JSON.stringify(body));
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const result = await answer(request);
      if (result === 'drop') request.socket.destroy();
      else send(response, 200, result);
    } catch (error) {
      if (!(error instanceof SpreadsheetRefusal)) throw error;
      const { code, status, message, details } = error;
      send(response, code, { error: { code, message, status, ...(details && { details }) } });
    }
  }

  const server = await listenLocally(options.port ?? 0, describeAsGoogle);
  server.serve((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error('The Sheets API emulator failed:', error);
      const message = 'Internal error encountered.';
      if (!response.headersSent) send(response, 500, { error: { code: 500, message, status: 'INTERNAL' } });
    });
  });
  return {
    rootUrl: `${server.root}/`,
    port: server.port,
    failNext: faults.failNext,
    holdNext: faults.holdNext,
    counts: faults.counts,
    stop: server.stop,
  };
}

const describeAsGoogle = ({ status, code, words }: ServerRefusal): object => ({
  error: {
    code: status,
    message: words.en,
    status: code === 'FORBIDDEN' ? 'PERMISSION_DENIED' : 'UNAVAILABLE',
  },
});
