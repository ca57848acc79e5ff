/** What the published schema of a code's facts is called. */

/** ACCOUNT_UNKNOWN → AccountUnknown. */
export const schemaNameOf = (code: string): string =>
  code
    .split('_')
    .map((word) => `${word.charAt(0)}${word.slice(1).toLowerCase()}`)
    .join('');
