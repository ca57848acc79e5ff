/** One execution: its record, and the context in which the host answers its calls. */

import type { CallName, HostApi } from './host-api';
import type { AuthMode, ScriptFailure } from './protocol';
import type { ScreenState } from './screen-state';

export type ExecutionKind = 'simple' | 'installable' | 'time' | 'menu' | 'page';

export interface LogLine {
  level: string;
  text: string;
}

/** The record of an execution. */
export interface Execution {
  id: number;
  functionName: string;
  kind: ExecutionKind;
  /** As whom it ran. */
  email: string;
  startedAt: Date;
  milliseconds: number;
  /** How often the services have called the host, by call. What a range knows itself, such as `getRow`, is no call. */
  calls: Record<string, number>;
  /** HTTP requests, each one of a `fetchAll` counted. */
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
