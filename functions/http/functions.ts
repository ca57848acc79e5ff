/** Every function by its name: those of the contract, and those that are open to everybody: links of browsers and calendar programs, and the health. */
import { http } from '@google-cloud/functions-framework';
import { CALENDAR_FUNCTION } from '../app/calendar-feed';
import { OPEN_FUNCTION } from '../app/row-links';
import { FUNCTION_NAMES, type FunctionName } from '../contract/contract';
import { accountRoute } from './account';
import { accountsRoute } from './accounts';
import { approvalsRoute } from './approvals';
import { asofRoute } from './asof';
import { badFitsRoute } from './bad-fits';
import { calendarRoute } from './calendar';
import { changesRoute } from './changes';
import { checkRoute } from './check';
import { commandsRoute } from './commands';
import { contactsRoute } from './contacts';
import { breakdownRoute, dashboardRoute } from './dashboard';
import { dayRoute } from './day';
import { digestsRoute } from './digests';
import { duplicatesRoute } from './duplicates';
import type { HttpFunction } from './endpoint';
import { feedsRoute } from './feeds';
import { HEALTH_FUNCTION, healthRoute } from './health';
import { historyRoute } from './history';
import { importRoute } from './import';
import { layoutRoute } from './layout';
import { leadsRoute } from './leads';
import { lookupRoute } from './lookup';
import { membersRoute } from './members';
import { movesRoute } from './moves';
import { openRoute } from './open';
import { Problem, problemAnswer } from './problem';
import { queueRoute } from './queue';
import { queueEditsRoute } from './queue-edits';
import { splitFirstSegment } from './request-url';
import { retentionRoute } from './retention';
import { rowsRoute } from './rows';
import { sendAnswer } from './send-answer';
import { type Service, serviceOfFunction } from './service';
import { SERVICE_TARGET } from './service-target';
import { settingsRoute } from './settings';
import { teamHistoryRoute } from './team-history';

const ROUTES: Readonly<Record<FunctionName, (service: Service) => HttpFunction>> = {
  commands: commandsRoute,
  account: accountRoute,
  accounts: accountsRoute,
  history: historyRoute,
  changes: changesRoute,
  asof: asofRoute,
  moves: movesRoute,
  lookup: lookupRoute,
  contacts: contactsRoute,
  import: importRoute,
  rows: rowsRoute,
  leads: leadsRoute,
  members: membersRoute,
  settings: settingsRoute,
  'team-history': teamHistoryRoute,
  day: dayRoute,
  approvals: approvalsRoute,
  'bad-fits': badFitsRoute,
  dashboard: dashboardRoute,
  breakdown: breakdownRoute,
  layout: layoutRoute,
  queue: queueRoute,
  'queue-edits': queueEditsRoute,
  duplicates: duplicatesRoute,
  check: checkRoute,
  retention: retentionRoute,
  digests: digestsRoute,
  feeds: feedsRoute,
};

/** Without sign-in, and so not in the contract. */
export const OPEN_TO_EVERYBODY: readonly string[] = [OPEN_FUNCTION, CALENDAR_FUNCTION, HEALTH_FUNCTION];

/**
 * Makes the target known to the functions framework, and each function as a target of its own. `watched` gets the target's answer to
 * every call, and gives one that does the same.
 */
export const registerFunctions = (
  service: Service,
  watched: (answer: HttpFunction) => HttpFunction = (answer) => answer,
): void => {
  const routes = new Map<string, HttpFunction>([
    ...FUNCTION_NAMES.map((name) => [name, ROUTES[name](serviceOfFunction(service, name))] as const),
    [OPEN_FUNCTION, openRoute(serviceOfFunction(service, OPEN_FUNCTION))],
    [CALENDAR_FUNCTION, calendarRoute(serviceOfFunction(service, CALENDAR_FUNCTION))],
    [HEALTH_FUNCTION, healthRoute(serviceOfFunction(service, HEALTH_FUNCTION))],
  ]);
  for (const [name, route] of routes) http(name, route);
  http(SERVICE_TARGET, watched(byFirstSegment(routes)));
};

const byFirstSegment =
  (routes: ReadonlyMap<string, HttpFunction>): HttpFunction =>
  async (request, response) => {
    const [name, rest] = splitFirstSegment(request.url);
    const route = routes.get(name);
    if (route === undefined) {
      sendAnswer(request, response, problemAnswer(new Problem('PATH_UNKNOWN')));
      return;
    }
    request.url = rest;
    await route(request, response);
  };
