/** What is asked of a product that finds documents of before: every account with its history, and how it goes on. */
import type { Recorded } from '../calls';
import type { StoredDocument } from '../documents';
import type { Product } from '../start-product';
import { Blocks } from './blocks';
import { addDays } from './dates';
import type { Json } from './json';
import { lookups, registerPages } from './questions';
import { randomOf } from './random';
import { Recorder } from './recorder';
import { bothSpreadsheets, runJobs } from './sheet-calls';
import { World } from './world';

const SEED = 88;

/** `earlier` are calls that the documents may come from: what was accepted then is sent once more. */
export const documentCalls = async (
  product: Product,
  documents: readonly StoredDocument[],
  earlier: readonly Recorded[],
): Promise<Recorded[]> => {
  const recorder = new Recorder(product, dayAfter(documents));
  const world = new World(randomOf(SEED), recorder);
  const ids = documents.flatMap(({ path }) => /^accounts\/([^/]+)$/.exec(path)?.[1] ?? []);
  for (const id of ids) await recorder.call({ as: 'manager', to: 'account', query: { id, entries: '200' } });
  await world.meetTeam();
  await world.refresh(ids);
  await sendAgain(recorder, documents, earlier);
  const batches = documents.flatMap(({ path }) => /^batches\/([^/]+)$/.exec(path)?.[1] ?? []);
  for (const batch of batches) await recorder.call({ as: 'is', to: 'import', query: { batch } });
  await lookups(world, 25);
  await registerPages(world);
  await runJobs(world);
  const blocks = new Blocks(world);
  for (const id of ids) await blocks.goOn(id);
  for (const batch of batches.slice(0, 3))
    await recorder.call({ as: 'manager', to: 'import', query: { undo: batch }, text: '' });
  await runJobs(world);
  await bothSpreadsheets(world);
  return recorder.recorded;
};

const dayAfter = (documents: readonly StoredDocument[]): string => {
  const instants = JSON.stringify(documents).match(/(?<=")\d{4}-\d\d-\d\d(?=T[\d:.]+Z")/g) ?? [];
  return addDays(instants.sort().at(-1) ?? '2026-07-01', 1);
};

/** Of a request that is stored the stored answer is given again, whatever has become of the account. */
const sendAgain = async (
  recorder: Recorder,
  documents: readonly StoredDocument[],
  earlier: readonly Recorded[],
): Promise<void> => {
  const stored = new Set(
    documents.flatMap(({ path, data }) => (path.startsWith('requests/') ? madeBy(data.row) : [])),
  );
  for (const { call, answer } of earlier) {
    const outcomes: readonly Json[] = (answer.body as Json).outcomes ?? [];
    const commands = ((call.json as Json)?.commands ?? []).filter(
      (_: Json, index: number) => outcomes[index]?.status === 200 && stored.has(madeBy(outcomes[index].row)),
    );
    if (commands.length > 0) await recorder.call({ as: call.as, to: 'commands', json: { commands } });
  }
};

const madeBy = (row: Json): string => `${row.id} ${row.version}`;
