/** Every function by the name that it is deployed under. */
import { http } from '@google-cloud/functions-framework';
import { account } from './http/account';
import { accounts } from './http/accounts';
import { commands } from './http/commands';
import { duplicates } from './http/duplicates';
import { importList } from './http/import';
import { layout } from './http/layout';
import { leads } from './http/leads';
import { lookup } from './http/lookup';
import { members } from './http/members';
import { queue } from './http/queue';
import { settings } from './http/settings';
import type { Service } from './service';

const FUNCTIONS = {
  commands,
  account,
  accounts,
  lookup,
  import: importList,
  leads,
  members,
  settings,
  layout,
  queue,
  duplicates,
};

export const FUNCTION_NAMES = Object.keys(FUNCTIONS) as (keyof typeof FUNCTIONS)[];

export const registerFunctions = (service: Service): void => {
  for (const name of FUNCTION_NAMES) http(name, FUNCTIONS[name](service));
};
