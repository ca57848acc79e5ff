/** import: a company list as a file or a tab (POST; dry run or real, resumable, one batch), its progress (GET), its undo (POST). */
import type { z } from 'zod';
import { placeRows } from '../company-list/place-rows';
import type { ListProblem } from '../company-list/problems';
import { type ImportAnswer, type ImportBatch, importQuery, progressQuery } from '../contract';
import { mayWrite } from '../domain/team';
import { type Caller, frameOf, type Service } from '../service';
import { batchId, readBatch } from '../store/batches';
import { findMode, importRows, rehearse } from '../store/import-list';
import { undoBatch } from '../store/undo-batch';
import { ASKED_AND_TOLD, byMethod } from './by-method';
import { endpoint } from './endpoint';
import { LARGEST_LIST, readList } from './lists';
import { Problem } from './problems';

const MOST_REMARKS = 200;

export const importList = (service: Service) =>
  byMethod({
    GET: endpoint(
      {
        method: 'GET',
        input: progressQuery,
        handle: async ({ batch }) => {
          const state: ImportBatch | null = await readBatch(service.db, batch);
          if (state === null) throw new Problem('BATCH_UNKNOWN', { facts: { batch } });
          return { status: 200, body: state };
        },
      },
      service.entrance,
      ASKED_AND_TOLD,
    ),
    POST: endpoint(
      {
        method: 'POST',
        accepts: 'file',
        maxBytes: LARGEST_LIST,
        input: importQuery,
        handle: async (query, caller, file) => {
          if (!mayWrite(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
          return query.undo === undefined
            ? run(service, caller, query, file)
            : undo(service, caller, query.undo);
        },
      },
      service.entrance,
      ASKED_AND_TOLD,
    ),
  });

const undo = async (service: Service, caller: Caller, batch: string) => {
  const state = await readBatch(service.db, batch);
  if (state === null) throw new Problem('BATCH_UNKNOWN', { facts: { batch } });
  const body = await undoBatch(
    service.db,
    state,
    frameOf(caller, 'import', service.clock),
    timeIsUp(service),
  );
  return { status: 200, body: { batch, ...body } };
};

const run = async (service: Service, caller: Caller, query: z.output<typeof importQuery>, file: Buffer) => {
  const { list, product, mapping, noHeader } = query;
  if (list === undefined) throw new Problem('LIST_NAME_NEEDED');
  const enough = timeIsUp(service);
  const frame = frameOf(caller, 'import', service.clock);
  const { read, bytes, fields } = await readList(service, query, file);
  const { placed, problems, notes, listed } = placeRows(read, {
    list,
    today: frame.today,
    fiscalYearStartMonth: frame.settings.fiscalYearStartMonth,
    members: Object.values(frame.members),
    product,
  });
  // Read in another way it is another batch.
  const reading = [mapping, product, noHeader || undefined].filter((one) => one !== undefined);
  const batch = batchId(
    list,
    bytes,
    reading.length === 0 ? '' : JSON.stringify([mapping, product, noHeader]),
  );
  const known = await readBatch(service.db, batch);
  const mode =
    query.mode ??
    (known === null || known.state === 'undone' ? await findMode(service.db, placed, list) : known.mode);
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
    const { problems: refused, notes: others, ...sums } = await rehearse(service.db, placed, wanted, frame);
    return answer(
      { ...told, done: 0, next: null, ...sums },
      [...problems, ...refused],
      [...notes, ...others],
    );
  }
  // Nothing is imported silently: rows with problems are mended, or left out on the caller's word.
  if (problems.length > 0 && (!query.skipProblems || placed.length === 0))
    throw new Problem('LIST_HAS_PROBLEMS', {
      facts: { problems: problems.slice(0, MOST_REMARKS), problemCount: problems.length },
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
  return answer({ ...told, done, next, counts, changes }, [...problems, ...refused], [...notes, ...others]);
};

/** True once the call has run for its time: what is left comes with the next one. */
const timeIsUp = ({ importMilliseconds }: Service): (() => boolean) => {
  const started = performance.now();
  return () => performance.now() - started > importMilliseconds;
};

const answer = (
  told: Omit<ImportAnswer, 'problems' | 'problemCount' | 'notes' | 'noteCount'>,
  problems: readonly ListProblem[],
  notes: readonly ListProblem[],
) => {
  const body: ImportAnswer = {
    ...told,
    problems: inOrder(problems).slice(0, MOST_REMARKS),
    problemCount: problems.length,
    notes: inOrder(notes).slice(0, MOST_REMARKS),
    noteCount: notes.length,
  };
  return { status: 200, body };
};

const inOrder = (remarks: readonly ListProblem[]): ListProblem[] =>
  [...remarks].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
