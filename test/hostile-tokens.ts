/** Tokens that no function believes: each with the status and the code that it is answered with. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { LocalIdentity } from '../emulator/identity';

export type HostileToken = [name: string, token: () => Promise<string>, status: number, code: string];

interface Signer {
  /** Whom the functions believe. */
  identity: LocalIdentity;
  /** One whom they do not. */
  stranger: LocalIdentity;
  /** A member's, who would be let in with a good token. */
  email: string;
  /** Workspace domain of the member; undefined where the functions ask for none. */
  hd: string | undefined;
}

const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const keysOf = async ({ certsUrl }: LocalIdentity): Promise<[kid: string, pem: string]> => {
  const [entry] = Object.entries((await (await fetch(certsUrl)).json()) as Record<string, string>);
  if (!entry) throw new Error('No key');
  return entry;
};
const claims = ({ identity, email, hd }: Signer) => ({
  iss: 'https://accounts.google.com',
  aud: identity.audience,
  sub: '1',
  email,
  email_verified: true,
  hd,
  iat: Math.floor(Date.now() / 1000),
  exp: Math.floor(Date.now() / 1000) + 3600,
});

/** `signer` is asked when a token is made: what it names may start later. */
export const hostileTokens = (signer: () => Signer): HostileToken[] => {
  const issue = (claimed: Partial<Parameters<LocalIdentity['issue']>[0]>): Promise<string> => {
    const { identity, email, hd } = signer();
    return identity.issue({ email, hd, ...claimed });
  };
  const key = () => keysOf(signer().identity);
  return [
    ['another audience', () => issue({ audience: 'other.apps.googleusercontent.com' }), 401, 'TOKEN_INVALID'],
    ['another issuer', () => issue({ issuer: 'https://accounts.goog1e.com' }), 401, 'TOKEN_INVALID'],
    ['expired', () => issue({ issuedAt: minutes(-62) }), 401, 'TOKEN_EXPIRED'],
    ['expired for days', () => issue({ issuedAt: minutes(-9999) }), 401, 'TOKEN_EXPIRED'],
    ['issued in the future', () => issue({ issuedAt: minutes(2) }), 401, 'TOKEN_INVALID'],
    ['not valid yet', () => issue({ notBefore: minutes(2) }), 401, 'TOKEN_INVALID'],
    ['made to live for a day', () => issue({ expiresInSeconds: 86_400 }), 401, 'TOKEN_INVALID'],
    ['an extension that must be understood', () => issue({ critical: ['b64'] }), 401, 'TOKEN_INVALID'],
    ['an unknown key', () => issue({ kid: 'unknown' }), 401, 'TOKEN_INVALID'],
    ['a key called __proto__', () => issue({ kid: '__proto__' }), 401, 'TOKEN_INVALID'],
    ['an e-mail not verified', () => issue({ emailVerified: false }), 403, 'EMAIL_NOT_VERIFIED'],
    [
      "another key under the real key's name",
      async () => signer().stranger.issue({ email: signer().email, hd: signer().hd, kid: (await key())[0] }),
      401,
      'TOKEN_INVALID',
    ],
    [
      'alg none',
      async () => `${part({ alg: 'none', kid: (await key())[0] })}.${part(claims(signer()))}.`,
      401,
      'TOKEN_INVALID',
    ],
    [
      'alg none with a signature',
      async () => `${part({ alg: 'none', kid: (await key())[0] })}.${part(claims(signer()))}.AA`,
      401,
      'TOKEN_INVALID',
    ],
    [
      'HS256 with the public key as the secret',
      async () => {
        const [kid, pem] = await key();
        const content = `${part({ alg: 'HS256', kid })}.${part(claims(signer()))}`;
        return `${content}.${createHmac('sha256', pem).update(content).digest('base64url')}`;
      },
      401,
      'TOKEN_INVALID',
    ],
    [
      'a key of its own in the heading',
      async () => {
        const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const [kid] = await key();
        const content = `${part({ alg: 'RS256', kid, jwk: publicKey.export({ format: 'jwk' }) })}.${part(claims(signer()))}`;
        return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`;
      },
      401,
      'TOKEN_INVALID',
    ],
    [
      'claims changed after signing',
      async () => {
        const [head, , signature] = (await issue({ email: 'x@example.com' })).split('.');
        return `${head}.${part(claims(signer()))}.${signature}`;
      },
      401,
      'TOKEN_INVALID',
    ],
    ['the signature cut off', async () => (await issue({})).replace(/[^.]+$/, ''), 401, 'TOKEN_INVALID'],
    [
      'a signature that Cloud Run has taken away',
      async () => (await issue({})).replace(/[^.]+$/, 'SIGNATURE_REMOVED_BY_GOOGLE'),
      401,
      'TOKEN_SIGNATURE_REMOVED',
    ],
    ['two parts', async () => (await issue({})).replace(/\.[^.]+$/, ''), 401, 'TOKEN_INVALID'],
    ['a huge token', async () => `${await issue({})}${'A'.repeat(9000)}`, 401, 'TOKEN_INVALID'],
    ['garbage', async () => 'garbage-garbage-garbage-garbage', 401, 'TOKEN_INVALID'],
    [
      'no JSON inside',
      async () => 'AAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBB.CCCCCCCCCCCCCCCC',
      401,
      'TOKEN_INVALID',
    ],
    [
      'null inside',
      async () => `${part(null)}.${part(null)}.${part(null)}AAAAAAAAAAAAAAAAA`,
      401,
      'TOKEN_INVALID',
    ],
    ['a blank', async () => `${await issue({})} x`, 401, 'TOKEN_INVALID'],
  ];
};
