/**
 * What Google Sheets refuses or does not answer, and when it is worth asking again.
 * Not verified against Google: which refusals of Sheets pass by themselves, and how soon.
 */

/** Of a call to Sheets; its message is Google's and for the log only. */
export class SheetsError extends Error {
  /** Sheets' HTTP status; null when it did not answer. */
  readonly status: number | null;
  /** Its message, and the reasons that Google names beside it. */
  private readonly words: string;

  constructor(
    readonly spreadsheetId: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'SheetsError';
    this.words = `${this.message} ${reasonsIn(cause)}`;
    this.status =
      cause instanceof Error && 'status' in cause && typeof cause.status === 'number' ? cause.status : null;
  }

  /** Gone in a moment: a quota, an accident on Google's side, a lost connection. A call that timed out took its time already. */
  get isTransient(): boolean {
    if (this.status === 403) return IS_QUOTA.test(this.words);
    return this.status === null ? !isTimeout(this.cause) : TRANSIENT_STATUSES.includes(this.status);
  }

  /** What Google says is missing for every spreadsheet alike, so that sharing one would not help; null where it says nothing of that. */
  get missingSetup(): MissingSetup | null {
    if (this.status !== 403) return null;
    return SETUP_BY_WORDS.find(([words]) => words.test(this.words))?.[1] ?? null;
  }

  /** There is no such spreadsheet, or who calls may not do this in it: somebody has to share it. */
  get isAccessDenied(): boolean {
    return (
      (this.status === 403 && !this.isTransient) ||
      this.status === 404 ||
      (this.status === 400 && /\bprotected\b/i.test(this.message))
    );
  }
}

/**
 * What stands in the way of every spreadsheet: the API is off, the token lacks the scope, the organisation forbids sharing with
 * accounts outside of it (whose service accounts are), or has another policy or perimeter against the call.
 */
type MissingSetup = 'api' | 'scope' | 'sharing' | 'policy';

/** As Google words, or names, its reasons. */
const SETUP_BY_WORDS: readonly (readonly [RegExp, MissingSetup])[] = [
  [/has not been used in project .* before or it is disabled|accessNotConfigured|SERVICE_DISABLED/i, 'api'],
  [/insufficient authentication scopes|ACCESS_TOKEN_SCOPE_INSUFFICIENT|insufficientScopes/i, 'scope'],
  [
    /share(?:Out|In)NotPermitted|publishOutNotPermitted|(?:does(?: not|n't)|not (?:permitted|allowed) to) (?:allow|permit|share)\w* .*(?:outside|external|organi[sz]ation|domain)|sharing .*(?:outside|external).*(?:not|disabled|restricted|prohibited)|(?:external|out-of-domain) sharing/i,
    'sharing',
  ],
  [
    /domainPolicy|domain administrators? ha(?:s|ve) disabled|(?:prohibited|violat\w+|blocked|restricted|denied|disallowed) by (?:your )?(?:organi[sz]ation|admin|domain|an? (?:organi[sz]ation|admin))|organi[sz]ation'?s policy|admin_?policy_?enforced|SECURITY_POLICY_VIOLATED|VPC Service Controls|ORG_RESTRICTION/i,
    'policy',
  ],
];

/** Some quotas answer so, too. */
const IS_QUOTA = /rateLimitExceeded|rate limit exceeded|quota exceeded|RATE_LIMIT_EXCEEDED/i;

/** `SERVICE_DISABLED` and the like, as an error of Google's client has them in its answer. */
const reasonsIn = (cause: unknown): string => {
  const answer =
    typeof cause === 'object' && cause !== null && 'response' in cause ? cause.response : undefined;
  const data = typeof answer === 'object' && answer !== null && 'data' in answer ? answer.data : undefined;
  const found = JSON.stringify(data ?? {}).matchAll(/"reason":"(\w{1,80})"/g);
  return [...found].map(([, reason = '']) => reason).join(' ');
};

const TRANSIENT_STATUSES: readonly number[] = [429, 500, 502, 503, 504];

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('name' in error && error.name === 'TimeoutError') || ('cause' in error && isTimeout(error.cause)));

/** What `call` answers; all that it throws is a failure of this spreadsheet. */
export const wrapErrors = <T>(spreadsheetId: string, call: () => Promise<T>): Promise<T> =>
  call().catch((cause: unknown) => {
    throw new SheetsError(spreadsheetId, cause);
  });

/** Ends after that many milliseconds. */
export type Wait = (milliseconds: number) => Promise<unknown>;

/** In milliseconds: 25 seconds in all. */
const RETRY_PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 10_000];

/** Does it again while the failure is a passing one. For what may be done twice only: reads, and writes that replace. */
export const withRetry = async <T>(act: () => Promise<T>, wait: Wait): Promise<T> => {
  for (const pause of RETRY_PAUSES_MS) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof SheetsError && error.isTransient)) throw error;
      await wait(pause);
    }
  }
  return act();
};

/** A tab was made, moved or deleted since it was read: Sheets then refuses the whole request, and a second try reads anew. */
export const retryOnMoved = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SheetsError && error.status === 400) return act();
    throw error;
  }
};
