/** The mail addresses that a cell holds, without what address books put around them. */

/** What no address has within: brackets, quotation marks, separators, and the names that stand before one. */
const ADDRESS =
  /[^\s<>()[\]{}"'“”「」『』,;:、。，；：|/]+@(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]+(?![\p{L}\p{N}-])/gu;

/** Each once, in their order; empty where there is none: `山田 <y@x.jp>`, `a@x.jp; b@x.jp`, `SMTP:y@x.jp`, `y＠x．jp`. */
export const mailAddressesIn = (cell: string): string[] =>
  // Few cells have the sign, and it is found much faster than the whole.
  /[@＠﹫]/.test(cell) ? [...new Set(cell.normalize('NFKC').match(ADDRESS) ?? [])] : [];
