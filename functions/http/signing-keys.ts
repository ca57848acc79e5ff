/** Google's present signing keys: fetched once for everybody who waits, kept as long as the key server says. */
import * as http from 'node:http';
import * as https from 'node:https';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { Problem } from './problem';

const TIMEOUT_MS = 5000;
/** A token with an unknown key ID makes us ask again, but not more often than this. */
const MIN_REFETCH_MS = 60_000;

const keySet = z.record(z.string(), z.string());
type KeySet = z.output<typeof keySet>;

/**
 * The keys by key ID, in PEM; the one that is asked for is missing where the key server does not know it. Rejects
 * with SIGN_IN_UNAVAILABLE when the key server does not answer. `now` is in milliseconds.
 */
export function makeSigningKeys(url: string, now: () => number): (keyId: string) => Promise<KeySet> {
  let keys: KeySet = {};
  let freshUntil = Number.NEGATIVE_INFINITY;
  let askedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | null = null;

  const ask = (): Promise<void> => {
    asking ??= fetchKeys().finally(() => {
      asking = null;
    });
    return asking;
  };

  async function fetchKeys(): Promise<void> {
    askedAt = now();
    try {
      const response = await download(url);
      keys = keySet.parse(JSON.parse(await text(response)));
      const age = /max-age=(\d+)/.exec(response.headers['cache-control'] ?? '')?.[1];
      freshUntil = askedAt + Number(age ?? 0) * 1000;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Problem('SIGN_IN_UNAVAILABLE', `The signing keys: ${reason}`);
    }
  }

  return async (keyId) => {
    if (now() >= freshUntil) await ask();
    const mayAsk = asking !== null || now() - askedAt >= MIN_REFETCH_MS;
    if (!Object.hasOwn(keys, keyId) && mayAsk) await ask();
    return keys;
  };
}

/**
 * The answer when it is 200; a redirect is not followed. Not by fetch, which takes some 40 ms to load: as much as a
 * tenth of a cold start.
 */
const download = (url: string): Promise<http.IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { get } = url.startsWith('https:') ? https : http;
    get(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }, (response) => {
      if (response.statusCode === 200) return resolve(response);
      response.resume();
      reject(new Error(`HTTP ${response.statusCode}`));
    }).on('error', reject);
  });
