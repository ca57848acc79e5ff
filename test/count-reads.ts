/** Counts the documents that a piece of work reads, as Firestore would charge them: from the client's own log. */
import { setLogFunction } from '@google-cloud/firestore';
import { z } from 'zod';

/**
 * The reads for one message of a stream that the client receives. A count costs one read for each 1,000 entries of the index; every
 * other message brings one document, or says that there is none, which costs as much.
 */
const readsOfMessage = z
  .object({
    result: z.object({
      aggregateFields: z.record(z.string(), z.object({ integerValue: z.coerce.number() })),
    }),
  })
  .transform(({ result }) => {
    const counts = Object.values(result.aggregateFields).map(({ integerValue }) => integerValue);
    return Math.max(1, ...counts.map((count) => Math.ceil(count / 1000)));
  })
  .catch(1);

/** Documents and counts come in streams. A commit is answered by one message, and costs no read. */
const STREAMED = /\[Firestore\.requestStream\]: Received response: (\{.*\})\s*$/s;

/** A commit with its writes, as it is sent. */
const COMMITTED = /\[Firestore\.request\]: Sending request: (\{.*\})\s*$/s;
const commitSchema = z.object({ writes: z.array(z.unknown()) });

export interface StoreUse {
  readonly reads: number;
  readonly writes: number;
}

/** Throws when the log has nothing to count, as after a change of the client. */
export const countUse = async (work: () => Promise<unknown>): Promise<StoreUse> => {
  let [reads, writes] = [0, 0];
  setLogFunction((line) => {
    const [, message] = STREAMED.exec(line) ?? [];
    if (message !== undefined) reads += readsOfMessage.parse(JSON.parse(message));
    const [, request] = COMMITTED.exec(line) ?? [];
    if (request !== undefined) writes += commitSchema.safeParse(JSON.parse(request)).data?.writes.length ?? 0;
  });
  try {
    await work();
  } finally {
    setLogFunction(null);
  }
  if (reads === 0) throw new Error('The Firestore client logs nothing that can be counted.');
  return { reads, writes };
};

export const countReads = async (work: () => Promise<unknown>): Promise<number> =>
  (await countUse(work)).reads;
