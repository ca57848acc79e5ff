/**
 * What is kept for a time only: answers of requests, requests that were sent back, versions of the team, and marks of digests. A TTL policy on `expireAt` deletes it at some time
 * behind that; here it is deleted where there is none. Found by the instant of its making, since Firestore should index no field
 * that a TTL policy is on.
 */
import type { CollectionReference } from '@google-cloud/firestore';
import { type Database, digestMarksOf, requestsOf, sentBackOf, teamEntriesOf } from './firestore';
import { StoreWrite } from './store-write';

const DAY_MS = 86_400_000;

/** Days after which a request's key may be forgotten: it is told by the account's history then (see find-conflict). */
const REPLY_DAYS = 30;
/** A request that was sent back so long ago is given up. */
const SENT_BACK_DAYS = 30;
/** Who was a member with which role: for as long as somebody may ask who was allowed to do what. */
const TEAM_ENTRY_DAYS = 730;
/** A mark keeps a digest from being sent twice on its day; longer, so that somebody can ask whether it was sent. */
const DIGEST_MARK_DAYS = 30;

/** `at` is an instant, ISO 8601 in UTC. */
const after = (at: string, days: number): Date => new Date(Date.parse(at) + days * DAY_MS);
export const replyExpiry = (at: string): Date => after(at, REPLY_DAYS);
export const sentBackExpiry = (at: string): Date => after(at, SENT_BACK_DAYS);
export const digestMarkExpiry = (at: string): Date => after(at, DIGEST_MARK_DAYS);
export const teamEntryExpiry = (at: string): Date => after(at, TEAM_ENTRY_DAYS);

export interface DeletedDocuments {
  answers: number;
  sentBack: number;
  teamEntries: number;
  digestMarks: number;
  /** False where the time was up before all were deleted. */
  done: boolean;
}

/** Deletes what has expired at `now`. `isTimeUp` is asked behind every page; true ends it, and the next run goes on. */
export const deleteExpired = async (
  db: Database,
  now: Date,
  isTimeUp: () => boolean,
): Promise<DeletedDocuments> => {
  const olderThan = (collection: CollectionReference, days: number) =>
    deleteOlder(db, collection, after(now.toISOString(), -days), isTimeUp);
  const answers = await olderThan(requestsOf(db), REPLY_DAYS);
  const sentBack = await olderThan(sentBackOf(db), SENT_BACK_DAYS);
  const entries = await olderThan(teamEntriesOf(db), TEAM_ENTRY_DAYS);
  const marks = await olderThan(digestMarksOf(db), DIGEST_MARK_DAYS);
  return {
    answers: answers.deleted,
    sentBack: sentBack.deleted,
    teamEntries: entries.deleted,
    digestMarks: marks.deleted,
    done: answers.done && sentBack.done && entries.done && marks.done,
  };
};

const DOCUMENTS_PER_PAGE = 300;

const deleteOlder = async (
  db: Database,
  collection: CollectionReference,
  before: Date,
  isTimeUp: () => boolean,
): Promise<{ deleted: number; done: boolean }> => {
  const expired = collection.where('at', '<=', before.toISOString()).orderBy('at').limit(DOCUMENTS_PER_PAGE);
  let deleted = 0;
  for (;;) {
    const { docs } = await expired.select().get();
    const write = new StoreWrite(db);
    for (const { ref } of docs) write.deleteDocument(ref);
    await write.commit();
    deleted += docs.length;
    if (docs.length < DOCUMENTS_PER_PAGE) return { deleted, done: true };
    if (isTimeUp()) return { deleted, done: false };
  }
};
