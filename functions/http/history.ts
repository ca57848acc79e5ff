/** history: who changed what and when (GET, JSON or CSV); on its tab of the queue's spreadsheet (POST). */
import { runHistoryJob } from '../app/history-job';
import { readHistory } from '../app/read-history';
import { historyFunction } from '../contract/history';
import { documentProblem } from '../domain/account/unreadable-document';
import { HISTORY_HEADINGS } from '../domain/history/history-column-texts';
import { HISTORY_COLUMNS } from '../domain/history/history-columns';
import { keysOf } from '../domain/status/table-keys';
import type { Wait } from '../sheets/retry';
import { endpoint } from './endpoint';
import { resultOrThrow } from './problem';
import type { Service } from './service';
import { runTabJob } from './tab-jobs';

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const historyRoute = (service: Service, wait?: Wait) =>
  endpoint(
    historyFunction,
    {
      GET: async ({ query: { cursor, limit, format: _, ...question }, caller: { team } }) => {
        const page = resultOrThrow(await readHistory(service.db, question, team, cursor, limit));
        return {
          rows: page.rows,
          zone: team.settings.zone,
          problems: page.unreadable.map(documentProblem),
          cursor: page.cursor,
        };
      },
      POST: ({ body: { limit, ...question }, caller }) =>
        runTabJob(service, caller, wait, (deps) => runHistoryJob(service.clock(), question, limit, deps)),
    },
    service.endpointDeps,
    {
      GET: ({ rows, cursor, problems }, { team: { members, settings } }) => {
        const { language } = settings;
        const keys = keysOf(HISTORY_COLUMNS);
        return {
          fileName: 'history',
          records: [
            keys.map((key) => HISTORY_HEADINGS[key][language]),
            ...rows.map((row) => keys.map((key) => HISTORY_COLUMNS[key](row, { language, members }))),
          ],
          cursor,
          problems: problems.length,
        };
      },
    },
  );
