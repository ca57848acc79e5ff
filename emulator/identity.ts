/** The local suite's sign-in, instead of Google's: signs identity tokens and serves the key by which they are verified. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  sign,
} from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { asciiLowerCase } from '../functions/domain/text/ascii-lower-case';
import { replacePrivateFile } from './data-folder/private-files';
import { listenLocally } from './local-server/local-server';
import { suiteProblem } from './problems/suite-problem';

interface TokenClaims {
  email: string;
  /** Google's ID of the account; by default derived from the e-mail address. */
  sub?: string;
  emailVerified?: boolean;
  /** The Workspace domain; undefined: none. */
  hd?: string | undefined;
  audience?: string;
  issuer?: string;
  expiresInSeconds?: number;
  issuedAt?: Date;
  notBefore?: Date;
  kid?: string;
  /** Extensions of the token that its reader must understand (RFC 7515, `crit`). */
  critical?: readonly string[];
}

export interface LocalIdentity {
  /** Serves `{ kid: pem }`, like Google's endpoint. */
  certsUrl: string;
  /** The audience of tokens without another one. */
  audience: string;
  /** An identity token (RS256) with Google's claims. */
  issue: (claims: TokenClaims) => Promise<string>;
  stop: () => Promise<void>;
}

const AUDIENCE = 'local-suite.apps.googleusercontent.com';
const CERTS_PATH = '/oauth2/v1/certs';
const ISSUER = 'https://accounts.google.com';
const LIFETIME_SECONDS = 3600;
/** Short, so that functions that outlive a restart of the suite with a new key load it soon. */
const KEY_MAX_AGE_SECONDS = 60;

/**
 * The key is loaded from `keyFile`, or generated and stored there, readable only for its owner; without a file it is
 * `privateKey` (RSA), or always generated. That takes some tenths of a second, in the background: this resolves before. Throws
 * DATA_DAMAGED where the file holds no key.
 */
export async function startIdentity({
  port = 0,
  keyFile = null,
  privateKey,
}: {
  port?: number;
  keyFile?: string | null;
  privateKey?: KeyObject | undefined;
}): Promise<LocalIdentity> {
  const known = keyFile === null ? privateKey && keyOf(privateKey) : await loadKey(keyFile);
  const key = known ? Promise.resolve(known) : makeKey(keyFile);
  // A failure is reported to whoever needs the key.
  key.catch(() => undefined);

  const server = await listenLocally(port);
  server.serve((request, response) => {
    if (request.method !== 'GET' || request.url !== CERTS_PATH) {
      response.writeHead(404).end();
      return;
    }
    key.then(
      ({ kid, publicPem }) =>
        response
          .writeHead(200, {
            'Content-Type': 'application/json; charset=UTF-8',
            'Cache-Control': `public, max-age=${KEY_MAX_AGE_SECONDS}, must-revalidate, no-transform`,
          })
          .end(JSON.stringify({ [kid]: publicPem })),
      () => response.writeHead(500).end(),
    );
  });

  return {
    certsUrl: `${server.root}${CERTS_PATH}`,
    audience: AUDIENCE,
    issue: async (claims) => signToken(await key, claims),
    stop: server.stop,
  };
}

interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  publicPem: string;
}

function keyOf(privateKey: KeyObject): SigningKey {
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const kid = createHash('sha256').update(publicPem).digest('hex').slice(0, 40);
  return { kid, privateKey, publicPem };
}

async function makeKey(file: string | null): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  if (file !== null) replacePrivateFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return keyOf(privateKey);
}

/** Null where there is no file. */
async function loadKey(file: string): Promise<SigningKey | null> {
  const pem = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (pem === null) return null;
  try {
    return keyOf(createPrivateKey(pem));
  } catch {
    throw suiteProblem('DATA_DAMAGED', file, 'The key');
  }
}

function signToken({ kid: ownKid, privateKey }: SigningKey, claims: TokenClaims): string {
  const { email, audience = AUDIENCE, issuer = ISSUER, kid = ownKid, hd } = claims;
  const issuedAt = Math.floor((claims.issuedAt ?? new Date()).getTime() / 1000);
  const payload = {
    iss: issuer,
    azp: audience,
    aud: audience,
    sub: claims.sub ?? accountIdOf(email),
    ...(hd === undefined ? {} : { hd }),
    email,
    email_verified: claims.emailVerified ?? true,
    iat: issuedAt,
    ...(claims.notBefore && { nbf: Math.floor(claims.notBefore.getTime() / 1000) }),
    exp: issuedAt + (claims.expiresInSeconds ?? LIFETIME_SECONDS),
  };
  const header = { alg: 'RS256', kid, typ: 'JWT', ...(claims.critical && { crit: claims.critical }) };
  const content = [header, payload]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${content}.${sign('sha256', Buffer.from(content), privateKey).toString('base64url')}`;
}

/** 21 digits, like Google's IDs; an address always has the same ones. */
function accountIdOf(email: string): string {
  const hash = createHash('sha256').update(asciiLowerCase(email)).digest('hex');
  return `1${BigInt(`0x${hash}`)}`.slice(0, 21);
}
