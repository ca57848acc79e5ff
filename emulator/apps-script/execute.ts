/** Runs one function of the script in a thread, answers its calls, and ends it when its time is up. */
import { MessageChannel } from 'node:worker_threads';
import type { Execution, ExecutionContext, HostHandlers } from './execution-context';
import type { CallName, HostReply } from './host-api';
import type { ExecutionOutcome, ExecutionStart, ScriptFailure } from './protocol';
import type { ScriptThreads } from './script-threads';
import type { WorkerInput, WorkerMessage } from './worker';

export interface ScriptProgram {
  threads: ScriptThreads;
  calls: HostHandlers;
  /** Throws when the run may not make the call. */
  authorize(run: ExecutionContext, call: CallName): void;
}

const TIME_LIMIT_MESSAGE = 'Exceeded maximum execution time';

const exceptionOf = (message: string): ScriptFailure => ({ name: 'Exception', message, stack: '' });

/** Fills in the execution of `run`; a failure of the script is no rejection. `over` is aborted when the execution ends. */
export async function execute(
  program: ScriptProgram,
  run: ExecutionContext,
  start: ExecutionStart,
  limitMs: number,
  over: AbortController,
): Promise<Execution> {
  const { execution } = run;
  const thread = await program.threads.take();
  const begun = performance.now();
  const stopped: ExecutionOutcome = { failure: exceptionOf('The script was stopped.') };
  const outcome = await new Promise<ExecutionOutcome>((resolve) => {
    const { port1: port, port2 } = new MessageChannel();
    const signal = new Int32Array(new SharedArrayBuffer(4));

    let ended = false;
    const end = (result: ExecutionOutcome, freeThread: () => Promise<unknown>): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      over.abort();
      port.close();
      thread.off('error', fail);
      const done = (): void => resolve(result);
      freeThread().then(done, done);
    };
    /** Ends the thread too: its function may still run. */
    const breakOff = (result: ExecutionOutcome): void => end(result, () => thread.terminate());
    const fail = (error: Error): void => breakOff({ failure: exceptionOf(error.message) });
    const timer = setTimeout(() => breakOff({ failure: exceptionOf(TIME_LIMIT_MESSAGE) }), limitMs);
    const answer = (reply: HostReply): void => {
      if (run.signal.aborted) return;
      port.postMessage(JSON.stringify(reply));
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    };
    thread.on('error', fail);
    if (run.signal.aborted) breakOff(stopped);
    run.signal.addEventListener('abort', () => breakOff(stopped), { once: true });
    port.on('message', (message: WorkerMessage) => {
      if ('outcome' in message) end(JSON.parse(message.outcome), () => program.threads.release(thread));
      else if ('log' in message) execution.log.push(message.log);
      else answerCall(program, run, message.call as CallName, JSON.parse(message.args), answer);
    });
    const input: WorkerInput = { port: port2, signal, start };
    thread.postMessage(input, [port2]);
  });
  execution.milliseconds = performance.now() - begun;
  if ('failure' in outcome) execution.error = outcome.failure;
  else execution.result = outcome.result;
  return execution;
}

/** Answers synchronously where it can: waiting for a turn would take longer than most calls. */
function answerCall(
  { calls, authorize }: ScriptProgram,
  run: ExecutionContext,
  name: CallName,
  args: unknown[],
  answer: (reply: HostReply) => void,
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
