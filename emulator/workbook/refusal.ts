/**
 * A refusal of a spreadsheet; the API, the script and the page turn it into their own errors. The messages are the Sheets
 * API's where they are documented or publicly recorded, otherwise our own.
 * Not verified against Google: the words of most refusals.
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

/** For features of Google that this suite lacks: refused by name instead of answered with nothing. */
export const notEmulated = (feature: string): SpreadsheetRefusal =>
  new SpreadsheetRefusal(501, 'UNIMPLEMENTED', `Not emulated: ${feature}`, [
    {
      '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
      reason: 'NOT_EMULATED',
      domain: 'localhost',
      metadata: { feature },
    },
  ]);

/** Prefixes refusals with the place in the caller's request, as Google does. */
export function prefixRefusals<T>(path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof SpreadsheetRefusal && error.code === 400)
      throw invalidRequest(`Invalid ${path}: ${error.message}`);
    throw error;
  }
}
