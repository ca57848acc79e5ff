/**
 * health (GET, no sign-in): that the functions run, in which version, and whether they reach Firestore; nothing else, for whoever
 * asks. Made for uptime checks: 200 where all is well, 503 where it is not.
 */
import { isReachable } from '../store/reachable';
import { VERSION } from '../version';
import type { HttpFunction } from './endpoint';
import { Problem, problemAnswer } from './problem';
import { splitUrl } from './request-url';
import { sendAnswer } from './send-answer';
import type { Service } from './service';

/** How long an answer of Firestore is reused, since anybody may ask as often as they like. */
const KEPT_MILLISECONDS = 10_000;
const PATIENCE_MILLISECONDS = 5_000;

interface HealthAnswer {
  readonly service: 'hachi';
  readonly version: string;
  readonly firestore: 'reachable' | 'unreachable';
}

/** The route of `health`; it never throws. */
export const healthRoute = (
  { db, endpointDeps: { log } }: Pick<Service, 'db' | 'endpointDeps'>,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): HttpFunction => {
  let known: { askedAt: number; answer: Promise<HealthAnswer> } | null = null;

  const ask = async (): Promise<HealthAnswer> => {
    const reachable = await isReachable(db, patienceMilliseconds);
    if (!reachable) log({ severity: 'ERROR', message: 'Firestore does not answer', trace: null });
    return { service: 'hachi', version: VERSION, firestore: reachable ? 'reachable' : 'unreachable' };
  };

  return async (request, response) => {
    if (splitUrl(request.url)[0] !== '/') {
      sendAnswer(request, response, problemAnswer(new Problem('PATH_UNKNOWN')));
      return;
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    const now = performance.now();
    if (known === null || now - known.askedAt > KEPT_MILLISECONDS) known = { askedAt: now, answer: ask() };
    const body = await known.answer;
    sendAnswer(request, response, { status: body.firestore === 'reachable' ? 200 : 503, body });
  };
};
