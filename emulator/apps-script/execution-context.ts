/** One execution as the host's side of the services sees it. */

import type { CallName, HostApi } from './host-api';
import type { AuthMode, ScriptFailure } from './protocol';
import type { ScreenState } from './screen-state';

export type ExecutionKind = 'simple' | 'installable' | 'time' | 'menu' | 'page';

export interface LogLine {
  level: string;
  text: string;
}

/** What is told of an execution when it has ended. */
export interface Execution {
  id: number;
  functionName: string;
  kind: ExecutionKind;
  /** As whom it ran. */
  email: string;
  startedAt: Date;
  milliseconds: number;
  /** Round trips to the services, by name. What a range knows by itself (`getRow`) is none. */
  calls: Record<string, number>;
  /** Requests that were made, each of a `fetchAll` too. */
  fetches: number;
  log: LogLine[];
  /** JSON of what the function returned; `null` after an error. */
  result: string;
  error: ScriptFailure | null;
}

export interface ExecutionContext {
  id: number;
  kind: ExecutionKind;
  mode: AuthMode;
  /** As whom it runs. */
  email: string;
  /** Who is at the sheet; empty where Google would not tell. */
  activeEmail: string;
  locale: string;
  screen: ScreenState;
  execution: Execution;
  /** Aborted when the execution is over, however it ends. */
  signal: AbortSignal;
}

export type HostHandlers = {
  [Name in CallName]: (
    run: ExecutionContext,
    ...args: Parameters<HostApi[Name]>
  ) => ReturnType<HostApi[Name]> | Promise<ReturnType<HostApi[Name]>>;
};

export type SomeHostHandlers = Partial<HostHandlers>;
