/** A status change over HTTP against a bare function that does the same reads and the same batch. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Timestamp } from '@google-cloud/firestore';
import { parseAccount } from '../../functions/store/account-document';
import { accountDocument } from '../../functions/store/account-fields';
import { checkedAccountUpdate } from '../../functions/store/account-update';
import { accountRef, digest, entryRef, requestRef } from '../../functions/store/firestore';
import { type LoadCall, type LoadResult, runLoad } from './load';
import { alternateSides, type BenchFigure, type BenchOptions, ratioOf, type SidePair } from './measure';
import { serveFunction } from './processes';
import { aCompany, type BenchTeam, openBenchTeam, writeAccounts } from './team';
import { workCall } from './work-command';

const SIZES = {
  full: { rounds: 25, warmUp: 300, calls: { 1: 24, 16: 96 } },
  quick: { rounds: 2, warmUp: 10, calls: { 1: 5, 16: 32 } },
} as const;

export const transitionBench = async ({ firestore, quick, say }: BenchOptions): Promise<BenchFigure[]> => {
  const { rounds, warmUp, calls } = SIZES[quick ? 'quick' : 'full'];
  const team = await openBenchTeam(firestore);
  const total = 2 * (warmUp + rounds * (calls[1] + calls[16])) + 1;
  const ids = Array.from({ length: total }, (_, index) => digest(`transition ${index}`));
  await writeAccounts(
    team.db,
    ids.map((id) => aCompany(id)),
  );
  const fresh = (count: number): string[] => ids.splice(0, count);

  const ours = await serveFunction('ours', 'commands', team.env);
  const [first = ''] = fresh(1);
  await runLoad(ours.url, [workCall(team.authorization, [first])], 1);
  const template = await writeTemplate(team, first);
  const floor = await serveFunction('transitionFloor', 'floor', {
    ...team.env,
    BENCH_DOCUMENTS: template.file,
  });
  const sides = {
    ours: (count: number, clients: number) =>
      runLoad(
        ours.url,
        fresh(count).map((id) => workCall(team.authorization, [id])),
        clients,
      ),
    floor: (count: number, clients: number) => runLoad(floor.url, fresh(count).map(floorCall), clients),
  };
  const figures: BenchFigure[] = [];
  try {
    say(`Warming up with ${warmUp} requests a side`);
    await sides.ours(warmUp, 16);
    await sides.floor(warmUp, 16);
    for (const clients of [1, 16] as const) {
      say(`${clients} client(s): ${rounds} rounds of ${calls[clients]} requests a side`);
      const pairs = await alternateSides(rounds, {
        ours: () => sides.ours(calls[clients], clients),
        floor: () => sides.floor(calls[clients], clients),
      });
      figures.push(...figuresOf(clients, pairs));
    }
  } finally {
    template.remove();
    for (const running of [ours, floor, team]) await running.stop();
  }
  return figures;
};

const figuresOf = (clients: number, pairs: readonly SidePair<LoadResult>[]): BenchFigure[] => {
  const of = (key: keyof LoadResult): SidePair<number>[] =>
    pairs.map(({ ours, floor }) => ({ ours: ours[key], floor: floor[key] }));
  const by = clients === 1 ? '1 client' : `${clients} clients`;
  return [
    ratioOf(
      { name: `throughput_${clients}`, what: `requests a second, ${by}`, aim: '>= 0.85' },
      of('perSecond'),
    ),
    ratioOf({ name: `p95_${clients}`, what: `p95 in ms, ${by} (lower is better)`, aim: '' }, of('p95')),
  ];
};

const floorCall = (accountId: string): LoadCall => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ accountId, requestId: digest(`floor ${accountId}`) }),
});

/** What ours has written for one account, as a file for the floor. */
const writeTemplate = async (
  { db }: BenchTeam,
  id: string,
): Promise<{ file: string; remove: () => void }> => {
  const [account, entry, request] = await db.getAll(
    accountRef(db, id),
    entryRef(db, id, 2),
    requestRef(db, `bench-${id}`),
  );
  const company = aCompany(id);
  const expireAt: unknown = request?.get('expireAt');
  if (!(expireAt instanceof Timestamp)) throw new Error('The request document does not say when it expires.');
  const documents = {
    account: checkedAccountUpdate(
      { account: company, document: accountDocument(company, []) },
      parseAccount(account?.data()),
      [],
    ),
    entry: entry?.data(),
    request: { ...request?.data(), expireAt: expireAt.toDate() },
  };
  const folder = mkdtempSync(join(tmpdir(), 'hachi-bench-'));
  const file = join(folder, 'documents.json');
  writeFileSync(file, JSON.stringify(documents));
  return { file, remove: () => rmSync(folder, { recursive: true }) };
};
