/** A refusal of the call itself, thrown anywhere below the endpoint, and the answer that it becomes. */
import type { ProblemResult } from '../app/problem-result';
import type { InputIssue } from '../contract/issue';
import { type CodeWithoutFacts, PROBLEMS, type ProblemCode, type ProblemDetail } from '../contract/problem';
import { PROBLEM_TEXTS } from '../contract/problem-texts';

const bearer = (error?: string) => ({
  'WWW-Authenticate': `Bearer realm="hachi"${error ? `, error="${error}"` : ''}`,
});
const retryAfter = (seconds: number) => ({ 'Retry-After': `${seconds}` });

type Headers = Readonly<Record<string, string>>;

const HEADERS: Readonly<Partial<Record<ProblemCode, Headers>>> = {
  NOT_SIGNED_IN: bearer(),
  TOKEN_INVALID: bearer('invalid_token'),
  TOKEN_EXPIRED: bearer('invalid_token'),
  TOKEN_SIGNATURE_REMOVED: bearer('invalid_token'),
  SIGN_IN_UNAVAILABLE: retryAfter(10),
  REGISTER_BUSY: retryAfter(10),
  SHEETS_UNAVAILABLE: retryAfter(60),
  STORE_UNAVAILABLE: retryAfter(5),
};

export class Problem extends Error {
  readonly detail: ProblemDetail;

  constructor(
    detail: ProblemDetail | CodeWithoutFacts,
    /** For the log only; never a token, never a body. */
    readonly reason?: string,
  ) {
    super(typeof detail === 'string' ? detail : detail.code);
    this.name = 'Problem';
    this.detail = typeof detail === 'string' ? { code: detail } : detail;
  }
}

/** REQUEST_INVALID, with what exactly does not fit. */
export const invalidInput = (issues: readonly InputIssue[]): Problem =>
  new Problem({ code: 'REQUEST_INVALID', issues });

/** What a use case made; throws the Problem that it has refused with. */
export const resultOrThrow = <Result extends object>(result: Result | ProblemResult): Result => {
  if ('problem' in result) throw new Problem(result.problem);
  return result;
};

export interface HttpAnswer {
  status: number;
  headers?: Headers;
  /** Sent as JSON, unless there is a text. */
  body: unknown;
  /** Sent as it is; the headers then say what it is. */
  text?: string;
}

export const problemAnswer = ({ detail }: Problem): HttpAnswer => {
  const { code, ...facts } = detail;
  const allow: Headers = detail.code === 'METHOD_NOT_ALLOWED' ? { Allow: detail.allow.join(', ') } : {};
  return {
    status: PROBLEMS[code].status,
    headers: { ...HEADERS[code], ...allow },
    body: { error: { code, message: PROBLEM_TEXTS[code], ...facts } },
  };
};
