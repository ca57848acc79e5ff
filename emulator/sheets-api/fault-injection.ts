/** Injects faults for tests: refused calls, held calls, lost answers. Counts the calls. */
import { isPlainObject } from '../workbook/plain-object';
import { SpreadsheetRefusal } from '../workbook/refusal';

export type TrafficKind = 'read' | 'write';

export interface InjectedFailure {
  /** The HTTP status: 429, 500, 503 … */
  status: number;
  /** Once by default. */
  times?: number;
  /** Both kinds by default. */
  only?: TrafficKind;
  /** Fails only a batchUpdate with a request of this kind, and names that request's position. */
  request?: string;
}

export interface HeldCall {
  /** Resolves when the call is held. */
  reached: Promise<void>;
  /** Lets the call go on. */
  release(): void;
  /** Closes the connection: the caller never gets an answer. */
  drop(): void;
}

export interface FaultInjection {
  /** Fails the next calls of that kind; nothing is applied. */
  failNext(failure: InjectedFailure): void;
  /** Holds the next call before it is applied, or after it is on disk and before it is answered. */
  holdNext(when: 'before' | 'after', only?: TrafficKind): HeldCall;
  /** Calls with a valid token, failed ones included: those that Google's quota counts. */
  counts(): { reads: number; writes: number };
}

const INJECTED_STATUSES: Readonly<Record<number, [status: string, message: string]>> = {
  403: ['PERMISSION_DENIED', 'The caller does not have permission'],
  404: ['NOT_FOUND', 'Requested entity was not found.'],
  500: ['INTERNAL', 'Internal error encountered.'],
  503: ['UNAVAILABLE', 'The service is currently unavailable.'],
};

/** Index of the first request of that kind in a batchUpdate; -1 where there is none. */
const placeOf = (body: unknown, kind: string): number =>
  isPlainObject(body) && Array.isArray(body.requests)
    ? body.requests.findIndex((request) => isPlainObject(request) && kind in request)
    : -1;

function injectedRefusal(
  { status, request }: InjectedFailure,
  traffic: TrafficKind,
  body: unknown,
): SpreadsheetRefusal {
  if (request !== undefined)
    return new SpreadsheetRefusal(
      status,
      'INVALID_ARGUMENT',
      `Invalid requests[${placeOf(body, request)}].${request}: Injected failure.`,
    );
  if (status !== 429) {
    const [name, message] = INJECTED_STATUSES[status] ?? ['UNKNOWN', 'Injected failure.'];
    return new SpreadsheetRefusal(status, name, message);
  }
  const kind = traffic === 'read' ? 'Read' : 'Write';
  return new SpreadsheetRefusal(
    429,
    'RESOURCE_EXHAUSTED',
    `Quota exceeded for quota metric '${kind} requests' and limit '${kind} requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:0'.`,
    [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'RATE_LIMIT_EXCEEDED',
        domain: 'googleapis.com',
        metadata: {
          service: 'sheets.googleapis.com',
          quota_metric: `sheets.googleapis.com/${traffic}_requests`,
        },
      },
    ],
  );
}

interface Gate {
  when: 'before' | 'after';
  only: TrafficKind | undefined;
  reach(): void;
  opened: Promise<'go' | 'drop'>;
}

export interface CallGates {
  before: Gate | undefined;
  after: Gate | undefined;
}

/** `meet` counts a call and returns the gates at which it is held; it throws an injected failure. */
export function makeFaultInjection(): FaultInjection & {
  meet(traffic: TrafficKind, body: unknown): CallGates;
} {
  const failures: (InjectedFailure & { times: number })[] = [];
  const gates: Gate[] = [];
  const served = { reads: 0, writes: 0 };

  function gateFor(when: Gate['when'], traffic: TrafficKind): Gate | undefined {
    const index = gates.findIndex((gate) => gate.when === when && (gate.only ?? traffic) === traffic);
    return index < 0 ? undefined : gates.splice(index, 1)[0];
  }

  return {
    failNext: ({ times = 1, ...failure }) => void failures.push({ ...failure, times }),
    holdNext(when, only) {
      let reach = (): void => {};
      let open = (_: 'go' | 'drop'): void => {};
      const reached = new Promise<void>((resolve) => {
        reach = resolve;
      });
      const opened = new Promise<'go' | 'drop'>((resolve) => {
        open = resolve;
      });
      gates.push({ when, only, reach, opened });
      return { reached, release: () => open('go'), drop: () => open('drop') };
    },
    counts: () => ({ ...served }),
    meet(traffic, body) {
      served[traffic === 'read' ? 'reads' : 'writes']++;
      const failure = failures.find(
        ({ only, times, request }) =>
          (only ?? traffic) === traffic &&
          times > 0 &&
          (request === undefined || placeOf(body, request) >= 0),
      );
      if (failure) {
        failure.times--;
        throw injectedRefusal(failure, traffic, body);
      }
      return { before: gateFor('before', traffic), after: gateFor('after', traffic) };
    },
  };
}
