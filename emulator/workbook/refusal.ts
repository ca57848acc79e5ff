/**
 * What a spreadsheet refuses; adapters turn it into their own error. The words are the Sheets API's where they
 * are documented or publicly recorded, else ours: not verified against Google.
 */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly status: string,
    message: string,
    readonly details?: readonly object[],
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export const invalid = (message: string): Refusal => new Refusal(400, 'INVALID_ARGUMENT', message);

export const notFound = (): Refusal => new Refusal(404, 'NOT_FOUND', 'Requested entity was not found.');

/** Answered for whatever Google has and this suite has not, by its name: never an empty success. */
export const notEmulated = (what: string): Refusal =>
  new Refusal(501, 'UNIMPLEMENTED', `Not emulated: ${what}`);

/** Says where in the caller's request the refusal belongs, as Google prefixes its messages. */
export function within<T>(where: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal && error.code === 400) throw invalid(`Invalid ${where}: ${error.message}`);
    throw error;
  }
}
