/** What services need of the host that concerns no sheet: bytes, digests, IDs, waiting, people. */
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { mayIdentify } from './authorization';
import type { Run, SomeCalls } from './run';

const ALGORITHMS: Readonly<Record<string, string>> = {
  MD5: 'md5',
  SHA_1: 'sha1',
  SHA_256: 'sha256',
  SHA_384: 'sha384',
  SHA_512: 'sha512',
};

function algorithm(name: string): string {
  const known = ALGORITHMS[name];
  if (!known) throw new Error(`Invalid argument: ${name}`);
  return known;
}

const decoded = (base64: string): Buffer => Buffer.from(base64, 'base64');

function slept(run: Run, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    run.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

export const utilityCalls = {
  'Utilities.getUuid': () => randomUUID(),
  'Utilities.sleep': slept,
  'Utilities.utf8': (_, text) => Buffer.from(text).toString('base64'),
  'Utilities.utf8Text': (_, bytes) => decoded(bytes).toString(),
  'Utilities.digest': (_, name, bytes) => createHash(algorithm(name)).update(decoded(bytes)).digest('base64'),
  'Utilities.hmac': (_, name, bytes, key) =>
    createHmac(algorithm(name), decoded(key)).update(decoded(bytes)).digest('base64'),
} satisfies SomeCalls;

/** An identity token, or null where the person has not granted it. */
export type Identity = (email: string) => Promise<string | null>;

export function personCalls(identity: Identity, scopes: readonly string[] | undefined) {
  return {
    'Session.getActiveUser': ({ activeEmail }) => activeEmail,
    // A simple trigger runs as nobody in particular.
    'Session.getEffectiveUser': ({ mode, activeEmail, email }) => (mode === 'LIMITED' ? activeEmail : email),
    'Session.getActiveUserLocale': ({ locale }) => locale,
    'Session.getTemporaryActiveUserKey': ({ email }) => createHash('sha256').update(email).digest('base64'),
    'ScriptApp.getIdentityToken': ({ email }) => (mayIdentify(scopes) ? identity(email) : null),
  } satisfies SomeCalls;
}
