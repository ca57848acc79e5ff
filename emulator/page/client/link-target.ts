/** Links to a place in a spreadsheet, as Google writes them. */

export interface LinkTarget {
  /** ID of the spreadsheet; null for the one that contains the link. */
  book: string | null;
  sheetId: number;
  /** A1 notation, one cell or row. */
  range: string;
}

const GOOGLE_LINK =
  /^(?:https:\/\/docs\.google\.com\/spreadsheets\/d\/([^/]+)\/[^#]*)?#gid=(\d+)(?:&range=([A-Z]*\d*))?/;

/** Null for any other link. */
export function linkTargetOf(link: string): LinkTarget | null {
  const match = GOOGLE_LINK.exec(link);
  if (!match) return null;
  return { book: match[1] ?? null, sheetId: Number(match[2]), range: match[3] ?? 'A1' };
}
