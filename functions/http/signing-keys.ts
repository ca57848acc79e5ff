/**
 * Google's present signing keys: fetched once for everybody who waits, kept as long as the key server says. An answer that
 * is none (an error, a page, nothing, more than there can be, too late) leaves the known keys as they are.
 */
import { createPublicKey } from 'node:crypto';
import * as http from 'node:http';
import * as https from 'node:https';
import * as z from 'zod';
import { Problem } from './problem';

/** For the whole answer, however slowly it comes. */
const TIMEOUT_MS = 5000;
/** Google's two or three certificates take 5 KB. */
const MAX_BYTES = 64 * 1024;
/** A token with an unknown key ID makes us fetch again, and so does a failure, but not more often than this. */
const MIN_REFETCH_MS = 60_000;
/** The longest that keys are believed, whatever the key server says, and that they outlive their time while it fails. */
const MAX_AGE_MS = 24 * 3600_000;

const isPublicKey = (pem: string): boolean => {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};
const keySet = z
  .record(z.string(), z.string().refine(isPublicKey))
  .refine((keys) => Object.keys(keys).length > 0, 'No keys');
type KeySet = z.output<typeof keySet>;

const NO_KEYS = { keys: {}, freshUntil: Number.NEGATIVE_INFINITY };

/**
 * The keys by key ID, in PEM; the one that is asked for is missing where the key server does not know it. Rejects with
 * SIGN_IN_UNAVAILABLE where the key server gives no answer and the key is not known, or was known for too long. `now` is in
 * milliseconds.
 */
export function makeSigningKeys(
  url: string,
  now: () => number,
  timeoutMs = TIMEOUT_MS,
): (keyId: string) => Promise<KeySet> {
  let latest: { keys: KeySet; freshUntil: number } = NO_KEYS;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let failedAt = Number.NEGATIVE_INFINITY;
  let pendingFetch: Promise<void> | null = null;

  const fetchOnce = (): Promise<void> => {
    pendingFetch ??= fetchKeys().finally(() => {
      pendingFetch = null;
    });
    return pendingFetch;
  };

  async function fetchKeys(): Promise<void> {
    fetchedAt = now();
    try {
      const { body, maxAgeSeconds } = await download(url, timeoutMs);
      const keys = keySet.parse(JSON.parse(body));
      latest = { keys, freshUntil: fetchedAt + Math.min(maxAgeSeconds * 1000, MAX_AGE_MS) };
    } catch (error) {
      failedAt = now();
      const reason = error instanceof Error ? error.message : String(error);
      throw new Problem('SIGN_IN_UNAVAILABLE', `The signing keys: ${reason}`);
    }
  }

  return async (keyId) => {
    const isKnown = (): boolean =>
      Object.hasOwn(latest.keys, keyId) && now() < latest.freshUntil + MAX_AGE_MS;
    const hasJustFailed = now() - failedAt < MIN_REFETCH_MS;
    // Keys that are not fresh any more are fetched again; a known one serves on while the key server fails.
    if (now() >= latest.freshUntil && !(isKnown() && hasJustFailed))
      await fetchOnce().catch((problem) => {
        if (!isKnown()) throw problem;
      });
    // The keys may have been changed before their time.
    const mayFetch = pendingFetch !== null || now() - fetchedAt >= MIN_REFETCH_MS;
    if (!isKnown() && mayFetch) await fetchOnce();
    return latest.keys;
  };
}

interface Download {
  body: string;
  /** 0 where the key server does not say. */
  maxAgeSeconds: number;
}

/**
 * The answer when it is 200; a redirect is not followed. Not by fetch, which takes some 40 ms to load: as much as a
 * tenth of a cold start.
 */
const download = (url: string, timeoutMs: number): Promise<Download> =>
  new Promise((resolve, reject) => {
    const { get } = url.startsWith('https:') ? https : http;
    const request = get(url, { signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      if (response.statusCode !== 200) return request.destroy(new Error(`HTTP ${response.statusCode}`));
      const maxAge = /max-age=(\d+)/.exec(response.headers['cache-control'] ?? '')?.[1];
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BYTES) request.destroy(new Error(`More than ${MAX_BYTES} bytes`));
        else chunks.push(chunk);
      });
      response.on('end', () =>
        resolve({ body: Buffer.concat(chunks).toString('utf8'), maxAgeSeconds: Number(maxAge ?? 0) }),
      );
      response.on('error', reject);
    });
    request.on('error', reject);
  });
