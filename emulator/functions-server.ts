/** What answers on the suite's port: each function under its own name in the real functions framework, the page, and the local helpers. */
import type { RequestListener } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { CALENDAR_FUNCTION } from '../functions/app/calendar-feed';
import { OPEN_FUNCTION } from '../functions/app/row-links';
import { FUNCTION_NAMES } from '../functions/contract/contract';
import { registerFunctions } from '../functions/http/functions';
import type { Service } from '../functions/http/service';

/** URLs by the functions' names; `root` has no slash at its end. */
export const functionUrls = (root: string): Record<string, string> =>
  Object.fromEntries(FUNCTION_NAMES.map((name) => [name, `${root}/${name}`]));

/** Answers what is addressed to a function, and hands everything else on. */
export function functionsListener(service: Service, otherwise: RequestListener): RequestListener {
  registerFunctions(service);
  const servers = new Map<string, ReturnType<typeof getTestServer>>(
    [...FUNCTION_NAMES, OPEN_FUNCTION, CALENDAR_FUNCTION].map((name) => [name, getTestServer(name)]),
  );
  return (request, response) => {
    const [, name = '', rest = ''] = /^\/([^/?]*)(.*)$/s.exec(request.url ?? '/') ?? [];
    const target = servers.get(name);
    if (target === undefined) {
      otherwise(request, response);
      return;
    }
    request.url = rest.startsWith('/') ? rest : `/${rest}`;
    target.emit('request', request, response);
  };
}
