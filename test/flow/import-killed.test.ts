/** The whole product is killed in the middle of an import, and started again: nothing is lost, nothing is doubled. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_ADMIN_EMAIL } from '../../emulator/suite';
import type { ImportAnswer } from '../../functions/contract/import';
import { importBatchId } from '../../functions/store/import-batches';
import { freshClient } from '../firestores';
import { expectConsistentStore } from '../functions/store/expect-consistent-store';
import { bundled, nextLine } from '../processes';

const ROWS = 900;
/** Made-up companies, so many that there are several writes to be killed in. */
const listOf = (nameOf: (n: number) => string) =>
  Buffer.from(
    ['会社名,ID', ...Array.from({ length: ROWS }, (_, n) => `${nameOf(n)},L${n}`)].join('\n').concat('\n'),
  );
const list = listOf((n) => `株式会社${n}番`);
/** The list of a later month: every company has another name. */
const renamed = listOf((n) => `株式会社新${n}番`);
const folder = mkdtempSync(join(tmpdir(), 'hachi-import-'));
const dataDir = join(folder, 'data');
const suites = bundled('test/flow/serve-suite.ts', folder);

afterAll(async () => {
  await suites.end();
  rmSync(folder, { recursive: true, force: true });
});

interface Running {
  functions: Record<string, string>;
  firestore: string;
  local: string;
}

const start = async () => {
  const program = suites.run(dataDir);
  const running = JSON.parse(await nextLine(program)) as Running;
  const token = await (await fetch(`${running.local}token?email=${FIRST_ADMIN_EMAIL}`)).text();
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/csv' };
  return {
    program,
    firestore: running.firestore,
    /** To the end, in as many calls as it takes. */
    send: async (body = list): Promise<ImportAnswer> => {
      for (let from = 0; ; ) {
        const url = `${running.functions.import}?list=KILL&from=${from}`;
        const answer = (await (await fetch(url, { method: 'POST', headers, body })).json()) as ImportAnswer;
        if (answer.next === null) return answer;
        from = answer.next;
      }
    },
    progress: async (body = list) => {
      const { authorization } = headers;
      const answer = await fetch(`${running.functions.import}?batch=${importBatchId('KILL', body)}`, {
        headers: { authorization },
      });
      return answer.status === 200 ? ((await answer.json()) as { done: number; state: string }) : null;
    },
  };
};

/** Resolves as soon as so many rows are done, to how many: it looks whenever the store has written to its folder. */
const whenDone = async (enough: number, { progress }: Awaited<ReturnType<typeof start>>, body = list) => {
  const store = watch(join(dataDir, 'firestore'));
  try {
    for (;;) {
      const written = once(store, 'change');
      const done = (await progress(body))?.done ?? 0;
      if (done >= enough) return done;
      await written;
    }
  } finally {
    store.close();
  }
};

test('an import that was killed twice is whole when it is sent a third time', async () => {
  const seen: number[] = [];
  for (const enough of [250, 500]) {
    const suite = await start();
    const sending = suite.send().catch(() => 'killed');
    seen.push(await whenDone(enough, suite));
    await suite.program.kill();
    expect(await sending).toBe('killed');
  }
  for (const done of seen) expect(done).toBeLessThan(ROWS);

  const suite = await start();
  const kept = (await suite.progress())?.done ?? 0;
  expect(kept).toBeGreaterThanOrEqual(Math.max(...seen));
  // The totals are those of the whole import, whoever was killed in the middle of it.
  const counts = { created: ROWS, unchanged: 0, refused: 0, filled: 0 };
  expect(await suite.send()).toMatchObject({ done: ROWS, counts });

  const db = freshClient(suite.firestore, { projectId: 'demo-hachi' });
  const names = (await db.collection('accounts').get()).docs.map((doc) => String(doc.get('state.name')));
  expect(names.sort()).toEqual(Array.from({ length: ROWS }, (_, n) => `株式会社${n}番`).sort());
  await expectConsistentStore(db);
  await db.terminate();
  await suite.program.kill();
});

test('killed while a later list renames its companies: sent again, each has one former name', async () => {
  const killed = await start();
  const sending = killed.send(renamed).catch(() => 'killed');
  await whenDone(250, killed, renamed);
  await killed.program.kill();
  expect(await sending).toBe('killed');

  const suite = await start();
  const { mode, changes } = await suite.send(renamed);
  expect([mode, changes?.counts.gone, changes?.counts.added]).toEqual(['changes', 0, 0]);
  const db = freshClient(suite.firestore, { projectId: 'demo-hachi' });
  const states = (await db.collection('accounts').get()).docs.map((doc) => doc.get('state'));
  expect(states).toHaveLength(ROWS);
  for (const { name, formerNames } of states)
    expect(formerNames).toEqual([{ name: name.replace('新', ''), until: expect.any(String) }]);
  await expectConsistentStore(db);
  await db.terminate();
});
