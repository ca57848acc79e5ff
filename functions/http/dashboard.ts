/**
 * dashboard: the figures (GET), brought up to date (POST, scheduled; for the scheduler and for managers). breakdown (GET): the accounts
 * that they are made of.
 */

import type { Caller } from '../app/admit-member';
import { readDashboard, runDashboardJob } from '../app/dashboard-job';
import { rowLinks } from '../app/row-links';
import { breakdownFunction, dashboardFunction } from '../contract/dashboard';
import { isManager } from '../domain/account/team';
import { documentProblem } from '../domain/account/unreadable-document';
import { breakdownPage } from '../domain/statistics/breakdown';
import { figurePeriod } from '../domain/statistics/figure-period';
import { dashboardOf } from '../domain/statistics/figures';
import type { Wait } from '../sheets/retry';
import { endpoint } from './endpoint';
import { Problem } from './problem';
import type { Service } from './service';
import { throwAsSheetProblem } from './sheet-problems';
import { jobTimeLimit } from './time-limit';

/** `wait` is between two tries at Google Sheets: real time unless given. */
export const dashboardRoute = (service: Service, wait?: Wait) =>
  endpoint(
    dashboardFunction,
    {
      GET: async ({ caller }) => {
        const { facts, question } = await readOrThrow(service, caller);
        return dashboardOf(facts, question);
      },
      POST: async ({ body: { recount }, caller, log }) => {
        if (caller !== null && !isManager(caller.member)) throw new Problem('ROLE_NOT_ALLOWED');
        const isTimeUp = jobTimeLimit(service, caller);
        const { queueSheet } = service.config;
        const tabs =
          queueSheet === null
            ? null
            : {
                sheets: await service.sheets(),
                queueSheetId: queueSheet,
                links: rowLinks(service.links),
                wait,
              };
        const deps = { db: service.db, recount, isTimeUp, tabs };
        const run = await runDashboardJob(service.clock(), deps).catch(throwAsSheetProblem);
        const { unreadable, ...answer } = run;
        const differing = answer.recount?.differing ?? [];
        if (differing.length > 0)
          log({
            severity: 'ERROR',
            message: `The facts of ${differing.length} accounts were not what their history says`,
            accounts: differing.slice(0, MAX_LISTED),
          });
        return {
          ...answer,
          recount: answer.recount && { ...answer.recount, differing: differing.length },
          problems: unreadable.map(documentProblem),
        };
      },
    },
    service.jobEndpointDeps,
  );

const MAX_LISTED = 20;

export const breakdownRoute = (service: Service) =>
  endpoint(
    breakdownFunction,
    {
      GET: async ({ query: { figure, row, cursor, limit }, caller }) => {
        const { facts, question } = await readOrThrow(service, caller);
        const period = figurePeriod(facts, question, question.leadPrice);
        const page = breakdownPage(facts, { figure, row }, period, { after: cursor ?? null, limit });
        return { today: question.today, madeAt: question.madeAt, rows: page.rows, cursor: page.after };
      },
    },
    service.endpointDeps,
  );

const readOrThrow = async (service: Service, caller: Caller | null) => {
  if (caller === null) throw new Problem('ROLE_NOT_ALLOWED');
  const read = await readDashboard(service.clock(), service.db, caller.team);
  if (read === null) throw new Problem('DASHBOARD_NOT_COUNTED');
  return read;
};
