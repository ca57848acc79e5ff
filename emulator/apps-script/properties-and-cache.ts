/**
 * `PropertiesService` and `CacheService` on the host, with Google's limits of size.
 * Not verified against Google: the words in which a store that is full refuses.
 */

import type { ExecutionContext, SomeHostHandlers } from './execution-context';
import type { PropertyScope } from './protocol';
import type { ScriptState } from './script-state';

const MAX_PROPERTY_BYTES = 9 * 1024;
const MAX_STORE_BYTES = 500 * 1024;
const MAX_CACHE_BYTES = 100 * 1024;
const MAX_CACHE_KEY_LENGTH = 250;
const MAX_CACHE_SECONDS = 21_600;

const byteLength = (text: string): number => Buffer.byteLength(text);

/** The name of the store that a scope means: everybody's or one person's. */
export const scopeStoreName = (scope: PropertyScope, email: string): string =>
  scope === 'user' ? `user:${email}` : scope;

export function propertyHandlers({ state, change }: ScriptState) {
  const read = (run: ExecutionContext, scope: PropertyScope): Record<string, string> =>
    state.properties[scopeStoreName(scope, run.email)] ?? {};
  return {
    'Properties.getProperty': (run, scope, key) => read(run, scope)[key] ?? null,
    'Properties.getProperties': read,
    'Properties.setProperties': (run, scope, values, others) => {
      for (const [key, value] of Object.entries(values)) {
        if (byteLength(key) + byteLength(value) > MAX_PROPERTY_BYTES)
          throw new Error('Argument too large: value');
      }
      const next = { ...(others === 'keep' ? read(run, scope) : {}), ...values };
      const size = Object.entries(next).reduce(
        (sum, [key, value]) => sum + byteLength(key) + byteLength(value),
        0,
      );
      if (size > MAX_STORE_BYTES) {
        throw new Error(
          'You have exceeded the property storage quota. Please remove some properties and try again.',
        );
      }
      change((stored) => {
        stored.properties[scopeStoreName(scope, run.email)] = next;
      });
    },
    'Properties.deleteProperty': (run, scope, key) => {
      const { [key]: _, ...rest } = read(run, scope);
      change((stored) => {
        stored.properties[scopeStoreName(scope, run.email)] = rest;
      });
    },
  } satisfies SomeHostHandlers;
}

interface CacheEntry {
  value: string;
  until: number;
}

/** The cache is in memory only: Google does not promise that entries last. */
export function cacheHandlers(now: () => Date) {
  const entries = new Map<string, CacheEntry>();
  const keyOf = (run: ExecutionContext, scope: PropertyScope, key: string) =>
    JSON.stringify([scopeStoreName(scope, run.email), key]);
  return {
    'Cache.getAll': (run, scope, keys) => {
      const values: Record<string, string> = {};
      for (const key of keys) {
        const cached = entries.get(keyOf(run, scope, key));
        if (cached && cached.until > now().getTime()) values[key] = cached.value;
      }
      return values;
    },
    'Cache.putAll': (run, scope, values, seconds) => {
      for (const [key, value] of Object.entries(values)) {
        if (key.length > MAX_CACHE_KEY_LENGTH) throw new Error('Argument too large: key');
        if (byteLength(value) > MAX_CACHE_BYTES) throw new Error('Argument too large: value');
      }
      const until = now().getTime() + Math.min(seconds, MAX_CACHE_SECONDS) * 1000;
      for (const [key, value] of Object.entries(values)) {
        entries.set(keyOf(run, scope, key), { value, until });
      }
    },
    'Cache.removeAll': (run, scope, keys) => {
      for (const key of keys) entries.delete(keyOf(run, scope, key));
    },
  } satisfies SomeHostHandlers;
}
