/** One execution as the host's side of the services sees it. */

import type { Desk } from './desk';
import type { AuthMode, CallName, Failure, Server } from './protocol';

export type Kind = 'simple' | 'installable' | 'time' | 'menu' | 'page';

export interface LogLine {
  level: string;
  text: string;
}

/** What is told of an execution when it has ended. */
export interface Execution {
  id: number;
  functionName: string;
  kind: Kind;
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
  error: Failure | null;
}

export interface Run {
  id: number;
  kind: Kind;
  mode: AuthMode;
  /** As whom it runs. */
  email: string;
  /** Who is at the sheet; empty where Google would not tell. */
  activeEmail: string;
  locale: string;
  desk: Desk;
  execution: Execution;
  /** Aborted when the execution is over, however it ends. */
  signal: AbortSignal;
}

export type Calls = {
  [Name in CallName]: (
    run: Run,
    ...args: Parameters<Server[Name]>
  ) => ReturnType<Server[Name]> | Promise<ReturnType<Server[Name]>>;
};

export type SomeCalls = Partial<Calls>;
