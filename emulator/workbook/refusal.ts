/**
 * What a spreadsheet refuses; adapters turn it into their own error. The words are the Sheets API's where they
 * are documented or publicly recorded, else ours: not verified against Google.
 */
export class SpreadsheetRefusal extends Error {
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

export const invalidRequest = (message: string): SpreadsheetRefusal =>
  new SpreadsheetRefusal(400, 'INVALID_ARGUMENT', message);

export const notFound = (): SpreadsheetRefusal =>
  new SpreadsheetRefusal(404, 'NOT_FOUND', 'Requested entity was not found.');

/** Answered for whatever Google has and this suite has not, by its name: never an empty success. */
export const notEmulated = (what: string): SpreadsheetRefusal =>
  new SpreadsheetRefusal(501, 'UNIMPLEMENTED', `Not emulated: ${what}`);

/** Says where in the caller's request the refusal belongs, as Google prefixes its messages. */
export function prefixRefusals<T>(where: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof SpreadsheetRefusal && error.code === 400)
      throw invalidRequest(`Invalid ${where}: ${error.message}`);
    throw error;
  }
}
