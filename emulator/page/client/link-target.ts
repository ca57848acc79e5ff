/** Links to a place in a spreadsheet, as Google writes them. */

export interface LinkTarget {
  /** ID of the spreadsheet; null for the one that contains the link. */
  book: string | null;
  sheetId: number;
  /** A1 notation, one cell or row. */
  range: string;
  /** ID of the filter view to look through; null where the link names none. */
  filterView: number | null;
}

const GOOGLE_LINK =
  /^(?:https:\/\/docs\.google\.com\/spreadsheets\/d\/([^/]+)\/[^#]*)?#gid=(\d+)(?:&fvid=(\d+))?(?:&range=([A-Z]*\d*))?/;

/** Null for any other link. */
export function linkTargetOf(link: string): LinkTarget | null {
  const match = GOOGLE_LINK.exec(link);
  if (!match) return null;
  const [, book = null, sheetId, filterView, range = 'A1'] = match;
  return {
    book,
    sheetId: Number(sheetId),
    range,
    filterView: filterView === undefined ? null : Number(filterView),
  };
}
