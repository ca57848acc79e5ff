/**
 * Who calls: a Google identity token, believed only when all of it is right.
 * Not verified against Google: tokens of Apps Script and of Cloud Scheduler; those that the tests bring are signed by a key of the
 * local suite.
 */
import { createHash } from 'node:crypto';
import { OAuth2Client } from 'google-auth-library';
import * as z from 'zod';
import type { Config } from '../config';
import { asciiLowerCase } from '../domain/text/ascii-lower-case';
import { Problem } from './problem';
import { makeSigningKeys } from './signing-keys';

export interface TokenIdentity {
  /** Google's own, lasting ID of the account; an e-mail address can pass to somebody else. */
  sub: string;
  /** ASCII letters in lower case. */
  email: string;
  /** The Workspace domain; null for a private account and for a service account. */
  hostedDomain: string | null;
}

/** Takes the Authorization header. Rejects with a Problem when the caller is not known beyond doubt. */
export type SignIn = (authorization: string | undefined) => Promise<TokenIdentity>;

const ISSUERS = ['accounts.google.com', 'https://accounts.google.com'];
/** How far the caller's, Google's and our own clock may differ. */
const SKEW_SECONDS = 60;
/** Google's identity tokens live for an hour. */
const LIFETIME_SECONDS = 3600;
const LONGEST_TOKEN = 8192;
/** What Cloud Run hands on in a signature's place when it has checked the caller by IAM itself. */
const REMOVED_SIGNATURE = 'SIGNATURE_REMOVED_BY_GOOGLE';
/** How many verified tokens are remembered: a caller comes with the same one for an hour. */
const MAX_VERIFIED = 1000;

/** `crit` names extensions without which a token must not be believed, and none is known here (RFC 7515, 4.1.11). */
const tokenHeader = z.object({ alg: z.literal('RS256'), kid: z.string(), crit: z.undefined().optional() });
const tokenClaims = z.object({
  iss: z.string(),
  aud: z.string(),
  sub: z.string().min(1).max(255),
  iat: z.number(),
  exp: z.number(),
  nbf: z.number().optional(),
  email: z.string().min(3).max(320).optional(),
  email_verified: z.boolean().optional(),
  hd: z.string().optional(),
});

const invalidToken = (reason: string): Problem => new Problem('TOKEN_INVALID', reason);

export function makeSignIn(
  { audiences, certsUrl, domains, scheduler }: Config,
  /** Milliseconds. */
  now: () => number = Date.now,
): SignIn {
  const client = new OAuth2Client();
  const keysFor = makeSigningKeys(certsUrl, now);
  /** Hashes of tokens with the key that proved their signature. Everything else about a token is checked each time. */
  const verified = new Set<string>();

  return async (authorization) => {
    const token = tokenOf(authorization);
    const { keyId, claims } = readUnverified(token);
    refuseTimes(claims, now() / 1000);
    if (!ISSUERS.includes(claims.iss)) throw invalidToken('Another issuer');
    if (!audiences.includes(claims.aud)) {
      throw invalidToken(`Not among the audiences: ${claims.aud.slice(0, 100)}`);
    }
    const keys = await keysFor(keyId);
    if (!Object.hasOwn(keys, keyId)) throw invalidToken('Unknown key');
    const tokenAndKey = createHash('sha256').update(`${token}\n${keys[keyId]}`).digest('base64');
    if (!verified.has(tokenAndKey)) {
      const longest = LIFETIME_SECONDS + 2 * SKEW_SECONDS + 1;
      await client.verifySignedJwtWithCertsAsync(token, keys, [...audiences], ISSUERS, longest).catch(() => {
        // What the library says contains the token.
        throw invalidToken('The signature');
      });
      if (verified.size >= MAX_VERIFIED) verified.clear();
      verified.add(tokenAndKey);
    }

    const { sub, email, email_verified: isVerified, hd: hostedDomain = null } = claims;
    if (!email || isVerified !== true) throw new Problem('EMAIL_NOT_VERIFIED');
    const identity = {
      sub,
      email: asciiLowerCase(email),
      hostedDomain: hostedDomain && asciiLowerCase(hostedDomain),
    };
    const isOurs = domains.length === 0 || domains.includes(identity.hostedDomain ?? '');
    // A service account has no domain.
    if (!isOurs && identity.email !== scheduler) throw new Problem('DOMAIN_NOT_ALLOWED');
    return identity;
  };
}

function tokenOf(authorization: string | undefined): string {
  const [, rest] = /^Bearer +(.*)$/is.exec(authorization ?? '') ?? [];
  if (rest === undefined) throw new Problem('NOT_SIGNED_IN');
  const token = rest.trim();
  if (token.length > LONGEST_TOKEN) throw invalidToken('Too long');
  if (!/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) throw invalidToken('Not a token');
  if (token.endsWith(`.${REMOVED_SIGNATURE}`)) throw new Problem('TOKEN_SIGNATURE_REMOVED');
  return token;
}

function readUnverified(token: string): { keyId: string; claims: z.output<typeof tokenClaims> } {
  const [head, body] = token.split('.').map(parseTokenPart);
  const header = tokenHeader.safeParse(head);
  if (!header.success) throw invalidToken('Another algorithm, no key ID, or an extension');
  const claims = tokenClaims.safeParse(body);
  if (!claims.success) throw invalidToken('A claim is missing or of the wrong kind');
  return { keyId: header.data.kid, claims: claims.data };
}

function parseTokenPart(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function refuseTimes({ iat, exp, nbf }: z.output<typeof tokenClaims>, now: number): void {
  if (exp < now - SKEW_SECONDS) throw new Problem('TOKEN_EXPIRED');
  if (iat > now + SKEW_SECONDS) throw invalidToken('Issued in the future');
  if (nbf !== undefined && nbf > now + SKEW_SECONDS) throw invalidToken('Not valid yet');
  if (exp - iat > LIFETIME_SECONDS + SKEW_SECONDS) throw invalidToken('Lives too long');
}
