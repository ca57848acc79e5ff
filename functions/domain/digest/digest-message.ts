/** A digest in words, in one language: what every channel sends, each in its own form. */

export interface DigestItem {
  company: string;
  /** To the company's row, wherever it stands; null where the functions have no address. */
  link: string | null;
  /** What to do, and since or until when. */
  detail: string;
}

export interface DigestSection {
  /** With the number of all its items. */
  title: string;
  items: readonly DigestItem[];
  /** Items that are counted, not listed. */
  left: number;
}

/** Every text of it is one line without markup, links and control characters (`plainLine`). */
export interface DigestMessage {
  /** The subject of a mail, too: it names no company. */
  title: string;
  sections: readonly DigestSection[];
  /** What to say of items that are left out, for want of room or because there are too many. */
  moreItems: (count: number) => string;
  /** Lines. */
  footer: readonly string[];
}
