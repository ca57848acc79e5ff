/**
 * Google's Firestore emulator, once for a whole run: Jest's own process offers it (global-setup.ts), the first test that asks
 * starts it, and it is stopped behind the last test.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findOfficialFirestore, startOfficialFirestore } from '../emulator/firestore/official';
import type { RunningFirestore } from '../emulator/firestore/server';

/** Where a test asks for it; the processes of a run inherit it. Empty where no emulator was found. */
const OFFERED_AT = 'HACHI_TEST_OFFICIAL_FIRESTORE';

/** To be called once a run, before the first test; answers what ends the offer, and the emulator. */
export async function offerOfficialFirestore(): Promise<() => Promise<void>> {
  process.env[OFFERED_AT] = '';
  if (findOfficialFirestore() === null) return async () => {};
  let starting: Promise<RunningFirestore> | undefined;
  const server = createServer(async (_request, response) => {
    try {
      starting ??= startOfficialFirestore({ isShortLived: true });
      response.end((await starting).host);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  process.env[OFFERED_AT] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const end = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await starting?.then(
      ({ stop }) => stop(),
      () => undefined,
    );
  };
  // Whoever breaks a run off, by Ctrl-C or by its process, leaves no emulator behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void end().finally(() => process.kill(process.pid, signal)));
  return end;
}

export const isOfficialFirestoreOffered = (): boolean => Boolean(process.env[OFFERED_AT]);

/** Stopping it is not the test's affair. */
export async function officialFirestore(): Promise<RunningFirestore> {
  const answer = await fetch(process.env[OFFERED_AT] ?? '', { headers: { connection: 'close' } });
  const host = await answer.text();
  if (!answer.ok) throw new Error(host);
  return {
    host,
    port: Number(host.slice(host.lastIndexOf(':') + 1)),
    kind: 'official',
    stop: async () => {},
  };
}
