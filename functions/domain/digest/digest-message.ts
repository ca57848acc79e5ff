/** A digest in one language, which each channel sends in its own format. */

export interface DigestItem {
  company: string;
  /** A link to the company's row, wherever it stands; null where the functions have no address of the sheet. */
  link: string | null;
  /** What to do, and since or until when. */
  detail: string;
}

export interface DigestSection {
  /** Includes the number of its items. */
  title: string;
  items: readonly DigestItem[];
  /** Number of items that are not listed. */
  left: number;
}

/** All texts are single lines without markup, links or control characters (`plainLine`). */
export interface DigestMessage {
  /** Also the subject of a mail, so it names no company. */
  title: string;
  sections: readonly DigestSection[];
  /** The words for items that are left out, for lack of room or because there are too many. */
  moreItems: (count: number) => string;
  /** One line each. */
  footer: readonly string[];
}
