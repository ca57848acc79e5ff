/** Every function by its name: those of the contract, and those that are open to everybody: links of browsers and calendar programs, and the health. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { http } from '@google-cloud/functions-framework';
import { CALENDAR_FUNCTION, HEALTH_FUNCTION, OPEN_FUNCTION } from '../app/open-functions';
import type { FunctionName } from '../contract/contract';
import { keysOf } from '../domain/status/table-keys';
import type { HttpFunction } from './endpoint';
import { type IdentifyDeps, namedInLog } from './identify';
import { leaveDomain } from './leave-domain';
import { LOADED_OPERATIONS } from './loaded-operations';
import './own-body-reading';
import { Problem, problemAnswer } from './problem';
import { type ReadCall, readOrRefuse } from './read-call';
import { splitFirstSegment } from './request-url';
import { sendAnswer } from './send-answer';
import type { Service } from './service';
import { SERVICE_TARGET } from './service-target';

const OPEN_FUNCTIONS = [OPEN_FUNCTION, CALENDAR_FUNCTION, HEALTH_FUNCTION] as const;
type OpenFunctionName = (typeof OPEN_FUNCTIONS)[number];
type MakeRoute = (service: Service) => HttpFunction;

/** Each route is loaded at its first call, since loading all of them would make most of the start-up time. */
const ROUTES: Readonly<Record<FunctionName | OpenFunctionName, () => Promise<MakeRoute>>> = {
  commands: async () => (await import('./commands')).commandsRoute,
  account: async () => (await import('./account')).accountRoute,
  accounts: async () => (await import('./accounts')).accountsRoute,
  history: async () => (await import('./history')).historyRoute,
  changes: async () => (await import('./changes')).changesRoute,
  asof: async () => (await import('./asof')).asofRoute,
  moves: async () => (await import('./moves')).movesRoute,
  lookup: async () => (await import('./lookup')).lookupRoute,
  contacts: async () => (await import('./contacts')).contactsRoute,
  import: async () => (await import('./import')).importRoute,
  rows: async () => (await import('./rows')).rowsRoute,
  leads: async () => (await import('./leads')).leadsRoute,
  members: async () => (await import('./members')).membersRoute,
  settings: async () => (await import('./settings')).settingsRoute,
  'team-history': async () => (await import('./team-history')).teamHistoryRoute,
  day: async () => (await import('./day')).dayRoute,
  'sent-back': async () => (await import('./sent-back')).sentBackRoute,
  approvals: async () => (await import('./approvals')).approvalsRoute,
  'bad-fits': async () => (await import('./bad-fits')).badFitsRoute,
  dashboard: async () => (await import('./dashboard')).dashboardRoute,
  breakdown: async () => (await import('./dashboard')).breakdownRoute,
  layout: async () => (await import('./layout')).layoutRoute,
  queue: async () => (await import('./queue')).queueRoute,
  'queue-edits': async () => (await import('./queue-edits')).queueEditsRoute,
  duplicates: async () => (await import('./duplicates')).duplicatesRoute,
  check: async () => (await import('./check')).checkRoute,
  retention: async () => (await import('./retention')).retentionRoute,
  digests: async () => (await import('./digests')).digestsRoute,
  feeds: async () => (await import('./feeds')).feedsRoute,
  [OPEN_FUNCTION]: async () => (await import('./open')).openRoute,
  [CALENDAR_FUNCTION]: async () => (await import('./calendar')).calendarRoute,
  [HEALTH_FUNCTION]: async () => (await import('./health')).healthRoute,
};

export const SERVED_FUNCTIONS = keysOf(ROUTES);

/**
 * Makes the target known to the functions framework, and each function as a target of its own. The service is opened at the first
 * call that is let in. `watched` gets the target's answer to every call, and gives one that does the same.
 */
export const registerFunctions = (
  deps: IdentifyDeps,
  openService: () => Promise<Service>,
  watched: (answer: HttpFunction) => HttpFunction = (answer) => answer,
): void => {
  const service = loadedOnce(openService);
  const routeOf = async (name: keyof typeof ROUTES): Promise<HttpFunction> => {
    const [make, { serviceOfFunction }] = await Promise.all([ROUTES[name](), import('./service')]);
    return make(serviceOfFunction(await service(), name));
  };
  const routes = new Map<string, HttpFunction>(
    SERVED_FUNCTIONS.map((name) => {
      const read = isOpenFunction(name) ? null : readerOf(name, namedInLog(deps, name));
      return [name, loadedAtFirstCall(() => routeOf(name), read)];
    }),
  );
  for (const [name, route] of routes) http(name, route);
  http(SERVICE_TARGET, watched(byFirstSegment(routes)));
};

/** What it has loaded stays; a loading that failed is tried again. */
const loadedOnce = <Value>(load: () => Promise<Value>): (() => Promise<Value>) => {
  let loading: Promise<Value> | undefined;
  return () => {
    loading =
      loading ??
      load().catch((error: unknown) => {
        loading = undefined;
        throw error;
      });
    return loading;
  };
};

const isOpenFunction = (name: string): name is OpenFunctionName =>
  OPEN_FUNCTIONS.some((open) => open === name);

/** Answers a call that is refused before its function is loaded; undefined then. */
type Reader = (request: IncomingMessage, response: ServerResponse) => Promise<ReadCall | undefined>;

const readerOf =
  (name: FunctionName, deps: IdentifyDeps): Reader =>
  (request, response) =>
    readOrRefuse(request, response, LOADED_OPERATIONS[name], deps);

/** The function, loaded by the first call that `read` lets in. `read` is null for a function that everybody may call. */
const loadedAtFirstCall = (load: () => Promise<HttpFunction>, read: Reader | null): HttpFunction => {
  let isLoaded = false;
  const loaded = loadedOnce(load);
  return async (request, response) => {
    leaveDomain();
    if (isLoaded || read === null) return (await loaded())(request, response);
    const call = await read(request, response);
    if (call === undefined) return;
    const route = await loaded();
    isLoaded = true;
    await route(request, response, call);
  };
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
