/** moves: which accounts moved between two days (GET, JSON or CSV); on its tab of the queue's spreadsheet (POST). */
import { runMovesJob } from '../app/moves-job';
import { readMoves } from '../app/read-moves';
import { movesFunction } from '../contract/moves';
import { documentProblem } from '../domain/account/unreadable-document';
import { MOVES_HEADINGS } from '../domain/history/as-of-texts';
import { MOVES_COLUMNS } from '../domain/history/moves-columns';
import { keysOf } from '../domain/status/table-keys';
import type { Wait } from '../sheets/retry';
import { endpoint } from './endpoint';
import { resultOrThrow } from './problem';
import type { Service } from './service';
import { runTabJob } from './tab-jobs';

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const movesRoute = (service: Service, wait?: Wait) =>
  endpoint(
    movesFunction,
    {
      GET: async ({ query: { cursor, limit, from, to }, caller: { team } }) => {
        const page = resultOrThrow(
          await readMoves(service.db, { from, to }, team, service.clock(), cursor, limit),
        );
        return {
          moves: page.moves,
          problems: page.unreadable.map(documentProblem),
          cursor: page.cursor,
        };
      },
      POST: ({ body, caller }) =>
        runTabJob(service, caller, wait, (deps) => runMovesJob(service.clock(), body, deps)),
    },
    service.endpointDeps,
    {
      GET: ({ moves, cursor, problems }, { team: { members, settings } }) => {
        const { language } = settings;
        const keys = keysOf(MOVES_COLUMNS);
        return {
          fileName: 'moves',
          records: [
            keys.map((key) => MOVES_HEADINGS[key][language]),
            ...moves.map((row) => keys.map((key) => MOVES_COLUMNS[key](row, { language, members }))),
          ],
          cursor,
          problems: problems.length,
        };
      },
    },
  );
