/** Properties and cache on the host, with Google's limits of size. */
import type { KeptState } from './kept-state';
import type { PropertyScope } from './protocol';
import type { Run, SomeCalls } from './run';

const MOST_PROPERTY_BYTES = 9 * 1024;
const MOST_STORE_BYTES = 500 * 1024;
const MOST_CACHE_BYTES = 100 * 1024;
const MOST_CACHE_KEY = 250;
const MOST_CACHE_SECONDS = 21_600;

const bytes = (text: string): number => Buffer.byteLength(text);

/** The name of the store: everybody's, or one person's. */
export const storeOf = (scope: PropertyScope, email: string): string =>
  scope === 'user' ? `user:${email}` : scope;

export function propertyCalls({ state, change }: KeptState) {
  const read = (run: Run, scope: PropertyScope): Record<string, string> =>
    state.properties[storeOf(scope, run.email)] ?? {};
  return {
    'Properties.getProperty': (run, scope, key) => read(run, scope)[key] ?? null,
    'Properties.getProperties': read,
    'Properties.setProperties': (run, scope, values, others) => {
      for (const [key, value] of Object.entries(values)) {
        if (bytes(key) + bytes(value) > MOST_PROPERTY_BYTES) throw new Error('Argument too large: value');
      }
      const next = { ...(others === 'keep' ? read(run, scope) : {}), ...values };
      const size = Object.entries(next).reduce((sum, [key, value]) => sum + bytes(key) + bytes(value), 0);
      if (size > MOST_STORE_BYTES) {
        throw new Error(
          'You have exceeded the property storage quota. Please remove some properties and try again.',
        );
      }
      change((kept) => {
        kept.properties[storeOf(scope, run.email)] = next;
      });
    },
    'Properties.deleteProperty': (run, scope, key) => {
      const { [key]: _, ...rest } = read(run, scope);
      change((kept) => {
        kept.properties[storeOf(scope, run.email)] = rest;
      });
    },
  } satisfies SomeCalls;
}

interface Cached {
  value: string;
  until: number;
}

/** In memory only: Google promises no more. */
export function cacheCalls(now: () => Date) {
  const kept = new Map<string, Cached>();
  const keyOf = (run: Run, scope: PropertyScope, key: string) =>
    JSON.stringify([storeOf(scope, run.email), key]);
  return {
    'Cache.getAll': (run, scope, keys) => {
      const found: Record<string, string> = {};
      for (const key of keys) {
        const cached = kept.get(keyOf(run, scope, key));
        if (cached && cached.until > now().getTime()) found[key] = cached.value;
      }
      return found;
    },
    'Cache.putAll': (run, scope, values, seconds) => {
      for (const [key, value] of Object.entries(values)) {
        if (key.length > MOST_CACHE_KEY) throw new Error('Argument too large: key');
        if (bytes(value) > MOST_CACHE_BYTES) throw new Error('Argument too large: value');
      }
      const until = now().getTime() + Math.min(seconds, MOST_CACHE_SECONDS) * 1000;
      for (const [key, value] of Object.entries(values)) {
        kept.set(keyOf(run, scope, key), { value, until });
      }
    },
    'Cache.removeAll': (run, scope, keys) => {
      for (const key of keys) kept.delete(keyOf(run, scope, key));
    },
  } satisfies SomeCalls;
}
