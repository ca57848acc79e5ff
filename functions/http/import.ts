/** import: a company list as a file or a tab (POST; dry run or real, resumable, one batch), its progress (GET), its undo (POST). */
import { detectImportMode, dryRunImport, importRows } from '../app/import-list';
import { undoBatch } from '../app/undo-batch';
import { companyRowsOf } from '../company-list/company-rows';
import type { ListProblem } from '../company-list/list-problems';
import { CONTRACT } from '../contract/contract';
import type { ImportAnswer, ImportBatch, ImportQuery, ImportUndoAnswer } from '../contract/import';
import { mayWrite } from '../domain/account/team';
import { importBatchId, readImportBatch } from '../store/import-batches';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import { readListBody } from './read-list-body';
import { type Caller, commandContextOf, type Service } from './service';

const MAX_REMARKS = 200;

export const importRoute = (service: Service) =>
  endpoint(
    CONTRACT.import,
    {
      GET: ({ query: { batch } }) => readBatchOrRefuse(service, batch),
      POST: async ({ query, caller, file }) => {
        if (!mayWrite(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        return query.undo === undefined
          ? runImport(service, caller, query, file)
          : undoImport(service, caller, query.undo);
      },
    },
    service.endpointDeps,
  );

const readBatchOrRefuse = async ({ db }: Service, batch: string): Promise<ImportBatch> => {
  const state = await readImportBatch(db, batch);
  if (state === null) throw new Problem({ code: 'BATCH_UNKNOWN', batch });
  return state;
};

const undoImport = async (service: Service, caller: Caller, batch: string): Promise<ImportUndoAnswer> => {
  const state = await readBatchOrRefuse(service, batch);
  const context = commandContextOf(caller, 'import', service.clock);
  return { batch, ...(await undoBatch(service.db, state, context, timeIsUp(service))) };
};

const runImport = async (
  service: Service,
  caller: Caller,
  query: ImportQuery,
  file: Buffer,
): Promise<ImportAnswer> => {
  const { list, dryRun } = query;
  if (list === undefined) throw new Problem('LIST_NAME_NEEDED');
  const enough = timeIsUp(service);
  const context = commandContextOf(caller, 'import', service.clock);
  const { read, bytes, fields } = await readListBody(service, query, file);
  const { placed, problems, notes, listed } = companyRowsOf(read, {
    list,
    today: context.today,
    fiscalYearStartMonth: context.settings.fiscalYearStartMonth,
    members: Object.values(context.members),
    product: query.product,
  });
  const batch = batchIdOf(list, bytes, query);
  const known = await readImportBatch(service.db, batch);
  const mode =
    query.mode ??
    (known === null || known.state === 'undone'
      ? await detectImportMode(service.db, placed, list)
      : known.mode);
  const { encoding, columns } = read;
  const total = placed.length;
  const reading = { batch, list, mode, encoding, columns, fields, dryRun, total };
  const wanted = { list, listed: mode === 'changes' ? listed : null };
  if (dryRun) {
    const { counts, changes, ...remarks } = await dryRunImport(service.db, placed, wanted, context);
    return {
      ...reading,
      done: 0,
      next: null,
      counts,
      changes,
      ...remarksOf([...problems, ...remarks.problems], [...notes, ...remarks.notes]),
    };
  }
  // Nothing is imported silently: rows with problems are mended, or left out on the caller's word.
  if (problems.length > 0 && (!query.skipProblems || total === 0))
    throw new Problem({
      code: 'LIST_HAS_PROBLEMS',
      problems: problems.slice(0, MAX_REMARKS),
      problemCount: problems.length,
    });
  const { state, ...remarks } = await importRows(
    service.db,
    placed,
    { ...wanted, batch, resume: query.from > 0, total, enough },
    context,
  );
  const { done, counts, changes } = state;
  return {
    ...reading,
    done,
    next: state.state === 'done' ? null : done,
    counts,
    changes,
    ...remarksOf([...problems, ...remarks.problems], [...notes, ...remarks.notes]),
  };
};

/** Read in another way it is another batch. */
const batchIdOf = (list: string, bytes: Uint8Array, { mapping, product, noHeader }: ImportQuery): string => {
  const isPlain = mapping === undefined && product === undefined && !noHeader;
  return importBatchId(list, bytes, isPlain ? '' : JSON.stringify([mapping, product, noHeader]));
};

/** True once the call has run for its time: what is left comes with the next one. */
const timeIsUp = ({ maxRunMilliseconds }: Service): (() => boolean) => {
  const started = performance.now();
  return () => performance.now() - started > maxRunMilliseconds;
};

const remarksOf = (
  problems: readonly ListProblem[],
  notes: readonly ListProblem[],
): Pick<ImportAnswer, 'problems' | 'problemCount' | 'notes' | 'noteCount'> => ({
  problems: inLineOrder(problems).slice(0, MAX_REMARKS),
  problemCount: problems.length,
  notes: inLineOrder(notes).slice(0, MAX_REMARKS),
  noteCount: notes.length,
});

const inLineOrder = (remarks: readonly ListProblem[]): ListProblem[] =>
  [...remarks].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
