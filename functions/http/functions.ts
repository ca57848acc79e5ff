/** Every function by the name that it is deployed under: those of the contract, and those that browsers and calendar programs open links with. */
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
import { checkRoute } from './check';
import { commandsRoute } from './commands';
import { contactsRoute } from './contacts';
import { breakdownRoute, dashboardRoute } from './dashboard';
import { digestsRoute } from './digests';
import { duplicatesRoute } from './duplicates';
import type { HttpFunction } from './endpoint';
import { feedsRoute } from './feeds';
import { historyRoute } from './history';
import { importRoute } from './import';
import { layoutRoute } from './layout';
import { leadsRoute } from './leads';
import { lookupRoute } from './lookup';
import { membersRoute } from './members';
import { movesRoute } from './moves';
import { openRoute } from './open';
import { queueRoute } from './queue';
import { queueEditsRoute } from './queue-edits';
import { retentionRoute } from './retention';
import { rowsRoute } from './rows';
import { type Service, serviceOfFunction } from './service';
import { settingsRoute } from './settings';
import { teamHistoryRoute } from './team-history';

const ROUTES: Readonly<Record<FunctionName, (service: Service) => HttpFunction>> = {
  commands: commandsRoute,
  account: accountRoute,
  accounts: accountsRoute,
  history: historyRoute,
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

export const registerFunctions = (service: Service): void => {
  for (const name of FUNCTION_NAMES) http(name, ROUTES[name](serviceOfFunction(service, name)));
  http(OPEN_FUNCTION, openRoute(serviceOfFunction(service, OPEN_FUNCTION)));
  http(CALENDAR_FUNCTION, calendarRoute(serviceOfFunction(service, CALENDAR_FUNCTION)));
};
