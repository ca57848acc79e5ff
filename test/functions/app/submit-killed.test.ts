/** Whatever is killed at whatever moment: sent again, every request has exactly one effect and none is lost. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { submit } from '../../../functions/app/submit';
import type { CommandRequest } from '../../../functions/contract/commands';
import { parseEntry } from '../../../functions/store/account-document';
import { loadAccount } from '../../../functions/store/accounts';
import { freshClient } from '../../firestores';
import { bundled, nextLine } from '../../processes';
import { random } from '../../random';
import { expectConsistentStore } from '../store/expect-consistent-store';
import { aCommandContext, aNumberedSubmit, aSubmitRequest, isAccepted } from './submit-requests';

const ACCOUNTS = 12;
const CONTACTS = 15;
const folder = mkdtempSync(join(tmpdir(), 'hachi-kill-'));
const servers = bundled('test/functions/app/serve-firestore.ts', folder);
const senders = bundled('test/functions/app/send-requests.ts', folder);

afterAll(async () => {
  await senders.end();
  await servers.end();
  rmSync(folder, { recursive: true, force: true });
});

const ids = Array.from({ length: ACCOUNTS }, (_, n) => `a_${n}`);
const named = (n: number): string => `人 ${n}`;
const requests: CommandRequest[] = [
  ...ids.map((id, n) => ({ ...aNumberedSubmit(id, n), requestId: `register-${id}` })),
  ...ids.flatMap((id) =>
    Array.from({ length: CONTACTS }, (_, n) =>
      aSubmitRequest(
        id,
        1,
        { type: 'saveContact', contact: { name: named(n) } },
        { requestId: `contact-${id}-${n}` },
      ),
    ),
  ),
];

test('callers and the Firestore itself are killed while requests are under way', async () => {
  const file = join(folder, 'requests.json');
  writeFileSync(file, JSON.stringify(requests));
  const dataDir = join(folder, 'firestore');
  const projectId = 'demo-kill';
  let server = servers.run(dataDir);
  const port = await nextLine(server);
  const host = `127.0.0.1:${port}`;
  const victims = ['caller', 'Firestore', 'caller', 'Firestore'] as const;
  let killed = 0;
  for (const victim of victims) {
    const sender = senders.run(host, projectId, file);
    const answers = Math.floor(random() * 25);
    // The kill comes right behind an answer, with three more blocks under way.
    for (let n = 0; n < answers; n += 1) if ((await sender.lines.next()).done) break;
    if (victim === 'Firestore') {
      await server.kill();
      await sender.kill();
      server = servers.run(dataDir, port);
      await nextLine(server);
    } else await sender.kill();
    killed += 1;
  }
  expect(killed).toBe(victims.length);

  const db = freshClient(host, { projectId, ignoreUndefinedProperties: true });
  for (let time = 0; time < 2; time += 1)
    for (const result of await submit(db, requests, aCommandContext())) expect(isAccepted(result)).toBe(true);
  for (const id of ids) {
    const account = await loadAccount(db, id);
    const names = Object.values(account?.contacts ?? {}).map(({ name }) => name);
    expect(names.sort()).toEqual(Array.from({ length: CONTACTS }, (_, n) => named(n)).sort());
    const { docs } = await db.collection(`accounts/${id}/events`).get();
    const applied = docs.map((doc) => parseEntry(doc.data()).requestId);
    expect(applied.sort()).toEqual(
      requests
        .filter(({ accountId }) => accountId === id)
        .map(({ requestId }) => requestId)
        .sort(),
    );
  }
  expect((await db.collection('requests').get()).size).toBe(requests.length);
  await expectConsistentStore(db);
  await db.terminate();
});
