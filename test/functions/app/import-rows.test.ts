import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Firestore } from '@google-cloud/firestore';
import { dryRunImport } from '../../../functions/app/dry-run-import';
import { importRows } from '../../../functions/app/import-rows';
import { undoImportBatch } from '../../../functions/app/undo-import';
import { type CompanyRow, companyRowsOf } from '../../../functions/company-list/company-rows';
import { readCompanyList } from '../../../functions/company-list/read-list';
import { accountsOf, importBatchRef } from '../../../functions/store/firestore';
import { importBatchId, readImportBatch } from '../../../functions/store/import-batches';
import { listTerms } from '../../builders';
import { expectConsistentStore } from '../store/expect-consistent-store';
import { aCommandContext, acceptedRow, aSubmitRequest, eachOpenStore, submitOne } from './submit-requests';

const FILE = readFileSync(join(__dirname, '../../../emulator/demo/listed-companies.csv'));
/** The last of its slices is not full. */
const ALL = 104;
let companies: readonly CompanyRow[] = [];
beforeAll(async () => {
  const terms = listTerms({ list: 'EDINET' });
  companies = (await companyRowsOf(readCompanyList(FILE), terms, () => 'ask')).companies.slice(0, ALL);
});
/** Nobody has decided anything. */
const UNDECIDED = {
  appliesStatus: false,
  choices: { rules: {}, rows: new Map(), ruled: new Map() },
  twice: 0,
};
const BATCH = importBatchId('EDINET', FILE);
const NONE = { created: 0, filled: 0, unchanged: 0, refused: 0, withDebts: 0, undecided: 0 };

const run = (db: Firestore, over: Partial<Parameters<typeof importRows>[2]> = {}) =>
  importRows(
    db,
    companies,
    {
      batch: BATCH,
      list: 'EDINET',
      identities: null,
      ...UNDECIDED,
      resume: false,
      isTimeUp: () => false,
      ...over,
    },
    aCommandContext(),
  );
const names = async (db: Firestore): Promise<string[]> =>
  (await accountsOf(db).get()).docs.map((doc) => String(doc.get('state.name'))).sort();
const wanted = () => companies.map(({ row }) => row.details.name).sort();

eachOpenStore('importing a list', (db) => {
  afterEach(() => expectConsistentStore(db()));

  test('dry, real, again, undone, again', async () => {
    const dry = { list: 'EDINET', identities: null, ...UNDECIDED, from: 0, isTimeUp: () => false };
    const rehearsed = await dryRunImport(db(), companies, dry, aCommandContext());
    expect(rehearsed.counts).toEqual({ ...NONE, created: ALL });
    expect(await names(db())).toEqual([]);
    const { state } = await run(db());
    expect(state).toMatchObject({ state: 'done', done: ALL, counts: { ...NONE, created: ALL } });
    expect(await names(db())).toEqual(wanted());
    expect((await run(db())).state.counts).toEqual({ ...NONE, unchanged: ALL });
    const [first] = (await accountsOf(db()).limit(1).get()).docs;
    acceptedRow(
      await submitOne(
        db(),
        aSubmitRequest(first?.id ?? '', 1, { type: 'saveContact', contact: { name: '山田' } }),
      ),
    );
    expect(await undoImportBatch(db(), { id: BATCH, list: 'EDINET' }, aCommandContext())).toMatchObject({
      undone: ALL - 1,
      refused: [{ accountId: first?.id, code: 'UNDO_LATER_CHANGES' }],
    });
    expect((await readImportBatch(db(), BATCH))?.state).toBe('undone');
    expect(await undoImportBatch(db(), { id: BATCH, list: 'EDINET' }, aCommandContext())).toMatchObject({
      undone: 0,
    });
    expect((await run(db())).state.counts).toEqual({ ...NONE, created: ALL - 1, unchanged: 1 });
    expect(await names(db())).toEqual(wanted());
  });

  test('undone in pieces where the time is up: sent again, it goes on', async () => {
    await run(db());
    const piece = await undoImportBatch(db(), { id: BATCH, list: 'EDINET' }, aCommandContext(), () => true);
    expect(piece.finished).toBe(false);
    expect((await readImportBatch(db(), BATCH))?.state).toBe('done');
    const rest = await undoImportBatch(db(), { id: BATCH, list: 'EDINET' }, aCommandContext());
    expect([piece.undone + rest.undone, rest.finished]).toEqual([ALL, true]);
  });

  test('three at once: each row is counted once, and all of them are told the same', async () => {
    const results = await Promise.all([run(db()), run(db()), run(db())]);
    for (const { state } of results)
      expect(state).toMatchObject({ state: 'done', done: ALL, counts: { ...NONE, created: ALL } });
    expect((await readImportBatch(db(), BATCH))?.counts).toEqual({ ...NONE, created: ALL });
    expect(await names(db())).toEqual(wanted());
    // A later run is one of its own.
    const again = await Promise.all([run(db()), run(db())]);
    for (const { state } of again) expect(state.counts).toEqual({ ...NONE, unchanged: ALL });
  });

  test.each([
    ['sent again', false],
    ['resumed', true],
  ])(
    'a step that another call has done and not counted yet, %s: each row is counted as done',
    async (_, resume) => {
      const { state } = await run(db());
      await importBatchRef(db(), BATCH).update({ ...state, done: 0, counts: NONE, state: 'running' });
      // Somebody works on one of the accounts meanwhile.
      const [first] = (await accountsOf(db()).limit(1).get()).docs;
      const contact = { type: 'saveContact', contact: { name: '山田' } } as const;
      acceptedRow(await submitOne(db(), aSubmitRequest(first?.id ?? '', 1, contact)));
      expect((await run(db(), { resume })).state.counts).toEqual({ ...NONE, created: ALL });
    },
  );
});
