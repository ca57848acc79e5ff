/** Runs one function of the script in a thread, answers its calls, and ends it when its time is up. */
import { MessageChannel, type Worker } from 'node:worker_threads';
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
const STOPPED_MESSAGE = 'The script was stopped.';

/** Fills in the execution of `run`; a failure of the script is no rejection. `lifetime` is aborted when the execution ends. */
export async function execute(
  program: ScriptProgram,
  run: ExecutionContext,
  start: ExecutionStart,
  limitMs: number,
  lifetime: AbortController,
): Promise<Execution> {
  const { execution } = run;
  const thread = await program.threads.take();
  const startedAt = performance.now();
  const outcome = await new RunningFunction(program, run, thread, lifetime).outcome(start, limitMs);
  execution.milliseconds = performance.now() - startedAt;
  if ('failure' in outcome) execution.error = outcome.failure;
  else execution.result = outcome.result;
  return execution;
}

/** A function while it runs: it ends once, by its outcome, its time limit, a failure of its thread, or because it is stopped. */
class RunningFunction {
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly channel = new MessageChannel();
  private timer: NodeJS.Timeout | undefined;
  private resolve: ((outcome: ExecutionOutcome) => void) | undefined;

  constructor(
    private readonly program: ScriptProgram,
    private readonly run: ExecutionContext,
    private readonly thread: Worker,
    private readonly lifetime: AbortController,
  ) {}

  /** Resolves when the thread is free again, or gone. To be called once. */
  outcome(start: ExecutionStart, limitMs: number): Promise<ExecutionOutcome> {
    return new Promise((resolve) => {
      this.resolve = resolve;
      this.timer = setTimeout(() => this.breakOff(TIME_LIMIT_MESSAGE), limitMs);
      this.thread.on('error', this.fail);
      if (this.run.signal.aborted) this.breakOff(STOPPED_MESSAGE);
      this.run.signal.addEventListener('abort', () => this.breakOff(STOPPED_MESSAGE), { once: true });
      const { port1, port2 } = this.channel;
      port1.on('message', (message: WorkerMessage) => this.receive(message));
      const input: WorkerInput = { port: port2, signal: this.signal, start };
      this.thread.postMessage(input, [port2]);
    });
  }

  private receive(message: WorkerMessage): void {
    if ('outcome' in message)
      this.end(JSON.parse(message.outcome), () => this.program.threads.release(this.thread));
    else if ('log' in message) this.run.execution.log.push(message.log);
    else
      answerCall(this.program, this.run, message.call as CallName, JSON.parse(message.args), (reply) =>
        this.answer(reply),
      );
  }

  private answer(reply: HostReply): void {
    if (this.run.signal.aborted) return;
    this.channel.port1.postMessage(JSON.stringify(reply));
    Atomics.store(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  private readonly fail = (error: Error): void => this.breakOff(error.message);

  /** Ends the thread too: its function may still run. */
  private breakOff(message: string): void {
    this.end({ failure: exceptionOf(message) }, () => this.thread.terminate());
  }

  private end(outcome: ExecutionOutcome, freeThread: () => Promise<unknown>): void {
    const { resolve } = this;
    if (!resolve) return;
    this.resolve = undefined;
    clearTimeout(this.timer);
    this.lifetime.abort();
    this.channel.port1.close();
    this.thread.off('error', this.fail);
    const done = (): void => resolve(outcome);
    freeThread().then(done, done);
  }
}

const exceptionOf = (message: string): ScriptFailure => ({ name: 'Exception', message, stack: '' });

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
