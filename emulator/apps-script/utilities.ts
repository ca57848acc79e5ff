/** What services need of the host that concerns no sheet: bytes, digests, IDs, waiting, people. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { type Consent, grantedScopes, hasIdentityScopes, requireAllScopes } from './authorization';
import type { SomeHostHandlers } from './execution-context';

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

function hashAlgorithm(name: string): string {
  const known = ALGORITHMS[name];
  if (!known) throw new Error(`Invalid argument: ${name}`);
  return known;
}

const decodeBase64 = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** Resolves when the time has passed; the signal aborts when the execution has ended, and nobody waits any more. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

const sleepForReal: Sleep = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });

export const utilityHandlers = (sleep: Sleep = sleepForReal) =>
  ({
    'Utilities.getUuid': () => randomUUID(),
    'Utilities.sleep': ({ signal }, milliseconds) => sleep(milliseconds, signal),
    'Utilities.utf8': (_, text) => Buffer.from(text).toString('base64'),
    'Utilities.utf8Text': (_, bytes) => decodeBase64(bytes).toString(),
    'Utilities.digest': (_, name, bytes) =>
      createHash(hashAlgorithm(name)).update(decodeBase64(bytes)).digest('base64'),
    'Utilities.hmac': (_, name, bytes, key) =>
      createHmac(hashAlgorithm(name), decodeBase64(key)).update(decodeBase64(bytes)).digest('base64'),
  }) satisfies SomeHostHandlers;

/** An identity token, or null where the person has not granted it. */
export type IdentityTokenSource = (email: string) => Promise<string | null>;

/** In milliseconds: Google gives everybody another key then. */
const KEY_LIFETIME = 30 * 86_400_000;

export function identityHandlers(identity: IdentityTokenSource, consent: Consent, now: () => Date) {
  return {
    'Session.getActiveUser': ({ activeEmail }) => activeEmail,
    // A simple trigger runs as nobody in particular.
    'Session.getEffectiveUser': ({ mode, activeEmail, email }) => (mode === 'LIMITED' ? activeEmail : email),
    'Session.getActiveUserLocale': ({ locale }) => locale,
    'Session.getTemporaryActiveUserKey': ({ email }) => {
      const period = Math.floor(now().getTime() / KEY_LIFETIME);
      return createHash('sha256').update(`${period} ${email}`).digest('base64');
    },
    'ScriptApp.requireAllScopes': ({ email }) => requireAllScopes(consent, email),
    'ScriptApp.getIdentityToken': ({ email }) =>
      hasIdentityScopes(grantedScopes(consent, email)) ? identity(email) : null,
  } satisfies SomeHostHandlers;
}
