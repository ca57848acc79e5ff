/**
 * Who calls, and from which spreadsheet: all that is asked of a call before anything is known of the team. What it uses is small, so
 * that a call which is refused here loads neither its function nor the client of Firestore.
 */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Config } from '../config';
import type { Log, LogEntry } from './log';
import { Problem, problemAnswer } from './problem';
import { problemOfError } from './problem-of-error';
import { splitUrl } from './request-url';
import { sendAnswer } from './send-answer';
import { makeSignIn, type SignIn, type TokenIdentity } from './sign-in';

export interface IdentifyDeps {
  signIn: SignIn;
  /** The register's and the queue's: a call that comes from any other one is refused. Empty while none is set. */
  spreadsheets: readonly string[];
  log: Log;
}

/** What every log line of one call has, so that they are found together. */
export interface Trail {
  trace: string | null;
  /** Null until somebody has signed in; then, until it is known to be a member, made from the token's subject. */
  caller: string | null;
}

/** Which spreadsheet the calling script is bound to; other callers do not send it. */
const SPREADSHEET_HEADER = 'x-hachi-spreadsheet';

export const identifyDeps = (config: Config, log: Log): IdentifyDeps => ({
  signIn: makeSignIn(config),
  spreadsheets: [config.registerSheet, config.queueSheet].filter((id) => id !== null),
  log,
});

/** So that each line says which function it is of. */
export const namedInLog = <Deps extends IdentifyDeps>(deps: Deps, name: string): Deps => ({
  ...deps,
  log: (entry: LogEntry) => deps.log({ ...entry, function: name }),
});

/** Notes in the trail who it is. Throws a Problem for whoever is not known beyond doubt, and for the script of a copy. */
export const identify = async (
  request: IncomingMessage,
  { signIn, spreadsheets }: IdentifyDeps,
  trail: Trail,
): Promise<TokenIdentity> => {
  if (splitUrl(request.url)[0] !== '/') throw new Problem('PATH_UNKNOWN');
  // A second Authorization header makes the first one no token.
  const identity = await signIn(request.headersDistinct.authorization?.join(', ')).catch((error: unknown) => {
    // The script of a copy has a client ID of its own, so that its tokens are for nobody here: that it is a copy says more.
    const isForNobody = error instanceof Problem && error.detail.code === 'TOKEN_INVALID';
    if (isForNobody && spreadsheets.length > 0)
      refuseCopy(request.headersDistinct[SPREADSHEET_HEADER], spreadsheets);
    throw error;
  });
  trail.caller = subjectId(identity);
  refuseCopy(request.headersDistinct[SPREADSHEET_HEADER], spreadsheets);
  return identity;
};

export const trailOf = (request: IncomingMessage): Trail => ({ trace: traceIdOf(request), caller: null });

/** Whatever the call has ended with is answered and logged; nobody hears of it where the caller hung up. */
export const answerError = (
  request: IncomingMessage,
  response: ServerResponse,
  log: Log,
  trail: Trail,
  error: unknown,
): void => {
  if (request.destroyed && !request.complete) {
    log({ severity: 'INFO', message: 'The caller hung up', ...trail });
    return;
  }
  const { problem, severity, message } = problemOfError(error);
  const { detail, reason } = problem;
  const id = 'id' in detail ? { id: detail.id } : {};
  log({ severity, message, ...trail, code: detail.code, reason, ...id });
  sendAnswer(request, response, problemAnswer(problem));
};

/** An ID for logs that is always the same for one Google account and does not reveal it. */
const subjectId = ({ sub }: TokenIdentity): string =>
  `sub_${createHash('sha256').update(sub).digest('base64url').slice(0, 12)}`;

/** Refuses calls of a copied spreadsheet: its script came along, and would write what stands in the copy into the original's accounts. */
const refuseCopy = (headerValues: readonly string[] | undefined, spreadsheets: readonly string[]): void => {
  if (headerValues === undefined) return;
  if (spreadsheets.length === 0) throw new Problem('REGISTER_SHEET_NOT_SET');
  const [value, ...others] = headerValues;
  if (value === undefined || others.length > 0 || !spreadsheets.includes(value))
    throw new Problem('SPREADSHEET_IS_COPY');
};

const traceIdOf = (request: IncomingMessage): string | null => {
  const header = request.headers['x-cloud-trace-context'];
  return (typeof header === 'string' && /^[0-9a-f]{32}(?=\/|$)/i.exec(header)?.[0]) || null;
};
