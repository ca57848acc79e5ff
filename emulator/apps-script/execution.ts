/** Runs one function of the script in a thread of its own, answers its calls, and ends it when its time is up. */
import { MessageChannel, Worker } from 'node:worker_threads';
import { compiled } from './compiled';
import type { Answer, CallName, Failure, Outcome, Start } from './protocol';
import type { Calls, Execution, Run } from './run';
import type { Given, Said } from './worker';

export interface Program {
  code: string;
  calls: Calls;
  /** Throws when the run may not make the call. */
  authorize(run: Run, call: CallName): void;
}

const OUT_OF_TIME = 'Exceeded maximum execution time';

const failure = (message: string): Failure => ({ name: 'Exception', message, stack: '' });

/** Fills in the run's execution; never rejects on account of the script. `over` tells everybody who still works for it. */
export async function execute(
  program: Program,
  run: Run,
  start: Start,
  limitMs: number,
  over: AbortController,
): Promise<Execution> {
  const { execution } = run;
  const { services, worker: source } = await compiled();
  const begun = performance.now();
  const stopped: Outcome = { failure: failure('The script was stopped.') };
  const outcome = await new Promise<Outcome>((resolve) => {
    const { port1: port, port2 } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const given: Given = { port: port2, signal, services, code: program.code, start };
    const worker = new Worker(source, { eval: true, workerData: given, transferList: [port2] });

    let ended = false;
    const end = (result: Outcome): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      over.abort();
      port.close();
      worker.terminate().then(
        () => resolve(result),
        () => resolve(result),
      );
    };
    const timer = setTimeout(() => end({ failure: failure(OUT_OF_TIME) }), limitMs);
    const answer = (reply: Answer): void => {
      if (run.signal.aborted) return;
      port.postMessage(JSON.stringify(reply));
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    };
    worker.once('error', (error) => end({ failure: failure(error.message) }));
    if (run.signal.aborted) end(stopped);
    run.signal.addEventListener('abort', () => end(stopped), { once: true });
    port.on('message', (said: Said) => {
      if ('outcome' in said) end(JSON.parse(said.outcome));
      else if ('log' in said) execution.log.push(said.log);
      else serve(program, run, said.call as CallName, JSON.parse(said.args), answer);
    });
  });
  execution.milliseconds = performance.now() - begun;
  if ('failure' in outcome) execution.error = outcome.failure;
  else execution.result = outcome.result;
  return execution;
}

/** Answers at once where the answer is there at once: waiting a turn would cost more than most calls. */
function serve(
  { calls, authorize }: Program,
  run: Run,
  name: CallName,
  args: unknown[],
  answer: (reply: Answer) => void,
): void {
  const { execution } = run;
  execution.calls[name] = (execution.calls[name] ?? 0) + 1;
  const refuse = (error: unknown): void => answer({ error: (error as Error).message });
  try {
    authorize(run, name);
    const value: unknown = Reflect.apply(calls[name], undefined, [run, ...args]);
    if (isPromise(value)) value.then((settled) => answer({ value: settled }), refuse);
    else answer({ value });
  } catch (error) {
    refuse(error);
  }
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value;
