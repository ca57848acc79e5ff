/**
 * Marks of digests, one a person or team, day and channel: made before a digest is sent and completed behind it, so that none is sent
 * twice, whatever happens between. A mark that was never completed means that the digest may have arrived.
 */
import * as z from 'zod';
import type { DigestChannel } from '../domain/account/digest-choices';
import type { CalendarDate } from '../domain/calendar/calendar-date';
import { checkedDocument, documentKind, readDocumentOrNull } from './document-kind';
import { digestMarkExpiry } from './expired-documents';
import { type Database, digest, digestMarksOf } from './firestore';
import { StoreWrite } from './store-write';

/** `claimed`: somebody is sending it, or was stopped while sending. `failed`: it has not arrived and may be sent again. */
export type DigestMarkState = 'claimed' | 'sent' | 'failed' | 'uncertain';

export interface DigestKey {
  /** The team's day. */
  date: CalendarDate;
  /** Null: the managers of the team together. */
  memberId: string | null;
  channel: DigestChannel;
}

const markFields = z.object({
  date: z.string(),
  memberId: z.string().nullable(),
  channel: z.string(),
  /** Instant of the latest change. */
  at: z.string(),
  state: z.enum(['claimed', 'sent', 'failed', 'uncertain']),
});

export const DIGEST_MARK_DOCUMENT = documentKind({
  kind: 'digestMark',
  parse: (data) => markFields.parse(data),
});

/** The name of its document, and of the message itself. */
export const digestMarkId = ({ date, memberId, channel }: DigestKey): string =>
  digest(JSON.stringify([date, memberId, channel]));

const documentOf = (key: DigestKey, state: DigestMarkState, at: string) =>
  checkedDocument(
    DIGEST_MARK_DOCUMENT,
    { accountId: null, id: digestMarkId(key) },
    {
      date: key.date,
      memberId: key.memberId,
      channel: key.channel,
      at,
      state,
      expireAt: digestMarkExpiry(at),
    },
  );

/**
 * Takes the digest for the caller alone and answers null; else what has become of it. One that cannot be read may have arrived.
 * `at` is an instant, ISO 8601 in UTC.
 */
export const claimDigest = async (
  db: Database,
  key: DigestKey,
  at: string,
): Promise<Exclude<DigestMarkState, 'failed'> | null> => {
  const ref = digestMarksOf(db).doc(digestMarkId(key));
  const snapshot = await ref.get();
  const write = new StoreWrite(db);
  const claim = documentOf(key, 'claimed', at);
  if (snapshot.updateTime === undefined) write.createDocument(ref, claim);
  else {
    const mark = readDocumentOrNull(DIGEST_MARK_DOCUMENT, { accountId: null, id: ref.id }, snapshot.data());
    if (mark?.state !== 'failed') return mark?.state ?? 'uncertain';
    write.updateDocument(ref, claim, { lastUpdateTime: snapshot.updateTime });
  }
  return (await write.commitIfFirst()) ? null : 'claimed';
};

/** Completes a mark; only the run that has claimed it calls this. */
export const completeDigest = async (
  db: Database,
  key: DigestKey,
  state: Exclude<DigestMarkState, 'claimed'>,
  at: string,
): Promise<void> => {
  const ref = digestMarksOf(db).doc(digestMarkId(key));
  await new StoreWrite(db).setDocument(ref, documentOf(key, state, at)).commit();
};
