/** import: a company list as a file or a tab (POST; dry run or real, resumable, one batch), its progress (GET), its undo (POST). */
import type { Caller } from '../app/admit-member';
import { commandContextOf } from '../app/command-context';
import { importCompanyList } from '../app/import-company-list';
import { undoImportBatch } from '../app/undo-import';
import {
  type ImportAnswer,
  type ImportBatch,
  type ImportQuery,
  type ImportUndoAnswer,
  importFunction,
} from '../contract/import';
import { parseGroupRules } from '../contract/undecided-row';
import { isManager, mayWrite } from '../domain/account/team';
import { isOwnRecentChange } from '../domain/account/undo-obstacle';
import { readImportAuthor, readImportBatch } from '../store/import-batches';
import { endpoint } from './endpoint';
import { readListOrRefuse } from './list-source';
import { Problem, resultOrThrow } from './problem';
import type { Service } from './service';
import { timeLimit, workLimit } from './time-limit';

export const importRoute = (service: Service) =>
  endpoint(
    importFunction,
    {
      GET: ({ query: { batch } }) => readBatchOrRefuse(service, batch),
      POST: async ({ query, caller, file }) => {
        if (!mayWrite(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        return query.undo === undefined
          ? answerImport(service, caller, query, file)
          : answerUndo(service, caller, query.undo);
      },
    },
    service.endpointDeps,
  );

const readBatchOrRefuse = async ({ db }: Service, batch: string): Promise<ImportBatch> => {
  const state = await readImportBatch(db, batch);
  if (state === null) throw new Problem({ code: 'BATCH_UNKNOWN', batch });
  return state;
};

const answerUndo = async (service: Service, caller: Caller, batch: string): Promise<ImportUndoAnswer> => {
  const stored = await readBatchOrRefuse(service, batch);
  const context = commandContextOf(caller, 'import', service.clock());
  const author = await readImportAuthor(service.db, batch);
  // As with every change: one's own of the last 24 hours, else a manager.
  if (!isManager(context.actor) && (author === null || !isOwnRecentChange(author, context)))
    throw new Problem('ROLE_NOT_ALLOWED');
  return { batch, ...(await undoImportBatch(service.db, stored, context, timeLimit(service))) };
};

const answerImport = async (
  service: Service,
  caller: Caller,
  query: ImportQuery,
  file: Buffer,
): Promise<ImportAnswer> => {
  const { list } = query;
  if (list === undefined) throw new Problem('LIST_NAME_NEEDED');
  const startWork = workLimit(service);
  const context = commandContextOf(caller, 'import', service.clock());
  const submitted = await readListOrRefuse(service, query, file);
  return resultOrThrow(
    await importCompanyList(
      service,
      submitted,
      { ...query, list, rules: parseGroupRules(query.rules) },
      context,
      startWork,
    ),
  );
};
