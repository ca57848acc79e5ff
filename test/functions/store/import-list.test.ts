import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Firestore } from '@google-cloud/firestore';
import { placeRows } from '../../../functions/company-list/place-rows';
import { readCompanyList } from '../../../functions/company-list/read-list';
import { batchId, readBatch } from '../../../functions/store/batches';
import { accountsOf } from '../../../functions/store/firestore';
import { importRows, rehearse } from '../../../functions/store/import-list';
import { undoBatch } from '../../../functions/store/undo-batch';
import { TODAY } from '../../builders';
import { accepted, aFrame, asking, eachStore, give } from './asking';
import { expectHistoryIsTruth } from './history-is-truth';

/** Hundreds of companies are written. */
jest.setTimeout(60_000);

const FILE = readFileSync(join(__dirname, '../../../emulator/demo/listed-companies.csv'));
/** Two slices: one is full. */
const placed = placeRows(readCompanyList(FILE), {
  list: 'EDINET',
  today: TODAY,
  fiscalYearStartMonth: 4,
  members: [],
}).placed.slice(0, 130);
const BATCH = batchId('EDINET', FILE);
const NONE = { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0 };
const ALL = placed.length;

const run = (db: Firestore, over: Partial<Parameters<typeof importRows>[2]> = {}) =>
  importRows(
    db,
    placed,
    { batch: BATCH, list: 'EDINET', listed: null, resume: false, total: ALL, enough: () => false, ...over },
    aFrame(),
  );
const names = async (db: Firestore): Promise<string[]> =>
  (await accountsOf(db).get()).docs.map((doc) => String(doc.get('state.name'))).sort();
const WANTED = placed.map(({ row }) => row.details.name).sort();

eachStore('importing a list', (db) => {
  afterEach(() => expectHistoryIsTruth(db()));

  test('dry, real, again, undone, again', async () => {
    expect((await rehearse(db(), placed, { list: 'EDINET', listed: null }, aFrame())).counts).toEqual({
      ...NONE,
      created: ALL,
    });
    expect(await names(db())).toEqual([]);
    const { state } = await run(db());
    expect(state).toMatchObject({ state: 'done', done: ALL, counts: { ...NONE, created: ALL } });
    expect(await names(db())).toEqual(WANTED);
    expect((await run(db())).state.counts).toEqual({ ...NONE, unchanged: ALL });
    const [first] = (await accountsOf(db()).limit(1).get()).docs;
    accepted(
      await give(db(), asking(first?.id ?? '', 1, { type: 'saveContact', contact: { name: '山田' } })),
    );
    expect(await undoBatch(db(), state, aFrame())).toMatchObject({
      undone: ALL - 1,
      refused: [{ accountId: first?.id, code: 'UNDO_LATER_CHANGES' }],
    });
    expect((await readBatch(db(), BATCH))?.state).toBe('undone');
    expect(await undoBatch(db(), state, aFrame())).toMatchObject({ undone: 0 });
    expect((await run(db())).state.counts).toEqual({ ...NONE, created: ALL - 1, unchanged: 1 });
    expect(await names(db())).toEqual(WANTED);
  });

  test('undone in pieces where the time is up: sent again, it goes on', async () => {
    const { state } = await run(db());
    const piece = await undoBatch(db(), state, aFrame(), () => true);
    expect(piece.finished).toBe(false);
    expect((await readBatch(db(), BATCH))?.state).toBe('done');
    const rest = await undoBatch(db(), state, aFrame());
    expect([piece.undone + rest.undone, rest.finished]).toEqual([ALL, true]);
  });

  test('two at once', async () => {
    const both = await Promise.all([run(db()), run(db())]);
    const sum = (key: keyof typeof NONE) => both.reduce((total, { state }) => total + state.counts[key], 0);
    expect([sum('created'), sum('unchanged'), sum('refused')]).toEqual([ALL, ALL, 0]);
    expect(await names(db())).toEqual(WANTED);
  });
});
