/** Calendar links, one a member. Of its secret only the hash is kept: who reads the store can open no calendar. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { calendarFeedsOf, type Database } from './firestore';
import { StoreWrite } from './store-write';

const feedFields = z.object({
  memberId: z.string(),
  /** SHA-256 of the secret, base64url. */
  hash: z.string().length(43),
  /** Instant at which the link was made. */
  at: z.string(),
});

export const CALENDAR_FEED_DOCUMENT = documentKind({
  kind: 'calendarFeed',
  parse: (data) => feedFields.parse(data),
});

export interface CalendarFeed {
  memberId: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
}

/** 256 bits: nobody guesses it, so its hash needs no salt. */
const SECRET_BYTES = 32;
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** A new secret for the member's link; the one before is worth nothing from then on. */
export const renewCalendarFeed = async (db: Database, { memberId, at }: CalendarFeed): Promise<string> => {
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const document = checkedDocument(
    CALENDAR_FEED_DOCUMENT,
    { accountId: null, id: memberId },
    { memberId, hash: hashOf(secret), at },
  );
  await new StoreWrite(db).setDocument(calendarFeedsOf(db).doc(memberId), document).commit();
  return secret;
};

/** Ends the member's link; does nothing where there is none. */
export const revokeCalendarFeed = async (db: Database, memberId: string): Promise<void> => {
  await new StoreWrite(db).deleteDocument(calendarFeedsOf(db).doc(memberId)).commit();
};

/** All links that can be read. */
export const readCalendarFeeds = async (db: Database): Promise<CalendarFeed[]> => {
  const { docs } = await calendarFeedsOf(db).get();
  return docs.flatMap((doc) => {
    const feed = readDocumentOrNull(CALENDAR_FEED_DOCUMENT, { accountId: null, id: doc.id }, doc.data());
    return feed === null ? [] : [{ memberId: feed.memberId, at: feed.at }];
  });
};

/** Compared with where there is no feed, so that a wrong member takes as long as a wrong secret and cannot be told from it. */
const NO_HASH = hashOf('');

/** Whether the secret is that of the member's link. `memberId` is what a caller wrote: it may be anything. */
export const opensCalendarFeed = async (db: Database, memberId: string, secret: string): Promise<boolean> => {
  // Names with underscores at both ends are Firestore's own.
  if (!/^(?!__)[\w-]{1,64}$/.test(memberId)) return false;
  const doc = await calendarFeedsOf(db).doc(memberId).get();
  const feed = doc.exists
    ? readDocumentOrNull(CALENDAR_FEED_DOCUMENT, { accountId: null, id: memberId }, doc.data())
    : null;
  const [expected, given] = [Buffer.from(feed?.hash ?? NO_HASH), Buffer.from(hashOf(secret))];
  return timingSafeEqual(expected, given) && feed !== null;
};
