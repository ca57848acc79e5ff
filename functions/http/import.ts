/** import: a company list as a file (POST; dry run or real, resumable, one batch), its progress (GET), its undo (POST). */

import type { ListProblem } from '../company-list/problems';
import { readCompanyList } from '../company-list/read-list';
import { type ImportAnswer, importQuery, progressQuery } from '../contract';
import { mayWrite } from '../domain/team';
import { type Caller, frameOf, type Service } from '../service';
import { batchId, importRows, placeRows, readBatch, rehearse, undoBatch } from '../store/import-list';
import { ASKED_AND_TOLD, byMethod } from './by-method';
import { endpoint } from './endpoint';
import { Problem } from './problems';

/** 20,000 rows of a real list are a quarter of this; larger files are refused with the advice to split them. */
const MAX_BYTES = 20 * 1024 * 1024;
const MOST_PROBLEMS = 200;

export const importList = (service: Service) =>
  byMethod({
    GET: endpoint(
      {
        method: 'GET',
        input: progressQuery,
        handle: async ({ batch }) => {
          const state = await readBatch(service.db, batch);
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
        maxBytes: MAX_BYTES,
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

const run = async (
  service: Service,
  caller: Caller,
  query: { list?: string; dryRun: boolean; from: number; skipProblems: boolean },
  file: Buffer,
) => {
  if (query.list === undefined) throw new Problem('LIST_NAME_NEEDED');
  const frame = frameOf(caller, 'import', service.clock);
  const { settings, members } = caller.team;
  const read = readCompanyList(file);
  const { placed, problems } = placeRows(read, {
    list: query.list,
    today: frame.today,
    fiscalYearStartMonth: settings.fiscalYearStartMonth,
    members: Object.values(members),
  });
  const told = {
    batch: batchId(query.list, file),
    list: query.list,
    encoding: read.encoding,
    columns: read.columns,
    dryRun: query.dryRun,
    total: placed.length,
  };
  if (query.dryRun) {
    const { counts, problems: refused } = await rehearse(service.db, placed, frame);
    return answer(200, { ...told, done: 0, next: null, counts }, [...problems, ...refused]);
  }
  // Nothing is imported silently: rows with problems are mended, or left out on the caller's word.
  if (problems.length > 0 && (!query.skipProblems || placed.length === 0))
    throw new Problem('LIST_HAS_PROBLEMS', { facts: shown(problems) });
  const { state, problems: refused } = await importRows(
    service.db,
    placed,
    {
      batch: told.batch,
      list: query.list,
      resume: query.from > 0,
      total: placed.length,
      enough: timeIsUp(service),
    },
    frame,
  );
  const next = state.done < placed.length ? state.done : null;
  return answer(200, { ...told, done: state.done, next, counts: state.counts }, [...problems, ...refused]);
};

/** True once the call has run for its time: what is left comes with the next one. */
const timeIsUp = ({ importMilliseconds }: Service): (() => boolean) => {
  const started = performance.now();
  return () => performance.now() - started > importMilliseconds;
};

const shown = (problems: readonly ListProblem[]) => ({
  problems: problems.slice(0, MOST_PROBLEMS),
  problemCount: problems.length,
});

const answer = (
  status: number,
  told: Omit<ImportAnswer, 'problems' | 'problemCount'>,
  problems: readonly ListProblem[],
) => {
  const body: ImportAnswer = { ...told, ...shown(problems) };
  return { status, body };
};
