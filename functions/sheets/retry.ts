/**
 * What Google Sheets refuses or does not answer, and when it is worth asking again.
 * Not verified against Google: which refusals of Sheets pass by themselves, and how soon.
 */

/** Of a call to Sheets; its message is Google's and for the log only. */
export class SheetsError extends Error {
  /** Sheets' HTTP status; null when it did not answer. */
  readonly status: number | null;

  constructor(
    readonly spreadsheetId: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'SheetsError';
    this.status =
      cause instanceof Error && 'status' in cause && typeof cause.status === 'number' ? cause.status : null;
  }

  /** Gone in a moment: a quota, an accident on Google's side, a lost connection. A call that timed out took its time already. */
  get isTransient(): boolean {
    return this.status === null ? !isTimeout(this.cause) : TRANSIENT_STATUSES.includes(this.status);
  }

  /** What Google says is missing for every spreadsheet alike, so that sharing one would not help; null where it says nothing of that. */
  get missingSetup(): 'api' | 'scope' | null {
    if (this.status !== 403) return null;
    if (API_IS_OFF.test(this.message)) return 'api';
    return SCOPE_IS_MISSING.test(this.message) ? 'scope' : null;
  }

  /** There is no such spreadsheet, or who calls may not do this in it: somebody has to share it. */
  get isAccessDenied(): boolean {
    return (
      this.status === 403 ||
      this.status === 404 ||
      (this.status === 400 && /\bprotected\b/i.test(this.message))
    );
  }
}

/** As Google words the reasons SERVICE_DISABLED and ACCESS_TOKEN_SCOPE_INSUFFICIENT. */
const API_IS_OFF = /has not been used in project .* before or it is disabled/i;
const SCOPE_IS_MISSING = /insufficient authentication scopes/i;

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
