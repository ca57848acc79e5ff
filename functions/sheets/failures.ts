/** What Google Sheets refuses or does not answer, and when it is worth asking again. */

/** Of a call to Sheets; its message is Google's and for the log only. */
export class SheetsFailed extends Error {
  /** Sheets' HTTP status; null when it did not answer. */
  readonly status: number | null;

  constructor(
    readonly spreadsheetId: string,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'SheetsFailed';
    this.status =
      cause instanceof Error && 'status' in cause && typeof cause.status === 'number' ? cause.status : null;
  }

  /** Gone in a moment: a quota, an accident on Google's side, a lost connection. A call that timed out took its time already. */
  get isPassing(): boolean {
    return this.status === null ? !isTimeout(this.cause) : PASSING.includes(this.status);
  }

  /** There is no such spreadsheet, or who calls may not do this in it: somebody has to share it. */
  get isBarred(): boolean {
    return (
      this.status === 403 ||
      this.status === 404 ||
      (this.status === 400 && /\bprotected\b/i.test(this.message))
    );
  }
}

const PASSING: readonly number[] = [429, 500, 502, 503, 504];

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  (('name' in error && error.name === 'TimeoutError') || ('cause' in error && isTimeout(error.cause)));

/** What `call` answers; all that it throws is a failure of this spreadsheet. */
export const asked = <T>(spreadsheetId: string, call: () => Promise<T>): Promise<T> =>
  call().catch((cause: unknown) => {
    throw new SheetsFailed(spreadsheetId, cause);
  });

/** Ends after that many milliseconds. */
export type Wait = (milliseconds: number) => Promise<unknown>;

/** In milliseconds: 25 seconds in all. */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 10_000];

/** Does it again while the failure is a passing one. For what may be done twice only: reads, and writes that replace. */
export const patiently = async <T>(act: () => Promise<T>, wait: Wait): Promise<T> => {
  for (const pause of PAUSES) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof SheetsFailed && error.isPassing)) throw error;
      await wait(pause);
    }
  }
  return act();
};

/** A tab was made, moved or deleted since it was read: Sheets then refuses the whole request, and a second try reads anew. */
export const againIfMoved = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof SheetsFailed && error.status === 400) return act();
    throw error;
  }
};
