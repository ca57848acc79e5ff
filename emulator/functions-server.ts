/** What answers on the suite's port: the service as it is deployed, in the real functions framework, the page, and the local helpers. */
import type { RequestListener } from 'node:http';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { FUNCTION_NAMES } from '../functions/contract/contract';
import { registerFunctions, SERVED_FUNCTIONS } from '../functions/http/functions';
import { splitFirstSegment } from '../functions/http/request-url';
import type { Service } from '../functions/http/service';
import { SERVICE_TARGET } from '../functions/http/service-target';
import type { RunningCalls } from './running-calls';

/** URLs by the functions' names; `root` has no slash at its end. */
export const functionUrls = (root: string): Record<string, string> =>
  Object.fromEntries(FUNCTION_NAMES.map((name) => [name, `${root}/${name}`]));

/** Answers what is addressed to a function, and hands everything else on. */
export function functionsListener(
  service: Service,
  calls: RunningCalls,
  otherwise: RequestListener,
): RequestListener {
  registerFunctions(
    service.endpointDeps,
    async () => service,
    (answer) => calls.watch(answer),
  );
  const deployed = getTestServer(SERVICE_TARGET);
  const names = new Set<string>(SERVED_FUNCTIONS);
  return (request, response) => {
    const [name] = splitFirstSegment(request.url);
    if (names.has(name)) deployed.emit('request', request, response);
    else otherwise(request, response);
  };
}
