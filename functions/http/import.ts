/** import: a company list as a file or a tab (POST; dry run or real, resumable, one batch), its progress (GET), its undo (POST). */
import type { z } from 'zod';
import { detectImportMode, dryRunImport, importRows } from '../app/import-list';
import { undoBatch } from '../app/undo-batch';
import { companyRowsOf } from '../company-list/company-rows';
import type { ListProblem } from '../company-list/list-problems';
import { type ImportAnswer, type ImportBatch, importProgressQuery, importQuery } from '../contract/contract';
import { mayWrite } from '../domain/account/team';
import { importBatchId, readImportBatch } from '../store/import-batches';
import { endpoint } from './endpoint';
import { Problem } from './problems';
import { MAX_LIST_BYTES, readListBody } from './read-list-body';
import { GET_AND_POST, routeByMethod } from './routes';
import { type Caller, commandContextOf, type Service } from './service';

const MAX_REMARKS = 200;

export const importRoute = (service: Service) =>
  routeByMethod({
    GET: endpoint(
      {
        method: 'GET',
        input: importProgressQuery,
        handle: async ({ batch }) => {
          const state: ImportBatch | null = await readImportBatch(service.db, batch);
          if (state === null) throw new Problem('BATCH_UNKNOWN', { facts: { batch } });
          return { status: 200, body: state };
        },
      },
      service.endpointDeps,
      GET_AND_POST,
    ),
    POST: endpoint(
      {
        method: 'POST',
        accepts: 'file',
        maxBytes: MAX_LIST_BYTES,
        input: importQuery,
        handle: async (query, caller, file) => {
          if (!mayWrite(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
          return query.undo === undefined
            ? runImport(service, caller, query, file)
            : undoImport(service, caller, query.undo);
        },
      },
      service.endpointDeps,
      GET_AND_POST,
    ),
  });

const undoImport = async (service: Service, caller: Caller, batch: string) => {
  const state = await readImportBatch(service.db, batch);
  if (state === null) throw new Problem('BATCH_UNKNOWN', { facts: { batch } });
  const body = await undoBatch(
    service.db,
    state,
    commandContextOf(caller, 'import', service.clock),
    timeIsUp(service),
  );
  return { status: 200, body: { batch, ...body } };
};

const runImport = async (
  service: Service,
  caller: Caller,
  query: z.output<typeof importQuery>,
  file: Buffer,
) => {
  const { list, product, mapping, noHeader } = query;
  if (list === undefined) throw new Problem('LIST_NAME_NEEDED');
  const enough = timeIsUp(service);
  const frame = commandContextOf(caller, 'import', service.clock);
  const { read, bytes, fields } = await readListBody(service, query, file);
  const { placed, problems, notes, listed } = companyRowsOf(read, {
    list,
    today: frame.today,
    fiscalYearStartMonth: frame.settings.fiscalYearStartMonth,
    members: Object.values(frame.members),
    product,
  });
  // Read in another way it is another batch.
  const reading = [mapping, product, noHeader || undefined].filter((one) => one !== undefined);
  const batch = importBatchId(
    list,
    bytes,
    reading.length === 0 ? '' : JSON.stringify([mapping, product, noHeader]),
  );
  const known = await readImportBatch(service.db, batch);
  const mode =
    query.mode ??
    (known === null || known.state === 'undone'
      ? await detectImportMode(service.db, placed, list)
      : known.mode);
  const told = {
    batch,
    list,
    mode,
    encoding: read.encoding,
    columns: read.columns,
    fields,
    dryRun: query.dryRun,
    total: placed.length,
  };
  const wanted = { list, listed: mode === 'changes' ? listed : null };
  if (query.dryRun) {
    const {
      problems: refused,
      notes: others,
      ...sums
    } = await dryRunImport(service.db, placed, wanted, frame);
    return importAnswer(
      { ...told, done: 0, next: null, ...sums },
      [...problems, ...refused],
      [...notes, ...others],
    );
  }
  // Nothing is imported silently: rows with problems are mended, or left out on the caller's word.
  if (problems.length > 0 && (!query.skipProblems || placed.length === 0))
    throw new Problem('LIST_HAS_PROBLEMS', {
      facts: { problems: problems.slice(0, MAX_REMARKS), problemCount: problems.length },
    });
  const {
    state,
    problems: refused,
    notes: others,
  } = await importRows(
    service.db,
    placed,
    { ...wanted, batch, resume: query.from > 0, total: placed.length, enough },
    frame,
  );
  const { done, counts, changes } = state;
  const next = state.state === 'done' ? null : done;
  return importAnswer(
    { ...told, done, next, counts, changes },
    [...problems, ...refused],
    [...notes, ...others],
  );
};

/** True once the call has run for its time: what is left comes with the next one. */
const timeIsUp = ({ maxRunMilliseconds }: Service): (() => boolean) => {
  const started = performance.now();
  return () => performance.now() - started > maxRunMilliseconds;
};

const importAnswer = (
  told: Omit<ImportAnswer, 'problems' | 'problemCount' | 'notes' | 'noteCount'>,
  problems: readonly ListProblem[],
  notes: readonly ListProblem[],
) => {
  const body: ImportAnswer = {
    ...told,
    problems: inLineOrder(problems).slice(0, MAX_REMARKS),
    problemCount: problems.length,
    notes: inLineOrder(notes).slice(0, MAX_REMARKS),
    noteCount: notes.length,
  };
  return { status: 200, body };
};

const inLineOrder = (remarks: readonly ListProblem[]): ListProblem[] =>
  [...remarks].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
