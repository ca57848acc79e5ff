/** Documents that a piece of work reads, as Firestore would charge them: counted from the client's own log. */
import { setLogFunction } from '@google-cloud/firestore';
import { z } from 'zod';

const receivedMessage = z.union([
  z.object({
    result: z.object({
      aggregateFields: z.record(z.string(), z.object({ integerValue: z.coerce.number() })),
    }),
  }),
  z.object({ document: z.object({ name: z.string() }) }),
  z.object({ found: z.object({ name: z.string() }) }),
  z.object({ missing: z.string() }),
]);

/** A count costs one read for each 1,000 entries of the index; a query that finds nothing costs one, too. */
const readCostOf = (message: unknown): number => {
  const { data } = receivedMessage.safeParse(message);
  if (data === undefined || !('result' in data)) return 1;
  return Object.values(data.result.aggregateFields).reduce(
    (sum, { integerValue }) => sum + Math.max(1, Math.ceil(integerValue / 1_000)),
    0,
  );
};

export const countReads = async (work: () => Promise<unknown>): Promise<number> => {
  let reads = 0;
  setLogFunction((line) => {
    const [, message] = /Received response: (\{.*\})\s*$/s.exec(line) ?? [];
    if (message !== undefined) reads += readCostOf(JSON.parse(message));
  });
  try {
    await work();
  } finally {
    setLogFunction(null);
  }
  return reads;
};
