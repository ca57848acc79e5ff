/** Runs functions of the script, each in an execution of its own, and records the executions. */
import { execute, type ScriptProgram } from './execute';
import type { Execution, ExecutionContext, ExecutionKind } from './execution-context';
import type { AuthMode, EventData, ExecutionStart } from './protocol';
import type { ScreenState } from './screen-state';

const MAX_EXECUTIONS_KEPT = 1000;

export interface ExecutionRequest {
  kind: ExecutionKind;
  mode: AuthMode;
  /** As whom the function runs. */
  email: string;
  /** Who is at the sheet; empty where Google would not tell. */
  activeEmail: string;
  locale: string;
  screen: ScreenState;
  functionName: string;
  /** JSON of the arguments; null when the event is the only one. */
  args: string | null;
  event: EventData | null;
}

export interface ExecutionRunnerDeps {
  program: ScriptProgram;
  spreadsheetId: string;
  /** The manifest's. */
  timeZone: string;
  limits: { simpleTriggerMs: number; executionMs: number };
  now: () => Date;
  /** Called with every execution when it has ended. */
  onExecution: ((execution: Execution) => void) | undefined;
}

export class ExecutionRunner {
  /** The last thousand that have ended, oldest first. */
  readonly executions: Execution[] = [];
  private readonly running = new Map<Promise<Execution>, AbortController>();
  private lastId = 0;

  constructor(private readonly deps: ExecutionRunnerDeps) {}

  async run(request: ExecutionRequest): Promise<Execution> {
    const { program, limits, now, onExecution } = this.deps;
    const lifetime = new AbortController();
    const context = newContext(++this.lastId, request, now(), lifetime.signal);
    const limit = request.kind === 'simple' ? limits.simpleTriggerMs : limits.executionMs;
    const start = this.startOf(request, context.execution.startedAt);
    const ended = execute(program, context, start, limit, lifetime);
    this.running.set(ended, lifetime);
    try {
      await ended;
    } finally {
      this.running.delete(ended);
    }
    this.executions.push(context.execution);
    if (this.executions.length > MAX_EXECUTIONS_KEPT) this.executions.shift();
    onExecution?.(context.execution);
    return context.execution;
  }

  private startOf({ functionName, args, event }: ExecutionRequest, startedAt: Date): ExecutionStart {
    const { spreadsheetId, timeZone } = this.deps;
    return {
      functionName,
      args,
      event,
      spreadsheetId,
      scriptId: `local-${spreadsheetId}`,
      clockOffset: startedAt.getTime() - Date.now(),
      timeZone,
    };
  }

  /** Ends what still runs. */
  async stop(): Promise<void> {
    for (const lifetime of this.running.values()) lifetime.abort();
    await Promise.all(this.running.keys());
    await this.deps.program.threads.end();
  }
}

function newContext(
  id: number,
  { kind, mode, email, activeEmail, locale, screen, functionName }: ExecutionRequest,
  startedAt: Date,
  signal: AbortSignal,
): ExecutionContext {
  const execution: Execution = {
    id,
    functionName,
    kind,
    email,
    startedAt,
    milliseconds: 0,
    calls: {},
    fetches: 0,
    log: [],
    result: 'null',
    error: null,
  };
  return { id, kind, mode, email, activeEmail, locale, screen, execution, signal };
}
