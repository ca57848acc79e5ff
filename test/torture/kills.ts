/** The whole product is killed (SIGKILL) amid the writes of several clients: nothing acknowledged is lost, nothing is doubled. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIRST_ADMIN_EMAIL } from '../../emulator/suite';
import type { CommandRequest, CommandsAnswer } from '../../functions/contract/commands';
import { freshClient } from '../firestores';
import { bundled, nextLine, type Program } from '../processes';
import { aCommandRequest, aRegisterRequest } from '../suite';
import { expectSoundStore } from './sound-store';
import type { TortureRun } from './torture-run';

const CLIENTS = 6;
const COMPANIES = 20;

interface RunningProduct {
  program: Program;
  firestore: string;
  /** Null where no answer came. */
  send: (request: CommandRequest) => Promise<CommandsAnswer['outcomes'][number] | null>;
}

type Start = () => Promise<RunningProduct>;

const startIn =
  (programs: ReturnType<typeof bundled>, dataDir: string): Start =>
  async () => {
    const program = programs.run(dataDir);
    const { functions, firestore, local } = JSON.parse(await nextLine(program));
    const token = await (await fetch(`${local}token?email=${FIRST_ADMIN_EMAIL}`)).text();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const send: RunningProduct['send'] = async (request) => {
      try {
        const body = JSON.stringify({ commands: [request] });
        const answer = await fetch(functions.commands, { method: 'POST', headers, body });
        const { outcomes }: Partial<CommandsAnswer> = JSON.parse(await answer.text());
        return outcomes?.[0] ?? null;
      } catch {
        // Killed before it answered.
        return null;
      }
    };
    return { program, firestore, send };
  };

/** What was sent, and the version that its answer named; null where none came. */
type Sent = Map<CommandRequest, number | null>;

export const kills = async (run: TortureRun): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'hachi-torture-'));
  const programs = bundled('test/flow/serve-suite.ts', folder);
  const start = startIn(programs, join(folder, 'data'));
  const sent: Sent = new Map();
  const ids: string[] = [];
  try {
    do {
      const product = await start();
      if (ids.length === 0) ids.push(...(await registerCompanies(product)));
      await writeUntilKilled(product, ids, sent, run);
      run.count('kills');
    } while (run.hasTime());
    const product = await start();
    await expectOnce(product, sent, run);
    await product.program.kill();
  } finally {
    await programs.end();
    rmSync(folder, { recursive: true, force: true });
  }
};

const registerCompanies = async ({ send }: RunningProduct): Promise<string[]> => {
  const ids: string[] = [];
  for (let n = 0; n < COMPANIES; n += 1) {
    const answer = await send(aRegisterRequest(`株式会社停電 ${n}`));
    if (answer?.row) ids.push(answer.row.id);
  }
  return ids;
};

/** The kill comes right behind an answer, with the other clients' requests under way. */
const writeUntilKilled = async (
  { program, send }: RunningProduct,
  ids: readonly string[],
  sent: Sent,
  { random }: TortureRun,
): Promise<void> => {
  let left = 5 + random.below(60);
  let isKilled = false;
  const client = async (): Promise<void> => {
    while (!isKilled) {
      const row = { id: random.one(ids), version: 1 };
      const request = aCommandRequest(
        { type: 'saveContact', contact: { name: randomUUID().slice(0, 8) } },
        row,
      );
      sent.set(request, null);
      const answer = await send(request);
      if (answer?.status === 200) sent.set(request, answer.row?.version ?? 0);
      // An account has taken all the contacts that it may have.
      else if (answer !== null) sent.delete(request);
      left -= 1;
      if (left > 0 || isKilled) continue;
      isKilled = true;
      await program.kill();
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
};

/** Sent again, each has the answer that it had; what had none is decided now. In the store each stands once. */
const expectOnce = async (
  { send, firestore }: RunningProduct,
  sent: Sent,
  run: TortureRun,
): Promise<void> => {
  run.count('sent', sent.size);
  for (const [request, version] of sent) {
    const again = await send(request);
    if (version === null) continue;
    run.count('acknowledged');
    run.expect(
      again?.status === 200 && again.row?.version === version,
      () => `request ${request.requestId} was answered version ${version}, and again ${again?.row?.version}`,
    );
  }
  // The client would prefer the host that a suite of this process has left there.
  delete process.env.FIRESTORE_EMULATOR_HOST;
  const db = freshClient(firestore, { projectId: 'demo-hachi' });
  try {
    const applied = new Map<string, number>();
    for (const doc of (await db.collectionGroup('events').get()).docs) {
      const requestId = String(doc.get('requestId'));
      applied.set(requestId, (applied.get(requestId) ?? 0) + 1);
    }
    for (const [{ requestId }, version] of sent) {
      const times = applied.get(requestId) ?? 0;
      const isRight = version === null ? times <= 1 : times === 1;
      run.expect(isRight, () => `${requestId} was applied ${times} times`);
    }
    await expectSoundStore(db, run);
  } finally {
    await db.terminate();
  }
};
