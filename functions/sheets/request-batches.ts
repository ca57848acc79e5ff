/** Requests of several tabs in as few calls as Google advises: one of 2 MB at most. */
import type { SheetsRequest } from './cells';

/** Of one call; Google advises 2 MB. A character of Japanese is three bytes. */
const MAX_BYTES = 2_000_000;

/** What belongs together stays in one call, and so in one piece, however large it is; all of it is one call where that is small enough. */
export const requestBatches = (
  groups: readonly (readonly SheetsRequest[])[],
  maxBytes = MAX_BYTES,
): SheetsRequest[][] => {
  const batches: { requests: SheetsRequest[]; bytes: number }[] = [];
  for (const group of groups) {
    if (group.length === 0) continue;
    const bytes = Buffer.byteLength(JSON.stringify(group));
    const last = batches.at(-1);
    if (last !== undefined && last.bytes + bytes <= maxBytes) {
      last.requests.push(...group);
      last.bytes += bytes;
    } else batches.push({ requests: [...group], bytes });
  }
  return batches.map(({ requests }) => requests);
};
