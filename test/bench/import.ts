/** A list of companies through the import function against raw batches of the same documents. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROWS_PER_SLICE } from '../../functions/app/import-rows';
import type { ImportAnswer } from '../../functions/contract/import';
import { parseCorporateNumber } from '../../functions/domain/company/corporate-number';
import { accountsOf, entryRef, numberRef } from '../../functions/store/firestore';
import { sendOrThrow } from './load';
import { alternateSides, type BenchFigure, type BenchOptions, milliseconds, ratioOf } from './measure';
import { serveFunction } from './processes';
import { type BenchTeam, openBenchTeam, PROJECT } from './team';

export const importBench = async ({ firestore, quick, say }: BenchOptions): Promise<BenchFigure[]> => {
  const [rounds, rows] = quick ? [1, 300] : [7, 3000];
  const team = await openBenchTeam(firestore);
  const ours = await serveFunction('ours', 'import', team.env);
  const floor = await serveFunction('importFloor', 'floor', team.env);
  const agent = new Agent();
  const folder = mkdtempSync(join(tmpdir(), 'hachi-bench-'));
  const file = join(folder, 'documents.json');
  const postToFloor = (body: object): Promise<string> =>
    sendOrThrow(agent, floor.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  /** Rows a second. Each list has companies of its own; the documents of the last import are the floor's. */
  const runOurs = async (list: number): Promise<number> => {
    const body = Buffer.from(listCsv(list, rows));
    let batch = '';
    const ms = await milliseconds(async () => {
      for (let from: number | null = 0; from !== null; ) {
        const text: string = await sendOrThrow(agent, `${ours.url}?list=list-${list}&from=${from}`, {
          method: 'POST',
          headers: { authorization: team.authorization, 'content-type': 'text/csv' },
          body,
        });
        const answer = JSON.parse(text) as ImportAnswer;
        if (answer.next === null && answer.counts.created !== rows)
          throw new Error(`not all created: ${text}`);
        batch = answer.batch;
        from = answer.next;
      }
    });
    await writeFloorDocuments(team, batch, file);
    return (rows / ms) * 1000;
  };
  const runFloor = async (list: number): Promise<number> => {
    await postToFloor({ load: { file, project: `${PROJECT}-${list}` } });
    return (rows / (await milliseconds(() => postToFloor({ rowsInABatch: ROWS_PER_SLICE })))) * 1000;
  };
  try {
    await runOurs(rounds);
    await runFloor(rounds);
    say(`${rounds} rounds of ${rows} rows a side`);
    const pairs = await alternateSides(rounds, { ours: runOurs, floor: runFloor });
    return [ratioOf({ name: 'throughput', what: 'rows a second', aim: '>= 0.5' }, pairs)];
  } finally {
    agent.destroy();
    rmSync(folder, { recursive: true });
    for (const running of [ours, floor, team]) await running.stop();
  }
};

/** A CSV of companies that no other list has. */
const listCsv = (list: number, rows: number): string => {
  const lines = Array.from({ length: rows }, (_, index) => {
    const place = `${(index % 9) + 1}丁目${(index % 20) + 1}番${index}号`;
    return `株式会社第${list}製作所${index},${corporateNumberAt(list * rows + index + 1)},東京都千代田区丸の内${place},03-0000-${String(index).padStart(4, '0')},電気機器`;
  });
  return ['会社名,法人番号,所在地,電話番号,業種', ...lines].join('\n');
};

/** With the check digit that fits. */
const corporateNumberAt = (index: number): string => {
  const digits = String(index).padStart(12, '0');
  for (let check = 1; check <= 9; check += 1) {
    const reading = parseCorporateNumber(`${check}${digits}`);
    if ('number' in reading) return reading.number;
  }
  throw new Error(`no check digit fits ${digits}`);
};

/** The documents of an import's batch, as a file for the floor. */
const writeFloorDocuments = async ({ db }: BenchTeam, batch: string, file: string): Promise<void> => {
  const { docs } = await accountsOf(db).where('batches', 'array-contains', batch).get();
  const numbers = docs.map((doc) => String(doc.get('corporateNumber')));
  const entries = await db.getAll(...docs.map(({ id }) => entryRef(db, id, 1)));
  const holders = await db.getAll(...numbers.map((number) => numberRef(db, number)));
  const rows = docs.map((doc, index) => ({
    id: doc.id,
    account: doc.data(),
    entry: entries[index]?.data(),
    number: { id: numbers[index], document: holders[index]?.data() },
  }));
  writeFileSync(file, JSON.stringify(rows));
};
