import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OAuth2Client } from 'google-auth-library';
import { type LocalIdentity, startIdentity } from '../../emulator/identity';

let folder: string;
let running: LocalIdentity[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hachi-identity-'));
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  await rm(folder, { recursive: true });
});

async function start(options: Parameters<typeof startIdentity>[0] = {}): Promise<LocalIdentity> {
  const identity = await startIdentity(options);
  running.push(identity);
  return identity;
}

const verify = (identity: LocalIdentity, idToken: string) =>
  new OAuth2Client({
    endpoints: { oauth2FederatedSignonPemCertsUrl: identity.certsUrl },
    // Otherwise it imports its own on the fly, which jest's module loader cannot.
    transporterOptions: { fetchImplementation: fetch },
  }).verifyIdToken({
    idToken,
    audience: identity.audience,
  });

test("Google's own library believes a token, as it would one of Google's", async () => {
  const identity = await start();
  const issuedAt = new Date(Math.floor(Date.now() / 1000) * 1000);
  const ticket = await verify(
    identity,
    await identity.issue({ email: 'rep@example.com', hd: 'example.com', issuedAt }),
  );
  expect(ticket.getPayload()).toEqual({
    iss: 'https://accounts.google.com',
    azp: identity.audience,
    aud: identity.audience,
    sub: expect.stringMatching(/^1\d{20}$/),
    hd: 'example.com',
    email: 'rep@example.com',
    email_verified: true,
    iat: issuedAt.getTime() / 1000,
    exp: issuedAt.getTime() / 1000 + 3600,
  });
});

test('An address has one ID, in any spelling and at any time', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  const subOf = async (identity: LocalIdentity, email: string) =>
    (await verify(identity, await identity.issue({ email }))).getUserId();
  expect(await subOf(one, 'Rep@example.com')).toBe(await subOf(other, 'rep@example.com'));
  expect(await subOf(one, 'rep@example.com')).not.toBe(await subOf(one, 'rap@example.com'));
});

test('A token of another suite is not believed', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  await expect(verify(one, await other.issue({ email: 'rep@example.com' }))).rejects.toThrow();
});

test('The key is kept for its owner only, and loaded at the next start', async () => {
  const keyFile = join(folder, 'identity-key.pem');
  const first = await start({ keyFile });
  const token = await first.issue({ email: 'rep@example.com' });
  expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  const kept = await readFile(keyFile, 'utf8');
  await first.stop();
  const second = await start({ keyFile });
  expect((await verify(second, token)).getPayload()?.email).toBe('rep@example.com');
  expect(await readFile(keyFile, 'utf8')).toBe(kept);
});

test('A file that is no key is refused with the reason, and left alone', async () => {
  const keyFile = join(folder, 'notes.txt');
  await writeFile(keyFile, 'my notes');
  await expect(start({ keyFile })).rejects.toMatchObject({ code: 'DATA_DAMAGED' });
  expect(await readFile(keyFile, 'utf8')).toBe('my notes');
});

test('Keys are served with a time to keep them; nothing else is served', async () => {
  const identity = await start();
  const reply = await fetch(identity.certsUrl);
  expect(reply.headers.get('cache-control')).toMatch(/max-age=\d+/);
  expect(Object.values((await reply.json()) as object)).toEqual([
    expect.stringContaining('BEGIN PUBLIC KEY'),
  ]);
  expect((await fetch(new URL('/', identity.certsUrl))).status).toBe(404);
  expect((await fetch(identity.certsUrl, { method: 'POST' })).status).toBe(404);
});

test('The error names a port that is in use', async () => {
  const { certsUrl } = await start();
  await expect(start({ port: Number(new URL(certsUrl).port) })).rejects.toThrow('EADDRINUSE');
});
