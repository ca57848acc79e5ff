/** Every function of the contract by the name that it is deployed under. */
import { http } from '@google-cloud/functions-framework';
import { FUNCTION_NAMES, type FunctionName } from '../contract/contract';
import { accountRoute } from './account';
import { accountsRoute } from './accounts';
import { commandsRoute } from './commands';
import { duplicatesRoute } from './duplicates';
import type { HttpFunction } from './endpoint';
import { importRoute } from './import';
import { layoutRoute } from './layout';
import { leadsRoute } from './leads';
import { lookupRoute } from './lookup';
import { membersRoute } from './members';
import { queueRoute } from './queue';
import { type Service, serviceOfFunction } from './service';
import { settingsRoute } from './settings';

const ROUTES: Readonly<Record<FunctionName, (service: Service) => HttpFunction>> = {
  commands: commandsRoute,
  account: accountRoute,
  accounts: accountsRoute,
  lookup: lookupRoute,
  import: importRoute,
  leads: leadsRoute,
  members: membersRoute,
  settings: settingsRoute,
  layout: layoutRoute,
  queue: queueRoute,
  duplicates: duplicatesRoute,
};

export const registerFunctions = (service: Service): void => {
  for (const name of FUNCTION_NAMES) http(name, ROUTES[name](serviceOfFunction(service, name)));
};
