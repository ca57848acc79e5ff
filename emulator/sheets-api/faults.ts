/** Trouble to order, for tests: refused calls, held calls, lost answers; and a count of what was served. */
import { Refusal } from '../workbook/refusal';

export type Traffic = 'read' | 'write';

export interface Failure {
  /** 429, 500, 503 … */
  status: number;
  /** Once unless given. */
  times?: number;
  /** Both unless given. */
  only?: Traffic;
}

export interface Hold {
  /** When the call has come to the place where it is held. */
  reached: Promise<void>;
  /** Lets the call go on. */
  release(): void;
  /** Cuts the connection: the caller never gets an answer. */
  drop(): void;
}

export interface Faults {
  /** Calls of that kind fail, with nothing applied. */
  failNext(failure: Failure): void;
  /** Holds the next call before it is applied, or after it is applied and on disk but not answered. */
  holdNext(when: 'before' | 'after', only?: Traffic): Hold;
  /** Calls that came with a good token, failed ones included: what Google's quota counts. */
  counts(): { reads: number; writes: number };
}

const STATUSES: Readonly<Record<number, [status: string, message: string]>> = {
  403: ['PERMISSION_DENIED', 'The caller does not have permission'],
  404: ['NOT_FOUND', 'Requested entity was not found.'],
  500: ['INTERNAL', 'Internal error encountered.'],
  503: ['UNAVAILABLE', 'The service is currently unavailable.'],
};

function failureOf(status: number, traffic: Traffic): Refusal {
  if (status !== 429) {
    const [name, message] = STATUSES[status] ?? ['UNKNOWN', 'Injected failure.'];
    return new Refusal(status, name, message);
  }
  const kind = traffic === 'read' ? 'Read' : 'Write';
  return new Refusal(
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
  only: Traffic | undefined;
  reach(): void;
  opened: Promise<'go' | 'drop'>;
}

export interface Fate {
  before: Gate | undefined;
  after: Gate | undefined;
}

/** `meet` counts one call and tells what is to happen to it; it throws the ordered failure. */
export function orderFaults(): Faults & { meet(traffic: Traffic): Fate } {
  const failures: (Failure & { times: number })[] = [];
  const gates: Gate[] = [];
  const served = { reads: 0, writes: 0 };

  function gateFor(when: Gate['when'], traffic: Traffic): Gate | undefined {
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
    meet(traffic) {
      served[traffic === 'read' ? 'reads' : 'writes']++;
      const failure = failures.find(({ only, times }) => (only ?? traffic) === traffic && times > 0);
      if (failure) {
        failure.times--;
        throw failureOf(failure.status, traffic);
      }
      return { before: gateFor('before', traffic), after: gateFor('after', traffic) };
    },
  };
}
