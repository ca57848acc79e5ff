/** asof: the register as it stood at the end of a past day (GET, JSON or CSV); on its tab of the queue's spreadsheet (POST). */
import { runAsOfJob } from '../app/as-of-job';
import { readAsOf } from '../app/read-as-of';
import { asofFunction } from '../contract/asof';
import { documentProblem } from '../domain/account/unreadable-document';
import { AS_OF_KEYS, asOfCells } from '../domain/history/as-of-columns';
import { SHOWN_COLUMNS } from '../domain/register/columns';
import { registerRow } from '../domain/register/row';
import type { Wait } from '../sheets/retry';
import { endpoint } from './endpoint';
import { resultOrThrow } from './problem';
import type { Service } from './service';
import { runTabJob } from './tab-jobs';

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const asofRoute = (service: Service, wait?: Wait) =>
  endpoint(
    asofFunction,
    {
      GET: async ({ query: { cursor, limit, format: _, ...question }, caller: { team } }) => {
        const page = resultOrThrow(
          await readAsOf(service.db, question, team, service.clock(), cursor, limit),
        );
        return {
          date: question.date,
          rows: page.accounts.map(registerRow),
          problems: page.unreadable.map(documentProblem),
          cursor: page.cursor,
        };
      },
      POST: ({ body, caller }) =>
        runTabJob(service, caller, wait, (deps) => runAsOfJob(service.clock(), body, deps)),
    },
    service.endpointDeps,
    {
      GET: ({ date, rows, cursor, problems }, { team: { members, settings } }) => {
        const { language } = settings;
        const view = { language, members, today: date };
        return {
          fileName: `as-of-${date}`,
          records: [
            AS_OF_KEYS.map((key) => SHOWN_COLUMNS[key].label[language]),
            ...rows.map((row) => {
              const cells = asOfCells(row, view);
              return AS_OF_KEYS.map((key) => cells[key]);
            }),
          ],
          cursor,
          problems: problems.length,
        };
      },
    },
  );
