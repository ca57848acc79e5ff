/** Documents that the Firestore client reads, counted from its own log. */
import { setLogFunction } from '@google-cloud/firestore';
import { z } from 'zod';

/** A count costs one read for each 1,000 entries of the index; every other message brings one document or says that there is none, which costs as much. */
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

/** Every message that the client receives for a read, counted from the client's own log. */
export const readsInClientLog = async (work: () => Promise<unknown>): Promise<number> => {
  let reads = 0;
  setLogFunction((line) => {
    const [, received] = /Received response: (\{.*\})\s*$/s.exec(line) ?? [];
    if (received !== undefined) reads += readsOfMessage.parse(JSON.parse(received));
  });
  try {
    await work();
  } finally {
    setLogFunction(null);
  }
  if (reads === 0) throw new Error('The Firestore client logs nothing that can be counted.');
  return reads;
};
